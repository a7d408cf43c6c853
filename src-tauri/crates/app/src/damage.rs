//! Whether changes can be saved: the store may be paused, lost or damaged.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use deroule_model::Message;
use deroule_store::StoreError;

use crate::app::App;
use crate::health::{Lost, lock};
use crate::wire::StoreHealth;

impl App {
    /// Whether changes can be saved.
    pub fn health(&self) -> StoreHealth {
        let status = self.health.status();
        if let Some(Lost { reason, rescue }) = status.lost.clone() {
            return StoreHealth::Lost { reason, rescue };
        }
        if status.pauses > 0 {
            return StoreHealth::Paused;
        }
        match lock(&self.health.check.verdict).clone().flatten() {
            Some(reason) => StoreHealth::Damaged { reason },
            None => StoreHealth::Ok,
        }
    }

    /// Starts the integrity check in the background.
    pub(crate) fn start_check(&self) {
        let check = Arc::clone(&self.health.check);
        self.store().check_in_background(move |checked| {
            let damage = match checked {
                Err(error @ StoreError::Damaged { .. }) => Some(error.message()),
                _ => None,
            };
            *lock(&check.verdict) = Some(damage);
            check.done.notify_all();
        });
    }

    /// The damage that the check in the background found. Waits for the check, at most for `patience`. `None`
    /// if there is no damage, or the check is not done.
    pub fn damage(&self, patience: Duration) -> Option<Message> {
        let check = &self.health.check;
        let waited = check
            .done
            .wait_timeout_while(lock(&check.verdict), patience, |verdict| verdict.is_none());
        let (verdict, _) = waited.unwrap_or_else(PoisonError::into_inner);
        verdict.clone().flatten()
    }
}
