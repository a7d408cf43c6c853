//! Saving what the screen shows when the store's file is no longer there.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params, params_from_iter};

use crate::unfinished::Unfinished;
use crate::{Loaded, StoreError, copies, file, rows};

/// What came of a rescue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescued {
    /// The file with what the screen shows; `None` where it could not be written.
    pub file: Option<PathBuf>,
    /// Whether something sound was at the store's path and is open now.
    pub is_open: bool,
}

/// Writes a whole store next to the one at `path`.
pub(crate) fn write(
    path: &Path,
    from: Option<&Connection>,
    state: &Loaded,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let whole = copies::rescued(path, now);
    write_to(&whole, from, state)?;
    Ok(whole)
}

/// Writes a whole store at `to`, with the history where it can be read.
pub(crate) fn write_to(
    to: &Path,
    from: Option<&Connection>,
    state: &Loaded,
) -> Result<(), StoreError> {
    let unfinished = Unfinished::beside(to);
    // What is still open has the history too; but is it what the screen shows?
    let is_copied = from.is_some_and(|from| {
        copies::copy(from, unfinished.path()).is_ok() && holds(unfinished.path(), state)
    });
    if is_copied {
        return file::publish(&unfinished, to);
    }
    let unfinished = Unfinished::beside(to);
    build(unfinished.path(), from, state)?;
    file::publish(&unfinished, to)
}

/// Whether a file holds the rows of `state`, or those of the edit after it.
fn holds(path: &Path, state: &Loaded) -> bool {
    let found = file::glance(path)
        .map_err(StoreError::from)
        .and_then(|connection| copies::everything(&connection));
    found.is_ok_and(|found| {
        found.revision > state.revision
            || found.revision == state.revision && found.state == state.state
    })
}

/// Writes a store with the rows of `state`.
fn build(to: &Path, from: Option<&Connection>, state: &Loaded) -> Result<(), StoreError> {
    file::build(to)?;
    let mut connection = file::connect(to, OpenFlags::empty())?;
    let transaction = connection.transaction()?;
    for row in state.state.rows() {
        rows::write(&transaction, &deroule_model::Change::create(row))?;
    }
    let number = i64::try_from(state.revision).unwrap_or(i64::MAX);
    transaction.execute(
        "UPDATE revision SET number = ?1, changed_at = ?2",
        params![number, state.changed_at],
    )?;
    // The rows are what matters; the history only if all of it can be read.
    if let Some(from) = from
        && carry_over(from, &transaction).is_err()
    {
        transaction.execute("DELETE FROM log", [])?;
    }
    transaction.commit()?;
    file::close(connection)?;
    file::check(to)
}

/// The columns of the log.
const LOG: &str = "number, id, at, device, kind, reverts, format, verb, label, changes, origin, \
                   undo_top, redo_top, below";

/// Copies the log, the settings and which store it is.
pub(crate) fn carry_over(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    let mut entries = from.prepare(&format!("SELECT {LOG} FROM log ORDER BY number"))?;
    let mut entries = entries.query([])?;
    let columns = LOG.split(", ").count();
    let places: Vec<String> = (1..=columns).map(|at| format!("?{at}")).collect();
    let insert = format!(
        "INSERT OR REPLACE INTO log ({LOG}) VALUES ({})",
        places.join(", ")
    );
    let mut insert = to.prepare(&insert)?;
    while let Some(row) = entries.next()? {
        let values = (0..columns).map(|at| row.get::<_, Value>(at));
        let values = values.collect::<Result<Vec<_>, _>>()?;
        insert.execute(params_from_iter(values))?;
    }
    let mut settings = from.prepare("SELECT key, value FROM setting")?;
    let mut settings = settings.query([])?;
    while let Some(row) = settings.next()? {
        to.execute(
            "INSERT OR REPLACE INTO setting VALUES (?1, ?2)",
            params![row.get::<_, String>(0)?, row.get::<_, String>(1)?],
        )?;
    }
    let store: String = from.query_row("SELECT store FROM revision", [], |row| row.get(0))?;
    to.execute("UPDATE revision SET store = ?1", [store])?;
    Ok(())
}
