//! What is in two places, absent, too small or free, with fixes that resolve it.

use deroule_edit::{BoardCell, Edit, Hours, IdeaField, RoomField, SlotField, TrackField};
use deroule_model::{AudienceId, Clock, IdeaId, Kind, Parent, State, TrackId};

use crate::{after, day, facilitators, findings_of, fixes_of, id, room, slot};

/// A round of two tracks, 30 and 31, with rooms 20 and 21 to choose from, and more edits.
fn round(edits: impl IntoIterator<Item = Edit>) -> State {
    let first = [
        room(20, "Grande salle"),
        room(21, "Atelier"),
        slot(10, "tour n°1", Kind::Workshop, 60),
        Edit::SplitSlot {
            slot: id(10),
            tracks: vec![id::<TrackId>(30), id::<TrackId>(31)],
        },
    ];
    day(first.into_iter().chain(edits))
}

fn track(number: u128, field: TrackField) -> Edit {
    Edit::SetTrack {
        track: id(number),
        field,
    }
}

/// An idea with a lead, placed in a track.
fn idea(number: u128, title: &str, lead: &str, track: u128) -> [Edit; 3] {
    let new = Edit::AddIdea {
        id: id::<IdeaId>(number),
        programme: id(1),
        session: None,
        title: title.to_owned(),
    };
    let led = Edit::SetIdea {
        idea: id(number),
        field: IdeaField::Facilitators(vec![lead.to_owned()]),
    };
    let placed = Edit::PlaceIdea {
        idea: id(number),
        place: BoardCell::Track { track: id(track) },
        from: None,
    };
    [new, led, placed]
}

#[test]
fn two_tracks_in_one_room_are_a_conflict_and_one_of_them_is_proposed_a_free_room() {
    let state = round([
        track(30, TrackField::Room(Some(id(20)))),
        track(31, TrackField::Room(Some(id(20)))),
    ]);
    assert_eq!(fixes_of(&state, "finding-room-clash"), ["fix-room"]);
    let held = after(&state, &slot(11, "accueil", Kind::Welcome, 15));
    let held = after(
        &held,
        &Edit::PinSlot {
            slot: id(11),
            at: Some(Clock::at(9, 10)),
        },
    );
    let taken = Edit::SetSlot {
        slot: id(11),
        field: SlotField::Room(Some(id(21))),
    };
    let held = after(&held, &taken);
    assert!(
        fixes_of(&held, "finding-room-clash").is_empty(),
        "no room is free then"
    );
}

#[test]
fn a_lead_in_two_places_is_replaced_by_one_who_is_free_or_left_out() {
    let mut inner = [
        slot(11, "budget", Kind::Workshop, 60),
        slot(12, "emploi", Kind::Workshop, 60),
    ];
    for (edit, track) in inner.iter_mut().zip([30, 31]) {
        if let Edit::AddSlot { parent, .. } = edit {
            *parent = Parent::Track(id(track));
        }
    }
    let rest = [
        slot(13, "bilan", Kind::WrapUp, 30),
        facilitators(11, &["Inès"]),
        facilitators(12, &["Léo", "Inès"]),
        facilitators(13, &["Paul"]),
    ];
    let state = round(inner.into_iter().chain(rest));
    let ways = fixes_of(&state, "finding-lead-clash");
    assert_eq!(ways, ["fix-lead", "fix-without-lead"]);
    let found = findings_of(&state, "finding-lead-clash");
    let state = after(&state, &found[0].fixes[0].edit);
    assert_eq!(state.slot(id(12)).unwrap().facilitators, ["Léo", "Paul"]);
}

#[test]
fn an_idea_whose_lead_is_elsewhere_can_wait_in_the_list() {
    let state = round(
        [
            idea(40, "budget", "Inès", 30),
            idea(41, "emploi", "Inès", 31),
        ]
        .concat(),
    );
    assert_eq!(fixes_of(&state, "finding-lead-clash"), ["fix-unplace"]);
}

#[test]
fn an_absent_audience_is_announced_or_the_track_is_opened_to_everyone() {
    let audience = Edit::AddAudience {
        id: id::<AudienceId>(50),
        programme: id(1),
        name: "Jeunes".to_owned(),
    };
    let meant = track(30, TrackField::Audience(Some(id(50))));
    let state = round([audience, meant]);
    let ways = ["fix-announce-audience", "fix-for-everyone"];
    assert_eq!(fixes_of(&state, "finding-audience-absent"), ways);
    // Who comes later is announced from when the track starts, until when they stay.
    let late = Edit::SetAttendance {
        day: id(3),
        audience: id(50),
        hours: Some(Hours {
            start: Clock::at(9, 30),
            end: Clock::at(12, 0),
        }),
    };
    let state = after(&state, &late);
    assert_eq!(fixes_of(&state, "finding-audience-absent"), ways);
    let found = findings_of(&state, "finding-audience-absent");
    let state = after(&state, &found[0].fixes[0].edit);
    let hours = state.attendances(id(3))[0];
    assert_eq!(
        (hours.start, hours.end),
        (Clock::at(9, 0), Clock::at(12, 0))
    );
}

#[test]
fn an_idea_for_more_people_than_its_room_holds_is_proposed_rooms_that_hold_them() {
    let places = |number, capacity| Edit::SetRoom {
        room: id(number),
        field: RoomField::Capacity(capacity),
    };
    let many = Edit::SetIdea {
        idea: id(40),
        field: IdeaField::Capacity(Some(12)),
    };
    let here = track(30, TrackField::Room(Some(id(20))));
    let rest = [
        many,
        here,
        places(20, Some(8)),
        places(21, Some(12)),
        room(22, "Jardin"),
    ];
    let state = round(idea(40, "budget", "Inès", 30).into_iter().chain(rest));
    // Nobody knows how many the garden holds.
    assert_eq!(fixes_of(&state, "finding-room-small"), ["fix-room"]);
}

#[test]
fn free_tracks_are_taken_away_only_beside_one_that_is_not() {
    let state = round([]);
    assert!(fixes_of(&state, "finding-tracks-free").is_empty());
    let state = after(
        &state,
        &track(30, TrackField::Title(Some("entretien".to_owned()))),
    );
    assert_eq!(
        fixes_of(&state, "finding-tracks-free"),
        ["fix-without-free-tracks"]
    );
}

/// A slot inside track 30.
fn inner(number: u128, title: &str, minutes: u32) -> Edit {
    let mut inner = slot(number, title, Kind::Workshop, minutes);
    if let Edit::AddSlot { parent, .. } = &mut inner {
        *parent = Parent::Track(id(30));
    }
    inner
}

#[test]
fn a_tracks_own_slots_are_in_its_room_and_led_by_its_lead_without_a_clash() {
    let here = Edit::SetSlot {
        slot: id(11),
        field: SlotField::Room(Some(id(20))),
    };
    let own = [
        track(30, TrackField::Room(Some(id(20)))),
        inner(11, "cadrage", 60),
        here,
        facilitators(11, &["Inès"]),
    ];
    let state = round(idea(40, "budget", "Inès", 30).into_iter().chain(own));
    assert!(findings_of(&state, "finding-room-clash").is_empty());
    assert!(findings_of(&state, "finding-lead-clash").is_empty());
    // Beside it they still clash, each with what it really clashes with.
    let state = after(&state, &track(31, TrackField::Room(Some(id(20)))));
    assert_eq!(findings_of(&state, "finding-room-clash").len(), 2);
}
