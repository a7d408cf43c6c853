//! The real window of the built app, driven as an organiser would: what is seen, pressed, typed.

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

/// An open window on a store of its own; it closes when this goes.
pub struct Window {
    session: Session,
    driver: Driver,
    /// What it works on.
    pub store: Store,
}

/// A way to end the app.
#[derive(Clone, Copy, Debug)]
pub enum End {
    /// The window is closed.
    Close,
    /// The system sends a signal, such as `TERM`.
    Signal(&'static str),
}

impl Window {
    /// Opens the app on a store, and waits until it can be used. The dialogs are of its own process.
    pub fn open(store: Store) -> Self {
        Self::open_with(store, Dialogs::Own)
    }

    /// Opens the app on a desktop that has a portal or has none.
    pub fn open_with(store: Store, dialogs: Dialogs) -> Self {
        let mut driver = Driver::start(store.home(), dialogs);
        let session = Session::open(&mut driver, store.home(), &store.path());
        let window = Self {
            session,
            driver,
            store,
        };
        window.ready();
        window
    }

    /// Ends the app as a crash or a power cut would, and opens it anew on the same store.
    pub fn killed_and_reopened(mut self) -> Self {
        driver::signal("KILL", &self.driver.app().to_string());
        self.driver.restart(self.store.home());
        let home = self.store.home().to_owned();
        self.session = Session::open(&mut self.driver, &home, &self.store.path());
        self.ready();
        self
    }

    /// The process of the app.
    pub fn process(&self) -> u32 {
        self.driver.app()
    }

    /// Ends the app in a way that lets it finish, and waits until it has; the store is left.
    pub fn ended(mut self, end: End) -> Store {
        let app = self.process();
        match end {
            End::Close => self.close_window(),
            End::Signal(name) => driver::signal(name, &app.to_string()),
        }
        until("the app to end", || driver::has_ended(app).then_some(()));
        std::mem::replace(&mut self.store, Store::new())
    }

    /// Loads the page anew, in a language and a theme.
    pub fn set(&self, language: &str, theme: &str) {
        self.script(
            "localStorage.setItem('deroule.language', arguments[0][0]);
             localStorage.setItem('deroule.theme', arguments[0][1]);
             delete document.documentElement.dataset.ready;
             setTimeout(() => location.reload())",
            &json!([language, theme]),
        );
        self.ready();
    }

    fn ready(&self) {
        // A page that is going away answers nothing.
        until("the page to be ready", || {
            self.session
                .answers("return document.documentElement?.dataset.ready === 'true'")
                .then_some(())
        });
        self.resize(1280, 800);
    }

    /// Gives the page a size, in pixels, and waits until it has it.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height);
        self.shows_with(
            "return innerWidth <= arguments[0][0] && innerWidth > arguments[0][0] - 60",
            &json!([width, height]),
        );
    }

    /// What a script answers; its `arguments[0]` is `argument`.
    pub fn script(&self, script: &str, argument: &Value) -> Value {
        self.session.script(script, argument)
    }

    /// What a script hands to `arguments[1]`.
    pub fn script_async(&self, script: &str, argument: &Value) -> Value {
        self.session.script_async(script, argument)
    }

    /// Waits until a script answers yes.
    pub fn shows(&self, script: &str) {
        self.shows_with(script, &Value::Null);
    }

    /// Waits until a script answers yes about `argument`.
    pub fn shows_with(&self, script: &str, argument: &Value) {
        until(&format!("{script} {argument}"), || {
            (self.script(script, argument) == Value::Bool(true)).then_some(())
        });
    }

    /// Waits until an element of the selector is there whose text holds `text`.
    pub fn reads(&self, css: &str, text: &str) {
        self.shows_with(
            "return [...document.querySelectorAll(arguments[0][0])]
               .some((one) => one.innerText.includes(arguments[0][1]))",
            &json!([css, text]),
        );
    }

    /// Waits until no element of the selector is left.
    pub fn lacks(&self, css: &str) {
        self.shows_with(
            "return document.querySelector(arguments[0]) === null",
            &json!(css),
        );
    }

    /// How many elements of the selector there are.
    pub fn count(&self, css: &str) -> u64 {
        let count = self.script(
            "return document.querySelectorAll(arguments[0]).length",
            &json!(css),
        );
        count.as_u64().unwrap()
    }

    /// Where the first element of the selector is, scrolled to if need be. Waits until it stands still.
    pub fn rect(&self, css: &str) -> Rect {
        let measured = until(css, || {
            let script = "const one = document.querySelector(arguments[0]);
               one?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
               if (!one) return null;
               // It moves with what it is in, too.
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

    /// Waits until the plan in the store is as told.
    pub fn stored(&self, what: &str, as_told: impl Fn(&Value) -> bool) {
        until(&format!("{what}, in the store"), || {
            as_told(&self.store.plan()).then_some(())
        });
    }

    /// Leaves a picture in `target/screenshots`, once what is there is painted.
    pub fn photograph(&self, name: &str) {
        self.script_async(
            "const done = arguments[1];
             requestAnimationFrame(() => requestAnimationFrame(() => done(null)))",
            &Value::Null,
        );
        self.keep_picture(name).unwrap();
    }

    fn keep_picture(&self, name: &str) -> Result<(), String> {
        let picture = self.session.picture()?;
        let folder = paths::root().join("target/screenshots");
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(folder.join(format!("{name}.png")), picture))
            .map_err(|error| error.to_string())
    }

    fn session(&self) -> &Session {
        &self.session
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What the window looked like when its test failed tells more than what it waited for.
            let test = std::thread::current();
            let test = test.name().unwrap_or("unnamed").replace("::", "-");
            let _gone_already = self.keep_picture(&format!("failed-{test}"));
        }
        self.session.close();
    }
}
