//! What people need is told where it lacks, and what is in two places too, with ways out that really
//! lead out.
#![allow(clippy::unwrap_used, reason = "tests")]

use deroule_plan::{
    AudienceId, DayId, Edit, Finding, Hours, IdeaField, IdeaId, Kind, Parent, Place, Plan,
    ProgrammeId, RoomField, RoomId, SessionId, SlotField, SlotId, TrackField, TrackId, finding,
};
use uuid::Uuid;

/// An id that tells its number.
fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn after(plan: &Plan, edit: &Edit) -> Plan {
    deroule_plan::plan(plan, edit, &mut Uuid::now_v7)
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
        minutes,
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

fn leads(number: u128, names: &[&str]) -> Edit {
    Edit::SetSlot {
        slot: id(number),
        field: SlotField::Leads(names.iter().map(|&name| name.to_owned()).collect()),
    }
}

/// A day from nine, of these edits.
fn day(edits: impl IntoIterator<Item = Edit>) -> Plan {
    let first = [
        Edit::AddProgramme {
            id: id::<ProgrammeId>(1),
            title: "Automne".to_owned(),
            timezone: "Europe/Paris".to_owned(),
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
            start: 540,
        },
    ];
    let edits = first.into_iter().chain(edits);
    edits.fold(Plan::default(), |plan, edit| after(&plan, &edit))
}

fn told(plan: &Plan, code: &str) -> Vec<Finding> {
    let findings = finding::of_session(plan, id(2));
    let of_code = findings.into_iter();
    of_code
        .filter(|finding| finding.message.code == code)
        .collect()
}

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
    assert_eq!(found[0].subject, deroule_plan::Subject::Slot(id(11)));
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
    let subject = |number| deroule_plan::Subject::Slot(id::<SlotId>(number));
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

/// A round of two tracks, 30 and 31, with rooms 20 and 21 to choose from, and more edits.
fn round(edits: impl IntoIterator<Item = Edit>) -> Plan {
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
        field: IdeaField::Leads(vec![lead.to_owned()]),
    };
    let placed = Edit::PlaceIdea {
        idea: id(number),
        place: Place::Track { track: id(track) },
        from: None,
    };
    [new, led, placed]
}

/// The names of the ways out of the one finding of that code, each of which ends it.
fn ways_out(plan: &Plan, code: &str) -> Vec<String> {
    let found = told(plan, code);
    assert_eq!(found.len(), 1, "{code}");
    for fix in &found[0].fixes {
        let after = after(plan, &fix.edit);
        assert!(told(&after, code).is_empty(), "{code}: {:?}", fix.label);
    }
    let name = |fix: &deroule_plan::Fix| fix.label.code.clone();
    found[0].fixes.iter().map(name).collect()
}

#[test]
fn two_tracks_in_one_room_are_told_and_one_of_them_is_proposed_a_free_room() {
    let plan = round([
        track(30, TrackField::Room(Some(id(20)))),
        track(31, TrackField::Room(Some(id(20)))),
    ]);
    assert_eq!(ways_out(&plan, "finding-room-clash"), ["fix-room"]);
    let held = after(&plan, &slot(11, "accueil", Kind::Welcome, 15));
    let held = after(
        &held,
        &Edit::PinSlot {
            slot: id(11),
            at: Some(550),
        },
    );
    let taken = Edit::SetSlot {
        slot: id(11),
        field: SlotField::Room(Some(id(21))),
    };
    let held = after(&held, &taken);
    assert!(
        ways_out(&held, "finding-room-clash").is_empty(),
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
        leads(11, &["Inès"]),
        leads(12, &["Léo", "Inès"]),
        leads(13, &["Paul"]),
    ];
    let plan = round(inner.into_iter().chain(rest));
    let ways = ways_out(&plan, "finding-lead-clash");
    assert_eq!(ways, ["fix-lead", "fix-without-lead"]);
    let found = told(&plan, "finding-lead-clash");
    let plan = after(&plan, &found[0].fixes[0].edit);
    assert_eq!(plan.slot(id(12)).unwrap().leads, ["Léo", "Paul"]);
}

