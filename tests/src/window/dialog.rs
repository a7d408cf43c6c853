//! The system's own dialogs, of which the page knows nothing: found on the display, driven by its keyboard.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask, InputFocus};
use x11rb::protocol::xtest::ConnectionExt as _;

use super::{Window, until};

/// The title of the app's own window.
const OWN: &str = "Déroulé";

/// A dialog of the system that the app opened.
pub struct SystemDialog<'a> {
    window: &'a Window,
    id: String,
}

impl Window {
    /// The system's dialog, once it is there; it has the keyboard then.
    pub fn dialog(&self) -> SystemDialog<'_> {
        let id = until("a dialog of the system", || dialogs().pop());
        xdotool(&["windowfocus", "--sync", &id]);
        SystemDialog { window: self, id }
    }

    /// Closes the app's window as the button in its frame does.
    pub fn close_window(&self) {
        let id = main_window().unwrap_or_else(|| panic!("there is no window"));
        ask_to_close(id.parse().unwrap()).unwrap();
    }
}

/// The app's own window.
pub fn main_window() -> Option<String> {
    let mut windows = titled().into_iter();
    windows.find(|(_, title)| title == OWN).map(|(id, _)| id)
}

/// Every other window that can be seen and has a title: a dialog may be another process's.
pub fn dialogs() -> Vec<String> {
    let windows = titled().into_iter();
    let others = windows.filter(|(_, title)| !title.is_empty() && title != OWN);
    others.map(|(id, _)| id).collect()
}

/// Every window that can be seen, with its title. A search by title knows none but those in Latin letters.
fn titled() -> Vec<(String, String)> {
    let found = xdotool(&["search", "--onlyvisible", "--class", "."]);
    let title = |id: &str| xdotool(&["getwindowname", id]).trim().to_owned();
    found.lines().map(|id| (id.to_owned(), title(id))).collect()
}

impl SystemDialog<'_> {
    /// Presses keys one after the other, each as `ctrl+l`, `Return`, `a`. What has the keyboard gets them: sent to a
    /// window that closes at the first of them, they would stay down on the display.
    pub fn keys(&self, chords: &[&str]) {
        xdotool(&[&["key"], chords].concat());
    }

    /// Shows a folder in a dialog for files that saves.
    pub fn show(&self, folder: &Path) {
        self.keys(&["ctrl+l", "ctrl+a"]);
        xdotool(&["type", &format!("{}/", folder.to_str().unwrap())]);
        self.keys(&["Return"]);
    }

    /// Types the path of a file into a dialog for files, and waits until it took it.
    pub fn choose(self, path: &Path) {
        repeat_until_closed(&self.id, || {
            // To the field for paths, and to all that it says.
            self.keys(&["ctrl+l", "ctrl+a"]);
            xdotool(&["type", path.to_str().unwrap()]);
            self.keys(&["Return"]);
        });
    }

    /// Whether the app's own process shows it.
    pub fn is_own(&self) -> bool {
        let process = xdotool(&["getwindowpid", &self.id]);
        process.trim() == self.window.driver.app().to_string()
    }

    /// Presses keys, and waits until it is gone.
    pub fn answer(self, chords: &[&str]) {
        repeat_until_closed(&self.id, || self.keys(chords));
    }
}

/// Does something until a dialog is gone: it may not listen yet, its proposals for a path may swallow letters, and the
/// first Escape may only close their list.
pub fn repeat_until_closed(id: &str, act: impl Fn()) {
    until("the dialog of the system to close", || {
        // What is pressed after it closed would go to the app.
        if is_open(id) {
            xdotool(&["windowfocus", id]);
            act();
        }
        closes(id).then_some(())
    });
}

/// Whether a dialog is gone after what was done last, which takes it a moment.
fn closes(id: &str) -> bool {
    const LOOKS: usize = 40;
    (0..LOOKS).any(|_| {
        std::thread::sleep(Duration::from_millis(25));
        !is_open(id)
    })
}

fn is_open(id: &str) -> bool {
    dialogs().iter().any(|open| open == id)
}

/// Asks a window to close, as a window manager would; there is none here.
fn ask_to_close(window: u32) -> Result<(), Box<dyn std::error::Error>> {
    let (connection, _) = x11rb::connect(None)?;
    let atom = |name: &str| -> Result<u32, Box<dyn std::error::Error>> {
        Ok(connection
            .intern_atom(false, name.as_bytes())?
            .reply()?
            .atom)
    };
    let data = [atom("WM_DELETE_WINDOW")?, 0, 0, 0, 0];
    let event = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS")?, data);
    connection
        .send_event(false, window, EventMask::NO_EVENT, event)?
        .check()?;
    Ok(())
}

/// Releases every key of the display, and gives the focus to what is under the pointer, as on a new display.
pub fn reset_keyboard() -> Result<(), Box<dyn std::error::Error>> {
    const KEY_RELEASE: u8 = 3;
    let (connection, screen) = x11rb::connect(None)?;
    let root = connection.setup().roots[screen].root;
    let held = connection.query_keymap()?.reply()?.keys;
    for key in 0..=u8::MAX {
        if held[usize::from(key / 8)] & (1 << (key % 8)) != 0 {
            connection
                .xtest_fake_input(KEY_RELEASE, key, CURRENT_TIME, root, 0, 0, 0)?
                .check()?;
        }
    }
    connection
        .set_input_focus(InputFocus::NONE, InputFocus::POINTER_ROOT, CURRENT_TIME)?
        .check()?;
    Ok(())
}

/// What the tool prints; nothing where it finds nothing.
pub fn xdotool(words: &[&str]) -> String {
    let done = Command::new("xdotool")
        .args(words)
        .output()
        .unwrap_or_else(|error| panic!("xdotool does not start ({error}): run script/setup"));
    String::from_utf8_lossy(&done.stdout).into_owned()
}
