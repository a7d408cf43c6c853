//! The WebKitWebDriver process that opens the window and hands on what a test does in it.

use std::fs::File;
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::paths;
use crate::window::bus::{Bus, Dialogs, with_home};
use crate::window::dialog::reset_keyboard;
use crate::window::wait::until;

/// One window at a time has the keyboard of the display; a drag ends when another takes it.
pub struct Turn(#[expect(dead_code, reason = "held")] File);

impl Turn {
    /// Waits for it. What another window did to the keyboard is over then.
    pub fn take() -> Self {
        let turn = File::create(paths::root().join("target/window.lock")).unwrap();
        turn.lock().unwrap();
        reset_keyboard().unwrap();
        Self(turn)
    }
}

/// A running driver; it ends, with all that it started, when this goes.
pub struct Driver {
    child: Child,
    bus: Bus,
    _turn: Turn,
    /// Where it listens.
    pub port: u16,
}

impl Driver {
    /// Starts a driver on a free port. What the window remembers lives under `home`.
    pub fn start(home: &Path, dialogs: Dialogs) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "no display for the window: run `script/headless cargo test -p deroule-tests`, or script/test"
        );
        let turn = Turn::take();
        let port = free_port();
        let bus = Bus::start(home, dialogs);
        Self {
            child: spawn(port, home, &bus),
            bus,
            _turn: turn,
            port,
        }
    }

    /// Ends the driver with all that it started, and starts another.
    pub fn restart(&mut self, home: &Path) {
        self.end();
        self.port = free_port();
        self.child = spawn(self.port, home, &self.bus);
    }

    /// What the driver and the app last said, and which processes it has; for an app that does not open.
    pub fn state(&self, home: &Path) -> String {
        let said = std::fs::read_to_string(said_in(home)).unwrap_or_default();
        let last: Vec<&str> = said.lines().rev().take(20).collect();
        let said: Vec<&str> = last.into_iter().rev().collect();
        let children = children_of(self.child.id());
        format!("the driver has started {children:?}; said was: {said:?}")
    }

    /// The process of the app this driver opened.
    pub fn app(&self) -> u32 {
        until("the process of the app", || {
            children_of(self.child.id())
                .into_iter()
                .find(|(_, name)| name == "deroule")
                .map(|(id, _)| id)
        })
    }

    fn end(&mut self) {
        // The app and its web processes are in the driver's own process group.
        signal("KILL", &format!("-{}", self.child.id()));
        let _ended = self.child.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// Where the driver and the app say what goes wrong.
fn said_in(home: &Path) -> PathBuf {
    home.join("driver.log")
}

fn spawn(port: u16, home: &Path, bus: &Bus) -> Child {
    let said = File::create(said_in(home)).unwrap();
    with_home(Command::new("WebKitWebDriver"), home)
        .arg("--host=127.0.0.1")
        .arg(format!("--port={port}"))
        // What is printed to a file is put there.
        .current_dir(home)
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // WebKit's driver takes no picture of a window that is painted without OpenGL.
        .env("DEROULE_PAINTING", "opengl")
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(said.try_clone().unwrap())
        .stderr(said)
        .spawn()
        .unwrap_or_else(|error| {
            panic!("WebKitWebDriver does not start ({error}): run script/setup")
        })
}

/// Sends a signal to a process, or with a minus before it to a process group.
pub fn signal(name: &str, process: &str) {
    let _gone_already = Command::new("kill")
        .args([&format!("-{name}"), "--", process])
        .stderr(Stdio::null())
        .status();
}

/// Whether a process is gone, or only waits for its parent to hear of it.
pub fn has_ended(process: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"));
    stat.map_or(true, |stat| {
        stat.rsplit_once(") ")
            .is_none_or(|(_, tail)| tail.starts_with('Z'))
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The children of a process: id and name.
fn children_of(parent: u32) -> Vec<(u32, String)> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let mut stat = String::new();
            let mut file = File::open(entry.path().join("stat")).ok()?;
            file.read_to_string(&mut stat).ok()?;
            // `pid (name) state parent …`; the name may hold anything but the last bracket.
            let (head, tail) = stat.rsplit_once(") ")?;
            let (_, name) = head.split_once('(')?;
            let of: u32 = tail.split(' ').nth(1)?.parse().ok()?;
            (of == parent).then(|| (id, name.to_owned()))
        })
        .collect()
}
