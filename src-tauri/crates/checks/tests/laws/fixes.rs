//! Ways out: none moves a pin or breaks a limit, and each does what it says.

use deroule_checks::{Fix, of_session};
use deroule_edit::{Edit, prepare};
use deroule_model::{Clock, DayId, Minutes, Slot, SlotId, State, Subject};
use deroule_schedule as schedule;
use deroule_schedule::elastic::limits;
use deroule_schedule::{Fit, TimedSlot};
use proptest::prelude::*;

use crate::generate::{World, gestures};
use crate::{play, slots_of};

/// The fixes that are ways out; that a pin gives way is the organiser's to decide.
const WAYS: [&str; 7] = [
    "fix-shrink",
    "fix-take",
    "fix-push",
    "fix-swap",
    "fix-drop",
    "fix-stretch",
    "fix-pull",
];

/// Every way out of every finding: what it is about, which finding, and the way.
fn ways(state: &State) -> Vec<(Subject, String, Fix)> {
    let sessions = state
        .programmes()
        .into_iter()
        .flat_map(|row| state.sessions(row.id));
    let findings = sessions.flat_map(|session| of_session(state, session.id));
    findings
        .flat_map(|finding| {
            let code = finding.message.code.clone();
            let offered = finding.fixes.into_iter();
            let ways = offered.filter(|fix| WAYS.contains(&fix.label.code.as_str()));
            ways.map(move |fix| (finding.subject, code.clone(), fix))
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
    fn no_way_out_moves_a_pin_or_breaks_a_limit(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let before = slots_of(&world.state);
        for (_, _, way) in ways(&world.state) {
            for (id, minutes) in resized(&way.edit) {
                let slot = world.state.slot(id).unwrap();
                let timed = schedule::slot(&world.state, id).unwrap();
                let limits = limits(slot, &timed);
                prop_assert!(limits.min_minutes <= minutes && minutes <= limits.max_minutes, "{:?}", way);
            }
            let after = prepare(&world.state, &way.edit, &mut world.ids).unwrap().after;
            for Slot { id, pin, .. } in &before {
                match after.slot(*id) {
                    Some(slot) => prop_assert_eq!(slot.pin, *pin),
                    None => prop_assert_eq!(*pin, None),
                }
            }
        }
    }

    #[test]
    fn a_way_out_that_is_offered_leads_out(gestures in gestures(40)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        for (subject, code, way) in ways(&world.state) {
            let after = prepare(&world.state, &way.edit, &mut world.ids).unwrap().after;
            match (code.as_str(), subject) {
                ("finding-overrun", Subject::Slot(id)) => {
                    let fit = fit_of(&after, id);
                    prop_assert!(!matches!(fit, Some(Fit::Overrun(_))), "{:?}", way);
                    prop_assert!(overruns(&after, &world) < overruns(&world.state, &world));
                }
                ("finding-gap", Subject::Slot(id)) if way.label.code == "fix-stretch" => {
                    prop_assert_eq!(fit_of(&after, id), Some(Fit::Contiguous));
                }
                ("finding-ends-late" | "finding-ends-early", Subject::Day(day)) => {
                    let announced = world.state.attendances(day).iter().map(|row| row.end).max();
                    prop_assert!(end_of(&after, day) <= announced.unwrap_or(Clock::MIDNIGHT), "{:?}", way);
                }
                _ => prop_assert!(overruns(&after, &world) <= overruns(&world.state, &world)),
            }
        }
    }
}
