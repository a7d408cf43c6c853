//! A session bus of its own for each window, with or without a portal for dialogs on it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Where the system keeps what its buses can start.
const SERVICES: &str = "/usr/share/dbus-1/services";

/// What a portal for dialogs consists of. The portal for documents is none of it: it would mount a file system.
const PORTAL: [&str; 3] = [
    "org.freedesktop.portal.Desktop.service",
    "org.freedesktop.impl.portal.desktop.gtk.service",
    "org.freedesktop.impl.portal.PermissionStore.service",
];

/// Whose dialogs for files and for printing are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialogs {
    /// Those of the app's own process: the desktop has no portal.
    Own,
    /// Those of the desktop's portal, the one that Debian packages.
    Portal,
}

/// A running bus. What it started ends with it.
pub struct Bus {
    child: Child,
    address: String,
}

impl Bus {
    /// Starts a bus whose files are under `home`.
    pub fn start(home: &Path, dialogs: Dialogs) -> Self {
        let folder = home.join("bus");
        let services = folder.join("services");
        fs::create_dir_all(&services).unwrap();
        if dialogs == Dialogs::Portal {
            for service in PORTAL {
                let system = Path::new(SERVICES).join(service);
                fs::copy(&system, services.join(service)).unwrap_or_else(|error| {
                    panic!(
                        "{} is missing ({error}): run script/setup",
                        system.display()
                    )
                });
            }
        }
        let config = folder.join("bus.conf");
        fs::write(&config, config_of(&folder, &services)).unwrap();
        let mut child = with_home(Command::new("dbus-daemon"), home)
            // What is printed to a file is put there.
            .current_dir(home)
            .arg("--nofork")
            .arg("--nopidfile")
            .arg("--print-address")
            .arg(format!("--config-file={}", config.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("no bus starts ({error}): run script/setup"));
        let mut address = String::new();
        let mut told = BufReader::new(child.stdout.take().unwrap());
        told.read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        assert!(!address.is_empty(), "the bus tells no address");
        Self { child, address }
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _gone_already = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// A command that speaks French and keeps all it remembers under `home`.
pub fn with_home(mut command: Command, home: &Path) -> Command {
    let run = home.join("run");
    fs::create_dir_all(&run).unwrap();
    command
        .env("LANG", "fr_FR.UTF-8")
        .env("LC_ALL", "fr_FR.UTF-8")
        .env("NO_AT_BRIDGE", "1")
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_RUNTIME_DIR", run);
    command
}

fn config_of(folder: &Path, services: &Path) -> String {
    let (folder, services) = (folder.display(), services.display());
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#
    )
}
