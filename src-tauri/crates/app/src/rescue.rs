//! Handles a lost store: writes a rescue file and continues with another store.

use std::path::Path;

use deroule_model::Message;
use deroule_store::{LogReason, Loss, Store, StoreError};

use crate::app::App;
use crate::current::{Current, load};
use crate::health::Lost;
use crate::wire::Problem;
use crate::write_error::WriteError;

impl App {
    /// Converts an error into a problem. If the store is lost, writes a rescue file first.
    pub(crate) fn handle_error(&self, current: &mut Current, error: WriteError) -> Problem {
        let problem = match error {
            WriteError::Store(StoreError::Lost { path, loss }) => self.rescue(current, &path, loss),
            WriteError::Store(error) => error.into(),
            WriteError::Problem(problem) => problem,
        };
        tracing::debug!(code = problem.code, "nothing is written");
        problem
    }

    /// Writes a rescue file next to the store. Continues with the file now at the store's path if it is sound.
    fn rescue(&self, current: &mut Current, path: &Path, loss: Loss) -> Problem {
        if let Some(lost) = &self.health.status().lost {
            return Problem::new(lost.reason.clone());
        }
        let store = self.store();
        let rescued = store.rescue(&current.loaded(), self.now());
        let rescue = rescued.file.as_deref();
        let opened = rescued.is_open.then(|| load(&store));
        let opened = opened.and_then(|opened| {
            opened
                .inspect_err(|error| tracing::warn!(reason = error.log_reason(), "no way on"))
                .ok()
        });
        let reason = loss.message(path, rescue, opened.is_some());
        let mut status = self.health.status();
        match opened {
            Some(opened) => {
                *current = opened;
                status.notices.push(reason.clone());
            }
            None => {
                status.lost = Some(Lost {
                    reason: reason.clone(),
                    rescue: rescued.file,
                });
            }
        }
        Problem::new(reason)
    }

    /// Continues with the file now at the path of a lost store, if it is sound.
    pub(crate) fn reopen_if_lost(&self, current: &mut Current) {
        if !self.health.is_lost() {
            return;
        }
        let store = self.store();
        if store.reopen(self.now())
            && let Ok(opened) = load(&store)
        {
            *current = opened;
            let mut status = self.health.status();
            let lost = status.lost.take();
            let rescue = lost.and_then(|lost| lost.rescue);
            let rescue = rescue.map(|path| path.display().to_string());
            let back = Message::new("problem-store-is-back")
                .text("file", store.path().display().to_string())
                .text("rescue", rescue.unwrap_or_else(|| "none".to_owned()));
            status.notices.push(back);
        }
    }

    /// Saves what the screen shows as a new store at `path`. It replaces a lost store.
    ///
    /// # Errors
    /// A [`Problem`] when the file already exists or can't be written.
    pub fn save_elsewhere(&self, path: &Path) -> Result<(), Problem> {
        let mut current = self.current();
        deroule_store::write_new(path, &current.loaded())?;
        if self.health.is_lost() {
            let store = Store::open(path, self.now())?.on_device(self.device.clone());
            *current = load(&store)?;
            self.continue_with(store);
            self.health.status().lost = None;
        }
        Ok(())
    }
}
