//! The application, which opens on a thread of its own while the window does: reading a large store and
//! starting a webview take as long as the longer of the two, and not as both.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::thread;

use deroule_app::{App, Language, Problem};

/// The application on its store, as soon as it is open. Clones are the same.
#[derive(Clone)]
pub struct Opened(Arc<Inner>);

struct Inner {
    path: Result<PathBuf, Problem>,
    app: OnceLock<Result<App, Problem>>,
}

impl Opened {
    /// Begins to open the store at `path`.
    pub fn begin(path: Result<PathBuf, Problem>) -> Self {
        let app = OnceLock::new();
        let opened = Self(Arc::new(Inner { path, app }));
        let early = opened.clone();
        thread::spawn(move || {
            let _told_to_who_asks = early.app();
        });
        opened
    }

    /// The application; waits until it is open.
    pub fn app(&self) -> Result<&App, Problem> {
        let Inner { path, app } = &*self.0;
        let opened = app.get_or_init(|| open(path.clone()?));
        opened.as_ref().map_err(Clone::clone)
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
    let app = App::open(&path, chrono::Utc::now)?;
    if app.is_untouched()? {
        app.add_sample(Language::of_system())?;
    }
    Ok(app)
}
