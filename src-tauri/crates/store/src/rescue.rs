//! Writes rescue files: what the screen shows when the store's file is lost.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, params};

use crate::connection::{close, connect, open_immutable};
use crate::error::{StoreError, unreachable};
use crate::loaded::Loaded;
use crate::log::carry_over;
use crate::unfinished::Unfinished;
use crate::{copies, names, rows, schema};

/// The result of a rescue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescued {
    /// The rescue file; `None` if it could not be written.
    pub file: Option<PathBuf>,
    /// Whether the file now at the store's path is sound and open.
    pub is_open: bool,
}

/// Writes a rescue file next to the store at `path`.
pub(crate) fn write(
    path: &Path,
    from: Option<&Connection>,
    state: &Loaded,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let whole = names::rescued(path, now);
    write_to(&whole, from, state)?;
    Ok(whole)
}

/// Writes a store at `to`, with the history if it can be read.
pub(crate) fn write_to(
    to: &Path,
    from: Option<&Connection>,
    state: &Loaded,
) -> Result<(), StoreError> {
    let unfinished = Unfinished::next_to(to);
    // The open connection has the history too, but its rows may differ from those on the screen.
    let is_copied = from.is_some_and(|from| {
        copies::copy(from, unfinished.path()).is_ok() && holds(unfinished.path(), state)
    });
    if is_copied {
        return unfinished.publish(to).map_err(unreachable(to));
    }
    let unfinished = Unfinished::next_to(to);
    build(unfinished.path(), from, state)?;
    unfinished.publish(to).map_err(unreachable(to))
}

/// Whether a file has the rows of `state`, or those of a later revision.
fn holds(path: &Path, state: &Loaded) -> bool {
    let loaded = open_immutable(path)
        .map_err(StoreError::from)
        .and_then(|connection| copies::load_all(&connection));
    loaded.is_ok_and(|loaded| {
        loaded.revision > state.revision
            || loaded.revision == state.revision && loaded.state == state.state
    })
}

/// Writes a store with the rows of `state`.
fn build(to: &Path, from: Option<&Connection>, state: &Loaded) -> Result<(), StoreError> {
    schema::build(to)?;
    let mut connection = connect(to, OpenFlags::empty())?;
    let transaction = connection.transaction()?;
    for row in state.state.rows() {
        rows::write(&transaction, &deroule_model::Change::create(row))?;
    }
    let number = i64::try_from(state.revision).unwrap_or(i64::MAX);
    transaction.execute(
        "UPDATE revision SET number = ?1, changed_at = ?2",
        params![number, state.changed_at],
    )?;
    // The rows matter most. The history is written only if all of it can be read.
    if let Some(from) = from
        && carry_over(from, &transaction).is_err()
    {
        transaction.execute("DELETE FROM log", [])?;
    }
    transaction.commit()?;
    close(connection)?;
    schema::check(to)
}
