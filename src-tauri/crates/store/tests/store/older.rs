//! A store of an earlier version: it is migrated without loss.

use std::fs;
use std::path::Path;

use deroule_model::{Entity, Language, Minutes};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{day, open, temporary_store};

/// A day with one slot as version 1 wrote it. The titles of the programme and the slot were edited once.
const CONTENT: &str = r#"
INSERT INTO programme VALUES ('00000000-0000-0000-0000-000000000001', 'Mentorat', 'Europe/Paris', NULL, NULL, 0, 'V');
INSERT INTO session VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001',
    'Rentrée', 'tentative', NULL, NULL, NULL, '[]', NULL, 'V');
INSERT INTO day VALUES ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000002', NULL, 540, 'V');
INSERT INTO slot VALUES ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000003', NULL, 'V',
    'Accueil', 'welcome', 30, 15, NULL, NULL, '[]', NULL, NULL);
INSERT INTO journal (at, label, changes) VALUES ('2019-08-30T11:00:00+00:00', '{"code":"edit-set-programme","args":{}}',
    '[{"before":{"table":"programme","row":{"id":"00000000-0000-0000-0000-000000000001","title":"Parcours",
       "timezone":"Europe/Paris","agendaPageUrl":null,"agendaFeedUrl":null,"isSample":false,"rank":"V"}},
      "after":{"table":"programme","row":{"id":"00000000-0000-0000-0000-000000000001","title":"Mentorat",
       "timezone":"Europe/Paris","agendaPageUrl":null,"agendaFeedUrl":null,"isSample":false,"rank":"V"}}}]');
INSERT INTO journal (at, label, changes) VALUES ('2019-08-30T12:00:00+00:00', '{"code":"edit-rename-slot","args":{}}',
    '[{"before":{"table":"slot","row":{"id":"00000000-0000-0000-0000-000000000004",
       "parent":{"type":"day","id":"00000000-0000-0000-0000-000000000003"},"rank":"V","title":"Café",
       "kind":"welcome","minutes":30,"least":15,"pin":null,"room":null,"leads":[],"notes":null,"material":null}},
      "after":{"table":"slot","row":{"id":"00000000-0000-0000-0000-000000000004",
       "parent":{"type":"day","id":"00000000-0000-0000-0000-000000000003"},"rank":"V","title":"Accueil",
       "kind":"welcome","minutes":30,"least":15,"pin":null,"room":null,"leads":[],"notes":null,"material":null}}}]');
UPDATE revision SET number = 1, changed_at = '2019-08-30T12:00:00+00:00';
PRAGMA application_id = 1148349673;
PRAGMA user_version = 1;
"#;

fn write_first_version(path: &Path) {
    let connection = Connection::open(path).unwrap();
    let schema = include_str!("../../src/migrations/01-programmes.sql");
    connection.execute_batch(schema).unwrap();
    connection.execute_batch(CONTENT).unwrap();
}

#[test]
fn store_of_version_1_opens_with_its_rows_and_history() {
    let (folder, path) = temporary_store();
    write_first_version(&path);
    let store = open(&path);
    let title = || {
        let state = store.load().unwrap().state;
        let slot = state.rows().find_map(|row| match row {
            Entity::Slot(slot) => Some(slot),
            _ => None,
        });
        let slot = slot.unwrap();
        assert_eq!(
            (slot.min_minutes, slot.max_minutes, slot.setup),
            (Some(Minutes(15)), None, Minutes::ZERO)
        );
        slot.title
    };
    assert_eq!(title(), "Accueil");
    store.undo(1, day(0)).unwrap().unwrap();
    assert_eq!(title(), "Café");
    let programme = || {
        let state = store.load().unwrap().state;
        let row = state.programmes()[0];
        (row.title.clone(), row.language)
    };
    assert_eq!(programme(), ("Mentorat".to_owned(), Language::Fr));
    store.undo(2, day(0)).unwrap().unwrap();
    assert_eq!(programme(), ("Parcours".to_owned(), Language::Fr));
    let copies = fs::read_dir(folder.path().join("plan copies")).unwrap();
    assert_eq!(copies.count(), 1, "a copy was kept before anything changed");
}

/// The same store with a third edit that was undone.
const UNDONE: &str = r#"
INSERT INTO journal (at, label, changes, undone) VALUES ('2019-08-30T13:00:00+00:00', '{"code":"edit-set-programme","args":{}}',
    '[{"before":{"table":"programme","row":{"id":"00000000-0000-0000-0000-000000000001","title":"Mentorat",
       "timezone":"Europe/Paris","agendaPageUrl":null,"agendaFeedUrl":null,"isSample":false,"rank":"V"}},
      "after":{"table":"programme","row":{"id":"00000000-0000-0000-0000-000000000001","title":"Autrement",
       "timezone":"Europe/Paris","agendaPageUrl":null,"agendaFeedUrl":null,"isSample":false,"rank":"V"}}}]', 1);
"#;

