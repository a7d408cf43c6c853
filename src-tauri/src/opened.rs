//! The application, which opens on a thread of its own while the window does: reading a large store and
//! starting a webview take as long as the longer of the two, and not as both.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use deroule_app::{App, Problem, Scope, Snapshot, ignore_failure, system_language};

/// The application on its store, as soon as it is open. Clones are the same.
#[derive(Clone)]
pub struct Opened(Arc<Inner>);

struct Inner {
    path: Result<PathBuf, Problem>,
    app: OnceLock<Result<App, Problem>>,
    first: Mutex<Option<Snapshot>>,
}

impl Opened {
    /// Begins to open the store at `path`.
    pub fn begin(path: Result<PathBuf, Problem>) -> Self {
        let opened = Self(Arc::new(Inner {
            path,
            app: OnceLock::new(),
            first: Mutex::new(None),
        }));
        let early = opened.clone();
        thread::spawn(move || {
            if let Err(problem) = early.app() {
                tracing::error!(code = problem.code, "store is not open");
            }
        });
        opened
    }

    /// Where the store is to be.
    pub fn path(&self) -> Result<PathBuf, Problem> {
        self.0.path.clone()
    }

    /// The application; waits until it is open.
    pub fn app(&self) -> Result<&App, Problem> {
        let Inner { path, app, first } = &*self.0;
        let opened = app.get_or_init(|| {
            let app = open(path.clone()?)?;
            // The webview takes longer to start than this takes.
            *first.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(app.snapshot(Scope::default())?);
            Ok(app)
        });
        opened.as_ref().map_err(Clone::clone)
    }

    /// What the window shows first, once; none while it is not ready, without keeping anybody waiting.
    pub fn made_ready(&self) -> Option<Snapshot> {
        let mut first = self.0.first.lock().unwrap_or_else(PoisonError::into_inner);
        first.take()
    }

    /// What is shown of `watch`; what the window shows first was made ready before it asked.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be opened or read.
    pub fn snapshot(&self, watch: Scope) -> Result<Snapshot, Problem> {
        let app = self.app()?;
        let ready = (watch == Scope::default())
            .then(|| self.made_ready())
            .flatten();
        // Should another process have written since, the revision in it tells.
        ready.map_or_else(|| app.snapshot(watch), Ok)
    }

    /// Closes the store, if it was opened: one whole file is left. Nothing is written after that.
    pub fn close(&self) {
        if let Some(Ok(app)) = self.0.app.get() {
            // What it holds is on disk all the same; who opens it next finds it.
            ignore_failure(app.close(), "close the store at the end");
        }
    }

    /// Tells when the store can't be opened, without keeping anybody waiting.
    pub fn on_failure(&self, tell: impl FnOnce(&Problem) + Send + 'static) {
        let opened = self.clone();
        thread::spawn(move || {
            if let Err(problem) = opened.app() {
                tell(&problem);
            }
        });
    }
}

/// Opens the store; one that never held anything gets the sample, so that the window is not empty.
fn open(path: PathBuf) -> Result<App, Problem> {
    let app = App::open_on(&path, chrono::Utc::now, deroule_app::device())?;
    if app.is_new_store()? {
        app.add_sample(system_language())?;
    }
    Ok(app)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a store that can not be made should fail loudly"
    )]

    use super::Opened;
    use deroule_app::edit::{Edit, ProgrammeField};
    use deroule_app::{App, Scope};

    #[test]
    fn what_was_made_ready_is_given_once_and_then_everything_is_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.deroule");
        let opened = Opened::begin(Ok(path.clone()));
        let first = opened.snapshot(Scope::default()).unwrap();
        let programme = first.open.unwrap().programme.id;

        let title = "Another".to_owned();
        let field = ProgrammeField::Title(title.clone());
        let edit = Edit::SetProgramme { programme, field };
        let other = App::open(&path, chrono::Utc::now).unwrap();
        other.apply(&edit, Scope::default()).unwrap();

        let next = opened.snapshot(Scope::default()).unwrap();
        assert_eq!(next.open.unwrap().programme.title, title);
        assert!(next.revision > first.revision);
    }
}
