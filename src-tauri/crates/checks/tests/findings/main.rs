//! The findings of a day, and that their fixes resolve them.

#![allow(clippy::unwrap_used, reason = "tests")]

mod clock_change;
mod conflicts;
mod needs;
mod running_order;
mod same_date;

use deroule_checks as finding;
use deroule_checks::Finding;
use deroule_edit::{Edit, SlotField};
use deroule_model::{
    Clock, DayId, Kind, Language, Minutes, Parent, ProgrammeId, RoomId, SessionId, State,
};
use uuid::Uuid;

/// An id with that number.
fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn after(state: &State, edit: &Edit) -> State {
    deroule_edit::prepare(state, edit, &mut Uuid::now_v7)
        .unwrap()
        .after
}

fn slot(number: u128, title: &str, kind: Kind, minutes: u32) -> Edit {
    Edit::AddSlot {
        id: id(number),
        parent: Parent::Day(id::<DayId>(3)),
        before: None,
        title: title.to_owned(),
        kind,
        minutes: Minutes(minutes),
        pin: None,
    }
}

fn room(number: u128, name: &str) -> Edit {
    Edit::AddRoom {
        id: id::<RoomId>(number),
        programme: id(1),
        name: name.to_owned(),
    }
}

fn facilitators(number: u128, names: &[&str]) -> Edit {
    Edit::SetSlot {
        slot: id(number),
        field: SlotField::Facilitators(names.iter().map(|&name| name.to_owned()).collect()),
    }
}

/// A day from nine o'clock after these edits.
fn day(edits: impl IntoIterator<Item = Edit>) -> State {
    let first = [
        Edit::AddProgramme {
            id: id::<ProgrammeId>(1),
            title: "Automne".to_owned(),
            timezone: "Europe/Paris".to_owned(),
            language: Language::Fr,
        },
        Edit::AddSession {
            id: id::<SessionId>(2),
            day: id::<DayId>(3),
            programme: id(1),
            title: "Départ".to_owned(),
            date: Some("2026-09-10".parse().unwrap()),
        },
        Edit::SetDayStart {
            day: id(3),
            start: Clock::at(9, 0),
        },
    ];
    let edits = first.into_iter().chain(edits);
    edits.fold(State::default(), |state, edit| after(&state, &edit))
}

fn findings_of(state: &State, code: &str) -> Vec<Finding> {
    let findings = finding::of_session(state, id(2));
    let of_code = findings.into_iter();
    of_code
        .filter(|finding| finding.message.code == code)
        .collect()
}

/// The labels of the fixes of the one finding with that code. Each fix resolves it.
fn fixes_of(state: &State, code: &str) -> Vec<String> {
    let found = findings_of(state, code);
    assert_eq!(found.len(), 1, "{code}");
    for fix in &found[0].fixes {
        let after = after(state, &fix.edit);
        assert!(
            findings_of(&after, code).is_empty(),
            "{code}: {:?}",
            fix.label
        );
    }
    let fixes = found[0].fixes.iter();
    fixes.map(|fix| fix.label.code.clone()).collect()
}
