//! The app without a WebDriver, for dialogs that it shows before its window.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use super::bus::{Bus, Dialogs, with_home};
use super::dialog::{dialogs, main_window, repeat_until_closed, xdotool};
use super::driver::{DisplayLock, signal};
use super::wait::until;
use crate::paths;
use crate::store::Store;

/// A running app. Dropping it kills the app and a successor that it started.
pub struct AppProcess {
    child: Child,
    _bus: Bus,
    _lock: DisplayLock,
}

impl AppProcess {
    /// Starts the app on a store.
    pub fn start(store: &Store) -> Self {
        let lock = DisplayLock::take();
        let bus = Bus::start(store.home(), Dialogs::Own);
        let child = with_home(Command::new(paths::program("deroule")), store.home())
            .arg("--store")
            .arg(store.path())
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            child,
            _bus: bus,
            _lock: lock,
        }
    }

    /// Waits for a dialog, presses keys in it, and waits until it is closed.
    pub fn keys_in_dialog(&self, chords: &[&str]) {
        let id = until("a dialog of the system", || dialogs().pop());
        xdotool(&["windowfocus", "--sync", &id]);
        repeat_until_closed(&id, || {
            xdotool(&[&["key"], chords].concat());
        });
    }

    /// Waits until the app has restarted as another process and shows its window.
    pub fn shows_window(&self) {
        let first = self.child.id().to_string();
        until("the window of the restarted app", || {
            let id = main_window()?;
            (xdotool(&["getwindowpid", &id]).trim() != first).then_some(())
        });
    }
}

impl Drop for AppProcess {
    fn drop(&mut self) {
        signal("KILL", &format!("-{}", self.child.id()));
        let _ended = self.child.wait();
    }
}