#[test]
fn an_idea_whose_lead_is_elsewhere_can_wait_in_the_list() {
    let plan = round(
        [
            idea(40, "budget", "Inès", 30),
            idea(41, "emploi", "Inès", 31),
        ]
        .concat(),
    );
    assert_eq!(ways_out(&plan, "finding-lead-clash"), ["fix-unplace"]);
}

#[test]
fn an_absent_audience_is_announced_or_the_track_is_opened_to_everyone() {
    let audience = Edit::AddAudience {
        id: id::<AudienceId>(50),
        programme: id(1),
        name: "Jeunes".to_owned(),
    };
    let meant = track(30, TrackField::Audience(Some(id(50))));
    let plan = round([audience, meant]);
    let ways = ["fix-announce-audience", "fix-for-everyone"];
    assert_eq!(ways_out(&plan, "finding-audience-absent"), ways);
    // Who comes later is announced from when the track starts, until when they stay.
    let late = Edit::SetAttendance {
        day: id(3),
        audience: id(50),
        hours: Some(Hours {
            start: 570,
            end: 720,
        }),
    };
    let plan = after(&plan, &late);
    assert_eq!(ways_out(&plan, "finding-audience-absent"), ways);
    let found = told(&plan, "finding-audience-absent");
    let plan = after(&plan, &found[0].fixes[0].edit);
    let hours = plan.attendances(id(3))[0];
    assert_eq!((hours.start, hours.end), (540, 720));
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
    let plan = round(idea(40, "budget", "Inès", 30).into_iter().chain(rest));
    // Nobody knows how many the garden holds.
    assert_eq!(ways_out(&plan, "finding-room-small"), ["fix-room"]);
}

#[test]
fn free_tracks_are_taken_away_only_beside_one_that_is_not() {
    let plan = round([]);
    assert!(ways_out(&plan, "finding-tracks-free").is_empty());
    let plan = after(
        &plan,
        &track(30, TrackField::Title(Some("entretien".to_owned()))),
    );
    assert_eq!(
        ways_out(&plan, "finding-tracks-free"),
        ["fix-without-free-tracks"]
    );
}

/// A time fixed in a track keeps the day's end, or what comes after the block, where it is.
#[test]
fn a_break_before_a_block_whose_track_holds_a_time_is_no_way_out_of_a_late_end() {
    let block = |pin| {
        let split = Edit::SplitSlot {
            slot: id(11),
            tracks: vec![id::<TrackId>(20)],
        };
        let mut inner = slot(12, "retour", Kind::Workshop, 30);
        if let Edit::AddSlot {
            parent, pin: at, ..
        } = &mut inner
        {
            *parent = Parent::Track(id(20));
            *at = pin;
        }
        let audience = Edit::AddAudience {
            id: id::<AudienceId>(30),
            programme: id(1),
            name: "DIG".to_owned(),
        };
        let hours = Edit::SetAttendance {
            day: id(3),
            audience: id(30),
            hours: Some(Hours {
                start: 540,
                end: 590,
            }),
        };
        day([
            slot(10, "pause", Kind::Break, 30),
            slot(11, "ateliers", Kind::Workshop, 15),
            split,
            inner,
            audience,
            hours,
        ])
    };
    let proposed = |plan: &Plan| {
        let found = told(plan, "finding-ends-late");
        assert_eq!(found.len(), 1);
        let fixes = found.into_iter().flat_map(|finding| finding.fixes);
        fixes.map(|fix| fix.label.code).collect::<Vec<_>>()
    };
    assert_eq!(proposed(&block(None)), ["fix-take", "fix-announce-end"]);
    assert_eq!(proposed(&block(Some(570))), ["fix-announce-end"]);
}
