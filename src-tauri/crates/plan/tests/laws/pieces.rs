//! Dividing, merging, swapping, copying.

use deroule_plan::{DayId, Edit, Parent, Plan, SessionId, SlotId, plan, schedule};
use proptest::prelude::*;
use uuid::Uuid;

use crate::generate::{World, gestures};
use crate::{play, slots_of};

/// When everything on a day starts and ends, by title.
fn times(plan: &Plan, day: DayId) -> Vec<(String, u32, u32)> {
    let timed = schedule::day(plan, day).unwrap();
    let told = timed.slots.iter().map(|timed| {
        let title = plan.slot(timed.id).unwrap().title.clone();
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
        let slots = slots_of(&world.plan);
        let slot = slots[which % slots.len()].clone();
        let second = SlotId(Uuid::from_u128(u128::MAX));
        let divide = Edit::DivideSlot { slot: slot.id, id: second, minutes };
        let Ok(divided) = plan(&world.plan, &divide, &mut world.ids) else { return Ok(()) };
        let (first, rest) = (
            schedule::slot(&divided.after, slot.id).unwrap(),
            schedule::slot(&divided.after, second).unwrap(),
        );
        let whole = schedule::slot(&world.plan, slot.id).unwrap();
        prop_assert_eq!((first.start, first.end, rest.end), (whole.start, rest.start, whole.end));
        let merge = Edit::MergeSlots { slot: slot.id };
        let merged = plan(&divided.after, &merge, &mut world.ids).unwrap().after;
        let again = schedule::slot(&merged, slot.id).unwrap();
        prop_assert_eq!((again.start, again.end), (whole.start, whole.end));
        let same = &merged.slot(slot.id).unwrap().title;
        prop_assert_eq!(same, &slot.title);
    }

    #[test]
    fn a_copy_of_a_session_runs_as_the_session_does(gestures in gestures(30)) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let programme = world.plan.programmes()[0].id;
        let session = world.plan.sessions(programme)[0].id;
        let id = SessionId(Uuid::from_u128(u128::MAX));
        let edit = Edit::DuplicateSession { session, id, date: None };
        let after = plan(&world.plan, &edit, &mut world.ids).unwrap().after;
        let days = |of| after.days(of).map(|day| times(&after, day.id)).collect::<Vec<_>>();
        prop_assert_eq!(days(session), days(id));
    }

    #[test]
    fn swapping_twice_changes_nothing(gestures in gestures(20), one in 0usize..3, two in 0usize..3) {
        let mut world = World::new();
        play(&mut world, &gestures);
        let day = world.days()[0];
        let slots: Vec<_> = world.plan.slots(Parent::Day(day)).map(|slot| slot.id).collect();
        let (Some(slot), Some(other)) = (slots.get(one), slots.get(two)) else { return Ok(()) };
        let swap = Edit::SwapSlots { slot: *slot, other: *other };
        let once = plan(&world.plan, &swap, &mut world.ids).unwrap().after;
        let twice = plan(&once, &swap, &mut world.ids).unwrap().after;
        prop_assert_eq!(twice, world.plan);
    }
}
