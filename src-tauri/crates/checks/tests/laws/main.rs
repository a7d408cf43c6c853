//! The domain's laws, over random programmes and random sequences of edits.

#![allow(
    clippy::unwrap_used,
    reason = "a law that can not be set up should fail loudly"
)]

mod derived_ids;
mod fixes;
mod generate;
mod imported;
mod merges;
mod pages;
mod split_merge;

use std::collections::{BTreeMap, BTreeSet};

use deroule_edit::{Edit, prepare};
use deroule_model::{Entity, Parent, State, Table, inverse};
use deroule_schedule as schedule;
use deroule_schedule::{Fit, TimedSlot};
use generate::{Gesture, World, gestures};
use proptest::prelude::*;
use uuid::Uuid;

/// The state after each accepted edit, with the changes that led to it.
fn play(world: &mut World, gestures: &[Gesture]) -> Vec<(Edit, Vec<deroule_model::Change>)> {
    let mut done = Vec::new();
    for gesture in gestures {
        let Some(edit) = world.edit(gesture) else {
            continue;
        };
        if let Ok(planned) = prepare(&world.state, &edit, &mut world.ids) {
            world.state = planned.after;
            done.push((edit, planned.changes));
        }
    }
    done
}

fn rows(state: &State) -> Vec<Entity> {
    state.rows().collect()
}

fn slots_of(state: &State) -> Vec<deroule_model::Slot> {
    let slot = |row| {
        if let Entity::Slot(slot) = row {
            Some(slot)
        } else {
            None
        }
    };
    state.rows().filter_map(slot).collect()
}

/// Siblings: the rows of one table that belong to one row.
fn siblings(state: &State) -> BTreeMap<(Table, Option<Uuid>), Vec<Entity>> {
    let mut found: BTreeMap<_, Vec<Entity>> = BTreeMap::new();
    for row in state.rows() {
        found
            .entry((row.table(), row.parent()))
            .or_default()
            .push(row);
    }
    found
}

