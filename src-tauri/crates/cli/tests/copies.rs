//! The store as scripts meet it: one whole file after each call, copies that come back, and words for what went
//! wrong.
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

struct Place {
    folder: TempDir,
}

impl Place {
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

    fn command(&self, words: &[&str]) -> Command {
        self.command_on(&self.store(), words)
    }

    fn command_on(&self, store: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_deroule-cli"));
        command
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C")
            .current_dir(self.folder.path())
            .arg("--store")
            .arg(store)
            .args(words);
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn problem(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn sessions(&self) -> usize {
        self.done(&["sessions"]).lines().count()
    }

    /// The files beside the store that are not the store, its copies or pages.
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

/// A store with the page's six sessions, in a copy too, and one more of another programme, which is open.
fn with_a_copy() -> Place {
    let place = Place::new();
    place.done(&["import", PAGE]);
    let page = place.path("more.md");
    fs::write(
        &page,
        "# Autre\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 mai 2020 |\n",
    )
    .unwrap();
    place.done(&["import", page.to_str().unwrap()]);
    place
}

fn name(place: &Place) -> String {
    let listed: Value = serde_json::from_str(&place.done(&["copies", "list", "--json"])).unwrap();
    listed[0]["name"].as_str().unwrap().to_owned()
}

#[test]
fn every_call_leaves_one_whole_file() {
    let place = Place::new();
    for words in [&["import", PAGE][..], &["sessions"], &["undo"], &["redo"]] {
        place.done(words);
        assert_eq!(place.others(), [""; 0], "{words:?}");
    }
    // The file alone is the programme.
    let alone = tempfile::tempdir().unwrap();
    let copied = alone.path().join("alone.deroule");
    fs::copy(place.store(), &copied).unwrap();
    let told = place.command_on(&copied, &["sessions"]).output().unwrap();
    assert_eq!(told.stdout.lines().count(), 6);
}

#[test]
fn call_ended_by_a_signal_leaves_one_whole_file() {
    for signal in ["TERM", "INT", "HUP"] {
        let place = Place::new();
        place.done(&["import", PAGE]);
        let mut process = place
            .command(&["import", "/dev/stdin"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        // Waiting for a process would close its input.
        let input = process.stdin.take();
        while !place.path("plan.deroule-wal").exists() {
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
        assert_eq!(place.others(), [""; 0], "{signal}");
        assert_eq!(place.sessions(), 6);
    }
}

#[test]
fn copies_are_listed_with_their_contents() {
    let place = with_a_copy();
    let listed: Value = serde_json::from_str(&place.done(&["copies", "list", "--json"])).unwrap();
    let copies = listed.as_array().unwrap();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0]["sound"], true);
    assert_eq!(copies[0]["sessions"], 6);
    assert_eq!(copies[0]["rescue"], false);
    let path = Path::new(copies[0]["path"].as_str().unwrap());
    let words = place.done(&["copies", "list"]);
    assert!(words.contains("6 sessions"), "{words}");
    fs::write(path, b"no longer a store").unwrap();
    let words = place.done(&["copies", "list"]);
    assert!(words.contains("damaged"), "{words}");
    let refused = place.problem(&["copies", "restore", copies[0]["name"].as_str().unwrap()]);
    assert!(refused.contains("damaged"), "{refused}");
    assert_eq!(place.sessions(), 1);
}

#[test]
fn restored_copy_is_one_edit_that_can_be_undone() {
    let place = with_a_copy();
    let copy = name(&place);
    let revision = |text: &str| -> u64 {
        let told: Value = serde_json::from_str(text).unwrap();
        told["revision"].as_u64().unwrap()
    };
    let all = |place: &Place| {
        let app = App::open(&place.store(), Utc::now).unwrap();
        app.read(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()))
            .unwrap()
    };
    let before = all(&place);
    let restored = revision(&place.done(&["copies", "restore", &copy, "--json"]));
    assert_eq!(restored, 3, "the revision goes on");
    assert_eq!(place.sessions(), 6);
    let after = all(&place);
    assert_ne!(before, after);
    // The state before it was copied first.
    let listed: Value = serde_json::from_str(&place.done(&["copies", "list", "--json"])).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    place.done(&["undo"]);
    assert_eq!(all(&place), before);
    place.done(&["redo"]);
    assert_eq!(all(&place), after);
    let again = place.done(&["copies", "restore", &copy]);
    assert!(again.contains("already"), "{again}");
    assert!(
        place
            .problem(&["copies", "restore", "2001-01-01"])
            .contains("no copy called")
    );
}

#[test]
fn deleted_store_reports_its_copies_and_is_restored_with_its_history() {
    let place = with_a_copy();
    let copy = name(&place);
    fs::remove_file(place.store()).unwrap();
    for words in [&["sessions"][..], &["undo"], &["findings"]] {
        let said = place.problem(words);
        assert!(
            said.contains(&copy) && said.contains("copies restore"),
            "{said}"
        );
    }
    assert!(!place.store().exists());
    assert_eq!(name(&place), copy);
    place.done(&["copies", "restore", &copy]);
    assert_eq!(place.sessions(), 6);
    let app = App::open(&place.store(), Utc::now).unwrap();
    assert!(
        app.revision().unwrap() > 2,
        "no calendar sent out goes back"
    );
    assert_eq!(app.history(10).unwrap().len(), 2);
    drop(app);
    place.done(&["undo"]);
    place.done(&["undo"]);
    assert!(place.problem(&["sessions"]).contains("no programme"));
}

#[test]
fn import_after_a_store_was_deleted_creates_another_and_reports_the_copies() {
    let place = with_a_copy();
    let copy = name(&place);
    fs::remove_file(place.store()).unwrap();
    let output = place.run(&["import", PAGE]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&copy), "{said}");
    assert_eq!(place.sessions(), 6);
}

#[test]
fn special_sqlite_file_names_are_plain_paths() {
    let place = Place::new();
    for name in [
        ":memory:",
        "file:plan.deroule?mode=memory",
        "plan%20#1?.deroule",
    ] {
        let run = |words: &[&str]| {
            let output = place.command_on(Path::new(name), words).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
            String::from_utf8(output.stdout).unwrap()
        };
        run(&["import", PAGE]);
        assert!(place.path(name).is_file(), "{name}");
        assert_eq!(run(&["sessions"]).lines().count(), 6);
    }
    let doubled = format!("/{}", place.store().display());
    let imported = place
        .command_on(Path::new(&doubled), &["import", PAGE])
        .status();
    assert!(imported.unwrap().success());
    assert_eq!(place.sessions(), 6);
}

#[test]
fn companions_of_a_linked_store_are_next_to_the_real_file() {
    let place = Place::new();
    fs::create_dir(place.path("real")).unwrap();
    std::os::unix::fs::symlink("real/plan.deroule", place.store()).unwrap();
    place.done(&["import", PAGE]);
    assert!(place.path("real/plan.deroule").is_file());
    drop(App::open(&place.store(), tomorrow).unwrap());
    assert!(place.path("real/plan copies").is_dir() && !place.path("plan copies").exists());
    assert_eq!(place.sessions(), 6);
}

#[test]
fn damaged_store_is_reported_with_its_newest_sound_copy() {
    let place = with_a_copy();
    let copy = name(&place);
    let mut bytes = fs::read(place.store()).unwrap();
    let half = bytes.len() / 2;
    bytes[4096..half].fill(0x5a);
    fs::write(place.store(), &bytes).unwrap();
    let said = place.problem(&["sessions"]);
    assert!(said.contains("damaged") && said.contains(&copy), "{said}");
    for raw in ["malformed", "SQL", "disk image", "no such"] {
        assert!(!said.contains(raw), "{said}");
    }
    assert!(fs::read(place.store()).unwrap() == bytes, "it was touched");
}
