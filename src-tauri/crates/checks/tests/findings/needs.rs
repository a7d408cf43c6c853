//! What people need: breaks, meals, rooms, facilitators.

use deroule_edit::{Edit, TrackField};
use deroule_model::{Kind, SlotId, State, TrackId};

use crate::{after, day, facilitators, findings_of, fixes_of, id, room, slot};

#[test]
fn two_hours_without_a_break_are_one_finding_and_a_break_before_the_slot_resolves_it() {
    let state = day([
        slot(10, "un", Kind::Plenary, 75),
        slot(11, "deux", Kind::Activity, 60),
        slot(12, "trois", Kind::Activity, 60),
    ]);
    let found = findings_of(&state, "finding-no-break");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].subject, deroule_model::Subject::Slot(id(11)));
    assert_eq!(fixes_of(&state, "finding-no-break"), ["fix-insert-break"]);
    let after = after(&state, &found[0].fixes[0].edit);
    let parent = deroule_model::Parent::Day(id(3));
    let titles: Vec<&str> = after.slots(parent).map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["un", "Pause", "deux", "trois"]);
}

#[test]
fn a_break_is_not_proposed_where_one_slot_alone_is_too_long() {
    let state = day([slot(10, "un", Kind::Plenary, 150)]);
    let found = findings_of(&state, "finding-no-break");
    assert_eq!(found.len(), 1);
    assert!(found[0].fixes.is_empty());
}

#[test]
fn a_break_that_was_inserted_and_moved_away_can_be_inserted_again() {
    let state = day([
        slot(10, "un", Kind::Plenary, 75),
        slot(11, "deux", Kind::Activity, 60),
    ]);
    let insert = findings_of(&state, "finding-no-break")[0].fixes[0]
        .edit
        .clone();
    let state = after(&state, &insert);
    let Edit::AddSlot { id: rest, .. } = insert else {
        panic!("{insert:?}");
    };
    let away = Edit::MoveSlot {
        slot: rest,
        parent: deroule_model::Parent::Day(id(3)),
        before: None,
        pin: None,
    };
    let state = after(&state, &away);
    assert_eq!(fixes_of(&state, "finding-no-break"), ["fix-insert-break"]);
}

#[test]
fn a_day_across_noon_without_a_meal_is_a_finding_and_a_meal_near_half_past_twelve_resolves_it() {
    let state = day([
        slot(10, "un", Kind::Activity, 200),
        slot(11, "deux", Kind::Activity, 120),
    ]);
    assert_eq!(fixes_of(&state, "finding-no-meal"), ["fix-insert-meal"]);
    let state = day([slot(10, "un", Kind::Activity, 320)]);
    let found = findings_of(&state, "finding-no-meal");
    assert_eq!(found.len(), 1);
    assert!(found[0].fixes.is_empty(), "nothing starts near noon");
}

#[test]
fn rooms_that_are_free_are_proposed_for_a_workshop_without_one() {
    let state = day([
        room(20, "Grande salle"),
        room(21, "Atelier"),
        slot(10, "budget", Kind::Workshop, 60),
    ]);
    let found = findings_of(&state, "finding-no-room");
    assert_eq!(found[0].fixes.len(), 2);
    for fix in &found[0].fixes {
        assert!(findings_of(&after(&state, &fix.edit), "finding-no-room").is_empty());
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
    let found = findings_of(&state, "finding-tracks-no-room");
    assert_eq!(found[0].fixes.len(), 1, "the room that is free");
    let state = after(&state, &found[0].fixes[0].edit);
    assert!(findings_of(&state, "finding-tracks-no-room").is_empty());
    assert!(findings_of(&state, "finding-room-clash").is_empty());
}

#[test]
fn a_workshop_needs_a_facilitator_and_a_plenary_only_where_facilitators_are_named() {
    let state = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
    ]);
    let subjects = |state: &State| -> Vec<_> {
        let found = findings_of(state, "finding-no-lead").into_iter();
        found.map(|finding| finding.subject).collect()
    };
    let subject = |number| deroule_model::Subject::Slot(id::<SlotId>(number));
    assert_eq!(subjects(&state), [subject(11)]);
    let state = after(&state, &facilitators(11, &["Inès"]));
    assert_eq!(subjects(&state), [subject(10)]);
}

#[test]
fn facilitators_of_the_day_who_are_free_are_proposed() {
    let state = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
        slot(12, "bilan", Kind::Plenary, 30),
        facilitators(11, &["Inès", "Paul"]),
        facilitators(12, &["Paul"]),
    ]);
    let found = findings_of(&state, "finding-no-lead");
    assert_eq!(found.len(), 1);
    let labels: Vec<String> = found[0]
        .fixes
        .iter()
        .map(|fix| format!("{:?}", fix.label.args["lead"]))
        .collect();
    assert_eq!(labels, [r#"Text("Inès")"#, r#"Text("Paul")"#]);
    let state = after(&state, &found[0].fixes[0].edit);
    assert!(findings_of(&state, "finding-no-lead").is_empty());
    assert!(findings_of(&state, "finding-lead-clash").is_empty());
}
