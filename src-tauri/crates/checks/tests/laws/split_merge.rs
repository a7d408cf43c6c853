//! Dividing, merging, swapping, copying.

use chrono::{NaiveDate, TimeDelta};
use deroule_edit::{Edit, Refusal, Shift, SlotField, prepare};
use deroule_model::{Clock, DayId, Minutes, Parent, ProgrammeId, SessionId, SlotId, State};
use deroule_schedule as schedule;
use proptest::prelude::*;
use uuid::Uuid;

use crate::generate::{World, date, gestures};
use crate::{play, slots_of};

/// When everything on a day starts and ends, by title.
fn times(state: &State, day: DayId) -> Vec<(String, Clock, Clock)> {
    let timed = schedule::day(state, day).unwrap();
    let told = timed.slots.iter().map(|timed| {
        let title = state.slot(timed.id).unwrap().title.clone();
        (title, timed.start, timed.end)
    });
    told.collect()
}

proptest! {
    #[test]
    fn dividing_a_slot_moves_nothing_and_merging_makes_it_whole_again(
        gestures in gestures(20), which in any::<usize>(), minutes in 1u32..240,
    ) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let slots = slots_of(&world.state);
        // Every slot may have been deleted.
        prop_assume!(!slots.is_empty());
        let slot = slots[which % slots.len()].clone();
        let second = SlotId(Uuid::from_u128(u128::MAX));
        let divide = Edit::DivideSlot { slot: slot.id, id: second, minutes: Minutes(minutes) };
        let Ok(divided) = prepare(&world.state, &divide, &mut world.ids) else { return Ok(()) };
        let (first, rest) = (
            schedule::slot(&divided.after, slot.id).unwrap(),
            schedule::slot(&divided.after, second).unwrap(),
        );
        let whole = schedule::slot(&world.state, slot.id).unwrap();
        prop_assert_eq!((first.start, first.end, rest.end), (whole.start, rest.start, whole.end));
        let merge = Edit::MergeSlots { slot: slot.id };
        let merged = prepare(&divided.after, &merge, &mut world.ids).unwrap().after;
        prop_assert_eq!(merged.slot(slot.id), Some(&slot));
        prop_assert_eq!(schedule::slot(&merged, slot.id).unwrap(), whole);
    }

    #[test]
    fn the_parts_of_a_slot_keep_to_limits_the_whole_keeps_to(
        whole in 2u32..240, at in any::<u32>(), less in 0u32..240, more in 0u32..240,
    ) {
        let at = 1 + at % (whole - 1);
        let mut world = World::new();
        let slot = slots_of(&world.state)[0].id;
        let second = SlotId(Uuid::from_u128(u128::MAX));
        let limit = |field| Edit::SetSlot { slot, field };
        for edit in [
            Edit::ResizeSlot { slot, minutes: Minutes(whole) },
            limit(SlotField::MinMinutes(Some(Minutes(whole.saturating_sub(less))))),
            limit(SlotField::MaxMinutes(Some(Minutes(whole + more)))),
            Edit::DivideSlot { slot, id: second, minutes: Minutes(at) },
        ] {
            world.state = prepare(&world.state, &edit, &mut world.ids).unwrap().after;
        }
        for part in [slot, second] {
            let part = world.state.slot(part).unwrap();
            prop_assert!(part.min_minutes <= part.minutes && part.minutes <= part.max_minutes, "{part:?}");
        }
    }

    #[test]
    fn a_copy_of_a_session_runs_as_the_session_does(gestures in gestures(30), date in date()) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let programme = world.state.programmes()[0].id;
        let session = world.state.sessions(programme)[0].id;
        let id = SessionId(Uuid::from_u128(u128::MAX));
        let edit = Edit::DuplicateSession { session, id, date };
        let after = prepare(&world.state, &edit, &mut world.ids).unwrap().after;
        let days = |of| {
            let mut days: Vec<_> = after.days(of).collect();
            // Days without a date are told in another order than dated ones.
            days.sort_by_key(|day| &day.rank);
            days.into_iter().map(|day| times(&after, day.id)).collect::<Vec<_>>()
        };
        prop_assert_eq!(days(session), days(id));
    }

    #[test]
    fn a_copy_of_a_session_has_the_dates_the_session_would_be_rescheduled_to(
        gestures in gestures(30), which in any::<usize>(), date in date(),
    ) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let programme = world.state.programmes()[0].id;
        let sessions = world.state.sessions(programme);
        let session = sessions[which % sessions.len()].id;
        let id = SessionId(Uuid::from_u128(u128::MAX));
        let mut planned = |edit: &Edit| prepare(&world.state, edit, &mut world.ids).unwrap().after;
        let copied = planned(&Edit::DuplicateSession { session, id, date });
        let moved = planned(&Edit::RescheduleSession { session, date });
        let dates = |state: &State, of| state.days(of).map(|day| day.date).collect::<Vec<_>>();
        prop_assert_eq!(dates(&copied, id), dates(&moved, session));
    }

    #[test]
    fn the_days_of_a_copied_programme_keep_their_distance_and_run_as_they_did(
        gestures in gestures(20), start in 0i64..3000, apart in 0i64..20, years in -5i32..5,
    ) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let programme = world.state.programmes()[0].id;
        let session = world.state.sessions(programme)[0].id;
        let first = NaiveDate::default() + TimeDelta::days(20_000 + start);
        let second = first + TimeDelta::days(apart);
        for edit in [
            Edit::RescheduleSession { session, date: Some(first) },
            Edit::AddDay { id: DayId(Uuid::from_u128(u128::MAX)), session, date: Some(second) },
        ] {
            world.state = prepare(&world.state, &edit, &mut world.ids).unwrap().after;
        }
        let id = ProgrammeId(Uuid::from_u128(u128::MAX - 1));
        let copy = Edit::CopyProgramme {
            programme, id, title: "Copy".into(), dates: Shift::Weekday(years),
        };
        let after = prepare(&world.state, &copy, &mut world.ids).unwrap().after;
        let copied = after.sessions(id);
        let rank = &after.session(session).unwrap().rank;
        let of = copied.iter().find(|row| row.rank == *rank).unwrap();
        let dates = |of| after.days(of).filter_map(|day| day.date).collect::<Vec<_>>();
        let (old, new) = (dates(session), dates(of.id));
        prop_assert_eq!(Shift::Weekday(years).of(old[0]), Some(new[0]));
        for (one, other) in old.iter().zip(&new) {
            prop_assert_eq!(*one - old[0], *other - new[0]);
        }
        let days = |of| after.days(of).map(|day| times(&after, day.id)).collect::<Vec<_>>();
        prop_assert_eq!(days(session), days(of.id));
    }

    #[test]
    fn swapping_twice_changes_nothing(gestures in gestures(20), one in 0usize..3, two in 0usize..3) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let day = world.days()[0];
        let slots: Vec<_> = world.state.slots(Parent::Day(day)).map(|slot| slot.id).collect();
        let (Some(slot), Some(other)) = (slots.get(one), slots.get(two)) else { return Ok(()) };
        let swap = Edit::SwapSlots { slot: *slot, other: *other };
        let once = prepare(&world.state, &swap, &mut world.ids).unwrap().after;
        let twice = prepare(&once, &swap, &mut world.ids).unwrap().after;
        prop_assert_eq!(twice, world.state);
    }
}

/// Two slots fixed at both ends of the longest day there can be.
#[test]
fn slots_that_last_too_long_together_are_not_merged() {
    let mut world = World::new();
    let parent = Parent::Day(world.days()[0]);
    let slots: Vec<_> = world.state.slots(parent).map(|slot| slot.id).collect();
    for edit in [
        Edit::PinSlot {
            slot: slots[0],
            at: Some(Clock::MIDNIGHT),
        },
        Edit::PinSlot {
            slot: slots[1],
            at: Some(Clock::MAX),
        },
    ] {
        world.state = prepare(&world.state, &edit, &mut world.ids).unwrap().after;
    }
    let merge = Edit::MergeSlots { slot: slots[0] };
    let refused = prepare(&world.state, &merge, &mut world.ids).err();
    assert!(
        matches!(refused, Some(Refusal::OutOfRange { .. })),
        "{refused:?}"
    );
}
