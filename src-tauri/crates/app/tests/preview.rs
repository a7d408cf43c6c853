//! The previews that a drag requests at each step.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, Utc};
use deroule_app::checks::Severity;
use deroule_app::edit::Edit;
use deroule_app::model::{Minutes, SlotId};
use deroule_app::view::SessionView;
use deroule_app::{App, Language, Preview, Scope};
use tempfile::TempDir;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

/// A store with the sample, the view of its first session, and the scope of both.
fn sample(folder: &TempDir) -> (App, SessionView, Scope) {
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    app.add_sample(Language::Fr).unwrap();
    let first = app.snapshot(Scope::default()).unwrap();
    let open = first.open.unwrap();
    let scope = Scope {
        programme: Some(open.programme.id),
        session: Some(open.sessions[0].session.id),
        revision: Some(first.revision),
    };
    let session = app.snapshot(scope).unwrap().session.unwrap();
    (app, session, scope)
}

fn resized(session: &SessionView, nth: usize, by: i32) -> (SlotId, Edit) {
    let timed = &session.days[0].timed.slots[nth];
    let minutes = Minutes(timed.minutes().0.checked_add_signed(by).unwrap());
    let edit = Edit::ResizeSlot {
        slot: timed.id,
        minutes,
    };
    (timed.id, edit)
}

#[test]
fn preview_has_the_new_times_and_writes_nothing() {
    let folder = TempDir::new().unwrap();
    let (app, session, scope) = sample(&folder);
    let (slot, edit) = resized(&session, 1, 10);
    let preview = app.preview(&edit, scope).unwrap();
    assert_eq!(app.snapshot(scope).unwrap().session.unwrap(), session);

    let after = app.apply(&edit, scope).unwrap();
    let change = preview.session.unwrap();
    assert_eq!(Some(&change), after.update.session.as_ref());
    assert_eq!(change.days[0].slots.len(), 1, "only the changed row");
    assert_eq!(change.days[0].slots[0].id, slot);
}

#[test]
fn preview_has_new_findings_without_fixes() {
    let folder = TempDir::new().unwrap();
    let (app, session, scope) = sample(&folder);
    let third = &session.days[0].timed.slots[2];
    let pin = Edit::PinSlot {
        slot: third.id,
        at: Some(third.start),
    };
    let pinned = app.apply(&pin, scope).unwrap();
    let scope = Scope {
        revision: Some(pinned.revision),
        ..scope
    };
    let conflict = |edit: &Edit| {
        let troubles = app.preview(edit, scope).unwrap().troubles;
        assert!(troubles.iter().all(|one| one.fixes.is_empty()));
        assert!(troubles.iter().all(|one| one.severity > Severity::Note));
        troubles
            .iter()
            .any(|one| one.message.code == "finding-overrun")
    };
    assert!(conflict(&resized(&session, 1, 10).1));
    assert!(!conflict(&resized(&session, 1, 0).1));
}

#[test]
fn preview_on_a_stale_revision_requests_a_full_refresh() {
    let folder = TempDir::new().unwrap();
    let (app, session, scope) = sample(&folder);
    let (_, edit) = resized(&session, 1, 10);
    app.apply(&edit, scope).unwrap();
    let expected = Preview {
        reload: true,
        ..Preview::default()
    };
    assert_eq!(app.preview(&edit, scope).unwrap(), expected);
}

#[test]
fn preview_of_an_invalid_edit_is_refused_with_its_reason() {
    let folder = TempDir::new().unwrap();
    let (app, session, scope) = sample(&folder);
    let (slot, edit) = resized(&session, 1, 10);
    app.apply(&Edit::DeleteSlot { slot }, scope).unwrap();
    let refused = app.preview(&edit, scope).unwrap_err();
    assert_eq!(
        refused,
        app.apply(&edit, scope).unwrap_err(),
        "as the edit itself would be refused"
    );
}

#[test]
fn previews_of_several_edits_are_independent() {
    let folder = TempDir::new().unwrap();
    let (app, session, scope) = sample(&folder);
    let (slot, shorter) = resized(&session, 1, -5);
    let (_, longer) = resized(&session, 1, 10);
    let invalid = Edit::MergeSlots {
        slot: SlotId(uuid::Uuid::nil()),
    };
    let previews = app.previews(&[longer.clone(), invalid, shorter.clone()], scope);
    let one = |edit: &Edit| Some(app.preview(edit, scope).unwrap());
    assert_eq!(previews, [one(&longer), None, one(&shorter)]);
    app.apply(&Edit::DeleteSlot { slot }, scope).unwrap();
    assert_eq!(app.previews(&[longer, shorter], scope), [None, None]);
}
