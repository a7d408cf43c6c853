//! Sessions of one date hold each other's rooms and people: who meets whom is what comparing each with
//! each tells, whatever it is looked up by.

use deroule_checks::{Finding, Pass};
use deroule_model::{Clock, Message, Minutes, Parent, SessionId, SlotId, State, Status, Subject};
use proptest::prelude::*;

use super::*;

/// A slot of a session, pinned; rooms and people by number.
#[derive(Clone, Debug)]
struct Held {
    session: u128,
    room: Option<u128>,
    facilitators: Vec<u128>,
    start: u32,
    minutes: u32,
}

fn held() -> impl Strategy<Value = Held> {
    let facilitators = prop::collection::btree_set(0..3u128, 0..3);
    let times = (540..700u32, prop::sample::select(vec![0, 15, 60, 200]));
    let (session, room) = (0..4u128, prop::option::of(0..3u128));
    (session, room, facilitators, times).prop_map(
        |(session, room, facilitators, (start, minutes))| Held {
            session,
            room,
            facilitators: facilitators.into_iter().collect(),
            start,
            minutes,
        },
    )
}

fn session(number: u128) -> SessionId {
    id(100 + number)
}

fn slot_of(number: usize) -> SlotId {
    id(300 + number as u128)
}

/// Four sessions of one date, the last of them cancelled, with these slots.
fn date(held: &[Held]) -> State {
    let sessions = (0..4).map(|number| Edit::AddSession {
        id: session(number),
        day: id(200 + number),
        programme: id(1),
        title: format!("Séance {number}"),
        date: Some("2026-09-10".parse().unwrap()),
    });
    let rooms = (0..3).map(|number| room(20 + number, &format!("Salle {number}")));
    let slots = held.iter().enumerate().flat_map(|(at, held)| {
        let slot = slot_of(at);
        let name = |lead: &u128| format!("Personne {lead}");
        [
            Edit::AddSlot {
                id: slot,
                parent: Parent::Day(id(200 + held.session)),
                before: None,
                title: format!("créneau {at}"),
                kind: Kind::Plenary,
                minutes: Minutes(held.minutes),
                pin: Some(Clock(held.start)),
            },
            Edit::SetSlot {
                slot,
                field: SlotField::Room(held.room.map(|number| id(20 + number))),
            },
            Edit::SetSlot {
                slot,
                field: SlotField::Facilitators(held.facilitators.iter().map(name).collect()),
            },
        ]
    });
    let cancelled = Edit::SetSession {
        session: session(3),
        field: deroule_edit::SessionField::Status(Status::Cancelled),
    };
    day(sessions.chain(rooms).chain(slots).chain([cancelled]))
}

fn clashes(findings: impl IntoIterator<Item = Finding>) -> Vec<(Subject, Message)> {
    let of_code = |finding: &Finding| {
        ["finding-room-clash", "finding-lead-clash"].contains(&finding.message.code.as_str())
    };
    let findings = findings.into_iter().filter(of_code);
    let mut found: Vec<_> = findings
        .map(|finding| (finding.subject, finding.message))
        .collect();
    found.sort_by_key(|findings| format!("{findings:?}"));
    found
}

/// What comparing each with each tells: within a session on the later one, else on both.
fn expected(state: &State, held: &[Held]) -> Vec<(Subject, Message)> {
    let mut found = Vec::new();
    let end = |held: &Held| held.start + held.minutes;
    for (at, one) in held.iter().enumerate() {
        for (beside, other) in held.iter().enumerate() {
            let meet = one.start < end(other) && other.start < end(one);
            let is_later = one.session == other.session && beside >= at;
            if !meet || is_later || one.session == 3 || other.session == 3 {
                continue;
            }
            let message = |code: &str| {
                Message::new(code)
                    .text("title", format!("créneau {at}"))
                    .text("other", format!("créneau {beside}"))
                    .time("start", Clock(one.start.max(other.start)))
            };
            let subject = Subject::Slot(slot_of(at));
            if let Some(room) = one.room.filter(|_| one.room == other.room) {
                let name = &state.room(id(20 + room)).unwrap().name;
                found.push((subject, message("finding-room-clash").text("room", name)));
            }
            for lead in one
                .facilitators
                .iter()
                .filter(|lead| other.facilitators.contains(lead))
            {
                let name = format!("Personne {lead}");
                found.push((subject, message("finding-lead-clash").text("lead", name)));
            }
        }
    }
    found.sort_by_key(|findings| format!("{findings:?}"));
    found
}

#[test]
fn who_meets_whom_is_what_comparing_each_with_each_tells() {
    let mut met = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(1_000));
    let law = |held: Vec<Held>| {
        let state = date(&held);
        let mut pass = Pass::new(&state);
        let findings: Vec<Finding> = (0..4).flat_map(|at| pass.of_session(session(at))).collect();
        let expected = expected(&state, &held);
        met += expected.len();
        prop_assert_eq!(clashes(findings.clone()), expected);
        // One session by itself is checked alike.
        let alone = (0..4).flat_map(|at| finding::of_session(&state, session(at)));
        prop_assert_eq!(alone.collect::<Vec<_>>(), findings);
        Ok(())
    };
    let law = std::cell::RefCell::new(law);
    let cases = prop::collection::vec(held(), 0..9);
    runner.run(&cases, |held| (law.borrow_mut())(held)).unwrap();
    assert!(met > 1_000, "only {met} met");
}

#[test]
fn of_one_thing_at_most_eight_others_are_reported() {
    let all = vec![
        Held {
            session: 0,
            room: Some(1),
            facilitators: vec![],
            start: 600,
            minutes: 60,
        };
        30
    ];
    let state = date(&all);
    let findings = clashes(finding::of_session(&state, session(0)));
    let of = |at: usize| {
        let subject = Subject::Slot(slot_of(at));
        findings.iter().filter(|(of, _)| *of == subject).count()
    };
    assert_eq!([of(0), of(3), of(8), of(29)], [0, 3, 8, 8]);
}
