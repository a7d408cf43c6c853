//! The real window of the built app, driven through its screen, pointer and keyboard.

mod app_process;
mod bus;
mod dialog;
mod driver;
mod input;
mod protocol;
mod wait;

use serde_json::{Value, json};

use crate::paths;
use crate::store::Store;
pub use app_process::AppProcess;
pub use bus::Dialogs;
pub use dialog::SystemDialog;
use driver::Driver;
pub use input::{Point, Rect};
use protocol::Session;
pub use wait::until;

/// An open window on a temporary store. Dropping it closes the window.
pub struct Window {
    session: Session,
    driver: Driver,
    /// The store that the window shows.
    pub store: Store,
}

/// A way to end the app.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// Close the window.
    Close,
    /// Send a signal, such as `TERM`.
    Signal(&'static str),
}

impl Window {
    /// Opens the app on a store, without a dialog portal, and waits until it is ready.
    pub fn open(store: Store) -> Self {
        Self::open_with(store, Dialogs::Own)
    }

    /// Opens the app on a store, with or without a dialog portal, and waits until it is ready.
    pub fn open_with(store: Store, dialogs: Dialogs) -> Self {
        let mut driver = Driver::start(store.home(), dialogs);
        let session = Session::open(&mut driver, store.home(), &store.path());
        let window = Self {
            session,
            driver,
            store,
        };
        window.wait_until_ready();
        window
    }

    /// Kills the app as a crash would, and opens it again on the same store.
    pub fn kill_and_reopen(mut self) -> Self {
        driver::signal("KILL", &self.driver.app().to_string());
        self.driver.restart(self.store.home());
        let home = self.store.home().to_owned();
        self.session = Session::open(&mut self.driver, &home, &self.store.path());
        self.wait_until_ready();
        self
    }

    /// The process id of the app.
    pub fn process(&self) -> u32 {
        self.driver.app()
    }

    /// Ends the app in an orderly way, waits for its end, and returns its store.
    pub fn end(mut self, end: End) -> Store {
        let app = self.process();
        match end {
            End::Close => self.close_window(),
            End::Signal(name) => driver::signal(name, &app.to_string()),
        }
        until("the app to end", || driver::has_ended(app).then_some(()));
        std::mem::replace(&mut self.store, Store::new())
    }

    /// Reloads the page in a language and a theme.
    pub fn set(&self, language: &str, theme: &str) {
        self.script(
            "localStorage.setItem('deroule.language', arguments[0][0]);
             localStorage.setItem('deroule.theme', arguments[0][1]);
             delete document.documentElement.dataset.ready;
             setTimeout(() => location.reload())",
            &json!([language, theme]),
        );
        self.wait_until_ready();
    }

    fn wait_until_ready(&self) {
        // A page that is being unloaded does not answer.
        until("the page to be ready", || {
            self.session
                .is_true("return document.documentElement?.dataset.ready === 'true'")
                .then_some(())
        });
        self.resize(1280, 800);
    }

    /// Sets the size of the page, in pixels, and waits until it is applied.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height);
        self.shows_with(
            "return innerWidth <= arguments[0][0] && innerWidth > arguments[0][0] - 60",
            &json!([width, height]),
        );
        self.settle();
    }

    /// Waits until what follows from a change of size is laid out, and nothing moves any more.
    pub fn settle(&self) {
        self.script_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => arguments[1](null)))",
            &Value::Null,
        );
        self.shows("return document.getAnimations().length === 0");
    }

    /// Runs a script and returns its result. Its `arguments[0]` is `argument`.
    pub fn script(&self, script: &str, argument: &Value) -> Value {
        self.session.script(script, argument)
    }

    /// Runs a script and returns what it passes to `arguments[1]`.
    pub fn script_async(&self, script: &str, argument: &Value) -> Value {
        self.session.script_async(script, argument)
    }

    /// Waits until a script returns true.
    pub fn shows(&self, script: &str) {
        self.shows_with(script, &Value::Null);
    }

    /// Waits until a script returns true for `argument`.
    pub fn shows_with(&self, script: &str, argument: &Value) {
        until(&format!("{script} {argument}"), || {
            (self.script(script, argument) == Value::Bool(true)).then_some(())
        });
    }

    /// Waits until an element matches the selector and contains `text`.
    pub fn reads(&self, css: &str, text: &str) {
        self.shows_with(
            "return [...document.querySelectorAll(arguments[0][0])]
               .some((one) => one.innerText.includes(arguments[0][1]))",
            &json!([css, text]),
        );
    }

    /// Waits until no element matches the selector.
    pub fn lacks(&self, css: &str) {
        self.shows_with(
            "return document.querySelector(arguments[0]) === null",
            &json!(css),
        );
    }

    /// The number of elements that match the selector.
    pub fn count(&self, css: &str) -> u64 {
        let count = self.script(
            "return document.querySelectorAll(arguments[0]).length",
            &json!(css),
        );
        count.as_u64().unwrap()
    }

    /// The box of the first element that matches the selector.
    ///
    /// Scrolls to the element and waits until its animations have ended.
    pub fn rect(&self, css: &str) -> Rect {
        let measured = until(css, || {
            let script = "const one = document.querySelector(arguments[0]);
               one?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
               if (!one) return null;
               // Animations of its ancestors move it too.
               for (let moved = one; moved; moved = moved.parentElement) {
                 if (moved.getAnimations().length) return null;
               }
               const box = one.getBoundingClientRect();
               return [box.x, box.y, box.width, box.height]";
            let found = self.script(script, &json!(css));
            found.as_array().cloned()
        });
        let [x, y, width, height] = [0, 1, 2, 3].map(|at| measured[at].as_f64().unwrap());
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    /// Waits until the programme in the store meets a condition, which `what` describes.
    pub fn stored(&self, what: &str, matches: impl Fn(&Value) -> bool) {
        until(&format!("{what}, in the store"), || {
            matches(&self.store.plan()).then_some(())
        });
    }

    /// Saves a screenshot in `target/screenshots`, after the page has been painted.
    pub fn photograph(&self, name: &str) {
        self.script_async(
            "const done = arguments[1];
             requestAnimationFrame(() => requestAnimationFrame(() => done(null)))",
            &Value::Null,
        );
        self.save_screenshot(name).unwrap();
    }

    fn save_screenshot(&self, name: &str) -> Result<(), String> {
        let png = self.session.screenshot()?;
        let folder = paths::root().join("target/screenshots");
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join(format!("{name}.png")), png))
            .map_err(|error| error.to_string())
    }

    fn session(&self) -> &Session {
        &self.session
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // A screenshot of the failure helps more than the condition that timed out.
            let test = std::thread::current();
            let test = test.name().unwrap_or("unnamed").replace("::", "-");
            let _gone_already = self.save_screenshot(&format!("failed-{test}"));
        }
        self.session.close();
    }
}
