//! The operation log restores every past state, across undo, redo, restarts and returns.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, Utc};
use deroule_app::edit::{Edit, ProgrammeField};
use deroule_app::model::{Language, ProgrammeId, RoomId, State};
use deroule_app::{App, LogEntryKind, Scope};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tempfile::TempDir;
use uuid::Uuid;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn open(folder: &TempDir) -> App {
    App::open(&folder.path().join("plan.deroule"), clock).unwrap()
}

fn state(app: &App) -> State {
    app.read(|plan, _, _| Ok(plan.clone())).unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    AddRoom,
    Rename(u8),
    DeleteRoom,
    Undo,
    Redo,
    ReturnTo(prop::sample::Index),
    Restart,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => Just(Step::AddRoom),
        3 => any::<u8>().prop_map(Step::Rename),
        2 => Just(Step::DeleteRoom),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => any::<prop::sample::Index>().prop_map(Step::ReturnTo),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..24)
}

fn room(plan: &State, programme: ProgrammeId) -> Option<RoomId> {
    plan.rooms(programme).first().map(|row| row.id)
}

#[test]
fn every_past_state_can_be_restored() {
    let (mut returns, mut undos_in_log) = (0, 0);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(24));
    let law = std::cell::RefCell::new(|steps: Vec<Step>| {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder);
        let programme = ProgrammeId(Uuid::now_v7());
        let first = Edit::AddProgramme {
            id: programme,
            title: "Automne".to_owned(),
            timezone: "Europe/Paris".to_owned(),
            language: Language::Fr,
        };
        app.apply(&first, Scope::default()).unwrap();
        // The state after each entry of the log; entry 0 is the empty store.
        let mut states = vec![State::default(), state(&app)];
        for step in steps {
            let edit = match step {
                Step::AddRoom => Some(Edit::AddRoom {
                    id: RoomId(Uuid::now_v7()),
                    programme,
                    name: format!("Salle {}", states.len()),
                }),
                Step::Rename(number) => Some(Edit::SetProgramme {
                    programme,
                    field: ProgrammeField::Title(format!("Saison {number}")),
                }),
                Step::DeleteRoom => {
                    room(&state(&app), programme).map(|room| Edit::DeleteRoom { room })
                }
                Step::Undo => {
                    app.undo(Scope::default()).unwrap();
                    None
                }
                Step::Redo => {
                    app.redo(Scope::default()).unwrap();
                    None
                }
                Step::ReturnTo(index) => {
                    let number = index.index(states.len());
                    app.return_to(number as i64, Scope::default()).unwrap();
                    prop_assert_eq!(&state(&app), &states[number]);
                    returns += 1;
                    None
                }
                Step::Restart => {
                    drop(app);
                    app = open(&folder);
                    prop_assert_eq!(&state(&app), states.last().unwrap());
                    None
                }
            };
            if let Some(edit) = edit {
                // Edits of a programme that an undo deleted are refused and write nothing.
                let _refused = app.apply(&edit, Scope::default());
            }
            let entries = app.log(None, 1_000).unwrap();
            undos_in_log += entries
                .iter()
                .filter(|entry| entry.kind == LogEntryKind::Undo)
                .count();
            prop_assert!(entries.len() + 1 >= states.len(), "nothing leaves the log");
            let numbers: Vec<i64> = entries.iter().rev().map(|entry| entry.number).collect();
            prop_assert_eq!(numbers, (1..=entries.len() as i64).collect::<Vec<_>>());
            if entries.len() == states.len() {
                states.push(state(&app));
            }
            prop_assert_eq!(entries.len() + 1, states.len(), "one entry a step at most");
        }
        for (number, then) in states.iter().enumerate() {
            app.return_to(number as i64, Scope::default()).unwrap();
            prop_assert_eq!(&state(&app), then, "entry {}", number);
        }
        Ok(())
    });
    runner
        .run(&steps(), |steps| (law.borrow_mut())(steps))
        .unwrap();
    assert!(returns > 20, "only {returns} returns");
    assert!(undos_in_log > 100, "only {undos_in_log} undos");
}

#[test]
fn return_to_a_missing_entry_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(&folder);
    app.add_sample(Language::Fr).unwrap();
    let before = state(&app);
    for number in [-1, 2, i64::MAX] {
        assert!(app.return_to(number, Scope::default()).is_err(), "{number}");
    }
    assert_eq!(state(&app), before);
}

#[test]
fn log_entries_have_the_device_and_the_edit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.deroule");
    let app = App::open_on(&path, clock, "a machine".to_owned()).unwrap();
    app.add_sample(Language::Fr).unwrap();
    app.undo(Scope::default()).unwrap();
    app.close().unwrap();
    let store = deroule_store::Store::open(&path, clock()).unwrap();
    let entries = store.log(None, 10).unwrap();
    assert!(entries.iter().all(|entry| entry.device == "a machine"));
    let ids: std::collections::BTreeSet<_> = entries.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), 2);
}
