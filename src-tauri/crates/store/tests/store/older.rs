//! A store written by an earlier version: brought up to date, with everything in it.

use std::fs;
use std::path::Path;

use deroule_plan::{Entity, Language};
use rusqlite::Connection;

use crate::{day, open, place};

/// A day of one slot as the first version wrote it, the programme's title and the slot's edited once.
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
fn a_store_of_the_first_version_opens_with_its_rows_and_its_history() {
    let (folder, path) = place();
    write_first_version(&path);
    let store = open(&path);
    let title = || {
        let plan = store.load().unwrap().plan;
        let slot = plan.rows().find_map(|row| match row {
            Entity::Slot(slot) => Some(slot),
            _ => None,
        });
        let slot = slot.unwrap();
        assert_eq!((slot.least, slot.most, slot.setup), (Some(15), None, 0));
        slot.title
    };
    assert_eq!(title(), "Accueil");
    store.undo(1, day(0)).unwrap().unwrap();
    assert_eq!(title(), "Café");
    let programme = || {
        let plan = store.load().unwrap().plan;
        let row = plan.programmes()[0];
        (row.title.clone(), row.language)
    };
    assert_eq!(programme(), ("Mentorat".to_owned(), Language::Fr));
    store.undo(2, day(0)).unwrap().unwrap();
    assert_eq!(programme(), ("Parcours".to_owned(), Language::Fr));
    let copies = fs::read_dir(folder.path().join("plan copies")).unwrap();
    assert_eq!(copies.count(), 1, "a copy was kept before anything changed");
}
