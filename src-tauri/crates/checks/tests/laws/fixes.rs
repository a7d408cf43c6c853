//! Fixes: none moves a pin or breaks a limit, and each resolves its finding.

use std::cell::Cell;

use deroule_checks::{Fix, of_session};
use deroule_edit::{Edit, prepare};
use deroule_model::{Clock, DayId, Minutes, Parent, SessionId, Slot, SlotId, State, Subject};
use deroule_schedule as schedule;
use deroule_schedule::elastic::limits;
use deroule_schedule::{Fit, TimedSlot};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::generate::{World, gestures};
use crate::{play, slots_of};

/// The fixes that keep every pin. That a pin gives way is for the organiser to decide.
const CODES: [&str; 11] = [
    "fix-insert-break",
    "fix-insert-meal",
    "fix-shrink",
    "fix-take",
    "fix-shorten-one",
    "fix-shorten-all",
    "fix-push",
    "fix-swap",
    "fix-drop",
    "fix-stretch",
    "fix-pull",
];

/// Every such fix of every finding: its subject, its code and the fix.
fn fixes(state: &State) -> Vec<(Subject, String, Fix)> {
    let sessions = state
        .programmes()
        .into_iter()
        .flat_map(|row| state.sessions(row.id));
    let findings = sessions.flat_map(|session| of_session(state, session.id));
    findings
        .flat_map(|finding| {
            let code = finding.message.code.clone();
            let offered = finding.fixes.into_iter();
            let fixes = offered.filter(|fix| CODES.contains(&fix.label.code.as_str()));
            fixes
                .map(move |fix| (finding.subject, code.clone(), fix))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn fit_of(state: &State, id: SlotId) -> Option<Fit> {
    schedule::slot(state, id).map(|timed| timed.fit)
}

fn end_of(state: &State, day: DayId) -> Clock {
    schedule::day(state, day).map_or(Clock::MIDNIGHT, |timed| timed.end)
}

fn session_of(state: &State, subject: Subject) -> Option<SessionId> {
    let parent = match subject {
        Subject::Slot(id) => state.slot(id)?.parent,
        Subject::Day(id) => Parent::Day(id),
        _ => return None,
    };
    state.session_of(parent).map(|row| row.id)
}

/// By how many minutes everything overruns, tracks included.
fn overruns(state: &State, world: &World) -> Minutes {
    fn of(slots: &[TimedSlot]) -> Minutes {
        let own = slots.iter().map(|slot| match slot.fit {
            Fit::Overrun(minutes) => minutes,
            Fit::Contiguous | Fit::Gap(_) => Minutes::ZERO,
        });
        let inner = slots.iter().flat_map(|slot| &slot.tracks);
        own.sum::<Minutes>() + inner.map(|track| of(&track.slots)).sum()
    }
    let days = world.days().into_iter();
    days.filter_map(|day| schedule::day(state, day))
        .map(|timed| of(&timed.slots))
        .sum()
}

fn resized(edit: &Edit) -> Vec<(SlotId, Minutes)> {
    match edit {
        Edit::Batch { edits } => edits.iter().flat_map(resized).collect(),
        Edit::ResizeSlot { slot, minutes } => vec![(*slot, *minutes)],
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_fix_moves_a_pin_or_breaks_a_limit(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let before = slots_of(&world.state);
        for (_, _, fix) in fixes(&world.state) {
            for (id, minutes) in resized(&fix.edit) {
                let slot = world.state.slot(id).unwrap();
                let timed = schedule::slot(&world.state, id).unwrap();
                let limits = limits(slot, &timed);
                let least = if fix.label.code.starts_with("fix-shorten-") {
                    // Nobody said how short it may get: five minutes, or what it has already.
                    let floor = slot.min_minutes.unwrap_or(Minutes(5)).min(timed.minutes());
                    floor.max(timed.longest_track())
                } else {
                    limits.min_minutes
                };
                prop_assert!(least <= minutes && minutes <= limits.max_minutes, "{:?}", fix);
            }
            let after = prepare(&world.state, &fix.edit, &mut world.ids).unwrap().after;
            for Slot { id, pin, .. } in &before {
                match after.slot(*id) {
                    Some(slot) => prop_assert_eq!(slot.pin, *pin),
                    None => prop_assert_eq!(*pin, None),
                }
            }
        }
    }

    #[test]
    fn a_fix_that_is_offered_resolves_its_finding(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for (subject, code, fix) in fixes(&world.state) {
            let after = prepare(&world.state, &fix.edit, &mut world.ids).unwrap().after;
            match (code.as_str(), subject) {
                ("finding-overrun", Subject::Slot(id)) => {
                    let fit = fit_of(&after, id);
                    prop_assert!(!matches!(fit, Some(Fit::Overrun(_))), "{:?}", fix);
                    prop_assert!(overruns(&after, &world) < overruns(&world.state, &world));
                }
                ("finding-gap", Subject::Slot(id)) if fix.label.code == "fix-stretch" => {
                    prop_assert_eq!(fit_of(&after, id), Some(Fit::Contiguous));
                }
                ("finding-ends-late" | "finding-ends-early", Subject::Day(day)) => {
                    let announced = world.state.attendances(day).iter().map(|row| row.end).max();
                    prop_assert!(end_of(&after, day) <= announced.unwrap_or(Clock::MIDNIGHT), "{:?}", fix);
                }
                _ => prop_assert!(overruns(&after, &world) <= overruns(&world.state, &world)),
            }
        }
    }
}

#[test]
fn an_overrun_can_be_shortened_and_each_fix_names_the_end_it_leads_to() {
    let (shortened, named) = (Cell::new(0), Cell::new(0));
    let run = TestRunner::new(ProptestConfig::with_cases(300)).run(&gestures(40), |gestures| {
        let mut world = World::new();
        play(&mut world, &gestures);
        for (subject, _, fix) in fixes(&world.state) {
            if fix.label.code.starts_with("fix-shorten-") {
                shortened.set(shortened.get() + 1);
            }
            let day = match subject {
                Subject::Slot(id) => world
                    .state
                    .slot(id)
                    .and_then(|slot| day_of(&world.state, slot)),
                Subject::Day(id) => Some(id),
                _ => None,
            };
            if let (Some(end), Some(day)) = (fix.end, day) {
                let after = prepare(&world.state, &fix.edit, &mut world.ids)
                    .unwrap()
                    .after;
                prop_assert_eq!(end, end_of(&after, day), "{:?}", fix);
                named.set(named.get() + 1);
            }
        }
        Ok(())
    });
    run.unwrap();
    assert!(shortened.get() > 100, "{} shortened", shortened.get());
    assert!(named.get() > 300, "{} named", named.get());
}

/// The day of a slot, also of one in a track.
fn day_of(state: &State, slot: &Slot) -> Option<DayId> {
    match slot.parent {
        Parent::Day(day) => Some(day),
        Parent::Track(track) => {
            let block = state.slot(state.track(track)?.slot)?;
            day_of(state, block)
        }
    }
}

#[test]
fn a_break_or_a_meal_that_is_offered_resolves_its_finding_without_an_overrun() {
    let inserted = Cell::new(0);
    let run = TestRunner::new(ProptestConfig::with_cases(300)).run(&gestures(40), |gestures| {
        let mut world = World::new();
        play(&mut world, &gestures);
        let rests = fixes(&world.state).into_iter();
        for (subject, code, fix) in
            rests.filter(|(_, _, fix)| fix.label.code.starts_with("fix-insert-"))
        {
            let after = prepare(&world.state, &fix.edit, &mut world.ids)
                .unwrap()
                .after;
            let session = session_of(&after, subject).unwrap();
            let left = of_session(&after, session).into_iter();
            let mut same = left.filter(|one| one.message.code == code && one.subject == subject);
            prop_assert!(same.next().is_none(), "{:?}", fix);
            prop_assert!(overruns(&after, &world) <= overruns(&world.state, &world));
            inserted.set(inserted.get() + 1);
        }
        Ok(())
    });
    run.unwrap();
    assert!(inserted.get() > 30, "{} offered", inserted.get());
}
