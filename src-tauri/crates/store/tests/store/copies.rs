//! The copies next to the store.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use deroule_store::Store;

use crate::{add, day, open, temporary_store, titles};

/// The names of the copies, oldest first.
fn copies(store: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(store.with_file_name("plan copies")) else {
        return Vec::new();
    };
    let mut copies: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    copies.sort();
    copies
}

fn named(copies: &[PathBuf], number: i64) -> bool {
    let date = day(number).format("%Y-%m-%d").to_string();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    copies.iter().any(|path| name(path).starts_with(&date))
}

#[test]
fn new_store_has_no_copy_then_one_a_day() {
    let (_folder, path) = temporary_store();
    open(&path);
    assert_eq!(copies(&path).len(), 0);
    for hours in [0, 1, 11] {
        Store::open(&path, day(1) + TimeDelta::hours(hours)).unwrap();
        assert_eq!(copies(&path).len(), 1);
    }
    Store::open(&path, day(1) + TimeDelta::hours(12)).unwrap();
    assert_eq!(copies(&path).len(), 2);
}

#[test]
fn last_ten_copies_are_kept() {
    let (_folder, path) = temporary_store();
    for number in 0..=13 {
        Store::open(&path, day(number)).unwrap();
    }
    let copies = copies(&path);
    assert_eq!(copies.len(), 10);
    for number in 0..=13 {
        assert_eq!(named(&copies, number), number >= 4, "day {number}");
    }
}

#[test]
fn copy_opens_as_a_store_with_the_same_rows_and_history() {
    let (folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "of the first day");
    let revision = add(&store, "taken back");
    store.undo(revision, day(0)).unwrap();
    let tomorrow = Store::open(&path, day(1)).unwrap();
    add(&tomorrow, "after the copy");

    let taken = folder.path().join("taken.deroule");
    fs::copy(&copies(&path)[0], &taken).unwrap();
    let taken = open(&taken);
    assert_eq!(titles(&taken), ["of the first day"]);
    assert_eq!(taken.revision().unwrap(), revision + 1);
    taken.redo(revision + 1, day(2)).unwrap();
    assert_eq!(titles(&taken), ["of the first day", "taken back"]);
    assert_eq!(titles(&store), ["after the copy", "of the first day"]);
}

#[test]
fn files_of_an_interrupted_copy_are_deleted_by_the_next() {
    let (_folder, path) = temporary_store();
    open(&path);
    let folder = path.with_file_name("plan copies");
    fs::create_dir(&folder).unwrap();
    let left = folder.join(format!("{}.unfinished", day(1).format("%Y-%m-%d %H%M%S")));
    fs::write(&left, b"half").unwrap();
    Store::open(&path, day(2)).unwrap();
    assert!(!left.exists());
    assert_eq!(copies(&path).len(), 1);
}

#[test]
fn failed_copy_is_a_warning_and_the_store_opens() {
    let (_folder, path) = temporary_store();
    assert_eq!(open(&path).warnings(), []);
    fs::write(path.with_file_name("plan copies"), b"in the way").unwrap();
    let store = Store::open(&path, day(1)).unwrap();
    let codes: Vec<&str> = store
        .warnings()
        .iter()
        .map(|warning| warning.code.as_str())
        .collect();
    assert_eq!(codes, ["problem-no-copy"]);
    add(&store, "all the same");
    assert_eq!(titles(&open(&path)), ["all the same"]);
}

#[test]
fn copy_rotation_spares_copies_of_other_stores_and_files_of_the_user() {
    let (_folder, path) = temporary_store();
    add(&open(&path), "of the older store");
    for number in 1..=3 {
        Store::open(&path, day(number)).unwrap();
    }
    let user_files = [
        "mine.deroule",
        "2019-09-01 backup.deroule",
        "2019-09-01 120000 of mine.deroule",
    ];
    for name in user_files {
        fs::write(path.with_file_name("plan copies").join(name), b"the user's").unwrap();
    }
    fs::remove_file(&path).unwrap();
    for number in 4..=20 {
        add(
            &Store::open(&path, day(number)).unwrap(),
            "of the younger one",
        );
    }
    let copies = deroule_store::copies(&path).unwrap();
    let of = |title: &str| {
        let is_of = |copy: &&deroule_store::Copy| {
            let state = Store::read_copy(&copy.path).unwrap().state;
            state.programmes().iter().any(|row| row.title == title)
        };
        copies.iter().filter(is_of).count()
    };
    assert_eq!(
        (of("of the older store"), of("of the younger one")),
        (3, 10)
    );
    for name in user_files {
        assert!(
            path.with_file_name("plan copies").join(name).exists(),
            "{name}"
        );
    }
}

#[test]
fn damaged_copy_is_listed_as_damaged_and_the_newest_sound_one_is_found() {
    let (_folder, path) = temporary_store();
    for number in 0..=2 {
        add(&Store::open(&path, day(number)).unwrap(), "row");
    }
    let listed = deroule_store::copies(&path).unwrap();
    assert_eq!(listed.len(), 2);
    fs::write(&listed[0].path, b"").unwrap();
    let listed = deroule_store::copies(&path).unwrap();
    assert!(listed[0].content.is_none() && listed[1].content.is_some());
    fs::write(&path, b"no longer a store").unwrap();
    let refused = Store::open(&path, day(3)).err().unwrap();
    assert_eq!(refused.message().code, "problem-store-damaged");
    assert_eq!(
        refused.message().args["copy"],
        deroule_model::Argument::Text(listed[1].name.clone())
    );
    assert_eq!(fs::read(&path).unwrap(), b"no longer a store");
}
