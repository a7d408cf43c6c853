//! The app without a driver, for what it shows before there is a window to drive.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use super::bus::{Bus, Dialogs, with_home};
use super::dialog::{dialogs, main_window, repeat_until_closed, xdotool};
use super::driver::{Turn, signal};
use super::wait::until;
use crate::paths;
use crate::store::Store;

/// A running app; it ends, with one that it started in its place, when this goes.
pub struct AppProcess {
    child: Child,
    _bus: Bus,
    _turn: Turn,
}

impl AppProcess {
    /// Starts the app on a store.
    pub fn start(store: &Store) -> Self {
        let turn = Turn::take();
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
            _turn: turn,
        }
    }

    /// Presses keys in the system's dialog, once it is there, and waits until it is gone.
    pub fn keys_in_dialog(&self, chords: &[&str]) {
        let id = until("a dialog of the system", || dialogs().pop());
        xdotool(&["windowfocus", "--sync", &id]);
        repeat_until_closed(&id, || {
            xdotool(&[&["key"], chords].concat());
        });
    }

    /// Waits until another app has taken the place of the first, and shows its window.
    pub fn shows_window(&self) {
        let first = self.child.id().to_string();
        until("the window of the app that took its place", || {
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
