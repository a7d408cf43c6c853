//! Connections to an SQLite file: to write, to read, and to inspect without a trace.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::identity::with_suffix;
use crate::ignored::ignore_failure;

/// How long a write of another program is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

const READ_ONLY: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

pub(crate) fn connect(path: &Path, more: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    )?;
    Ok(connection)
}

/// Opens a connection that inspects the file. Even a read-only connection creates SQLite's companion files,
/// unless it is opened as immutable. Without a write-ahead log, everything is in the file itself.
pub(crate) fn inspect(path: &Path) -> rusqlite::Result<Connection> {
    if with_suffix(path, "-wal").exists() {
        Connection::open_with_flags(path, READ_ONLY)
    } else {
        open_immutable(path)
    }
}

/// Opens a connection that ignores the write-ahead log, takes no lock and creates no file.
pub(crate) fn open_immutable(path: &Path) -> rusqlite::Result<Connection> {
    match path.to_str().filter(|_| cfg!(unix)) {
        Some(text) => {
            let text = text
                .replace('%', "%25")
                .replace('?', "%3f")
                .replace('#', "%23");
            let address = format!("file:{text}?immutable=1");
            Connection::open_with_flags(address, READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
        }
        None => Connection::open_with_flags(path, READ_ONLY),
    }
}

/// Like [`open_immutable`], for a file whose checkpoint may be running or interrupted. Some pages that its header
/// counts may then exist only in the log. Callers may read only pages that are in the file.
pub(crate) fn open_immutable_part(path: &Path) -> rusqlite::Result<Connection> {
    let connection = open_immutable(path)?;
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    Ok(connection)
}

/// Opens a connection that reads while others write.
pub(crate) fn read_only(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, READ_ONLY)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Writes the whole log into the file and empties the log. Fails if another process prevents it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        Ok(())
    } else {
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Err(rusqlite::Error::SqliteFailure(busy, None).into())
    }
}

/// Closes a connection after a checkpoint, so that everything is in the file itself.
pub(crate) fn close(connection: Connection) -> Result<(), StoreError> {
    checkpoint(&connection)?;
    connection
        .close()
        .map_err(|(_, error)| StoreError::from(error))
}

/// Closes a connection whose file is no longer the one at the path. Nothing is checkpointed.
pub(crate) fn close_without_checkpoint(connection: Connection) {
    let quiet = rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    ignore_failure(
        connection.set_db_config(quiet, true),
        "close without a checkpoint",
    );
    drop(connection);
}
