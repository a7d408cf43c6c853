//! What is not ours, or not yet, is refused and left byte for byte as it was, its folder too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use deroule_store::{Store, StoreError};
use rusqlite::Connection;

use crate::{add, day, open, place};

/// Every file of a folder and what is in it.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap_or_default())
    };
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| file(entry.unwrap())).collect()
}

/// Why the file `make` writes is refused; it and its folder are proved untouched.
fn refusal(make: impl FnOnce(&Path)) -> StoreError {
    let (folder, path) = place();
    make(&path);
    let before = contents(folder.path());
    let refused = Store::open(&path, day(1)).err().unwrap();
    let after = contents(folder.path());
    assert!(after.keys().eq(before.keys()), "{:?}", after.keys());
    assert!(after == before, "the bytes are others");
    refused
}

fn refused_as_foreign(bytes: &[u8]) {
    let refused = refusal(|path| fs::write(path, bytes).unwrap());
    assert!(matches!(refused, StoreError::NotAStore(_)), "{refused}");
}

/// Closes only when every row is in the file itself, so that its bytes can be compared.
fn finished(path: &Path) -> Connection {
    add(&open(path), "of tomorrow");
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
    let (_folder, path) = place();
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
    let mut own = 0;
    let refused = refusal(|path| {
        let newer = finished(path);
        own = version(&newer);
        newer.pragma_update(None, "user_version", own + 1).unwrap();
    });
    let told = |found: &i64, known: &i64| (*found, *known) == (own + 1, own);
    assert!(
        matches!(&refused, StoreError::Newer { found, known, .. } if told(found, known)),
        "{refused}"
    );
    let message = refused.message();
    assert_eq!(message.code, "problem-newer-store");
    assert!(message.args.contains_key("file") && message.args.contains_key("found"));
}

#[test]
fn newer_version_found_only_in_the_write_ahead_log_is_refused() {
    let (_folder, path) = place();
    let newer = finished(&path);
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
    let (_folder, path) = place();
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
