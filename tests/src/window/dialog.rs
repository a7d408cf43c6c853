//! Dialogs of the system. They are not part of the page, so the tests find them on the display and type into them.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask, InputFocus};
use x11rb::protocol::xtest::ConnectionExt as _;

use super::{Window, until};

/// The title of the app's window.
const MAIN_TITLE: &str = "Déroulé";

/// A dialog of the system that the app opened.
pub struct SystemDialog<'a> {
    window: &'a Window,
    id: String,
}

impl Window {
    /// Waits for a dialog of the system and gives it the focus.
    pub fn dialog(&self) -> SystemDialog<'_> {
        let id = until("a dialog of the system", || dialogs().pop());
        xdotool(&["windowfocus", "--sync", &id]);
        SystemDialog { window: self, id }
    }

    /// Closes the app's window as the close button of its frame does.
    pub fn close_window(&self) {
        let id = main_window().unwrap_or_else(|| panic!("there is no window"));
        request_close(id.parse().unwrap()).unwrap();
    }
}

/// The id of the app's window.
pub fn main_window() -> Option<String> {
    let mut windows = visible_windows().into_iter();
    windows
        .find(|(_, title)| title == MAIN_TITLE)
        .map(|(id, _)| id)
}

/// Ids of all other visible windows with a title. A dialog may belong to another process.
pub fn dialogs() -> Vec<String> {
    let windows = visible_windows().into_iter();
    let others = windows.filter(|(_, title)| !title.is_empty() && title != MAIN_TITLE);
    others.map(|(id, _)| id).collect()
}

/// Ids and titles of all visible windows. A search by title would only find titles in Latin letters.
fn visible_windows() -> Vec<(String, String)> {
    let found = xdotool(&["search", "--onlyvisible", "--class", "."]);
    let title = |id: &str| xdotool(&["getwindowname", id]).trim().to_owned();
    found.lines().map(|id| (id.to_owned(), title(id))).collect()
}

impl SystemDialog<'_> {
    /// Presses keys one after the other, such as `ctrl+l`, `Return`, `a`.
    ///
    /// The window with the focus gets them. Keys sent to a given window stay down on the display when the first of
    /// them closes it.
    pub fn keys(&self, chords: &[&str]) {
        xdotool(&[&["key"], chords].concat());
    }

    /// Shows a folder in a save dialog.
    pub fn show(&self, folder: &Path) {
        self.keys(&["ctrl+l", "ctrl+a"]);
        xdotool(&["type", &format!("{}/", folder.to_str().unwrap())]);
        self.keys(&["Return"]);
    }

    /// Types a path into a file dialog and waits until the dialog is closed.
    pub fn choose(self, path: &Path) {
        repeat_until_closed(&self.id, || {
            // Focus the path field and select its text.
            self.keys(&["ctrl+l", "ctrl+a"]);
            xdotool(&["type", path.to_str().unwrap()]);
            self.keys(&["Return"]);
        });
    }

    /// Whether the dialog belongs to the app's process.
    pub fn is_own(&self) -> bool {
        let process = xdotool(&["getwindowpid", &self.id]);
        process.trim() == self.window.driver.app().to_string()
    }

    /// Presses keys and waits until the dialog is closed.
    pub fn answer(self, chords: &[&str]) {
        repeat_until_closed(&self.id, || self.keys(chords));
    }
}

/// Repeats an action until a dialog is closed.
///
/// The dialog may not listen yet, its path suggestions may swallow letters, and the
/// first Escape may only close the suggestions.
pub fn repeat_until_closed(id: &str, act: impl Fn()) {
    until("the dialog of the system to close", || {
        // The app would receive keys that are pressed after the dialog closed.
        if is_open(id) {
            xdotool(&["windowfocus", id]);
            act();
        }
        has_closed(id).then_some(())
    });
}

/// Whether a dialog closes within a second.
fn has_closed(id: &str) -> bool {
    const ATTEMPTS: usize = 40;
    (0..ATTEMPTS).any(|_| {
        std::thread::sleep(Duration::from_millis(25));
        !is_open(id)
    })
}

/// Whether a dialog is open.
fn is_open(id: &str) -> bool {
    dialogs().iter().any(|open| open == id)
}

/// Asks a window to close, as a window manager would. The display of the tests has none.
fn request_close(window: u32) -> Result<(), Box<dyn std::error::Error>> {
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

/// Releases all keys of the display and gives the focus to the window under the pointer.
///
/// A test that failed may have left keys down.
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

/// Runs xdotool and returns its output. The output is empty if a search finds nothing.
pub fn xdotool(words: &[&str]) -> String {
    let done = Command::new("xdotool")
        .args(words)
        .output()
        .unwrap_or_else(|error| panic!("xdotool does not start ({error}): run script/setup"));
    String::from_utf8_lossy(&done.stdout).into_owned()
}