#[test]
fn undone_edit_of_the_old_journal_can_be_redone() {
    let (_folder, path) = temporary_store();
    write_first_version(&path);
    Connection::open(&path)
        .unwrap()
        .execute_batch(UNDONE)
        .unwrap();
    let store = open(&path);
    let kinds = |store: &deroule_store::Store| -> Vec<_> {
        let entries = store.log(None, 10).unwrap().into_iter();
        entries.map(|entry| (entry.number, entry.kind)).collect()
    };
    use deroule_store::LogKind::{Edit, Undo};
    assert_eq!(kinds(&store), [(4, Undo), (3, Edit), (2, Edit), (1, Edit)]);
    let history = store.history(10).unwrap();
    assert_eq!((history.done.len(), history.undone.len()), (2, 1));
    let title =
        |store: &deroule_store::Store| store.load().unwrap().state.programmes()[0].title.clone();
    assert_eq!(title(&store), "Mentorat");
    store.redo(1, day(0)).unwrap().unwrap();
    assert_eq!(title(&store), "Autrement");
    assert!(store.redo(2, day(0)).unwrap().is_none());
    store.undo(2, day(0)).unwrap().unwrap();
    assert_eq!(title(&store), "Mentorat");
    store.undo(3, day(0)).unwrap().unwrap();
    store.undo(4, day(0)).unwrap().unwrap();
    assert_eq!(title(&store), "Parcours");
    assert!(store.undo(5, day(0)).unwrap().is_none());

    // The state before the first entry of the journal.
    let changes = store.changes_back_to(1).unwrap();
    let mut state = store.load().unwrap().state;
    changes.iter().for_each(|change| state.write(change));
    assert_eq!(state.programmes()[0].title, "Mentorat");
}

/// A store of version 2 with rows in every column and table that were renamed since, and a journal that deleted
/// other such rows.
const RENAMED: &str = r#"
UPDATE slot SET most = 45, tidy = 10, leads = '["Ada"]';
INSERT INTO template VALUES ('00000000-0000-0000-0000-000000000010', 'Matin', 540,
    '[{"title":"say \"least\": 5","kind":"welcome","minutes":30,"least":10,"most":40,"tidy":5,"leads":["Ada"],"tracks":[
       {"title":"t","room":null,"audience":null,"idea":null,"slots":[{"title":"in","kind":"break","minutes":5,"least":3}]}]}]', 'V');
INSERT INTO silence VALUES ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000001', 'finding-gap',
    '{"type":"slot","id":"00000000-0000-0000-0000-000000000004"}');
INSERT INTO journal (at, label, changes) VALUES ('2019-08-30T13:00:00+00:00', '{"code":"edit-delete-slot","args":{}}',
    '[{"before":{"table":"slot","row":{"id":"00000000-0000-0000-0000-000000000005",
       "parent":{"type":"day","id":"00000000-0000-0000-0000-000000000003"},"rank":"W","title":"Pause","kind":"break",
       "minutes":15,"least":5,"most":20,"optional":true,"pin":null,"room":null,"leads":["Inès"],"notes":null,
       "material":null,"setup":0,"tidy":7}},"after":null},
      {"before":{"table":"idea","row":{"id":"00000000-0000-0000-0000-000000000006",
       "programme":"00000000-0000-0000-0000-000000000001","session":null,"title":"Clinique","description":null,"tags":[],
       "leads":["Paul"],"capacity":null,"rank":"V"}},"after":null},
      {"before":{"table":"template","row":{"id":"00000000-0000-0000-0000-000000000012","title":"Soir","start":null,
       "slots":[{"title":"Bilan","kind":"wrapUp","minutes":20,"least":10,"leads":["Ada"]}],"rank":"W"}},"after":null},
      {"before":{"table":"silence","row":{"id":"00000000-0000-0000-0000-000000000013",
       "programme":"00000000-0000-0000-0000-000000000001","code":"finding-overrun",
       "subject":{"type":"programme","id":"00000000-0000-0000-0000-000000000001"}}},"after":null}]');
PRAGMA user_version = 2;
"#;

#[test]
fn renamed_columns_and_tables_keep_their_values_in_rows_and_history() {
    let (_folder, path) = temporary_store();
    write_first_version(&path);
    let connection = Connection::open(&path).unwrap();
    let schema = include_str!("../../src/migrations/02-running-orders.sql");
    connection.execute_batch(schema).unwrap();
    connection.execute_batch(RENAMED).unwrap();
    drop(connection);
    let store = open(&path);
    let id = |number: u128| Uuid::from_u128(number);
    let state = || store.load().unwrap().state;
    let before = state();
    let slot = before.slot(id(4).into()).unwrap();
    let minutes = (slot.min_minutes, slot.max_minutes, slot.teardown);
    assert_eq!(minutes, (Some(Minutes(15)), Some(Minutes(45)), Minutes(10)));
    assert_eq!(slot.facilitators, ["Ada"]);
    let spec = &before.template(id(0x10).into()).unwrap().slots[0];
    assert_eq!(spec.title, r#"say "least": 5"#);
    let minutes = (spec.min_minutes, spec.max_minutes, spec.teardown);
    assert_eq!(minutes, (Some(Minutes(10)), Some(Minutes(40)), Minutes(5)));
    assert_eq!(spec.facilitators, ["Ada"]);
    assert_eq!(spec.tracks[0].slots[0].min_minutes, Some(Minutes(3)));
    assert!(before.dismissal(id(0x11).into()).is_some());

    store.undo(1, day(0)).unwrap().unwrap();
    let undone = state();
    let slot = undone.slot(id(5).into()).unwrap();
    let minutes = (slot.min_minutes, slot.max_minutes, slot.teardown);
    assert_eq!(minutes, (Some(Minutes(5)), Some(Minutes(20)), Minutes(7)));
    assert_eq!(slot.facilitators, ["Inès"]);
    assert_eq!(undone.idea(id(6).into()).unwrap().facilitators, ["Paul"]);
    let spec = &undone.template(id(0x12).into()).unwrap().slots[0];
    assert_eq!(
        (spec.min_minutes, spec.facilitators.len()),
        (Some(Minutes(10)), 1)
    );
    assert!(undone.dismissal(id(0x13).into()).is_some());
    store.redo(2, day(0)).unwrap().unwrap();
    assert_eq!(state(), before);
}
