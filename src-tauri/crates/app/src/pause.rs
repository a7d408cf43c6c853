//! Closes the store for a moment.

use deroule_store::{StoreError, ignore_failure};

use crate::app::App;
use crate::wire::Problem;
use crate::write_error::WriteError;

/// A paused store. Dropping this opens it again.
#[must_use = "the store is open again when this is dropped"]
pub struct PausedStore<'a> {
    app: &'a App,
}

impl Drop for PausedStore<'_> {
    fn drop(&mut self) {
        self.app.resume_store();
    }
}

impl App {
    /// Closes the store's file until the returned guard is dropped. Other code in this process, such as a file
    /// dialog, may then open and close the file, which would drop the locks of an open store. Reads use memory
    /// meanwhile. Changes wait for a time, then are refused. Pauses may overlap.
    ///
    /// # Errors
    /// A [`Problem`] when the file is no longer the one that is open; a rescue file is written then.
    pub fn pause_store(&self) -> Result<PausedStore<'_>, Problem> {
        self.begin_pause()?;
        Ok(PausedStore { app: self })
    }

    fn begin_pause(&self) -> Result<(), Problem> {
        let mut current = self.current();
        let is_first = {
            let mut status = self.health.status();
            status.pauses += 1;
            status.pauses == 1 && status.lost.is_none()
        };
        // Reads the writes of other processes first, because the store can't be read during the pause.
        let paused = if is_first {
            let refreshed = self.refresh(&mut current);
            let pause = || self.store().pause().map_err(WriteError::from);
            refreshed.map_err(WriteError::from).and_then(|()| pause())
        } else {
            Ok(())
        };
        match paused {
            Ok(()) | Err(WriteError::Store(StoreError::Paused)) => Ok(()),
            Err(error) => {
                self.end_pause();
                Err(self.handle_error(&mut current, error))
            }
        }
    }

    fn end_pause(&self) -> bool {
        let mut status = self.health.status();
        status.pauses = status.pauses.saturating_sub(1);
        status.pauses == 0
    }

    /// Opens the store again once the last pause ends. [`PausedStore`] calls it when dropped. If the file was
    /// replaced meanwhile, a rescue file is written, and [`App::health`] and the warnings report it.
    fn resume_store(&self) {
        let mut current = self.current();
        if !self.end_pause() {
            return;
        }
        if !self.health.is_lost() {
            let resumed = self.store().resume(self.now());
            match resumed {
                Ok(()) => {
                    // The next read meets the same error and reports it.
                    ignore_failure(self.refresh(&mut current), "read the store after a pause");
                }
                Err(error) => {
                    // [`App::health`] and the warnings report a lost store; the next read meets any other error.
                    self.handle_error(&mut current, error.into());
                }
            }
        }
        self.health.resumed.notify_all();
    }
}
