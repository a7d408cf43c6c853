//! What does not fit its time is told, with ways out that really lead out.

use deroule_plan::{AudienceId, Edit, Hours, Kind, Parent, Plan, TrackId};

use crate::{after, day, id, slot, told};

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
        *pin = Some(660);
    }
    let plan = day([slot(10, "ateliers", Kind::Workshop, 60), split, inner, next]);
    let found = told(&plan, "finding-gap");
    let fixes = &found[0].fixes;
    let lengthen = fixes.iter().find(|fix| fix.label.code == "fix-lengthen");
    let plan = after(&plan, &lengthen.unwrap().edit);
    assert!(told(&plan, "finding-gap").is_empty());
}
