//! Long reads block neither exports nor other requests.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use deroule_app::edit::Edit;
use deroule_app::model::{Minutes, SessionId, SlotId};
use deroule_app::{App, Language, Scope, SheetForm, SheetOptions};

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

/// Longer than any step of these tests. A wait of this length means a deadlock.
const DEADLOCK_TIMEOUT: Duration = Duration::from_secs(60);

struct Sample {
    app: App,
    scope: Scope,
    sessions: Vec<SessionId>,
    slot: SlotId,
    _folder: tempfile::TempDir,
}

fn sample() -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    app.add_sample(Language::Fr).unwrap();
    let open = app.snapshot(Scope::default()).unwrap().open.unwrap();
    let sessions: Vec<SessionId> = open.sessions.iter().map(|row| row.session.id).collect();
    let orders = app.orders(open.programme.id).unwrap();
    let with_slots = orders
        .iter()
        .find(|order| !order.days[0].slots.is_empty())
        .unwrap();
    let scope = Scope {
        programme: Some(open.programme.id),
        session: Some(with_slots.id),
        revision: None,
    };
    Sample {
        scope,
        sessions,
        slot: with_slots.days[0].timed.slots[0].id,
        app,
        _folder: folder,
    }
}

fn longer(slot: SlotId, minutes: u32) -> Edit {
    let minutes = Minutes(minutes);
    Edit::ResizeSlot { slot, minutes }
}

#[test]
fn long_read_blocks_neither_previews_nor_edits() {
    let sample = sample();
    let (app, scope, slot) = (&sample.app, sample.scope, sample.slot);
    let revision = app.revision().unwrap();
    thread::scope(|threads| {
        let (done, is_done) = mpsc::channel();
        let read = app.read(|plan, _, read_at| {
            threads.spawn(move || {
                let previews = app.previews(&[longer(slot, 50), longer(slot, 55)], scope);
                assert!(previews.iter().all(Option::is_some));
                app.apply(&longer(slot, 50), scope).unwrap();
                done.send(()).unwrap();
            });
            is_done.recv_timeout(DEADLOCK_TIMEOUT).unwrap();
            Ok((plan.slot(slot).unwrap().minutes, read_at))
        });
        let (minutes, read_at) = read.unwrap();
        assert_ne!(
            minutes,
            Some(Minutes(50)),
            "a reader sees one state from first to last"
        );
        assert_eq!(read_at, revision);
    });
    assert_eq!(app.revision().unwrap(), revision + 1);
}

#[test]
fn previews_continue_during_a_long_export() {
    let sample = sample();
    let (app, scope, slot, sessions) = (&sample.app, sample.scope, sample.slot, &sample.sessions);
    let many: Vec<SessionId> = sessions.iter().copied().cycle().take(60).collect();
    let options = SheetOptions {
        form: SheetForm::Everyone,
        notes: false,
        language: None,
    };
    let previews = thread::scope(|threads| {
        let pages = threads.spawn(|| app.sheet_pdf(&many, options).unwrap());
        let mut previews = 0;
        while !pages.is_finished() {
            let preview = app.previews(&[longer(slot, 50)], scope);
            // The preview was requested and answered before the pages were done.
            if preview[0].is_some() && !pages.is_finished() {
                previews += 1;
            }
        }
        pages.join().unwrap();
        previews
    });
    assert!(
        previews > 3,
        "only {previews} previews while the pages were made"
    );
}

#[test]
fn snapshot_writes_nothing() {
    let sample = sample();
    let (app, scope) = (&sample.app, sample.scope);
    // Another process reads the file: this one would lose its locks.
    let content = || Command::new("cat").arg(app.path()).output().unwrap().stdout;
    let before = content();
    app.checkpoint().unwrap();
    let checkpointed = content();
    assert_ne!(before, checkpointed, "an edit is seen");
    for _ in 0..3 {
        app.snapshot(scope).unwrap();
    }
    app.checkpoint().unwrap();
    assert!(content() == checkpointed);
}
