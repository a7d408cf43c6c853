//! The window's view, updated by deltas only, and two processes on one store.
#![allow(clippy::unwrap_used, reason = "tests")]

mod previewed;

use chrono::{DateTime, NaiveDate, Utc};
use deroule_app::edit::{AudienceField, Edit, ProgrammeField, SessionField, SlotField};
use deroule_app::model::{
    AudienceId, Clock, DayId, IdeaId, Kind, Minutes, Parent, ProgrammeId, RoomId, SessionId, Slot,
    SlotId, Track, TrackId,
};
use deroule_app::view::{DayChange, DayView, ProgrammeView, SessionChange, SessionView};
use deroule_app::{App, Language, Scope, Snapshot, StateDelta};
use tempfile::TempDir;
use uuid::Uuid;

use crate::previewed::apply_as_previewed;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn open(folder: &TempDir) -> App {
    App::open(&folder.path().join("plan.deroule"), clock).unwrap()
}

/// A store with the sample. The scope has its first session.
fn sample(folder: &TempDir) -> (App, Scope) {
    let app = open(folder);
    app.add_sample(Language::Fr).unwrap();
    let view = app.snapshot(Scope::default()).unwrap().open.unwrap();
    let scope = Scope {
        programme: Some(view.programme.id),
        session: Some(view.sessions[0].session.id),
        revision: None,
    };
    (app, scope)
}

/// Updates the view by an answer, as the window does.
fn updated_view(mut view: ProgrammeView, update: StateDelta) -> ProgrammeView {
    let id = view.programme.id;
    let find_programme = |rows: Vec<_>| {
        rows.into_iter()
            .find(|row: &deroule_app::model::Programme| row.id == id)
    };
    if let Some(programme) = update.programmes.and_then(find_programme) {
        view.programme = programme;
    }
    view.audiences = update.audiences.unwrap_or(view.audiences);
    view.rooms = update.rooms.unwrap_or(view.rooms);
    view.ideas = update.ideas.unwrap_or(view.ideas);
    for row in update.sessions {
        match view
            .sessions
            .iter_mut()
            .find(|old| old.session.id == row.session.id)
        {
            Some(old) => *old = row,
            None => view.sessions.push(row),
        }
    }
    if let Some(order) = update.session_order {
        let position = |id: SessionId| order.iter().position(|one| *one == id);
        view.sessions
            .retain(|row| position(row.session.id).is_some());
        view.sessions.sort_by_key(|row| position(row.session.id));
    }
    view
}

fn date(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

/// Edits in sequence, each on the result of the one before.
fn edits(first: &Snapshot) -> Vec<Edit> {
    let open = first.open.as_ref().unwrap();
    let programme: ProgrammeId = open.programme.id;
    let day = &first.session.as_ref().unwrap().days[0];
    let parent = Parent::Day(day.day.id);
    let slots: Vec<SlotId> = day.timed.slots.iter().map(|slot| slot.id).collect();
    let tracks: Vec<TrackId> = day.timed.slots[9].tracks.iter().map(|one| one.id).collect();
    let session = |number: usize| open.sessions[number].session.id;
    let idea = |number: usize| open.ideas[number].idea.id;
    let (room, audience) = (RoomId(Uuid::now_v7()), AudienceId(Uuid::now_v7()));
    let (added, added_day) = (SessionId(Uuid::now_v7()), DayId(Uuid::now_v7()));
    let title = "Autre".to_owned();
    let cell = |track| deroule_app::edit::BoardCell::Track { track };
    vec![
        Edit::SetProgramme {
            programme,
            field: ProgrammeField::Title(title.clone()),
        },
        Edit::AddAudience {
            id: audience,
            programme,
            name: title.clone(),
        },
        Edit::SetAudience {
            audience,
            field: AudienceField::Name("Public".into()),
        },
        Edit::AddRoom {
            id: room,
            programme,
            name: title.clone(),
        },
        Edit::SetSession {
            session: session(1),
            field: SessionField::Venue(None),
        },
        Edit::RescheduleSession {
            session: session(0),
            date: date("2019-11-28"),
        },
        Edit::AddSession {
            id: added,
            day: added_day,
            programme,
            title: title.clone(),
            date: None,
        },
        Edit::RescheduleSession {
            session: added,
            date: date("2019-10-11"),
        },
        Edit::ResizeSlot {
            slot: slots[3],
            minutes: Minutes(75),
        },
        Edit::MoveSlot {
            slot: slots[2],
            parent,
            before: Some(slots[6]),
            pin: None,
        },
        Edit::PinSlot {
            slot: slots[7],
            at: Some(Clock::at(12, 0)),
        },
        Edit::SetSlot {
            slot: slots[0],
            field: SlotField::Room(Some(room)),
        },
        Edit::AddSlot {
            id: SlotId(Uuid::now_v7()),
            parent,
            before: None,
            title: title.clone(),
            kind: Kind::Travel,
            minutes: Minutes(20),
            pin: None,
        },
        Edit::PlaceIdea {
            idea: idea(0),
            place: cell(tracks[0]),
            from: None,
        },
        Edit::PlaceIdea {
            idea: idea(1),
            place: cell(tracks[1]),
            from: None,
        },
        Edit::UnplaceIdea { track: tracks[0] },
        // A block with its tracks moves to a day of another session, and back.
        Edit::MoveSlot {
            slot: slots[9],
            parent: Parent::Day(added_day),
            before: None,
            pin: None,
        },
        Edit::MoveSlot {
            slot: slots[9],
            parent,
            before: None,
            pin: None,
        },
        Edit::AddIdea {
            id: IdeaId(Uuid::now_v7()),
            programme,
            session: Some(session(2)),
            title,
        },
        Edit::DeleteIdea { idea: idea(1) },
        Edit::DeleteSlot { slot: slots[9] },
        Edit::DeleteSession {
            session: session(3),
        },
        Edit::DeleteAudience {
            audience: open.audiences[0].id,
        },
        Edit::DeleteRoom { room },
    ]
}

/// The running orders with the changed rows and the unchanged ones.
fn completed(old: Option<SessionView>, change: SessionChange) -> SessionView {
    let old: Vec<DayView> = old.map_or_else(Vec::new, |view| view.days);
    let day = |change: DayChange| {
        let slots = change
            .slots
            .iter()
            .chain(old.iter().flat_map(|day| &day.slots));
        let slots: Vec<&Slot> = slots.collect();
        let tracks = change
            .tracks
            .iter()
            .chain(old.iter().flat_map(|day| &day.tracks));
        let tracks: Vec<&Track> = tracks.collect();
        let slot = |id: SlotId| (*slots.iter().find(|row| row.id == id).unwrap()).clone();
        let mut view = DayView {
            day: change.day,
            timed: change.timed.clone(),
            slots: Vec::new(),
            tracks: Vec::new(),
        };
        for timed in &change.timed.slots {
            view.slots.push(slot(timed.id));
            for track in &timed.tracks {
                view.slots
                    .extend(track.slots.iter().map(|inner| slot(inner.id)));
                let row = tracks.iter().find(|row| row.id == track.id).unwrap();
                view.tracks.push((*row).clone());
            }
        }
        view
    };
    SessionView {
        id: change.id,
        days: change.days.into_iter().map(day).collect(),
    }
}

#[test]
fn view_updated_by_deltas_equals_a_new_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let (app, scope) = sample(&folder);
    let first = app.snapshot(scope).unwrap();
    let (mut view, mut session) = (first.open.clone().unwrap(), first.session.clone());
    let mut findings = first.findings.clone();
    let edits = edits(&first);
    let steps = edits.len();
    let mut check = |update: StateDelta, what: &str| {
        assert!(!update.reload, "{what}");
        session = match update.session.clone() {
            Some(change) => Some(completed(session.take(), change)),
            None => session.take(),
        };
        findings = update.findings.clone().unwrap_or(findings.clone());
        view = updated_view(view.clone(), update);
        let fresh = app.snapshot(scope).unwrap();
        assert_eq!(Some(&view), fresh.open.as_ref(), "{what}");
        assert_eq!(session, fresh.session, "{what}");
        assert_eq!(findings, fresh.findings, "{what}");
    };
    for edit in edits {
        let outcome = apply_as_previewed(&app, &edit, scope);
        assert!(outcome.changed > 0, "{edit:?}");
        check(outcome.update, &format!("{edit:?}"));
    }
    for step in 0..steps {
        check(app.undo(scope).unwrap().update, &format!("undo {step}"));
    }
}

