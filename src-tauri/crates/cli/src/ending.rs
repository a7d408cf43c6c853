//! The end of a call, ordinary or not: the store is closed as one whole file.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use deroule_app::{App, Problem, ignore_failure};

use crate::output::Output;
use crate::progress;

/// How long the check of the file is waited for: large stores are not kept open for it.
const PATIENCE: Duration = Duration::from_secs(1);

/// Says what the check found, and closes the store.
///
/// # Errors
/// A [`Problem`] when the file is no longer where it was.
pub fn close(app: &App, output: &Output) -> Result<(), Problem> {
    if let Some(damage) = app.damage(PATIENCE) {
        output.problem(&Problem::new(damage));
    }
    match app.close() {
        // Whoever else has the file open brings all of it together when they close it.
        Err(problem) if problem.code == "problem-store-busy" => Ok(()),
        closed => closed,
    }
}

/// The store that is open, for whoever ends the process. Locked while it is being opened.
#[derive(Clone, Default)]
pub struct Open(Arc<Mutex<Option<Arc<App>>>>);

impl Open {
    fn lock(&self) -> MutexGuard<'_, Option<Arc<App>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps the process from being ended by a signal until what is returned is dropped. Where one is being
    /// heeded already, this never returns.
    pub fn have_the_last_word(&self) -> impl Sized + '_ {
        self.lock()
    }

    /// Opens the store at `path`.
    pub fn open(&self, path: &Path) -> Result<Arc<App>, Problem> {
        let mut open = self.lock();
        let app = Arc::new(App::open_on(path, chrono::Utc::now, deroule_app::device())?);
        *open = Some(Arc::clone(&app));
        Ok(app)
    }

    /// Ends the process on a signal, but not during a write, and leaves one whole file.
    #[cfg(unix)]
    pub fn close_on_signal(&self) {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        use signal_hook::iterator::Signals;

        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
            return;
        };
        let open = self.clone();
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                if let Some(app) = &*open.lock() {
                    ignore_failure(app.close(), "close the store on a signal");
                }
                progress::clear();
                std::process::exit(128 + signal);
            }
        });
    }

    /// Elsewhere the system ends processes without a word.
    #[cfg(not(unix))]
    pub fn close_on_signal(&self) {}
}
