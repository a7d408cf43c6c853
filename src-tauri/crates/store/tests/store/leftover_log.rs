//! A write-ahead log left next to the store: it is replayed if it belongs to the file, else moved aside.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use deroule_store::Store;

use crate::{add, child, day, open, temporary_store, titles};

/// Starts a process that commits to `path` until it is killed after `commits`. Returns the last acknowledged
/// revision.
fn kill_after(path: &Path, commits: usize) -> u64 {
    let name = "killed::child_commits_until_killed";
    let mut process = child::command(&child::program(), name, path)
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut revisions = lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("committed ")?.parse().ok());
    let mut last = revisions.by_ref().take(commits).last().unwrap();
    process.kill().unwrap();
    process.wait().unwrap();
    last = revisions.last().unwrap_or(last);
    assert!(fs::metadata(companion(path, "-wal")).unwrap().len() > 0);
    last
}

fn companion(path: &Path, end: &str) -> PathBuf {
    path.with_file_name(format!("plan.deroule{end}"))
}

/// The write-ahead logs that were moved aside.
fn moved_logs(path: &Path) -> Vec<PathBuf> {
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

fn check_integrity(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let check = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    assert_eq!(check("PRAGMA integrity_check").unwrap(), "ok");
}

/// Replaces the store by a file: by overwriting it, or as another file of its name.
fn replace_store(file: &Path, path: &Path, over: bool) {
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
        let (_folder, path) = temporary_store();
        // Half of the rounds start with a store that was closed before, the others with a new one.
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
        assert!(moved_logs(&path).is_empty());
        drop(store);
        check_integrity(&path);
    }
}

#[test]
fn copy_restored_by_hand_after_a_kill_is_opened() {
    for round in 0..10 {
        let (_folder, path) = temporary_store();
        let store = open(&path);
        add(&store, "the copy");
        let copy = store.copy(day(0)).unwrap();
        drop(store);
        let kept = path.with_file_name("kept by hand");
        fs::copy(&path, &kept).unwrap();
        kill_after(&path, 3 + round * 2);
        let by_hand = round % 2 == 0;
        replace_store(if by_hand { &kept } else { &copy }, &path, round % 4 < 2);
        let store = open(&path);
        assert_eq!(titles(&store), ["the copy"], "round {round}");
        assert_eq!(warnings(&store), ["problem-stray-log"]);
        assert_eq!(moved_logs(&path).len(), 1);
        add(&store, "goes on");
        drop(store);
        check_integrity(&path);
        assert_eq!(titles(&open(&path)), ["goes on", "the copy"]);
    }
}

#[test]
fn copy_made_before_a_checkpoint_is_opened() {
    let (_folder, path) = temporary_store();
    drop(open(&path));
    let log = || fs::metadata(companion(&path, "-wal")).unwrap().len();
    let store = open(&path);
    add(&store, "the copy");
    let copy = store.copy(day(0)).unwrap();
    add(&store, "after it");
    assert!(log() > 0);
    let (left, main) = (
        fs::read(companion(&path, "-wal")).unwrap(),
        fs::read(&path).unwrap(),
    );
    drop(store);
    // The files after a crash: first the store with its own log, then a copy with the same log.
    for (file, expected) in [
        (main, vec!["after it", "the copy"]),
        (fs::read(copy).unwrap(), vec!["the copy"]),
    ] {
        fs::write(&path, file).unwrap();
        fs::write(companion(&path, "-wal"), &left).unwrap();
        assert_eq!(titles(&open(&path)), expected);
        check_integrity(&path);
    }
    assert_eq!(moved_logs(&path).len(), 1);
}

#[test]
fn copy_restored_by_hand_after_a_close_is_opened() {
    for round in 0..8 {
        let (_folder, path) = temporary_store();
        let store = open(&path);
        add(&store, "the copy");
        let copy = store.copy(day(0)).unwrap();
        add(&store, "after it");
        store.close().unwrap();
        assert!(!companion(&path, "-wal").exists(), "one file after a close");
        replace_store(&copy, &path, round % 2 == 0);
        let store = open(&path);
        assert_eq!(titles(&store), ["the copy"]);
        assert_eq!(warnings(&store), [""; 0]);
        drop(store);
        check_integrity(&path);
    }
}

#[test]
fn new_store_next_to_the_log_of_a_deleted_one_is_sound() {
    for round in 0..10 {
        let (_folder, path) = temporary_store();
        kill_after(&path, 2 + round);
        fs::remove_file(&path).unwrap();
        // Another program may have put its own store there.
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
        check_integrity(&path);
        assert_eq!(moved_logs(&path).len(), 1);
    }
}

#[test]
fn write_ahead_log_in_use_is_never_moved_aside() {
    let (_folder, path) = temporary_store();
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
    assert!(moved_logs(&path).is_empty());
    drop(store);
    check_integrity(&path);
}

#[test]
fn interrupted_checkpoint_is_not_reported_as_damage() {
    let (_folder, path) = temporary_store();
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
    let log = fs::read(companion(&path, "-wal")).unwrap();
    drop(store);
    let after = fs::read(&path).unwrap();
    assert!(after.len() > before.len());
    // Pages are written in order. The first one already counts pages that are still missing.
    for pages in [1, before.len() / 4096] {
        let mut cut = before.clone();
        cut[..pages * 4096].copy_from_slice(&after[..pages * 4096]);
        fs::write(&path, &cut).unwrap();
        fs::write(companion(&path, "-wal"), &log).unwrap();
        let store = open(&path);
        assert_eq!(warnings(&store), [""; 0]);
        assert_eq!(titles(&store).len(), 61);
        drop(store);
        check_integrity(&path);
    }
}
