//! What people need is told where it lacks: breaks, meals, rooms, leads.

use deroule_edit::{Edit, TrackField};
use deroule_model::{Kind, SlotId, State, TrackId};

use crate::{after, day, facilitators, id, room, slot, told};

#[test]
fn two_hours_without_a_break_are_told_once_and_a_break_answers() {
    let long = [
        slot(10, "un", Kind::Plenary, 75),
        slot(11, "deux", Kind::Activity, 60),
        slot(12, "trois", Kind::Activity, 60),
    ];
    let state = day(long);
    let found = told(&state, "finding-no-break");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].subject, deroule_model::Subject::Slot(id(11)));
    let mut rest = slot(13, "pause", Kind::Break, 15);
    if let Edit::AddSlot { before, .. } = &mut rest {
        *before = Some(id(11));
    }
    let state = after(&state, &rest);
    assert!(told(&state, "finding-no-break").is_empty());
}

#[test]
fn a_day_across_noon_without_a_meal_is_told() {
    let state = day([slot(10, "un", Kind::Activity, 320)]);
    assert_eq!(told(&state, "finding-no-meal").len(), 1);
    let state = after(&state, &slot(11, "repas", Kind::Meal, 60));
    assert!(told(&state, "finding-no-meal").is_empty());
}

#[test]
fn a_workshop_without_a_room_is_proposed_the_rooms_that_are_free_then() {
    let state = day([
        room(20, "Grande salle"),
        room(21, "Atelier"),
        slot(10, "budget", Kind::Workshop, 60),
    ]);
    let found = told(&state, "finding-no-room");
    assert_eq!(found[0].fixes.len(), 2);
    for fix in &found[0].fixes {
        assert!(told(&after(&state, &fix.edit), "finding-no-room").is_empty());
    }
    let elsewhere = Edit::SplitSlot {
        slot: id(10),
        tracks: vec![id::<TrackId>(30), id::<TrackId>(31)],
    };
    let taken = Edit::SetTrack {
        track: id(30),
        field: TrackField::Room(Some(id(20))),
    };
    let titled = Edit::SetTrack {
        track: id(31),
        field: TrackField::Title(Some("entretien".to_owned())),
    };
    let state = [elsewhere, taken, titled]
        .iter()
        .fold(state, |state, edit| after(&state, edit));
    let found = told(&state, "finding-tracks-no-room");
    assert_eq!(found[0].fixes.len(), 1, "the room that is free");
    let state = after(&state, &found[0].fixes[0].edit);
    assert!(told(&state, "finding-tracks-no-room").is_empty());
    assert!(told(&state, "finding-room-clash").is_empty());
}

#[test]
fn a_workshop_wants_a_lead_and_a_plenary_only_where_leads_are_kept() {
    let state = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
    ]);
    let subjects = |state: &State| -> Vec<_> {
        let found = told(state, "finding-no-lead").into_iter();
        found.map(|finding| finding.subject).collect()
    };
    let subject = |number| deroule_model::Subject::Slot(id::<SlotId>(number));
    assert_eq!(subjects(&state), [subject(11)]);
    let state = after(&state, &facilitators(11, &["Inès"]));
    assert_eq!(subjects(&state), [subject(10)]);
}

#[test]
fn who_leads_something_that_day_and_is_free_is_proposed() {
    let state = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
        slot(12, "bilan", Kind::Plenary, 30),
        facilitators(11, &["Inès", "Paul"]),
        facilitators(12, &["Paul"]),
    ]);
    let found = told(&state, "finding-no-lead");
    assert_eq!(found.len(), 1);
    let labels: Vec<String> = found[0]
        .fixes
        .iter()
        .map(|fix| format!("{:?}", fix.label.args["lead"]))
        .collect();
    assert_eq!(labels, [r#"Text("Inès")"#, r#"Text("Paul")"#]);
    let state = after(&state, &found[0].fixes[0].edit);
    assert!(told(&state, "finding-no-lead").is_empty());
    assert!(told(&state, "finding-lead-clash").is_empty());
}
