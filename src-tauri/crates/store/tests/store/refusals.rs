//! Foreign files and stores of newer versions are refused. They and their folders stay unchanged, byte for
//! byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use deroule_store::{Store, StoreError};
use rusqlite::Connection;

use crate::{add, day, open, temporary_store};

/// The files of a folder and their contents.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap_or_default())
    };
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| file(entry.unwrap())).collect()
}

/// The error for a file that `make` writes. Checks that the file and its folder are unchanged.
fn refusal(make: impl FnOnce(&Path)) -> StoreError {
    let (folder, path) = temporary_store();
    make(&path);
    let before = contents(folder.path());
    let refused = Store::open(&path, day(1)).err().unwrap();
    let after = contents(folder.path());
    assert!(after.keys().eq(before.keys()), "{:?}", after.keys());
    assert!(after == before, "the files changed");
    refused
}

fn refused_as_foreign(bytes: &[u8]) {
    let refused = refusal(|path| fs::write(path, bytes).unwrap());
    assert!(matches!(refused, StoreError::NotAStore(_)), "{refused}");
}

/// A store whose rows are all in the file itself, so that its bytes can be compared.
fn checkpointed_store(path: &Path) -> Connection {
    add(&open(path), "of a newer version");
    let connection = Connection::open(path).unwrap();
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    connection
}

fn version(connection: &Connection) -> i64 {
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

#[test]
fn empty_file_is_refused() {
    refused_as_foreign(b"");
}

#[test]
fn text_file_is_refused() {
    refused_as_foreign("# Planning\n\n- 9h : accueil café\n".as_bytes());
    refused_as_foreign("Une page bien plus longue. ".repeat(400).as_bytes());
}

#[test]
fn random_bytes_are_refused() {
    let mut state = 0x2545_f491_u32;
    let noise = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let noise: Vec<u8> = (0..10_000).map(noise).collect();
    refused_as_foreign(&noise);
}

#[test]
fn database_of_another_application_is_refused() {
    for id in [0, 0x1234] {
        let refused = refusal(|path| {
            let other = Connection::open(path).unwrap();
            other.pragma_update(None, "application_id", id).unwrap();
            other.execute_batch("CREATE TABLE own (a)").unwrap();
        });
        assert!(matches!(refused, StoreError::NotAStore(_)), "{refused}");
    }
}

#[test]
fn database_of_another_application_is_refused_during_its_writes() {
    let (_folder, path) = temporary_store();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE own (a)")
        .unwrap();
    let refused = Store::open(&path, day(1)).err().unwrap();
    assert!(matches!(refused, StoreError::NotAStore(_)), "{refused}");
    other.execute("INSERT INTO own VALUES (1)", []).unwrap();
}

#[test]
fn store_of_a_newer_version_is_refused() {
    let mut current = 0;
    let refused = refusal(|path| {
        let newer = checkpointed_store(path);
        current = version(&newer);
        newer
            .pragma_update(None, "user_version", current + 1)
            .unwrap();
    });
    let has_versions = |found: &i64, known: &i64| (*found, *known) == (current + 1, current);
    assert!(
        matches!(&refused, StoreError::Newer { found, known, .. } if has_versions(found, known)),
        "{refused}"
    );
    let message = refused.message();
    assert_eq!(message.code, "problem-newer-store");
    assert!(message.args.contains_key("file") && message.args.contains_key("found"));
}

#[test]
fn newer_version_found_only_in_the_write_ahead_log_is_refused() {
    let (_folder, path) = temporary_store();
    let newer = checkpointed_store(&path);
    newer
        .pragma_update(None, "user_version", version(&newer) + 1)
        .unwrap();
    let refused = Store::open(&path, day(1)).err().unwrap();
    assert!(matches!(refused, StoreError::Newer { .. }), "{refused}");
}

#[test]
fn folder_at_the_path_of_the_store_is_reported_as_unreachable() {
    let refused = refusal(|path| fs::create_dir(path).unwrap());
    assert!(
        matches!(refused, StoreError::Unreachable { .. }),
        "{refused}"
    );
}

#[test]
fn invalid_row_is_reported_as_damage() {
    let (_folder, path) = temporary_store();
    add(&open(&path), "one");
    let by_hand = Connection::open(&path).unwrap();
    by_hand
        .execute("UPDATE programme SET id = 'by hand'", [])
        .unwrap();
    let loaded = open(&path).load();
    let table = "programme";
    assert!(
        matches!(loaded, Err(StoreError::Damaged { table: Some(found), .. }) if found == table),
        "{loaded:?}"
    );
}
