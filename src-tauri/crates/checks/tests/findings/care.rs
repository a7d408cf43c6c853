//! What people need is told where it lacks: breaks, meals, rooms, leads.

use deroule_edit::{Edit, TrackField};
use deroule_model::{Kind, Plan, SlotId, TrackId};

use crate::{after, day, id, leads, room, slot, told};

#[test]
fn two_hours_without_a_break_are_told_once_and_a_break_answers() {
    let long = [
        slot(10, "un", Kind::Plenary, 75),
        slot(11, "deux", Kind::Activity, 60),
        slot(12, "trois", Kind::Activity, 60),
    ];
    let plan = day(long);
    let found = told(&plan, "finding-no-break");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].subject, deroule_model::Subject::Slot(id(11)));
    let mut rest = slot(13, "pause", Kind::Break, 15);
    if let Edit::AddSlot { before, .. } = &mut rest {
        *before = Some(id(11));
    }
    let plan = after(&plan, &rest);
    assert!(told(&plan, "finding-no-break").is_empty());
}

#[test]
fn a_day_across_noon_without_a_meal_is_told() {
    let plan = day([slot(10, "un", Kind::Activity, 320)]);
    assert_eq!(told(&plan, "finding-no-meal").len(), 1);
    let plan = after(&plan, &slot(11, "repas", Kind::Meal, 60));
    assert!(told(&plan, "finding-no-meal").is_empty());
}

#[test]
fn a_workshop_without_a_room_is_proposed_the_rooms_that_are_free_then() {
    let plan = day([
        room(20, "Grande salle"),
        room(21, "Atelier"),
        slot(10, "budget", Kind::Workshop, 60),
    ]);
    let found = told(&plan, "finding-no-room");
    assert_eq!(found[0].fixes.len(), 2);
    for fix in &found[0].fixes {
        assert!(told(&after(&plan, &fix.edit), "finding-no-room").is_empty());
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
    let plan = [elsewhere, taken, titled]
        .iter()
        .fold(plan, |plan, edit| after(&plan, edit));
    let found = told(&plan, "finding-tracks-no-room");
    assert_eq!(found[0].fixes.len(), 1, "the room that is free");
    let plan = after(&plan, &found[0].fixes[0].edit);
    assert!(told(&plan, "finding-tracks-no-room").is_empty());
    assert!(told(&plan, "finding-room-clash").is_empty());
}

#[test]
fn a_workshop_wants_a_lead_and_a_plenary_only_where_leads_are_kept() {
    let plan = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
    ]);
    let subjects = |plan: &Plan| -> Vec<_> {
        let found = told(plan, "finding-no-lead").into_iter();
        found.map(|finding| finding.subject).collect()
    };
    let subject = |number| deroule_model::Subject::Slot(id::<SlotId>(number));
    assert_eq!(subjects(&plan), [subject(11)]);
    let plan = after(&plan, &leads(11, &["Inès"]));
    assert_eq!(subjects(&plan), [subject(10)]);
}

#[test]
fn who_leads_something_that_day_and_is_free_is_proposed() {
    let plan = day([
        slot(10, "standup", Kind::Plenary, 15),
        slot(11, "budget", Kind::Workshop, 60),
        slot(12, "bilan", Kind::Plenary, 30),
        leads(11, &["Inès", "Paul"]),
        leads(12, &["Paul"]),
    ]);
    let found = told(&plan, "finding-no-lead");
    assert_eq!(found.len(), 1);
    let labels: Vec<String> = found[0]
        .fixes
        .iter()
        .map(|fix| format!("{:?}", fix.label.args["lead"]))
        .collect();
    assert_eq!(labels, [r#"Text("Inès")"#, r#"Text("Paul")"#]);
    let plan = after(&plan, &found[0].fixes[0].edit);
    assert!(told(&plan, "finding-no-lead").is_empty());
    assert!(told(&plan, "finding-lead-clash").is_empty());
}
