//! Closing the store for a moment.

use deroule_store::{StoreError, ignore_failure};

use crate::app::App;
use crate::attempt::Attempt;
use crate::wire::Problem;

/// A store that is closed for as long as this lives.
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
    /// Closes the store's file until what is returned is dropped, so that code of others in this process, such as
    /// a file dialog, may open and close it: that would drop the locks of an open one. Reads are answered from
    /// memory meanwhile; changes wait for a time, then are refused. Pauses may overlap.
    ///
    /// # Errors
    /// A [`Problem`] when the file is no longer the one that is open; what the screen shows was rescued then.
    pub fn pause_store(&self) -> Result<PausedStore<'_>, Problem> {
        self.begin_pause()?;
        Ok(PausedStore { app: self })
    }

    fn begin_pause(&self) -> Result<(), Problem> {
        let mut current = self.current();
        let is_first = {
            let mut known = self.health.known();
            known.pauses += 1;
            known.pauses == 1 && known.lost.is_none()
        };
        // Until then, the window shows what others have written so far.
        let paused = if is_first {
            let refreshed = self.refresh(&mut current);
            let pause = || self.store().pause().map_err(Attempt::from);
            refreshed.map_err(Attempt::from).and_then(|()| pause())
        } else {
            Ok(())
        };
        match paused {
            Ok(()) | Err(Attempt::Store(StoreError::Paused)) => Ok(()),
            Err(error) => {
                self.end_pause();
                Err(self.settle(&mut current, error))
            }
        }
    }

    fn end_pause(&self) -> bool {
        let mut known = self.health.known();
        known.pauses = known.pauses.saturating_sub(1);
        known.pauses == 0
    }

    /// Opens the store again once the last pause ends. Dropping [`PausedStore`] does it. Should the file have been
    /// replaced meanwhile, what the screen shows is rescued, and [`App::health`] and the warnings say so.
    fn resume_store(&self) {
        let mut current = self.current();
        if !self.end_pause() {
            return;
        }
        if !self.health.is_lost() {
            let resumed = self.store().resume(self.now());
            match resumed {
                Ok(()) => {
                    // The next look at the state finds the same and says so.
                    ignore_failure(self.refresh(&mut current), "read the store after a pause");
                }
                Err(error) => {
                    // The warnings keep it for the next look.
                    self.settle(&mut current, error.into());
                }
            }
        }
        self.health.resumed.notify_all();
    }
}
