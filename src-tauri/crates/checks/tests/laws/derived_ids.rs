//! Ids that an import creates: they follow from the programme and the page alone.

use std::cell::Cell;
use std::collections::BTreeSet;

use deroule_edit::Resolution;
use deroule_edit::draft::Draft;
use deroule_model::normalize::name_key;
use deroule_model::{Entity, State};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

use crate::imported::{ImportedProgramme, PROGRAMME, local_edits};
use crate::pages::any_draft;

/// The programme after these pages. Random ids would begin at `next`.
fn imported(pages: &[&Draft], next: u128) -> State {
    let mut imported = ImportedProgramme::new();
    imported.next = next;
    for page in pages {
        imported.merge(page);
    }
    imported.state
}

fn rows(state: &State) -> Vec<Entity> {
    state.rows().collect()
}

/// Whether a page has two slots of one title on one day.
fn has_equal_slots(page: &Draft) -> bool {
    let mut days = page.sessions.iter().flat_map(|session| &session.days);
    days.any(|day| {
        let keys: BTreeSet<_> = day.slots.iter().map(|slot| name_key(&slot.title)).collect();
        keys.len() < day.slots.len()
    })
}

#[test]
fn pages_read_in_two_places_make_the_same_rows() {
    let (equal, changed) = (Cell::new(0), Cell::new(0));
    let strategy = (any_draft(), any_draft());
    let run = TestRunner::new(Config::with_cases(400)).run(&strategy, |(first, second)| {
        let one = imported(&[&first], 1 << 64);
        prop_assert_eq!(rows(&one), rows(&imported(&[&first], 1 << 65)));
        let both = imported(&[&first, &second], 1 << 64);
        prop_assert_eq!(rows(&both), rows(&imported(&[&first, &second], 1 << 65)));
        equal.set(equal.get() + usize::from(has_equal_slots(&first)));
        changed.set(changed.get() + usize::from(rows(&one) != rows(&both)));
        Ok(())
    });
    run.unwrap();
    assert!(equal.get() > 100, "{} pages with equal slots", equal.get());
    assert!(changed.get() > 300, "{} pages changed", changed.get());
}

#[test]
fn a_new_row_never_takes_the_id_of_a_deleted_one_that_its_page_still_speaks_of() {
    let (deleted, created) = (Cell::new(0), Cell::new(0));
    let strategy = (any_draft(), local_edits(), any_draft());
    let run = TestRunner::new(Config::with_cases(400)).run(&strategy, |(first, edits, second)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&first);
        imported.apply(&edits, false);
        let ids = imported.ids();
        let source = imported.state.sources(PROGRAMME).next().cloned().unwrap();
        let anchored: BTreeSet<Uuid> = source.anchors.ids().collect();
        deleted.set(deleted.get() + anchored.difference(&ids).count());
        let mut third = second.clone();
        third.sessions.extend(first.sessions.clone());
        let merged = imported.merge_with(&third, &Resolution::Theirs);
        for change in merged
            .changes
            .iter()
            .filter(|change| change.before.is_none())
        {
            let id = change.row().unwrap().uuid();
            created.set(created.get() + 1);
            prop_assert!(!anchored.contains(&id), "{:?}", change.after);
        }
        Ok(())
    });
    run.unwrap();
    assert!(deleted.get() > 100, "{} rows deleted", deleted.get());
    assert!(created.get() > 1000, "{} rows created", created.get());
}
