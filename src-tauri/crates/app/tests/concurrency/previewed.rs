//! Each preview shows exactly the result of its edit.

use std::collections::BTreeMap;

use deroule_app::checks::Severity;
use deroule_app::edit::{Edit, SlotField};
use deroule_app::model::{Clock, Kind, RoomId, Slot, SlotId};
use deroule_app::schedule::TimedSlot;
use deroule_app::view::SessionView;
use deroule_app::{App, EditResult, Scope};
use uuid::Uuid;

use crate::sample;

/// Applies an edit. Checks that its preview had the same result and wrote nothing.
pub(crate) fn apply_as_previewed(app: &App, edit: &Edit, scope: Scope) -> EditResult {
    let before = app.snapshot(scope).unwrap();
    let preview = app.preview(edit, scope).unwrap();
    assert_eq!(app.snapshot(scope).unwrap(), before, "{edit:?}");
    let outcome = app.apply(edit, scope).unwrap();
    let after = app.snapshot(scope).unwrap();
    match &preview.session {
        Some(_) => assert_eq!(preview.session, outcome.update.session, "{edit:?}"),
        None if preview.retimed.is_empty() => {
            assert_eq!(after.session, before.session, "{edit:?}");
        }
        None => {
            let mut times = times(before.session.as_ref().unwrap());
            for slot in &preview.retimed {
                times.insert(slot.id, (slot.start, slot.end));
            }
            assert_eq!(times, self::times(after.session.as_ref().unwrap()));
        }
    }
    if preview.session.is_some() || !preview.retimed.is_empty() {
        let troubles = after.findings.iter();
        let troubles = troubles.filter(|one| one.severity > Severity::Note);
        let previewed = preview.troubles.iter().map(|one| &one.message);
        assert!(previewed.eq(troubles.map(|one| &one.message)), "{edit:?}");
    }
    outcome
}

/// The start and end of every slot, including those in tracks.
fn times(view: &SessionView) -> BTreeMap<SlotId, (Clock, Clock)> {
    fn add(slots: &[TimedSlot], times: &mut BTreeMap<SlotId, (Clock, Clock)>) {
        for slot in slots {
            times.insert(slot.id, (slot.start, slot.end));
            for track in &slot.tracks {
                add(&track.slots, times);
            }
        }
    }
    let mut times = BTreeMap::new();
    for day in &view.days {
        add(&day.timed.slots, &mut times);
    }
    times
}

/// Every possible move of a slot within the running orders of a view.
fn moves(view: &SessionView) -> Vec<Edit> {
    let rows: Vec<&Slot> = view.days.iter().flat_map(|day| &day.slots).collect();
    let mut moves = Vec::new();
    for one in &rows {
        let beside = rows
            .iter()
            .filter(|row| row.parent == one.parent && row.id != one.id);
        for before in beside.map(|row| Some(row.id)).chain([None]) {
            moves.push(Edit::MoveSlot {
                slot: one.id,
                parent: one.parent,
                before,
                pin: None,
            });
        }
    }
    moves
}

#[test]
fn every_move_matches_its_preview_and_reordering_sends_only_times() {
    let folder = tempfile::tempdir().unwrap();
    let (app, scope) = sample(&folder);
    let view = app.snapshot(scope).unwrap().session.unwrap();
    let (mut retimed, mut rebuilt) = (0, 0);
    for edit in moves(&view) {
        let preview = app.preview(&edit, scope).unwrap();
        retimed += usize::from(!preview.retimed.is_empty());
        rebuilt += usize::from(preview.session.is_some());
        let outcome = apply_as_previewed(&app, &edit, scope);
        if outcome.changed > 0 {
            app.undo(scope).unwrap();
        }
    }
    assert!(retimed > 50 && rebuilt > 50, "{retimed}, {rebuilt}");
}

#[test]
fn every_fix_matches_its_preview_and_is_undone_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let (app, scope) = sample(&folder);
    let day = &app.snapshot(scope).unwrap().session.unwrap().days[0];
    let slots: Vec<SlotId> = day.timed.slots.iter().map(|slot| slot.id).collect();
    let pin = Edit::PinSlot {
        slot: slots[7],
        at: Some(Clock::at(12, 30)),
    };
    let room = Edit::AddRoom {
        id: RoomId(Uuid::now_v7()),
        programme: scope.programme.unwrap(),
        name: "Grande salle".to_owned(),
    };
    let kind = Edit::SetSlot {
        slot: slots[1],
        field: SlotField::Kind(Kind::Workshop),
    };
    for edit in [pin, room, kind] {
        app.apply(&edit, scope).unwrap();
    }
    let before = app.snapshot(scope).unwrap();
    let mut taken = Vec::new();
    for fix in before.findings.iter().flat_map(|finding| &finding.fixes) {
        apply_as_previewed(&app, &fix.edit, scope);
        app.undo(scope).unwrap();
        let after = app.snapshot(scope).unwrap();
        assert_eq!(after.session, before.session, "{fix:?}");
        assert_eq!(after.findings, before.findings, "{fix:?}");
        taken.push(fix.label.code.as_str());
    }
    for code in [
        "fix-take",
        "fix-swap",
        "fix-stretch",
        "fix-room",
        "fix-announce-start",
    ] {
        assert!(taken.contains(&code), "{code} among {taken:?}");
    }
}
