//! The schema of the file: recognition, version, integrity and migrations.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{HookError, M, Migrations};

use crate::connection::{checkpoint, close, connect, open_immutable};
use crate::error::StoreError;
use crate::log;
use crate::wal::Mark;

/// SQLite's `application_id` of a store: "Drlé".
pub(crate) const APPLICATION_ID: i64 = 0x4472_6ce9;

static STEPS: LazyLock<Vec<M<'_>>> = LazyLock::new(|| {
    vec![
        M::up(include_str!("migrations/01-programmes.sql")),
        M::up(include_str!("migrations/02-running-orders.sql")),
        M::up(include_str!("migrations/03-language.sql")),
        M::up(include_str!("migrations/04-marks.sql")),
        M::up(include_str!("migrations/05-limits.sql")),
        M::up(include_str!("migrations/06-source-pages.sql")),
        M::up_with_hook(include_str!("migrations/07-log.sql"), |transaction| {
            log::migrate(transaction).map_err(|error| HookError::Hook(error.to_string()))
        }),
        M::up(include_str!("migrations/08-addresses.sql")),
        M::up(include_str!("migrations/09-names.sql")),
        M::up(include_str!("migrations/10-tags.sql")),
    ]
});

/// The schema version that this program writes: the number of migrations.
pub(crate) fn latest() -> i64 {
    STEPS.len() as i64
}

/// Writes an empty store and checks it.
pub(crate) fn build(to: &Path) -> Result<(), StoreError> {
    let mut connection = connect(to, OpenFlags::SQLITE_OPEN_CREATE)?;
    migrate(&mut connection)?;
    close(connection)?;
    check(to)
}

/// Checks the integrity of the store at `path`, without its log.
pub(crate) fn check(path: &Path) -> Result<(), StoreError> {
    let connection = open_immutable(path)?;
    check_connection(&connection)
}

/// Checks the integrity of an open database.
pub(crate) fn check_connection(connection: &Connection) -> Result<(), StoreError> {
    let wrong = |reason: String| StoreError::Corrupt {
        table: "sqlite_schema",
        reason,
    };
    // An empty file passes every check of SQLite.
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0))?;
    if id != APPLICATION_ID {
        return Err(wrong("application_id".to_owned()));
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(wrong(verdict));
    }
    let mut dangling = connection.prepare("PRAGMA foreign_key_check")?;
    if dangling.exists([])? {
        return Err(wrong("foreign_key_check".to_owned()));
    }
    Mark::of(connection)?;
    Ok(())
}

/// The version of an open store. Fails if it is newer than this program.
pub(crate) fn check_version(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > latest() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: latest(),
        });
    }
    Ok(found)
}

/// Migrates a database to the latest version.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0))?;
    if id != APPLICATION_ID {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    // While a table is recreated, foreign keys to it are broken until it has its name again.
    connection.pragma_update(None, "foreign_keys", false)?;
    let to_latest = Migrations::from_slice(&STEPS).to_latest(connection);
    connection.pragma_update(None, "foreign_keys", true)?;
    to_latest.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::Sqlite(err),
        other => StoreError::Corrupt {
            table: "sqlite_schema",
            reason: other.to_string(),
        },
    })?;
    // A version that does not know the marks of this one must not find them in the log alone.
    ignore_busy(checkpoint(connection))
}

/// Accepts a checkpoint that other processes prevent: it is done later.
pub(crate) fn ignore_busy(done: Result<(), StoreError>) -> Result<(), StoreError> {
    match done {
        Err(StoreError::Sqlite(error))
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) =>
        {
            Ok(())
        }
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use rusqlite::Connection;
    use rusqlite_migration::Migrations;

    #[test]
    fn migrations_are_valid() {
        Migrations::from_slice(&STEPS).validate().unwrap();
    }

    #[test]
    fn sqlite_has_the_fix_for_corruption_by_two_writers() {
        assert!(
            rusqlite::version_number() >= 3_051_003,
            "{}",
            rusqlite::version()
        );
    }

    #[test]
    fn schema_matches_the_recorded_one() {
        let mut connection = Connection::open_in_memory().unwrap();
        Migrations::from_slice(&STEPS)
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
