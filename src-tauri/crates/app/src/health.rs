//! Whether changes can be saved, and what happens where they can't: pausing the store, rescuing what the screen
//! shows, saving it elsewhere.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use deroule_model::Message;
use deroule_store::{Loaded, LogReason, Loss, Store, StoreError, ignore_failure};

use crate::app::{App, Current, load};
use crate::wire::{Problem, StoreHealth};

/// How long a change waits for a paused store.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is known about the store apart from its content.
#[derive(Default)]
pub(crate) struct Health {
    known: Mutex<Known>,
    resumed: Condvar,
    check: Arc<Check>,
}

#[derive(Default)]
struct Known {
    pauses: usize,
    lost: Option<Lost>,
    /// What happened since the start that the user should know of.
    notices: Vec<Message>,
}

/// A store whose file is gone.
#[derive(Clone)]
struct Lost {
    reason: Message,
    rescue: Option<PathBuf>,
}

/// The check of the file in the background.
#[derive(Default)]
struct Check {
    /// What it came to; `None` until it is done.
    verdict: Mutex<Option<Option<Message>>>,
    done: Condvar,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Health {
    fn known(&self) -> MutexGuard<'_, Known> {
        lock(&self.known)
    }

    pub(crate) fn is_lost(&self) -> bool {
        self.known().lost.is_some()
    }

    pub(crate) fn notices(&self) -> Vec<Message> {
        self.known().notices.clone()
    }

    /// Waits while the store is paused, but not for ever.
    pub(crate) fn wait(&self, until: Instant) -> Result<(), Problem> {
        let mut known = self.known();
        while known.pauses > 0 {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Problem::new(Message::new("problem-store-paused")));
            }
            let waited = self.resumed.wait_timeout(known, left);
            known = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(())
    }

    /// Until when a change that begins now waits.
    pub(crate) fn deadline() -> Instant {
        Instant::now() + PATIENCE
    }
}

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
    /// Whether changes can be saved.
    pub fn health(&self) -> StoreHealth {
        let known = self.health.known();
        if let Some(Lost { reason, rescue }) = known.lost.clone() {
            return StoreHealth::Lost { reason, rescue };
        }
        if known.pauses > 0 {
            return StoreHealth::Paused;
        }
        match lock(&self.health.check.verdict).clone().flatten() {
            Some(reason) => StoreHealth::Damaged { reason },
            None => StoreHealth::Ok,
        }
    }

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

    /// Turns an error of the store into a problem. A lost store is rescued first.
    pub(crate) fn settle(&self, current: &mut Current, error: Attempt) -> Problem {
        let problem = match error {
            Attempt::Store(StoreError::Lost { path, loss }) => self.rescue(current, &path, loss),
            Attempt::Store(error) => error.into(),
            Attempt::Problem(problem) => problem,
        };
        tracing::debug!(code = problem.code, "nothing is written");
        problem
    }

    /// Saves what the screen shows next to the store, then continues with the file at its path if that is sound.
    fn rescue(&self, current: &mut Current, path: &Path, loss: Loss) -> Problem {
        if let Some(lost) = &self.health.known().lost {
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
        let mut known = self.health.known();
        match opened {
            Some(opened) => {
                *current = opened;
                known.notices.push(reason.clone());
            }
            None => {
                known.lost = Some(Lost {
                    reason: reason.clone(),
                    rescue: rescued.file,
                });
            }
        }
        Problem::new(reason)
    }

    /// Goes on with what is at the path of a lost store by now, if it is sound.
    pub(crate) fn reopen_if_lost(&self, current: &mut Current) {
        if !self.health.is_lost() {
            return;
        }
        let store = self.store();
        if store.reopen(self.now())
            && let Ok(opened) = load(&store)
        {
            *current = opened;
            let mut known = self.health.known();
            let lost = known.lost.take();
            let rescue = lost.and_then(|lost| lost.rescue);
            let rescue = rescue.map(|path| path.display().to_string());
            let back = Message::new("problem-store-is-back")
                .text("file", store.path().display().to_string())
                .text("rescue", rescue.unwrap_or_else(|| "none".to_owned()));
            known.notices.push(back);
        }
    }

    /// Saves what the screen shows as a new store at `path`. Where the store is lost, it is the store from now on.
    ///
    /// # Errors
    /// A [`Problem`] when there is a file already, or it can't be written.
    pub fn save_elsewhere(&self, path: &Path) -> Result<(), Problem> {
        let mut current = self.current();
        deroule_store::write_new(path, &current.loaded())?;
        if self.health.is_lost() {
            let store = Store::open(path, self.now())?.on_device(self.device.clone());
            *current = load(&store)?;
            self.continue_with(store);
            self.health.known().lost = None;
        }
        Ok(())
    }

    /// Ends work with the store: what was begun is finished, and all of it is in one file. Safe to call from any
    /// thread, at any time, more than once. Changes are refused from then on.
    ///
    /// # Errors
    /// A [`Problem`] when the file is not whole: another program has it open, the disk is full, or it is no longer
    /// there; then what the screen shows was rescued.
    pub fn close(&self) -> Result<(), Problem> {
        let mut current = self.current();
        match self.store().close() {
            Ok(()) => Ok(()),
            Err(error) => {
                let problem = self.settle(&mut current, error.into());
                ignore_failure(self.store().close(), "close the store after a failed close");
                Err(problem)
            }
        }
    }

    /// Brings everything into the one file, so that it can be copied as it is.
    ///
    /// # Errors
    /// A [`Problem`] when another program keeps it from doing so, or as [`App::apply`].
    pub fn checkpoint(&self) -> Result<(), Problem> {
        let mut current = self.current();
        let done = self.store().checkpoint();
        done.map_err(|error| self.settle(&mut current, error.into()))
    }

    /// Begins to check the file in the background.
    pub(crate) fn begin_check(&self) {
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

    /// What is wrong with the file, as the check in the background found; waits for it, but no longer than
    /// `patience`. `None` where nothing is, or nothing is known yet.
    pub fn damage(&self, patience: Duration) -> Option<Message> {
        let check = &self.health.check;
        let waited = check
            .done
            .wait_timeout_while(lock(&check.verdict), patience, |verdict| verdict.is_none());
        let (verdict, _) = waited.unwrap_or_else(PoisonError::into_inner);
        verdict.clone().flatten()
    }
}

/// Why an attempt at something did not succeed.
pub(crate) enum Attempt {
    Store(StoreError),
    Problem(Problem),
}

impl From<StoreError> for Attempt {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Problem> for Attempt {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<deroule_edit::Refusal> for Attempt {
    fn from(refusal: deroule_edit::Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}

impl Current {
    /// The state as a store holds it.
    pub(crate) fn loaded(&self) -> Loaded {
        Loaded {
            state: self.state.clone(),
            revision: self.revision,
            changed_at: self.changed_at,
        }
    }
}

/// The time in the name of a copy, as RFC 3339.
pub(crate) fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339()
}
