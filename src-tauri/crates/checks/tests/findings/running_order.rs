//! What does not fit its time, with fixes that resolve it.

use deroule_edit::{Edit, Hours};
use deroule_model::{AudienceId, Clock, Kind, Parent, State, TrackId};

use crate::{after, day, findings_of, fixes_of, id, slot};

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
                start: Clock::at(9, 0),
                end: Clock::at(9, 50),
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
    let proposed = |state: &State| {
        let found = findings_of(state, "finding-ends-late");
        assert_eq!(found.len(), 1);
        let fixes = found.into_iter().flat_map(|finding| finding.fixes);
        fixes.map(|fix| fix.label.code).collect::<Vec<_>>()
    };
    assert_eq!(proposed(&block(None)), ["fix-take", "fix-announce-end"]);
    assert_eq!(
        proposed(&block(Some(Clock::at(9, 30)))),
        ["fix-announce-end"]
    );
}

#[test]
fn the_block_before_a_gap_is_lengthened_from_its_longest_track() {
    let split = Edit::SplitSlot {
        slot: id(10),
        tracks: vec![id::<TrackId>(20)],
    };
    let mut inner = slot(11, "retour", Kind::Workshop, 90);
    if let Edit::AddSlot { parent, .. } = &mut inner {
        *parent = Parent::Track(id(20));
    }
    let mut next = slot(12, "bilan", Kind::WrapUp, 30);
    if let Edit::AddSlot { pin, .. } = &mut next {
        *pin = Some(Clock::at(11, 0));
    }
    let state = day([slot(10, "ateliers", Kind::Workshop, 60), split, inner, next]);
    let found = findings_of(&state, "finding-gap");
    let fixes = &found[0].fixes;
    let lengthen = fixes.iter().find(|fix| fix.label.code == "fix-lengthen");
    let state = after(&state, &lengthen.unwrap().edit);
    assert!(findings_of(&state, "finding-gap").is_empty());
}

/// A day from ten to half past, and who attends it from when to when.
fn from_ten(attendance: &[(&str, u32, u32)]) -> State {
    let attends = attendance
        .iter()
        .zip(30u128..)
        .flat_map(|((name, start, end), number)| {
            let audience = Edit::AddAudience {
                id: id::<AudienceId>(number),
                programme: id(1),
                name: (*name).to_owned(),
            };
            let hours = Hours {
                start: Clock(*start),
                end: Clock(*end),
            };
            let hours = Edit::SetAttendance {
                day: id(3),
                audience: id(number),
                hours: Some(hours),
            };
            [audience, hours]
        });
    let slot = slot(10, "bilan", Kind::Plenary, 30);
    let start = Edit::SetDayStart {
        day: id(3),
        start: Clock::at(10, 0),
    };
    day(attends.chain([slot, start]))
}

#[test]
fn who_has_gone_before_it_starts_is_not_announced_for_later() {
    let ways = |attendance: &[_]| fixes_of(&from_ten(attendance), "finding-starts-late");
    let both = ["fix-announce-start", "fix-start-at"];
    assert_eq!(ways(&[("DIG", 480, 720)]), both);
    assert_eq!(ways(&[("DIG", 480, 540)]), ["fix-start-at"]);
    // Later hours for some would leave the day announced from when the others come.
    let some = [("DIG", 480, 720), ("Mentors", 480, 540)];
    assert_eq!(ways(&some), ["fix-start-at"]);
}

#[test]
fn who_comes_after_it_has_ended_is_not_announced_until_then() {
    let ways = |attendance: &[_]| fixes_of(&from_ten(attendance), "finding-ends-early");
    assert_eq!(ways(&[("DIG", 600, 720)]), ["fix-announce-end"]);
    let some = [("DIG", 600, 720), ("Mentors", 660, 720)];
    assert!(ways(&some).is_empty());
}
