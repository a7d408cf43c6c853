//! A log that was left beside the store: replayed where it belongs to the file, moved aside where it does not.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use deroule_store::Store;

use crate::{add, child, day, open, place, titles};

/// Starts a process that commits without end on `path`, and kills it after `commits`; tells the last revision it
/// answered for.
fn kill_after(path: &Path, commits: usize) -> u64 {
    let name = "killed::a_child_commits_without_end";
    let mut process = child::command(&child::program(), name, path)
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut told = lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("committed ")?.parse().ok());
    let mut last = told.by_ref().take(commits).last().unwrap();
    process.kill().unwrap();
    process.wait().unwrap();
    last = told.last().unwrap_or(last);
    assert!(fs::metadata(beside(path, "-wal")).unwrap().len() > 0);
    last
}

fn beside(path: &Path, end: &str) -> PathBuf {
    path.with_file_name(format!("plan.deroule{end}"))
}

/// The logs that were moved aside.
fn aside(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_aside = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("plan.deroule stray ") && name.ends_with("-wal")
    };
    paths.filter(is_aside).collect()
}

fn warnings(store: &Store) -> Vec<&str> {
    let warnings = store.warnings().iter();
    warnings.map(|warning| warning.code.as_str()).collect()
}

fn sound(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let check = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    assert_eq!(check("PRAGMA integrity_check").unwrap(), "ok");
}

/// Puts a file in the place of the store: over it, or as another file of its name.
fn put(file: &Path, path: &Path, over: bool) {
    if over {
        fs::write(path, fs::read(file).unwrap()).unwrap();
    } else {
        fs::remove_file(path).unwrap();
        fs::copy(file, path).unwrap();
    }
}

#[test]
fn write_ahead_log_of_a_killed_process_is_replayed() {
    for round in 0..10 {
        let (_folder, path) = place();
        // Some begin with a store that was closed before, some with a new one.
        if round % 2 == 0 {
            drop(open(&path));
        }
        let last = kill_after(&path, 5 + round * 3);
        let store = open(&path);
        let revision = store.revision().unwrap();
        assert!(
            revision == last || revision == last + 1,
            "{revision} {last}"
        );
        assert_eq!(warnings(&store), [""; 0]);
        assert!(aside(&path).is_empty());
        drop(store);
        sound(&path);
    }
}

#[test]
fn copy_restored_by_hand_after_a_kill_is_opened() {
    for round in 0..10 {
        let (_folder, path) = place();
        let store = open(&path);
        add(&store, "the copy");
        let copy = store.copy(day(0)).unwrap();
        drop(store);
        let kept = path.with_file_name("kept by hand");
        fs::copy(&path, &kept).unwrap();
        kill_after(&path, 3 + round * 2);
        let by_hand = round % 2 == 0;
        put(if by_hand { &kept } else { &copy }, &path, round % 4 < 2);
        let store = open(&path);
        assert_eq!(titles(&store), ["the copy"], "round {round}");
        assert_eq!(warnings(&store), ["problem-stray-log"]);
        assert_eq!(aside(&path).len(), 1);
        add(&store, "goes on");
        drop(store);
        sound(&path);
        assert_eq!(titles(&open(&path)), ["goes on", "the copy"]);
    }
}

#[test]
fn copy_made_before_a_checkpoint_is_opened() {
    let (_folder, path) = place();
    drop(open(&path));
    let log = || fs::metadata(beside(&path, "-wal")).unwrap().len();
    let store = open(&path);
    add(&store, "the copy");
    let copy = store.copy(day(0)).unwrap();
    add(&store, "after it");
    assert!(log() > 0);
    let (left, main) = (
        fs::read(beside(&path, "-wal")).unwrap(),
        fs::read(&path).unwrap(),
    );
    drop(store);
    // As a crash would leave it, first with its own file, then with the copy.
    for (file, expected) in [
        (main, vec!["after it", "the copy"]),
        (fs::read(copy).unwrap(), vec!["the copy"]),
    ] {
        fs::write(&path, file).unwrap();
        fs::write(beside(&path, "-wal"), &left).unwrap();
        assert_eq!(titles(&open(&path)), expected);
        sound(&path);
    }
    assert_eq!(aside(&path).len(), 1);
}

#[test]
fn copy_restored_by_hand_after_a_close_is_opened() {
    for round in 0..8 {
        let (_folder, path) = place();
        let store = open(&path);
        add(&store, "the copy");
        let copy = store.copy(day(0)).unwrap();
        add(&store, "after it");
        store.close().unwrap();
        assert!(!beside(&path, "-wal").exists(), "one file after a close");
        put(&copy, &path, round % 2 == 0);
        let store = open(&path);
        assert_eq!(titles(&store), ["the copy"]);
        assert_eq!(warnings(&store), [""; 0]);
        drop(store);
        sound(&path);
    }
}

#[test]
fn new_store_next_to_the_log_of_a_deleted_one_is_sound() {
    for round in 0..10 {
        let (_folder, path) = place();
        kill_after(&path, 2 + round);
        fs::remove_file(&path).unwrap();
        // Another program may have left one of its own there, too.
        let replaced = round % 2 == 0;
        if replaced {
            let other = path.with_file_name("other.deroule");
            add(&open(&other), "000001");
            fs::rename(&other, &path).unwrap();
        }
        let store = open(&path);
        assert_eq!(warnings(&store), ["problem-stray-log"]);
        if !replaced {
            assert_eq!(titles(&store), [""; 0]);
            add(&store, "000001");
        }
        assert_eq!(titles(&store), ["000001"]);
        drop(store);
        sound(&path);
        assert_eq!(aside(&path).len(), 1);
    }
}

#[test]
fn write_ahead_log_in_use_is_never_moved_aside() {
    let (_folder, path) = place();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let store = open(&path);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut number = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                add(&store, &format!("{number:06}"));
                number += 1;
                if number % 7 == 0 {
                    store.checkpoint().unwrap_or_default();
                }
            }
        });
        for _ in 0..60 {
            let other = open(&path);
            assert_eq!(warnings(&other), [""; 0]);
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert!(aside(&path).is_empty());
    drop(store);
    sound(&path);
}

#[test]
fn interrupted_checkpoint_is_not_reported_as_damage() {
    let (_folder, path) = place();
    let store = open(&path);
    add(&store, "first");
    store.checkpoint().unwrap();
    let before = fs::read(&path).unwrap();
    let long: Vec<String> = (0..60)
        .map(|number| format!("{number} {}", "long ".repeat(100)))
        .collect();
    for title in &long {
        add(&store, title);
    }
    let log = fs::read(beside(&path, "-wal")).unwrap();
    drop(store);
    let after = fs::read(&path).unwrap();
    assert!(after.len() > before.len());
    // The pages are written in order: the first tells of others that are not there yet.
    for pages in [1, before.len() / 4096] {
        let mut cut = before.clone();
        cut[..pages * 4096].copy_from_slice(&after[..pages * 4096]);
        fs::write(&path, &cut).unwrap();
        fs::write(beside(&path, "-wal"), &log).unwrap();
        let store = open(&path);
        assert_eq!(warnings(&store), [""; 0]);
        assert_eq!(titles(&store).len(), 61);
        drop(store);
        sound(&path);
    }
}
