//! Edits, undo and redo restore the exact rows, however often the store is closed in between.

use deroule_model::{Entity, Message, State, inverse};
use deroule_store::{Entry, Store, StoreError};
use proptest::prelude::*;
use rusqlite::Connection;

use crate::rows::{Step, World, steps};
use crate::{add, day, open, temporary_store, titles};

fn rows(state: &State) -> Vec<Entity> {
    state.rows().collect()
}

fn stored(store: &Store) -> Vec<Entity> {
    rows(&store.load().unwrap().state)
}

fn edits() -> impl Strategy<Value = Vec<(Vec<Step>, bool)>> {
    prop::collection::vec((steps(), prop::bool::weighted(0.2)), 1..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undo_and_redo_restore_exact_rows_across_restarts(edits in edits()) {
        let (_folder, path) = temporary_store();
        let mut store = open(&path);
        let mut world = World::default();
        let mut states = vec![rows(&world.state)];
        let mut written = Vec::new();
        for (steps, reopens) in &edits {
            let changes = world.play(steps);
            let label = Message::new("edit-import").number("step", written.len());
            let expected = written.len() as u64;
            let revision = store.commit(expected, &Entry::new(&label, &changes), day(0)).unwrap();
            prop_assert_eq!(revision, expected + 1);
            states.push(rows(&world.state));
            written.push((label, changes));
            if *reopens {
                store = open(&path);
            }
            prop_assert_eq!(&stored(&store), states.last().unwrap());
        }

        let mut revision = written.len() as u64;
        for (number, (label, changes)) in written.iter().enumerate().rev() {
            let undone = store.undo(revision, day(1)).unwrap().unwrap();
            revision += 1;
            prop_assert_eq!(undone.revision, revision);
            prop_assert_eq!(&undone.label, label);
            prop_assert_eq!(undone.changes, inverse(changes));
            prop_assert_eq!(undone.next, store.history(1).unwrap());
            if edits[number].1 {
                store = open(&path);
            }
            prop_assert_eq!(&stored(&store), &states[number]);
        }
        prop_assert!(store.undo(revision, day(1)).unwrap().is_none());

        for (number, (label, changes)) in written.iter().enumerate() {
            let redone = store.redo(revision, day(2)).unwrap().unwrap();
            revision += 1;
            prop_assert_eq!(&redone.label, label);
            prop_assert_eq!(&redone.changes, changes);
            if edits[number].1 {
                store = open(&path);
            }
            prop_assert_eq!(&stored(&store), &states[number + 1]);
        }
        prop_assert!(store.redo(revision, day(2)).unwrap().is_none());
        prop_assert_eq!(store.revision().unwrap(), revision);
    }
}

#[test]
fn edit_after_an_undo_clears_the_redo_stack() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "kept");
    let revision = add(&store, "taken back");
    store.undo(revision, day(0)).unwrap();
    let revision = add(&store, "instead");
    assert!(store.redo(revision, day(0)).unwrap().is_none());
    assert_eq!(titles(&store), ["instead", "kept"]);
    let history = store.history(10).unwrap();
    assert_eq!((history.done.len(), history.undone.len()), (2, 0));
}

#[test]
fn history_lists_the_newest_edit_first_and_the_next_redo_first() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    let labels = ["edit-one", "edit-two", "edit-three", "edit-four"];
    for (expected, label) in labels.iter().enumerate() {
        let label = Message::new(*label);
        store
            .commit(expected as u64, &Entry::new(&label, &[]), day(0))
            .unwrap();
    }
    store.undo(4, day(0)).unwrap();
    store.undo(5, day(0)).unwrap();
    let codes = |heads: Vec<deroule_store::EntryHead>| -> Vec<String> {
        heads.into_iter().map(|head| head.label.code).collect()
    };
    let history = open(&path).history(10).unwrap();
    assert_eq!(codes(history.done), ["edit-two", "edit-one"]);
    assert_eq!(codes(history.undone), ["edit-three", "edit-four"]);
    let short = store.history(1).unwrap();
    assert_eq!(codes(short.done), ["edit-two"]);
    assert_eq!(codes(short.undone), ["edit-three"]);
}

#[test]
fn time_of_the_last_change_is_the_time_passed_to_commit() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    let label = Message::new("edit-one");
    store.commit(0, &Entry::new(&label, &[]), day(3)).unwrap();
    assert_eq!(store.load().unwrap().changed_at, day(3));
    store.undo(1, day(4)).unwrap();
    assert_eq!(open(&path).load().unwrap().changed_at, day(4));
}

#[test]
fn closed_store_is_one_file_that_can_be_copied() {
    let (folder, path) = temporary_store();
    let store = open(&path);
    let other = store.clone();
    add(&other, "there");
    drop((store, other));
    let names = std::fs::read_dir(folder.path()).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["plan.deroule"]);
    let copy = folder.path().join("copy.deroule");
    std::fs::copy(&path, &copy).unwrap();
    assert_eq!(titles(&open(&copy)), ["there"]);
}

#[test]
fn step_that_would_leave_an_unreadable_stack_is_refused() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    add(&store, "first");
    let revision = add(&store, "second");
    let first = "UPDATE log SET label = '\"by hand\"' WHERE number = 1";
    Connection::open(&path).unwrap().execute(first, []).unwrap();
    let undone = store.undo(revision, day(1));
    assert!(
        matches!(
            undone,
            Err(StoreError::Damaged {
                table: Some("log"),
                ..
            })
        ),
        "{undone:?}"
    );
    assert_eq!(store.revision().unwrap(), revision);
    assert_eq!(titles(&store), ["first", "second"]);
}