#[test]
fn edits_of_two_windows_on_one_store_are_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (open(&folder), open(&folder));
    one.add_sample(Language::En).unwrap();
    let view = other.snapshot(Scope::default()).unwrap().open.unwrap();
    let rename = |number: usize, title: &str| Edit::SetSession {
        session: view.sessions[number].session.id,
        field: SessionField::Title(title.into()),
    };
    one.apply(&rename(0, "By one"), Scope::default()).unwrap();
    other
        .apply(&rename(1, "By the other"), Scope::default())
        .unwrap();
    one.apply(&rename(2, "By one again"), Scope::default())
        .unwrap();
    for app in [one, other] {
        let sessions = app
            .snapshot(Scope::default())
            .unwrap()
            .open
            .unwrap()
            .sessions;
        let titles: Vec<&str> = sessions
            .iter()
            .map(|row| row.session.title.as_str())
            .collect();
        assert_eq!(titles[..3], ["By one", "By the other", "By one again"]);
    }
}

#[test]
fn next_answer_after_a_foreign_write_requests_a_full_refresh() {
    let folder = tempfile::tempdir().unwrap();
    let (app, mut scope) = sample(&folder);
    let elsewhere = open(&folder);
    let first = app.snapshot(scope).unwrap();
    let rename = |number: usize, title: &str| Edit::SetSession {
        session: first.open.as_ref().unwrap().sessions[number].session.id,
        field: SessionField::Title(title.into()),
    };
    let by_another = |title: &str| {
        let outcome = elsewhere.apply(&rename(1, title), Scope::default());
        assert_ne!(outcome.unwrap().revision, first.revision);
    };
    scope.revision = Some(first.revision);
    let own = app.apply(&rename(0, "Own"), scope).unwrap();
    assert!(!own.update.reload);

    scope.revision = Some(own.revision);
    assert_eq!(app.revision().unwrap(), own.revision);
    by_another("Once");
    assert_ne!(app.revision().unwrap(), own.revision);
    let own_again = rename(0, "Own again");
    assert!(app.preview(&own_again, scope).unwrap().reload);
    assert!(app.apply(&own_again, scope).unwrap().update.reload);
    scope.revision = Some(app.snapshot(scope).unwrap().revision);
    by_another("Twice");
    assert!(app.undo(scope).unwrap().update.reload);
    assert!(app.redo(scope).unwrap().update.reload);

    scope.revision = Some(app.snapshot(scope).unwrap().revision);
    let outcome = app.undo(scope).unwrap();
    assert!(!outcome.update.reload);
    scope.revision = Some(outcome.revision);
    assert!(!app.redo(scope).unwrap().update.reload);
}
