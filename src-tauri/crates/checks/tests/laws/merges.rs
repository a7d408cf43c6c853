//! Merging pages three ways: what the page changed is there, what was done here stays.

use std::cell::Cell;
use std::collections::BTreeSet;

use deroule_edit::{Field, Resolution};
use deroule_model::normalize::name_key;
use deroule_model::{Change, DayId, Entity, Parent};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

use crate::imported::{ImportedProgramme, PROGRAMME, local_edits, of_rows};
use crate::pages::{any_draft, reworded};

fn runner() -> TestRunner {
    TestRunner::new(Config::with_cases(400))
}

#[test]
fn a_page_read_a_second_time_changes_nothing() {
    let strategy = (any_draft(), any_draft());
    let run = runner().run(&strategy, |(before, page)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&before);
        let first = imported.merge(&page);
        prop_assert!(first.conflicts.is_empty() && first.kept.is_empty());
        let again = imported.merge(&page);
        prop_assert_eq!(again.changes, vec![]);
        prop_assert!(again.conflicts.is_empty() && again.kept.is_empty());
        Ok(())
    });
    run.unwrap();
}

#[test]
fn where_nothing_was_done_here_the_programme_says_what_the_last_page_says() {
    let differ = Cell::new(0);
    let strategy = (any_draft(), any_draft());
    let run = runner().run(&strategy, |(before, page)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&before);
        let mut alone = ImportedProgramme::new();
        alone.merge(&page);
        differ.set(differ.get() + usize::from(imported.page_facts() != alone.page_facts()));
        imported.merge(&page);
        prop_assert_eq!(imported.page_facts(), alone.page_facts());
        Ok(())
    });
    run.unwrap();
    assert!(differ.get() > 200, "{} pages differed", differ.get());
}

#[test]
fn an_unchanged_page_leaves_alone_what_was_done_here() {
    let done = Cell::new(0);
    let run = runner().run(&(any_draft(), local_edits()), |(page, local_edits)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&page);
        done.set(done.get() + imported.apply(&local_edits, false));
        let again = imported.merge(&page);
        prop_assert_eq!(of_rows(&again), Vec::<&Change>::new());
        prop_assert!(again.conflicts.is_empty() && again.kept.is_empty());
        Ok(())
    });
    run.unwrap();
    assert!(done.get() > 500, "{} local_edits", done.get());
}

#[test]
fn what_the_page_never_had_is_never_removed() {
    let kept = Cell::new(0);
    let conflicts = Cell::new(0);
    let strategy = (any_draft(), local_edits(), any_draft());
    let run = runner().run(&strategy, |(before, local_edits, page)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&before);
        let bare = imported.rows();
        imported.apply(&local_edits, true);
        let added: Vec<Entity> = imported
            .rows()
            .into_iter()
            .filter(|row| !bare.contains(row))
            .collect();
        let merged = imported.merge(&page);
        conflicts.set(conflicts.get() + merged.conflicts.len());
        for row in added {
            kept.set(kept.get() + 1);
            let is_there = match &row {
                Entity::Slot(own) => imported.state.slot(own.id).is_some_and(|row| {
                    row.notes == own.notes && row.facilitators == own.facilitators
                }),
                Entity::Session(own) => imported
                    .state
                    .session(own.id)
                    .is_some_and(|row| row.notes == own.notes),
                Entity::Idea(own) => imported
                    .state
                    .idea(own.id)
                    .is_some_and(|row| row.description == own.description),
                _ => true,
            };
            prop_assert!(is_there, "{:?}", row);
        }
        Ok(())
    });
    run.unwrap();
    assert!(kept.get() > 300, "{} rows added", kept.get());
    assert!(conflicts.get() > 100, "{} conflicts", conflicts.get());
}

#[test]
fn changes_of_the_page_and_changes_here_commute() {
    let both = Cell::new(0);
    let words = prop::collection::vec((any::<Index>(), 1u32..90), 1..4);
    let run = runner().run(
        &(any_draft(), local_edits(), words),
        |(before, local_edits, words)| {
            let page = reworded(&before, &words);
            let mut page_first = ImportedProgramme::new();
            page_first.merge(&before);
            let mut local_edits_first = ImportedProgramme::new();
            local_edits_first.merge(&before);
            // Ids that edits bring have to be the same in both.
            (page_first.next, local_edits_first.next) = (1 << 64, 1 << 64);
            let changed = page_first.merge(&page);
            page_first.next = 1 << 64;
            let done = page_first.apply(&local_edits, true);
            local_edits_first.apply(&local_edits, true);
            let merged = local_edits_first.merge(&page);
            prop_assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
            both.set(both.get() + usize::from(done > 0 && !of_rows(&changed).is_empty()));
            prop_assert_eq!(page_first.rows(), local_edits_first.rows());
            Ok(())
        },
    );
    run.unwrap();
    assert!(both.get() > 100, "{} times both", both.get());
}

