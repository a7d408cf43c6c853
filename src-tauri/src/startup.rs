//! Opens the application on a thread of its own while the window opens. The start then takes as long as the
//! slower of the two, not as long as both.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use deroule_app::{App, Problem, Scope, Snapshot, ignore_failure, system_language};

/// The application on its store, as soon as it is open. Clones are the same.
#[derive(Clone)]
pub struct Startup(Arc<Inner>);

struct Inner {
    path: Result<PathBuf, Problem>,
    app: OnceLock<Result<App, Problem>>,
    first: Mutex<Option<Snapshot>>,
}

impl Startup {
    /// Begins to open the store at `path`.
    pub fn begin(path: Result<PathBuf, Problem>) -> Self {
        let startup = Self(Arc::new(Inner {
            path,
            app: OnceLock::new(),
            first: Mutex::new(None),
        }));
        let early = startup.clone();
        thread::spawn(move || {
            if let Err(problem) = early.app() {
                tracing::error!(code = problem.code, "store is not open");
            }
        });
        startup
    }

    /// The path of the store.
    pub fn path(&self) -> Result<PathBuf, Problem> {
        self.0.path.clone()
    }

    /// The application; waits until it is open.
    pub fn app(&self) -> Result<&App, Problem> {
        let Inner { path, app, first } = &*self.0;
        let app = app.get_or_init(|| {
            let app = open(path.clone()?)?;
            // The webview takes longer to start than this snapshot.
            *first.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(app.snapshot(Scope::default())?);
            Ok(app)
        });
        app.as_ref().map_err(Clone::clone)
    }

    /// Takes the first view. It is none while it is not ready, and after it was taken. Never waits.
    pub fn take_first(&self) -> Option<Snapshot> {
        let mut first = self.0.first.lock().unwrap_or_else(PoisonError::into_inner);
        first.take()
    }

    /// A snapshot of `watch`. The first view was prepared in advance.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be opened or read.
    pub fn snapshot(&self, watch: Scope) -> Result<Snapshot, Problem> {
        let app = self.app()?;
        let ready = (watch == Scope::default())
            .then(|| self.take_first())
            .flatten();
        // If another process wrote since, the revision in it shows that.
        ready.map_or_else(|| app.snapshot(watch), Ok)
    }

    /// Closes the store if it was opened, and leaves one complete file. Nothing is written after that.
    pub fn close(&self) {
        if let Some(Ok(app)) = self.0.app.get() {
            // Its content is on disk in any case; the next opening finds it.
            ignore_failure(app.close(), "close the store at the end");
        }
    }

    /// Calls `report` if the store can't be opened. Never waits.
    pub fn on_failure(&self, report: impl FnOnce(&Problem) + Send + 'static) {
        let startup = self.clone();
        thread::spawn(move || {
            if let Err(problem) = startup.app() {
                report(&problem);
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

    use super::Startup;
    use deroule_app::edit::{Edit, ProgrammeField};
    use deroule_app::{App, Scope};

    #[test]
    fn the_first_view_is_given_once_and_later_ones_are_current() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.deroule");
        let startup = Startup::begin(Ok(path.clone()));
        let first = startup.snapshot(Scope::default()).unwrap();
        let programme = first.open.unwrap().programme.id;

        let title = "Another".to_owned();
        let field = ProgrammeField::Title(title.clone());
        let edit = Edit::SetProgramme { programme, field };
        let other = App::open(&path, chrono::Utc::now).unwrap();
        other.apply(&edit, Scope::default()).unwrap();

        let next = startup.snapshot(Scope::default()).unwrap();
        assert_eq!(next.open.unwrap().programme.title, title);
        assert!(next.revision > first.revision);
    }
}
