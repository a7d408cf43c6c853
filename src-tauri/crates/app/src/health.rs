//! The condition of the store: whether it is paused, lost or damaged.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use deroule_model::Message;

use crate::wire::Problem;

/// The maximum wait of a change for a paused store.
const PATIENCE: Duration = Duration::from_secs(30);

/// The condition of the store.
#[derive(Default)]
pub(crate) struct Health {
    pub(crate) status: Mutex<Status>,
    pub(crate) resumed: Condvar,
    pub(crate) check: Arc<Check>,
}

#[derive(Default)]
pub(crate) struct Status {
    pub(crate) pauses: usize,
    pub(crate) lost: Option<Lost>,
    /// Events since the start that concern the user.
    pub(crate) notices: Vec<Message>,
}

/// A store whose file is missing.
#[derive(Clone)]
pub(crate) struct Lost {
    pub(crate) reason: Message,
    pub(crate) rescue: Option<PathBuf>,
}

/// The integrity check in the background.
#[derive(Default)]
pub(crate) struct Check {
    /// The damage, if any; the outer `None` until the check is done.
    pub(crate) verdict: Mutex<Option<Option<Message>>>,
    pub(crate) done: Condvar,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Health {
    pub(crate) fn status(&self) -> MutexGuard<'_, Status> {
        lock(&self.status)
    }

    pub(crate) fn is_lost(&self) -> bool {
        self.status().lost.is_some()
    }

    pub(crate) fn notices(&self) -> Vec<Message> {
        self.status().notices.clone()
    }

    /// Waits until the store is not paused, at most until `until`.
    pub(crate) fn wait(&self, until: Instant) -> Result<(), Problem> {
        let mut status = self.status();
        while status.pauses > 0 {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Problem::new(Message::new("problem-store-paused")));
            }
            let waited = self.resumed.wait_timeout(status, left);
            status = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(())
    }

    /// The time until which a change that starts now waits.
    pub(crate) fn deadline() -> Instant {
        Instant::now() + PATIENCE
    }
}
