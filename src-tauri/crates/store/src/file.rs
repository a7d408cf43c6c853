//! Opening the file: is it ours, is it of a version we know, and bringing an older one up to date.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use chrono::{DateTime, Utc};
use deroule_plan::Message;
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};
use uuid::Uuid;

use crate::{StoreError, backup};

/// "Drlé" as SQLite's mark of whose file it is.
const APPLICATION_ID: i64 = 0x4472_6ce9;

const STEPS: &[M<'_>] = &[
    M::up(include_str!("migrations/01-programmes.sql")),
    M::up(include_str!("migrations/02-running-orders.sql")),
    M::up(include_str!("migrations/03-language.sql")),
];

/// The version this program writes: how many migrations there are.
const VERSION: i64 = STEPS.len() as i64;

/// An open file and what was noticed at opening it.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) warnings: Vec<Message>,
}

pub(crate) fn open(path: &Path, now: DateTime<Utc>) -> Result<Opened, StoreError> {
    let is_new = !path.exists();
    if is_new {
        make(path)?;
    }
    let version = recognise(path)?;
    let mut connection = connect(path, OpenFlags::empty())?;
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

/// Makes a store that appears at `path` whole or not at all: neither a crash nor another program that
/// starts at the same moment meets half of it. Should another have been faster, its store stays.
fn make(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unreachable(path))?;
    }
    let unfinished = beside(path, &format!(".{}.unfinished", Uuid::new_v4()));
    let made = connect(&unfinished, OpenFlags::SQLITE_OPEN_CREATE)
        .and_then(|mut connection| migrate(&mut connection, path))
        .and_then(|()| publish(&unfinished, path));
    let _renamed_already = fs::remove_file(&unfinished);
    made
}

fn publish(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    match fs::hard_link(unfinished, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Some file systems have no links.
        Err(_) => fs::rename(unfinished, path).map_err(unreachable(path)),
    }
}

/// The version of an existing file, looked at without writing a byte to it or beside it.
fn recognise(path: &Path) -> Result<i64, StoreError> {
    // An empty file passes for an empty database; it is nobody's store.
    if fs::metadata(path).map_err(unreachable(path))?.len() == 0 {
        return Err(StoreError::NotAStore(path.to_owned()));
    }
    let foreign = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotAStore(path.to_owned()),
        _ => unreachable(path)(error),
    };
    let connection = look(path).map_err(foreign)?;
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

/// A connection to look with. Even one that only reads leaves SQLite's own files beside the store,
/// unless it is told that nothing changes; without a write-ahead log, everything is in the file itself.
fn look(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let is_quiet = cfg!(unix) && !beside(path, "-wal").exists();
    match path.to_str().filter(|_| is_quiet) {
        Some(text) => {
            let text = text
                .replace('%', "%25")
                .replace('?', "%3f")
                .replace('#', "%23");
            let address = format!("file:{text}?immutable=1");
            Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_URI)
        }
        None => Connection::open_with_flags(path, flags),
    }
}

fn connect(path: &Path, more: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags).map_err(unreachable(path))?;
    connection
        .busy_timeout(Duration::from_secs(10))
        .map_err(unreachable(path))?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .map_err(unreachable(path))?;
    Ok(connection)
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    connection
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(unreachable(path))?;
    Migrations::from_slice(STEPS)
        .to_latest(connection)
        .map_err(unreachable(path))
}

/// The path of a file whose name is that of `path` and something more.
fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

/// Makes whatever the system says into an error about `path`.
fn unreachable<E: Display>(path: &Path) -> impl Fn(E) -> StoreError {
    |error| StoreError::Unreachable {
        path: path.to_owned(),
        reason: error.to_string(),
    }
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
