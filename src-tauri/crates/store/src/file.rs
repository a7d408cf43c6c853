//! Opening the file: is it ours, is it of a version we know, and bringing an older one up to date.

use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use deroule_plan::Message;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::{StoreError, backup};

/// "Drlé" as SQLite's mark of whose file it is.
const APPLICATION_ID: i64 = 0x4472_6ce9;

const STEPS: &[M<'_>] = &[M::up(include_str!("migrations/01-programmes.sql"))];

/// The version this program writes: how many migrations there are.
const VERSION: i64 = STEPS.len() as i64;

/// An open file and what was noticed at opening it.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) warnings: Vec<Message>,
}

pub(crate) fn open(path: &Path, now: DateTime<Utc>) -> Result<Opened, StoreError> {
    let is_new = !path.exists();
    let version = if is_new {
        make_folder(path)?;
        0
    } else {
        recognise(path)?
    };
    let mut connection = connect(path)?;
    let mut warnings = Vec::new();
    if !is_new {
        let before_migration = version < VERSION;
        if let Err(reason) = backup::keep(&connection, path, now, before_migration) {
            let message = Message::new("problem-no-copy").text("reason", reason.to_string());
            warnings.push(message);
        }
    }
    if version < VERSION {
        migrate(&mut connection, path)?;
    }
    Ok(Opened {
        connection,
        warnings,
    })
}

/// The version of an existing file, looked at without writing a byte to it.
fn recognise(path: &Path) -> Result<i64, StoreError> {
    let unreachable = |reason: String| StoreError::Unreachable {
        path: path.to_owned(),
        reason,
    };
    // An empty file passes for an empty database; it is nobody's store.
    let length = fs::metadata(path)
        .map_err(|error| unreachable(error.to_string()))?
        .len();
    if length == 0 {
        return Err(StoreError::NotAStore(path.to_owned()));
    }
    let foreign = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotAStore(path.to_owned()),
        _ => unreachable(error.to_string()),
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(foreign)?;
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if pragma("application_id").map_err(foreign)? != APPLICATION_ID {
        return Err(StoreError::NotAStore(path.to_owned()));
    }
    let found = pragma("user_version").map_err(foreign)?;
    if found > VERSION {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: VERSION,
        });
    }
    Ok(found)
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let reach = |error: rusqlite::Error| StoreError::Unreachable {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let connection = Connection::open(path).map_err(reach)?;
    connection
        .busy_timeout(Duration::from_secs(10))
        .map_err(reach)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .map_err(reach)?;
    Ok(connection)
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |reason: String| StoreError::Unreachable {
        path: path.to_owned(),
        reason,
    };
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(|error| failed(error.to_string()))?;
    Migrations::from_slice(STEPS)
        .to_latest(connection)
        .map_err(|error| failed(error.to_string()))
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|error| StoreError::Unreachable {
        path: path.to_owned(),
        reason: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite_migration::Migrations;

    use super::STEPS;

    #[test]
    fn the_migrations_are_sound() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }

    #[test]
    fn sqlite_is_newer_than_the_bug_that_corrupts_two_writers() {
        assert!(
            rusqlite::version_number() >= 3_051_003,
            "{}",
            rusqlite::version()
        );
    }

    #[test]
    fn the_schema_is_the_one_on_record() {
        let mut connection = Connection::open_in_memory().unwrap();
        Migrations::from_slice(STEPS)
            .to_latest(&mut connection)
            .unwrap();
        let mut statement = connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
            .unwrap();
        let schema: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let schema = format!("{};\n", schema.join(";\n\n"));
        let record = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema.sql");
        if std::env::var_os("DEROULE_RECORD").is_some() {
            std::fs::write(record, &schema).unwrap();
        }
        assert_eq!(
            schema,
            std::fs::read_to_string(record).unwrap(),
            "DEROULE_RECORD=1 records it"
        );
    }
}
