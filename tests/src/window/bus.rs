//! A session bus for each window, with or without a dialog portal.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The system's folder of services that a bus can start.
const SERVICES: &str = "/usr/share/dbus-1/services";

/// The services of a dialog portal. The document portal is not needed, and it would mount a file system.
const PORTAL: [&str; 3] = [
    "org.freedesktop.portal.Desktop.service",
    "org.freedesktop.impl.portal.desktop.gtk.service",
    "org.freedesktop.impl.portal.PermissionStore.service",
];

/// Which process shows the dialogs for files and for printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialogs {
    /// The app's own process: the desktop has no portal.
    Own,
    /// The desktop's portal, as packaged by Debian.
    Portal,
}

/// A running bus. The services that it started end with it.
pub struct Bus {
    child: Child,
    address: String,
}

impl Bus {
    /// Starts a bus with its files in `home`.
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
            // The print dialog writes its files to the current folder.
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
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        assert!(!address.is_empty(), "the bus printed no address");
        Self { child, address }
    }

    /// The address for clients.
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

/// Sets a French locale and puts all folders of user data under `home`.
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