#[test]
fn the_pages_values_stand_where_they_are_asked_for() {
    let resolved = Cell::new(0);
    let strategy = (any_draft(), local_edits(), any_draft());
    let run = runner().run(&strategy, |(before, local_edits, page)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&before);
        imported.apply(&local_edits, false);
        let mut alike = ImportedProgramme::new();
        (alike.state, alike.page, alike.next) =
            (imported.state.clone(), imported.page.clone(), imported.next);
        let conflicts = alike.merge(&page).conflicts;
        let keys = conflicts
            .iter()
            .map(|conflict| conflict.key.clone())
            .collect();
        let all = imported.merge_with(&page, &Resolution::TheirsIn(keys));
        for conflict in &conflicts {
            resolved.set(resolved.get() + 1);
            let same = all.conflicts.iter().find(|one| one.key == conflict.key);
            if let Some(same) = same {
                prop_assert!(same.is_theirs, "{:?}", conflict);
            } else {
                // It went along with what it had been moved into, or the page speaks of it after all:
                // its running order went to a session that is back.
                let id = conflict.key.split('/').nth(1).unwrap();
                let is_id = |other: Uuid| other.to_string() == id;
                let mut rows = imported.state.rows();
                let is_gone = rows.all(|row| !is_id(row.uuid()));
                let mut sources = imported.state.sources(PROGRAMME);
                let is_on_page = sources.any(|row| row.anchors.ids().any(is_id));
                // Of two ideas with one title, another may be the page's once their session is back.
                let key = name_key(&conflict.title);
                let ideas = page
                    .ideas
                    .iter()
                    .filter(|idea| name_key(&idea.title) == key);
                let is_one_of_two = conflict.field == Field::Presence && ideas.count() > 1;
                prop_assert!(conflict.theirs.is_none() || is_one_of_two, "{:?}", conflict);
                prop_assert!(is_gone || is_on_page, "{:?}", conflict);
            }
        }
        Ok(())
    });
    run.unwrap();
    assert!(resolved.get() > 100, "{} conflicts", resolved.get());
}

/// A slot is moved to another day here, and the page has a slot of the same title there: it is another one.
#[test]
fn each_part_of_a_page_has_a_row_of_its_own() {
    let earlier = Cell::new(0);
    let strategy = (any_draft(), any::<Index>(), any::<Index>());
    let run = TestRunner::new(Config::with_cases(2000)).run(&strategy, |(before, slot, day)| {
        let mut imported = ImportedProgramme::new();
        imported.merge(&before);
        let anchors = imported
            .state
            .sources(PROGRAMME)
            .next()
            .unwrap()
            .anchors
            .clone();
        let days: Vec<DayId> = anchors
            .sessions
            .iter()
            .flat_map(|row| row.days.clone())
            .collect();
        if anchors.slots.is_empty() || days.len() < 2 {
            return Ok(());
        }
        let (_, slot) = *slot.get(&anchors.slots);
        let target = day.index(days.len());
        let row = imported.state.slot(slot).unwrap().clone();
        if row.parent == Parent::Day(days[target]) {
            return Ok(());
        }
        imported.move_slot(slot, days[target]);
        let mut page = before.clone();
        let draft_days = page
            .sessions
            .iter_mut()
            .flat_map(|session| &mut session.days);
        let draft_days: Vec<_> = draft_days.collect();
        if draft_days.len() != days.len() {
            return Ok(());
        }
        let drafts = draft_days.iter().flat_map(|day| day.slots.clone());
        let same = drafts
            .into_iter()
            .find(|draft| draft.title == row.title)
            .unwrap();
        draft_days.into_iter().nth(target).unwrap().slots.push(same);
        let from = days.iter().position(|day| row.parent == Parent::Day(*day));
        earlier.set(earlier.get() + usize::from(from.is_some_and(|from| target < from)));
        for resolution in [Resolution::Ours, Resolution::Theirs] {
            let mut imported = imported.clone();
            imported.merge_with(&page, &resolution);
            let source = imported.state.sources(PROGRAMME).next().unwrap();
            let slots: Vec<_> = source.anchors.slots.iter().map(|(_, id)| *id).collect();
            let unique: BTreeSet<_> = slots.iter().collect();
            prop_assert_eq!(unique.len(), slots.len(), "{:?}", slots);
        }
        Ok(())
    });
    run.unwrap();
    assert!(
        earlier.get() > 50,
        "{} days before the slot's own",
        earlier.get()
    );
}
