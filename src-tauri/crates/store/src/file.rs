//! Opens the file: recognises it, checks its version and migrates an older one.

use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{DateTime, Utc};
use deroule_model::Message;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::connection::{
    checkpoint, close_without_checkpoint, connect, inspect, open_immutable_part,
};
use crate::error::{Loss, StoreError, unreachable};
use crate::files::Files;
use crate::identity::{Claim, with_suffix};
use crate::schema::{APPLICATION_ID, build, check_version, ignore_busy, latest, migrate};
use crate::unfinished::Unfinished;
use crate::wal::{Mark, Owner};
use crate::{copies, identity, unfinished, wal};

/// How often opening is retried if the file is replaced at the same moment.
const ATTEMPTS: usize = 3;

/// An open file and the warnings of opening it.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) files: Files,
    pub(crate) warnings: Vec<Message>,
}

/// Opens the store at `path`, whose links are resolved.
pub(crate) fn open(path: &Path, now: DateTime<Utc>) -> Result<Opened, StoreError> {
    unfinished::sweep(path, now);
    let mut warnings = Vec::new();
    let is_new = !path.exists();
    if is_new {
        // A log without its file is useless, but it may be the last trace of a store. So it is moved aside.
        warnings.extend(move_aside(path, now)?);
        make(path)?;
    }
    recognise(path)?;
    if wal::owner(path, open_immutable_part).map_err(|error| StoreError::from(error).at(path))?
        == Owner::OtherFile
    {
        warnings.extend(move_aside(path, now)?);
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
    // A copy that was put in place is a store of its own from now on, apart from the one that it was copied
    // from.
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

fn move_aside(path: &Path, now: DateTime<Utc>) -> Result<Option<Message>, StoreError> {
    let moved = wal::move_aside(path, now).map_err(unreachable(path))?;
    Ok(moved.map(|moved| {
        Message::new("problem-stray-log")
            .text("file", path.display().to_string())
            .text("moved", moved.display().to_string())
    }))
}

/// Creates a store atomically: a crash, a full disk or another process never sees half of it. If another
/// process was faster, its store stays.
fn make(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unreachable(path))?;
    }
    let unfinished = Unfinished::next_to(path);
    unfinished.create().map_err(unreachable(path))?;
    build(unfinished.path()).map_err(|error| error.at(path))?;
    match unfinished.publish(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(unreachable(path)(error)),
        _ => Ok(()),
    }
}

/// Checks that an existing file is a store. Writes nothing to it or its folder.
fn recognise(path: &Path) -> Result<(), StoreError> {
    // SQLite accepts an empty file as an empty database, but it is not a store.
    if fs::metadata(path).map_err(unreachable(path))?.len() == 0 {
        return Err(not_a_store(path, "empty"));
    }
    let connection = open_immutable_part(path).map_err(|error| recognition_error(path, error))?;
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    match id.map_err(|error| recognition_error(path, error))? {
        APPLICATION_ID => Ok(()),
        other => Err(not_a_store(path, &format!("application_id {other:#x}"))),
    }
}

/// The error for a file that is not a store. If it has copies, it was one and is damaged.
fn not_a_store(path: &Path, detail: &str) -> StoreError {
    match copies::newest_sound(path) {
        Some(_) => StoreError::damaged(path, detail),
        None => StoreError::NotAStore(path.to_owned()),
    }
}

fn recognition_error(path: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => not_a_store(path, "not a database"),
        _ => StoreError::from(error).at(path),
    }
}

/// The version of a store, its log included.
fn version(path: &Path) -> Result<i64, StoreError> {
    let opened = inspect(path).map_err(StoreError::from);
    opened
        .and_then(|connection| check_version(&connection, path))
        .map_err(|error| error.at(path))
}

/// Opens the file and identifies it. The file at the path is the same before and after, so it is the one that
/// is open.
fn connect_and_identify(path: &Path) -> Result<(Connection, Files), StoreError> {
    for _ in 0..ATTEMPTS {
        let (before, _) = identity::identify(path).map_err(unreachable(path))?;
        let connection = connect(path, OpenFlags::empty()).map_err(|error| error.at(path))?;
        // The first read takes the lock and opens the log.
        let read = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        read.map_err(|error| StoreError::from(error).at(path))?;
        if let Ok(files) = Files::at(path)
            && files.main == before
        {
            return Ok((connection, files));
        }
        close_without_checkpoint(connection);
    }
    Err(StoreError::Lost {
        path: path.to_owned(),
        loss: Loss::Replaced,
    })
}

/// Sets a new epoch and checkpoints it, so that the file is never more than one epoch behind. If the log is in
/// use, the epoch is that of its user and stays.
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
    ignore_busy(checkpoint(connection))
}

/// Whether the write-ahead log has any content.
pub(crate) fn has_log(path: &Path) -> bool {
    fs::metadata(with_suffix(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// Resolves the path of a store and claims it.
pub(crate) fn claim(path: &Path) -> Result<(PathBuf, Claim), StoreError> {
    let resolved = identity::resolve(path).map_err(unreachable(path))?;
    let claim = Claim::on(&resolved);
    Ok((resolved, claim))
}
