//! The file is no longer the one that is open: the edit is refused, a rescue file is written, and the file now
//! at the path is opened.

use std::fs;
use std::path::Path;

use deroule_model::Message;
use deroule_store::{Entry, Loss, Rescued, Store, StoreError};

use crate::{add, day, open, programme, temporary_store, titles};

/// Commits an edit on a store that no other process writes to.
fn edit(store: &Store, expected: u64) -> Result<u64, StoreError> {
    let label = Message::new("edit-add-programme");
    store.commit(
        expected,
        &Entry::new(&label, &[programme("refused")]),
        day(0),
    )
}

/// Opens a store, commits an edit and lets `damage` change the file. Checks that the next edit, undo and
/// setting are refused as `loss`, then rescues the store.
fn refused_edit(damage: impl FnOnce(&Path), loss: Loss) -> (tempfile::TempDir, Store, Rescued) {
    let (folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "before");
    let revision = add(&store, "acknowledged");
    let state = store.load().unwrap();
    damage(&path);
    let assert_lost = |result: Result<(), StoreError>| match result {
        Err(StoreError::Lost { loss: found, .. }) => assert_eq!(found, loss),
        other => panic!("{other:?}"),
    };
    assert_lost(edit(&store, revision).map(drop));
    assert_lost(store.undo(revision, day(0)).map(drop));
    assert_lost(store.set_setting("language", "fr"));
    let rescued = store.rescue(&state, day(3));
    let file = rescued.file.clone().unwrap();
    assert!(
        file.file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("plan rescued 2019-09-02 ")
    );
    let saved = open(&file);
    assert_eq!(titles(&saved), ["acknowledged", "before"]);
    assert_eq!(saved.revision().unwrap(), revision);
    // Of an overwritten file only the rows are sure to be saved, because they are in memory.
    if loss != Loss::Overwritten {
        saved.undo(revision, day(4)).unwrap().unwrap();
        assert_eq!(titles(&saved), ["before"]);
    }
    (folder, store, rescued)
}

fn sibling(path: &Path, name: &str) -> std::path::PathBuf {
    path.with_file_name(name)
}

#[test]
fn replaced_store_is_detected_and_the_new_file_is_opened_without_the_old_wal() {
    let (_folder, store, rescued) = refused_edit(
        |path| {
            let other = sibling(path, "other.deroule");
            add(&open(&other), "other");
            fs::rename(&other, path).unwrap();
        },
        Loss::Replaced,
    );
    assert!(rescued.is_open);
    assert_eq!(titles(&store), ["other"]);
    add(&store, "goes on");
    assert_eq!(titles(&open(store.path())), ["goes on", "other"]);
}

#[test]
fn deleted_store_is_detected_and_stays_closed_until_it_returns() {
    let (_folder, store, rescued) =
        refused_edit(|path| fs::remove_file(path).unwrap(), Loss::Missing);
    assert!(!rescued.is_open);
    assert!(matches!(store.load(), Err(StoreError::Lost { .. })));
    assert!(!store.reopen(day(3)));
    fs::copy(rescued.file.unwrap(), store.path()).unwrap();
    assert!(store.reopen(day(3)));
    assert_eq!(titles(&store), ["before"]);
    add(&store, "goes on");
}

#[test]
fn moved_store_is_detected_and_the_moved_file_stays_sound() {
    let (folder, store, rescued) = refused_edit(
        |path| {
            let bin = sibling(path, "bin");
            fs::create_dir(&bin).unwrap();
            fs::rename(path, bin.join("plan.deroule")).unwrap();
        },
        Loss::Missing,
    );
    assert!(!rescued.is_open);
    drop(store);
    open(&folder.path().join("bin/plan.deroule"));
}

#[test]
fn deleted_write_ahead_log_is_detected() {
    let (_folder, store, rescued) = refused_edit(
        |path| fs::remove_file(sibling(path, "plan.deroule-wal")).unwrap(),
        Loss::LogMissing,
    );
    assert!(rescued.is_open);
    let revision = store.revision().unwrap();
    edit(&store, revision).unwrap();
}

#[test]
fn copy_written_into_the_same_file_is_detected_and_opened() {
    let (_folder, store, rescued) = refused_edit(
        |path| {
            let other = sibling(path, "other.deroule");
            add(&open(&other), "older");
            let copy = open(&other).copy(day(0)).unwrap();
            fs::write(path, fs::read(copy).unwrap()).unwrap();
        },
        Loss::Overwritten,
    );
    assert!(rescued.is_open);
    assert_eq!(titles(&store), ["older"]);
    assert!(add(&store, "goes on") > 1);
    drop(store);
}

#[test]
fn foreign_content_written_into_the_same_file_is_detected() {
    let (_folder, store, rescued) = refused_edit(
        |path| fs::write(path, b"Not a database at all. ".repeat(400)).unwrap(),
        Loss::Overwritten,
    );
    assert!(!rescued.is_open);
    assert!(matches!(store.load(), Err(StoreError::Lost { .. })));
}

#[test]
fn checkpoint_of_another_process_is_not_a_loss() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    for number in 0..5 {
        let other = open(&path);
        add(&other, &format!("other {number}"));
        other.checkpoint().unwrap();
        drop(other);
        add(&store, &format!("own {number}"));
    }
    assert_eq!(titles(&store).len(), 10);
}

#[test]
fn store_replaced_during_a_pause_is_detected_at_its_end() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "shown");
    let state = store.load().unwrap();
    let older = sibling(&path, "older.deroule");
    add(&open(&older), "older");
    store.pause().unwrap();
    fs::rename(&older, &path).unwrap();
    let resumed = store.resume(day(0));
    assert!(
        matches!(resumed, Err(StoreError::Lost { .. })),
        "{resumed:?}"
    );
    let rescued = store.rescue(&state, day(0));
    assert_eq!(titles(&open(&rescued.file.unwrap())), ["shown"]);
    assert_eq!(titles(&store), ["older"]);
}

#[test]
fn closing_after_the_file_was_deleted_saves_unwritten_rows() {
    let (folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "only in the log");
    fs::remove_file(&path).unwrap();
    drop(store);
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let saved = names.find(|name| name.starts_with("plan rescued "));
    assert_eq!(
        titles(&open(&folder.path().join(saved.unwrap()))),
        ["only in the log"]
    );
}
