//! The store as scripts see it: one whole file after each call, copies that can be restored, and clear error
//! messages.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use deroule_app::App;
use serde_json::Value;
use tempfile::TempDir;

const PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/pages/planning.md"
);

struct Fixture {
    folder: TempDir,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn store(&self) -> PathBuf {
        self.path("plan.deroule")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        self.command_on(&self.store(), arguments)
    }

    fn command_on(&self, store: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_deroule-cli"));
        command
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C")
            .current_dir(self.folder.path())
            .arg("--store")
            .arg(store)
            .args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn problem(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn sessions(&self) -> usize {
        self.done(&["sessions"]).lines().count()
    }

    /// The files next to the store, without its copies and pages.
    fn others(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let is_other = |name: &String| {
            name != "plan.deroule" && name != "plan copies" && !name.ends_with(".md")
        };
        names.filter(is_other).collect()
    }
}

fn tomorrow() -> DateTime<Utc> {
    Utc::now() + TimeDelta::days(1)
}

/// A store with two programmes. The page's six sessions are in a copy too; the other programme is open.
fn with_a_copy() -> Fixture {
    let fixture = Fixture::new();
    fixture.done(&["import", PAGE]);
    let page = fixture.path("more.md");
    fs::write(
        &page,
        "# Autre\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 mai 2020 |\n",
    )
    .unwrap();
    fixture.done(&["import", page.to_str().unwrap()]);
    fixture
}

fn name(fixture: &Fixture) -> String {
    let listed: Value = serde_json::from_str(&fixture.done(&["copies", "list", "--json"])).unwrap();
    listed[0]["name"].as_str().unwrap().to_owned()
}

#[test]
fn every_call_leaves_one_whole_file() {
    let fixture = Fixture::new();
    for arguments in [&["import", PAGE][..], &["sessions"], &["undo"], &["redo"]] {
        fixture.done(arguments);
        assert_eq!(fixture.others(), [""; 0], "{arguments:?}");
    }
    // The file alone has the whole programme.
    let alone = tempfile::tempdir().unwrap();
    let copied = alone.path().join("alone.deroule");
    fs::copy(fixture.store(), &copied).unwrap();
    let result = fixture.command_on(&copied, &["sessions"]).output().unwrap();
    assert_eq!(result.stdout.lines().count(), 6);
}

#[test]
fn call_ended_by_a_signal_leaves_one_whole_file() {
    for signal in ["TERM", "INT", "HUP"] {
        let fixture = Fixture::new();
        fixture.done(&["import", PAGE]);
        let mut process = fixture
            .command(&["import", "/dev/stdin"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        // `Child::wait` would close its input.
        let input = process.stdin.take();
        while !fixture.path("plan.deroule-wal").exists() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let sent = Command::new("kill")
            .args(["-s", signal, &process.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
        let number = [("HUP", 1), ("INT", 2), ("TERM", 15)];
        let number = number.iter().find(|(name, _)| *name == signal).unwrap().1;
        assert_eq!(process.wait().unwrap().code(), Some(128 + number));
        drop(input);
        assert_eq!(fixture.others(), [""; 0], "{signal}");
        assert_eq!(fixture.sessions(), 6);
    }
}

#[test]
fn copies_are_listed_with_their_contents() {
    let fixture = with_a_copy();
    let listed: Value = serde_json::from_str(&fixture.done(&["copies", "list", "--json"])).unwrap();
    let copies = listed.as_array().unwrap();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0]["sound"], true);
    assert_eq!(copies[0]["sessions"], 6);
    assert_eq!(copies[0]["rescue"], false);
    let path = Path::new(copies[0]["path"].as_str().unwrap());
    let text = fixture.done(&["copies", "list"]);
    assert!(text.contains("6 sessions"), "{text}");
    fs::write(path, b"no longer a store").unwrap();
    let text = fixture.done(&["copies", "list"]);
    assert!(text.contains("damaged"), "{text}");
    let refused = fixture.problem(&["copies", "restore", copies[0]["name"].as_str().unwrap()]);
    assert!(refused.contains("damaged"), "{refused}");
    assert_eq!(fixture.sessions(), 1);
}

#[test]
fn restored_copy_is_one_edit_that_can_be_undone() {
    let fixture = with_a_copy();
    let copy = name(&fixture);
    let revision = |text: &str| -> u64 {
        let result: Value = serde_json::from_str(text).unwrap();
        result["revision"].as_u64().unwrap()
    };
    let all = |fixture: &Fixture| {
        let app = App::open(&fixture.store(), Utc::now).unwrap();
        app.read(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()))
            .unwrap()
    };
    let before = all(&fixture);
    let restored = revision(&fixture.done(&["copies", "restore", &copy, "--json"]));
    assert_eq!(restored, 3, "the revision goes on");
    assert_eq!(fixture.sessions(), 6);
    let after = all(&fixture);
    assert_ne!(before, after);
    // The state before the restore was copied first.
    let listed: Value = serde_json::from_str(&fixture.done(&["copies", "list", "--json"])).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    fixture.done(&["undo"]);
    assert_eq!(all(&fixture), before);
    fixture.done(&["redo"]);
    assert_eq!(all(&fixture), after);
    let again = fixture.done(&["copies", "restore", &copy]);
    assert!(again.contains("already"), "{again}");
    assert!(
        fixture
            .problem(&["copies", "restore", "2001-01-01"])
            .contains("no copy called")
    );
}

#[test]
fn deleted_store_reports_its_copies_and_is_restored_with_its_history() {
    let fixture = with_a_copy();
    let copy = name(&fixture);
    fs::remove_file(fixture.store()).unwrap();
    for arguments in [&["sessions"][..], &["undo"], &["findings"]] {
        let message = fixture.problem(arguments);
        assert!(
            message.contains(&copy) && message.contains("copies restore"),
            "{message}"
        );
    }
    assert!(!fixture.store().exists());
    assert_eq!(name(&fixture), copy);
    fixture.done(&["copies", "restore", &copy]);
    assert_eq!(fixture.sessions(), 6);
    let app = App::open(&fixture.store(), Utc::now).unwrap();
    assert!(
        app.revision().unwrap() > 2,
        "no calendar sent out goes back"
    );
    assert_eq!(app.history(10).unwrap().len(), 2);
    drop(app);
    fixture.done(&["undo"]);
    fixture.done(&["undo"]);
    assert!(fixture.problem(&["sessions"]).contains("no programme"));
}

#[test]
fn import_after_a_store_was_deleted_creates_another_and_reports_the_copies() {
    let fixture = with_a_copy();
    let copy = name(&fixture);
    fs::remove_file(fixture.store()).unwrap();
    let output = fixture.run(&["import", PAGE]);
    assert_eq!(output.status.code(), Some(0));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains(&copy), "{message}");
    assert_eq!(fixture.sessions(), 6);
}

#[test]
fn special_sqlite_file_names_are_plain_paths() {
    let fixture = Fixture::new();
    for name in [
        ":memory:",
        "file:plan.deroule?mode=memory",
        "plan%20#1?.deroule",
    ] {
        let run = |arguments: &[&str]| {
            let output = fixture
                .command_on(Path::new(name), arguments)
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
            String::from_utf8(output.stdout).unwrap()
        };
        run(&["import", PAGE]);
        assert!(fixture.path(name).is_file(), "{name}");
        assert_eq!(run(&["sessions"]).lines().count(), 6);
    }
    let doubled = format!("/{}", fixture.store().display());
    let imported = fixture
        .command_on(Path::new(&doubled), &["import", PAGE])
        .status();
    assert!(imported.unwrap().success());
    assert_eq!(fixture.sessions(), 6);
}

#[test]
fn companions_of_a_linked_store_are_next_to_the_real_file() {
    let fixture = Fixture::new();
    fs::create_dir(fixture.path("real")).unwrap();
    std::os::unix::fs::symlink("real/plan.deroule", fixture.store()).unwrap();
    fixture.done(&["import", PAGE]);
    assert!(fixture.path("real/plan.deroule").is_file());
    drop(App::open(&fixture.store(), tomorrow).unwrap());
    assert!(fixture.path("real/plan copies").is_dir() && !fixture.path("plan copies").exists());
    assert_eq!(fixture.sessions(), 6);
}

#[test]
fn damaged_store_is_reported_with_its_newest_sound_copy() {
    let fixture = with_a_copy();
    let copy = name(&fixture);
    let mut bytes = fs::read(fixture.store()).unwrap();
    let half = bytes.len() / 2;
    bytes[4096..half].fill(0x5a);
    fs::write(fixture.store(), &bytes).unwrap();
    let message = fixture.problem(&["sessions"]);
    assert!(
        message.contains("damaged") && message.contains(&copy),
        "{message}"
    );
    for raw in ["malformed", "SQL", "disk image", "no such"] {
        assert!(!message.contains(raw), "{message}");
    }
    assert!(
        fs::read(fixture.store()).unwrap() == bytes,
        "it was touched"
    );
}
