//! The end of a call, normal or by a signal: the store is closed as one whole file.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use deroule_app::{App, Problem, ignore_failure};

use crate::output::Output;
use crate::progress;

/// The maximum wait for the integrity check, so that large stores are not kept open for it.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reports damage that the check found, and closes the store.
///
/// # Errors
/// A [`Problem`] when the file is no longer the one at the path.
pub fn close(app: &App, output: &Output) -> Result<(), Problem> {
    if let Some(damage) = app.damage(PATIENCE) {
        output.problem(&Problem::new(damage));
    }
    match app.close() {
        // Another process has the file open and will checkpoint it on closing.
        Err(problem) if problem.code == "problem-store-busy" => Ok(()),
        closed => closed,
    }
}

/// The open store, for any thread that ends the process. Locked while it is being opened.
#[derive(Clone, Default)]
pub struct Open(Arc<Mutex<Option<Arc<App>>>>);

impl Open {
    fn lock(&self) -> MutexGuard<'_, Option<Arc<App>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps signals from ending the process until the returned guard is dropped. Never returns if a signal is
    /// already being handled.
    pub fn block_signals(&self) -> impl Sized + '_ {
        self.lock()
    }

    /// Opens the store at `path`.
    pub fn open(&self, path: &Path) -> Result<Arc<App>, Problem> {
        let mut open = self.lock();
        let app = Arc::new(App::open_on(path, chrono::Utc::now, deroule_app::device())?);
        *open = Some(Arc::clone(&app));
        Ok(app)
    }

    /// On a signal, ends the process after the current write and leaves one whole file.
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

    /// Other systems end processes without a signal.
    #[cfg(not(unix))]
    pub fn close_on_signal(&self) {}
}
