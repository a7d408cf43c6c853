//! The locks on the file. Closing any descriptor of the file in this process would drop them.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use deroule_store::{Store, StoreError, is_own};

use crate::{add, day, open, temporary_store, titles};

/// The number of locks that this process holds on a file.
pub fn locks(path: &Path) -> usize {
    let inode = format!(":{} ", fs::metadata(path).unwrap().ino());
    let process = format!(" {} ", std::process::id());
    let locks = fs::read_to_string("/proc/locks").unwrap();
    let is_own = |line: &&str| line.contains(&inode) && line.contains(&process);
    locks.lines().filter(is_own).count()
}

fn companion(path: &Path, end: &str) -> std::path::PathBuf {
    path.with_file_name(format!("plan.deroule{end}"))
}

#[test]
fn every_path_to_the_store_and_its_companions_is_recognised_without_opening_it() {
    let (folder, path) = temporary_store();
    let other = folder.path().join("other.deroule");
    drop(open(&other));
    assert!(!is_own(&path));
    let store = open(&path);
    add(&store, "one");
    let (symbolic, hard) = (
        folder.path().join("page.md"),
        folder.path().join("page.txt"),
    );
    symlink(&path, &symbolic).unwrap();
    fs::hard_link(&path, &hard).unwrap();
    let through_folder = folder.path().join("same");
    symlink(folder.path(), &through_folder).unwrap();
    let log = folder.path().join("log");
    fs::hard_link(companion(&path, "-wal"), &log).unwrap();
    for path in [
        path.clone(),
        symbolic,
        hard,
        log,
        through_folder.join("plan.deroule"),
        through_folder.join("plan.deroule-journal"),
        companion(&path, "-wal"),
        companion(&path, "-shm"),
        companion(&path, "-journal"),
    ] {
        assert!(is_own(&path), "{}", path.display());
    }
    assert!(!is_own(&other) && !is_own(folder.path()) && !is_own(Path::new("/dev/zero")));
    store.pause().unwrap();
    assert!(is_own(&path) && is_own(&companion(&path, "-wal")));
    drop(store);
    assert!(!is_own(&path));
}

#[test]
fn writing_checking_copying_and_checkpointing_keep_the_locks() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "one");
    let held = locks(&path);
    assert!(held > 0);
    store.checkpoint().unwrap();
    // The checkpoint wrote the file, so the next write inspects it again.
    add(&store, "two");
    assert_eq!(locks(&path), held);
    store.copy(day(0)).unwrap();
    assert_eq!(deroule_store::copies(&path).unwrap().len(), 1);
    let (checked, verdict) = std::sync::mpsc::channel();
    store.check_in_background(move |result| checked.send(result.is_ok()).unwrap());
    assert_eq!(verdict.recv(), Ok(true));
    assert_eq!(locks(&path), held);
    drop(Store::open(&path, day(1)).unwrap());
    assert_eq!(locks(&path), held);
}

#[test]
fn paused_store_holds_no_lock_and_is_one_whole_file() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    let revision = add(&store, "one");
    store.pause().unwrap();
    assert_eq!(locks(&path), 0);
    assert!(!companion(&path, "-wal").exists());
    assert!(matches!(store.revision(), Err(StoreError::Paused)));
    // A file dialog does the same.
    drop(fs::File::open(&path).unwrap());
    let elsewhere = open(&path);
    add(&elsewhere, "two");
    drop(elsewhere);
    store.resume(day(0)).unwrap();
    assert_eq!(store.revision().unwrap(), revision + 1);
    add(&store, "three");
    assert!(locks(&path) > 0);
    assert_eq!(titles(&store), ["one", "three", "two"]);
}
