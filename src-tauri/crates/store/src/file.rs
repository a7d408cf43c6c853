//! Opening the file: is it ours, is it of a version we know, and bringing an older one up to date.

use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{DateTime, Utc};
use deroule_model::Message;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::connection::{checkpoint, connect, forget, glance_at_part, look};
use crate::error::{Loss, StoreError, unreachable};
use crate::files::Files;
use crate::identity::{Claim, beside};
use crate::schema::{APPLICATION_ID, build, check_version, latest, migrate, unless_busy};
use crate::unfinished::Unfinished;
use crate::wal::{Mark, Verdict};
use crate::{copies, identity, unfinished, wal};

/// How often a file is opened again that was replaced at that very moment.
const ATTEMPTS: usize = 3;

/// An open file and what was noticed at opening it.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) files: Files,
    pub(crate) warnings: Vec<Message>,
}

/// Opens the store at `path`, which is resolved.
pub(crate) fn open(path: &Path, now: DateTime<Utc>) -> Result<Opened, StoreError> {
    unfinished::sweep(path, now);
    let mut warnings = Vec::new();
    let is_new = !path.exists();
    if is_new {
        // Without its file a log is of no use, but it may be somebody's last trace.
        warnings.extend(set_aside(path, now)?);
        make(path)?;
    }
    recognise(path)?;
    if wal::judge(path, glance_at_part).map_err(|error| StoreError::from(error).at(path))?
        == Verdict::Stray
    {
        warnings.extend(set_aside(path, now)?);
    }
    let version = version(path)?;
    let (mut connection, mut files) = connect_and_identify(path)?;
    if !is_new {
        let before_migration = version < latest();
        if let Err(reason) = copies::keep(&connection, path, now, before_migration) {
            warnings.push(reason.at(path).no_copy(path));
        }
    }
    let about = |error: StoreError| error.at(path);
    if version < latest() {
        migrate(&mut connection).map_err(about)?;
    }
    // A copy that was put here is the store from now on, and the copy it was made from is another one.
    if copies::is_epoch_of_copy(&Mark::of(&connection).map_err(|e| about(e.into()))?) {
        renew_epoch(&mut connection, path).map_err(about)?;
    }
    files.see(path).map_err(about)?;
    Ok(Opened {
        connection,
        files,
        warnings,
    })
}

fn set_aside(path: &Path, now: DateTime<Utc>) -> Result<Option<Message>, StoreError> {
    let moved = wal::set_aside(path, now).map_err(unreachable(path))?;
    Ok(moved.map(|moved| {
        Message::new("problem-stray-log")
            .text("file", path.display().to_string())
            .text("moved", moved.display().to_string())
    }))
}

/// Makes a store that appears at `path` whole or not at all: neither a crash nor a full disk nor another
/// program that starts at the same moment meets half of it. Should another have been faster, its store stays.
fn make(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unreachable(path))?;
    }
    let unfinished = Unfinished::beside(path);
    unfinished.create().map_err(unreachable(path))?;
    build(unfinished.path()).map_err(|error| error.at(path))?;
    match unfinished.publish(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(unreachable(path)(error)),
        _ => Ok(()),
    }
}

/// Makes sure that an existing file is ours, without writing a byte to it or into its folder.
fn recognise(path: &Path) -> Result<(), StoreError> {
    // An empty file passes for an empty database; it is nobody's store.
    if fs::metadata(path).map_err(unreachable(path))?.len() == 0 {
        return Err(foreign(path, "empty"));
    }
    let connection = glance_at_part(path).map_err(|error| not_ours(path, error))?;
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    match id.map_err(|error| not_ours(path, error))? {
        APPLICATION_ID => Ok(()),
        other => Err(foreign(path, &format!("application_id {other:#x}"))),
    }
}

/// What is not a store of ours; where there are copies it was one.
fn foreign(path: &Path, detail: &str) -> StoreError {
    match copies::newest_sound(path) {
        Some(_) => StoreError::damaged(path, detail),
        None => StoreError::NotAStore(path.to_owned()),
    }
}

fn not_ours(path: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => foreign(path, "not a database"),
        _ => StoreError::from(error).at(path),
    }
}

/// The version of a store, its log included.
fn version(path: &Path) -> Result<i64, StoreError> {
    let look = look(path).map_err(StoreError::from);
    look.and_then(|connection| check_version(&connection, path))
        .map_err(|error| error.at(path))
}

/// Opens the file and remembers which one it is: the same before and after, so the one that is open.
fn connect_and_identify(path: &Path) -> Result<(Connection, Files), StoreError> {
    for _ in 0..ATTEMPTS {
        let (before, _) = identity::identify(path).map_err(unreachable(path))?;
        let connection = connect(path, OpenFlags::empty()).map_err(|error| error.at(path))?;
        // The first look takes the lock and opens the log.
        let read = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        read.map_err(|error| StoreError::from(error).at(path))?;
        if let Ok(files) = Files::at(path)
            && files.main == before
        {
            return Ok((connection, files));
        }
        forget(connection);
    }
    Err(StoreError::Lost {
        path: path.to_owned(),
        loss: Loss::Replaced,
    })
}

/// Draws a new epoch and brings it into the file itself, so that the file is never more than one epoch behind.
/// Where the log is in use, the epoch is that of whoever uses it, and stays.
pub(crate) fn renew_epoch(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if has_log(path) {
        return Ok(());
    }
    transaction.execute(
        "UPDATE revision SET epoch_before = epoch, epoch = lower(hex(randomblob(16)))",
        [],
    )?;
    transaction.commit()?;
    unless_busy(checkpoint(connection))
}

/// Whether there is something in the log.
pub(crate) fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// The path a store is opened by, and that it is taken.
pub(crate) fn claim(path: &Path) -> Result<(PathBuf, Claim), StoreError> {
    let resolved = identity::resolve(path).map_err(unreachable(path))?;
    let claim = Claim::on(&resolved);
    Ok((resolved, claim))
}
