//! The WebKitWebDriver process, which opens the window and performs the actions of a test.

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

/// A lock on the display. Only one window can have the focus, and a drag ends when another window takes it.
pub struct DisplayLock(#[expect(dead_code, reason = "held")] File);

impl DisplayLock {
    /// Waits for the lock and resets the keyboard that the last window may have left in use.
    pub fn take() -> Self {
        let lock = File::create(paths::root().join("target/window.lock")).unwrap();
        lock.lock().unwrap();
        reset_keyboard().unwrap();
        Self(lock)
    }
}

/// A running driver. Dropping it ends the driver and all processes that it started.
pub struct Driver {
    child: Child,
    bus: Bus,
    _lock: DisplayLock,
    /// The port of the WebDriver protocol.
    pub port: u16,
}

impl Driver {
    /// Starts a driver on a free port. The settings of the window are in `home`.
    pub fn start(home: &Path, dialogs: Dialogs) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "no display for the window: run `script/headless cargo test -p deroule-tests`, or script/test"
        );
        let lock = DisplayLock::take();
        let port = free_port();
        let bus = Bus::start(home, dialogs);
        Self {
            child: spawn(port, home, &bus),
            bus,
            _lock: lock,
            port,
        }
    }

    /// Ends the driver and all processes that it started, and starts another.
    pub fn restart(&mut self, home: &Path) {
        self.end();
        self.port = free_port();
        self.child = spawn(self.port, home, &self.bus);
    }

    /// Last output and processes of the driver, to explain why an app does not open.
    pub fn state(&self, home: &Path) -> String {
        let log = std::fs::read_to_string(log_path(home)).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take(20).collect();
        let output: Vec<&str> = last.into_iter().rev().collect();
        let children = children_of(self.child.id());
        format!("processes of the driver: {children:?}; last output: {output:?}")
    }

    /// The process id of the app that this driver opened.
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

/// The file for the output of the driver and the app.
fn log_path(home: &Path) -> PathBuf {
    home.join("driver.log")
}

fn spawn(port: u16, home: &Path, bus: &Bus) -> Child {
    let log = File::create(log_path(home)).unwrap();
    with_home(Command::new("WebKitWebDriver"), home)
        .arg("--host=127.0.0.1")
        .arg(format!("--port={port}"))
        // The print dialog writes its files to the current folder.
        .current_dir(home)
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // WebKit's driver takes no screenshot of a window that is painted without OpenGL.
        .env("DEROULE_PAINTING", "opengl")
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap_or_else(|error| {
            panic!("WebKitWebDriver does not start ({error}): run script/setup")
        })
}

/// Sends a signal to a process. With a minus before the id, sends it to a process group.
pub fn signal(name: &str, process: &str) {
    let _gone_already = Command::new("kill")
        .args([&format!("-{name}"), "--", process])
        .stderr(Stdio::null())
        .status();
}

/// Whether a process has ended. A zombie counts as ended.
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
            // `pid (name) state parent …`; the name may contain brackets too.
            let (head, tail) = stat.rsplit_once(") ")?;
            let (_, name) = head.split_once('(')?;
            let of: u32 = tail.split(' ').nth(1)?.parse().ok()?;
            (of == parent).then(|| (id, name.to_owned()))
        })
        .collect()
}