#[test]
fn siblings_never_have_equal_ranks_and_no_row_names_one_that_is_gone() {
    let mut pairs = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
    let law = std::cell::RefCell::new(|gestures: Vec<Gesture>| {
        let mut world = World::new();
        for gesture in &gestures {
            play(&mut world, std::slice::from_ref(gesture));
            for rows in siblings(&world.state).values() {
                let ranks: Vec<_> = rows.iter().filter_map(Entity::rank).collect();
                let distinct: BTreeSet<_> = ranks.iter().collect();
                prop_assert_eq!(distinct.len(), ranks.len());
                pairs += ranks.len() / 2;
            }
        }
        for row in world.state.rows() {
            let named = row.parent().into_iter().chain(row.references());
            for id in named {
                prop_assert!(world.state.find(id).is_some(), "{:?} names {}", row, id);
            }
        }
        Ok(())
    });
    runner
        .run(&gestures(40), |gestures| (law.borrow_mut())(gestures))
        .unwrap();
    assert!(pairs > 1_000, "only {pairs} pairs of siblings");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn undoing_any_sequence_of_edits_restores_the_state_exactly(gestures in gestures(40)) {
        let mut world = World::new();
        let start = world.state.clone();
        let done = play(&mut world, &gestures);
        let end = world.state.clone();
        for (_, changes) in done.iter().rev() {
            inverse(changes).iter().for_each(|change| world.state.write(change));
        }
        prop_assert_eq!(rows(&world.state), rows(&start));
        for (_, changes) in &done {
            changes.iter().for_each(|change| world.state.write(change));
        }
        prop_assert_eq!(rows(&world.state), rows(&end));
        // The order of siblings was kept up along the way as if built from the rows alone.
        let rebuilt = State::of(end.rows());
        for day in world.days() {
            prop_assert_eq!(schedule::day(&world.state, day), schedule::day(&rebuilt, day));
        }
    }

    #[test]
    fn planning_leaves_the_state_it_was_given_alone(gestures in gestures(20)) {
        let mut world = World::new();
        for gesture in &gestures {
            let before = rows(&world.state);
            let Some(edit) = world.edit(gesture) else { continue };
            let planned = prepare(&world.state, &edit, &mut world.ids);
            prop_assert_eq!(rows(&world.state), before);
            if let Ok(planned) = planned {
                world.state = planned.after;
            }
        }
    }

    #[test]
    fn the_changes_alone_lead_to_the_planned_state(gestures in gestures(20)) {
        let mut world = World::new();
        for gesture in &gestures {
            let Some(edit) = world.edit(gesture) else { continue };
            if let Ok(planned) = prepare(&world.state, &edit, &mut world.ids) {
                planned.changes.iter().for_each(|change| world.state.write(change));
                prop_assert_eq!(rows(&world.state), rows(&planned.after));
            }
        }
    }

    #[test]
    fn slots_overlap_only_where_a_seam_says_so(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for day in world.days() {
            let timed = schedule::day(&world.state, day).unwrap();
            no_silent_overlap(&timed.slots)?;
            for track in timed.slots.iter().flat_map(|slot| &slot.tracks) {
                no_silent_overlap(&track.slots)?;
            }
        }
    }

    #[test]
    fn reordering_changes_no_duration_and_no_pin(gestures in gestures(30)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let before = slots_of(&world.state);
        let moves: Vec<Gesture> = gestures.into_iter().map(Gesture::into_move).collect();
        play(&mut world, &moves);
        let after = slots_of(&world.state);
        for (one, other) in before.iter().zip(&after) {
            prop_assert_eq!((one.id, one.minutes, one.pin), (other.id, other.minutes, other.pin));
        }
    }

    #[test]
    fn rows_tell_the_same_times_in_whatever_order_they_are_read(
        gestures in gestures(40),
        salt in any::<u128>(),
    ) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let mut mixed = rows(&world.state);
        mixed.sort_by_key(|row| row.uuid().as_u128().wrapping_mul(salt | 1));
        let read = State::of(mixed);
        prop_assert_eq!(rows(&read), rows(&world.state));
        for day in world.days() {
            prop_assert_eq!(schedule::day(&read, day), schedule::day(&world.state, day));
        }
    }

    #[test]
    fn a_pinned_slot_starts_at_its_pin_whatever_else_is_edited(gestures in gestures(40)) {
        let mut world = World::new();
        for gesture in &gestures {
            let pinned: Vec<_> =
                slots_of(&world.state).into_iter().filter_map(|slot| Some((slot.id, slot.pin?))).collect();
            let Some(edit) = world.edit(gesture) else { continue };
            let Ok(planned) = prepare(&world.state, &edit, &mut world.ids) else { continue };
            let before = std::mem::replace(&mut world.state, planned.after);
            for (id, pin) in pinned {
                if generate::is_about(&before, &edit, id) {
                    continue;
                }
                if let Some(timed) = schedule::slot(&world.state, id) {
                    prop_assert_eq!(timed.start, pin);
                }
            }
        }
    }

    #[test]
    fn a_parallel_block_ends_with_its_longest_track_and_not_before_its_own_duration(
        gestures in gestures(40),
    ) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for day in world.days() {
            let blocks = schedule::day(&world.state, day).unwrap().slots;
            for timed in blocks.into_iter().filter(|slot| !slot.tracks.is_empty()) {
                let inner = timed.tracks.iter().flat_map(|track| &track.slots);
                let last = inner.map(|slot| slot.end).max();
                let own = world.state.slot(timed.id).unwrap().minutes.map(|own| timed.start + own);
                if let Some(end) = last.max(own) {
                    prop_assert_eq!(timed.end, end.max(timed.start));
                }
                for track in &timed.tracks {
                    prop_assert!(track.end <= timed.end);
                }
            }
        }
    }

    #[test]
    fn joining_tracks_loses_no_slot_that_stood_in_them(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for block in slots_of(&world.state) {
            let inner: Vec<_> = world
                .state
                .tracks(block.id)
                .flat_map(|track| world.state.slots(Parent::Track(track.id)))
                .map(|slot| (slot.id, slot.title.clone(), slot.minutes))
                .collect();
            let join = Edit::JoinTracks { slot: block.id };
            let after = prepare(&world.state, &join, &mut world.ids).unwrap().after;
            prop_assert_eq!(after.slot(block.id).is_some(), inner.is_empty());
            let ids: Vec<_> = inner.iter().map(|slot| slot.0).collect();
            let stood: Vec<_> = after
                .slots(block.parent)
                .filter(|slot| ids.contains(&slot.id))
                .map(|slot| (slot.id, slot.title.clone(), slot.minutes))
                .collect();
            prop_assert_eq!(stood, inner);
        }
    }

    #[test]
    fn every_slot_of_a_day_is_scheduled_once_and_in_order(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for day in world.days() {
            let timed: Vec<_> =
                schedule::day(&world.state, day).unwrap().slots.iter().map(|slot| slot.id).collect();
            let rows: Vec<_> = world.state.slots(Parent::Day(day)).map(|slot| slot.id).collect();
            prop_assert_eq!(timed, rows);
        }
    }
}

fn no_silent_overlap(slots: &[TimedSlot]) -> Result<(), TestCaseError> {
    for (one, next) in slots.iter().zip(slots.iter().skip(1)) {
        let overlaps = next.start < one.end;
        prop_assert_eq!(overlaps, matches!(next.fit, Fit::Overrun(_)));
        prop_assert_eq!(next.start > one.end, matches!(next.fit, Fit::Gap(_)));
    }
    Ok(())
}
