//! Several handles on one file, like those of two programs.

use std::sync::Barrier;

use deroule_model::Message;
use deroule_store::{Entry, Store, StoreError};

use crate::{add, day, open, programme, temporary_store, titles};

const HANDLES: usize = 4;
const EDITS: usize = 25;

/// Adds a programme. Retries when another handle was faster.
fn add_with_retries(store: &Store, title: &str) {
    let label = Message::new("edit-add-programme");
    let changes = [programme(title)];
    loop {
        let expected = store.revision().unwrap();
        match store.commit(expected, &Entry::new(&label, &changes), day(0)) {
            Ok(revision) => return assert_eq!(revision, expected + 1),
            Err(StoreError::Stale { expected, actual }) => assert!(actual > expected),
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn concurrent_handles_that_create_and_write_one_file_lose_no_edit() {
    let (folder, path) = temporary_store();
    let start = Barrier::new(HANDLES);
    std::thread::scope(|scope| {
        for handle in 0..HANDLES {
            let (path, start) = (&path, &start);
            scope.spawn(move || {
                start.wait();
                let store = open(path);
                for edit in 0..EDITS {
                    add_with_retries(&store, &format!("{handle} {edit:02}"));
                }
            });
        }
    });
    let store = open(&path);
    assert_eq!(store.revision().unwrap(), (HANDLES * EDITS) as u64);
    assert_eq!(store.history(1_000).unwrap().done.len(), HANDLES * EDITS);
    let every = |handle| (0..EDITS).map(move |edit| format!("{handle} {edit:02}"));
    let expected: Vec<String> = (0..HANDLES).flat_map(every).collect();
    assert_eq!(titles(&store), expected);
    let left = std::fs::read_dir(folder.path()).unwrap();
    let odd = |name: &String| !name.starts_with("plan");
    let names = left.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert_eq!(names.filter(odd).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn concurrent_creation_of_one_file_gives_one_store() {
    for _ in 0..20 {
        let (_folder, path) = temporary_store();
        let start = Barrier::new(HANDLES);
        std::thread::scope(|scope| {
            for _ in 0..HANDLES {
                scope.spawn(|| {
                    start.wait();
                    let store = open(&path);
                    add_with_retries(&store, "one each");
                });
            }
        });
        assert_eq!(titles(&open(&path)), ["one each"; HANDLES]);
    }
}

#[test]
fn commit_on_a_stale_revision_is_refused_and_writes_nothing() {
    let (_folder, path) = temporary_store();
    let (one, other) = (open(&path), open(&path));
    add(&one, "first");
    let label = Message::new("edit-add-programme");
    let late = other.commit(0, &Entry::new(&label, &[programme("late")]), day(0));
    let refused = |error: &StoreError| {
        matches!(
            error,
            StoreError::Stale {
                expected: 0,
                actual: 1
            }
        )
    };
    assert!(late.as_ref().is_err_and(refused), "{late:?}");
    assert!(other.undo(0, day(0)).as_ref().is_err_and(refused));
    assert!(other.redo(0, day(0)).as_ref().is_err_and(refused));
    assert_eq!(titles(&other), ["first"]);
    assert_eq!(other.history(10).unwrap().done.len(), 1);
}

#[test]
fn commit_that_violates_a_constraint_writes_nothing() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    let label = Message::new("edit-add-programme");
    let refused = store.commit(
        0,
        &Entry::new(&label, &[programme("fine"), programme("")]),
        day(0),
    );
    assert!(matches!(refused, Err(StoreError::Sqlite(_))), "{refused:?}");
    assert_eq!(store.revision().unwrap(), 0);
    assert_eq!(titles(&store), [""; 0]);
    assert_eq!(store.history(10).unwrap().done, []);
}
