//! Opening the file: is it ours, is it of a version we know, and bringing an older one up to date.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;
use std::{fs, io, thread};

use chrono::{DateTime, Utc};
use deroule_model::Message;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::{HookError, M, Migrations};

use crate::error::unreachable;
use crate::identity::{Claim, FileId, Stamp, beside};
use crate::ignored::ignore_failure;
use crate::unfinished::Unfinished;
use crate::wal::{Mark, Verdict};
use crate::{Loss, StoreError, copies, identity, log, unfinished, wal};

/// "Drlé" as SQLite's mark of whose file it is.
const APPLICATION_ID: i64 = 0x4472_6ce9;

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
    ]
});

/// The version this program writes: how many migrations there are.
fn latest() -> i64 {
    STEPS.len() as i64
}

/// How long another program's write is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

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
    match link(&unfinished, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(unreachable(path)(error)),
        _ => Ok(()),
    }
}

/// Writes an empty store, whole and checked.
pub(crate) fn build(to: &Path) -> Result<(), StoreError> {
    let mut connection = connect(to, OpenFlags::SQLITE_OPEN_CREATE)?;
    migrate(&mut connection)?;
    close(connection)?;
    check(to)
}

/// Closes a connection so that everything is in the file itself.
pub(crate) fn close(connection: Connection) -> Result<(), StoreError> {
    checkpoint(&connection)?;
    connection
        .close()
        .map_err(|(_, error)| StoreError::from(error))
}

/// Brings everything into the file itself and empties the log; an error where another process keeps it from
/// doing so.
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

/// Makes sure that the file at `path`, without its log, is a whole store.
pub(crate) fn check(path: &Path) -> Result<(), StoreError> {
    let connection = glance(path)?;
    check_connection(&connection)
}

/// Makes sure that a connection's file is a whole store.
pub(crate) fn check_connection(connection: &Connection) -> Result<(), StoreError> {
    let wrong = |reason: String| StoreError::Corrupt {
        table: "sqlite_schema",
        reason,
    };
    // An empty file passes every check of SQLite's.
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

/// Gives a finished file its name.
///
/// # Errors
/// Where there is a file of that name.
pub(crate) fn publish(unfinished: &Unfinished, path: &Path) -> Result<(), StoreError> {
    link(unfinished, path).map_err(unreachable(path))
}

fn link(unfinished: &Unfinished, path: &Path) -> io::Result<()> {
    match fs::hard_link(unfinished.path(), path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no links.
        Err(_) if !path.exists() => fs::rename(unfinished.path(), path),
        linked => linked,
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

/// The version of an open store, unless this program is too old for it.
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

/// A connection to look with. Even one that only reads leaves SQLite's own files next to the store,
/// unless it knows that nothing changes; without a write-ahead log, everything is in the file itself.
pub(crate) fn look(path: &Path) -> rusqlite::Result<Connection> {
    if beside(path, "-wal").exists() {
        Connection::open_with_flags(path, READ_ONLY)
    } else {
        glance(path)
    }
}

const READ_ONLY: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// The same for a file that may be in the middle of a checkpoint, or that one was cut off in: pages that its
/// header counts may be in the log alone. What is read must be on pages that are there.
pub(crate) fn glance_at_part(path: &Path) -> rusqlite::Result<Connection> {
    let connection = glance(path)?;
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    Ok(connection)
}

/// A connection that sees the file without its log, takes no lock and leaves no file.
pub(crate) fn glance(path: &Path) -> rusqlite::Result<Connection> {
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

/// A connection to read with while others write.
pub(crate) fn read_only(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, READ_ONLY)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

pub(crate) fn connect(path: &Path, more: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    )?;
    Ok(connection)
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

/// Closes a connection whose file is no longer the one at the path: not a byte is brought from the log into it.
pub(crate) fn forget(connection: Connection) {
    let quiet = rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    ignore_failure(
        connection.set_db_config(quiet, true),
        "close without a checkpoint",
    );
    drop(connection);
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0))?;
    if id != APPLICATION_ID {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    // A table that is made anew is missed by those that refer to it, until it has its name again.
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
    // A version that does not know the marks of this one shall not find them in the log alone.
    unless_busy(checkpoint(connection))
}

/// Brings an older database, in memory, up to date.
pub(crate) fn migrate_in_memory(connection: &mut Connection) -> Result<(), StoreError> {
    migrate(connection)
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

/// A checkpoint that others keep from being done is done later.
fn unless_busy(done: Result<(), StoreError>) -> Result<(), StoreError> {
    match done {
        Err(StoreError::Sqlite(error))
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// The files that a connection has open, as they were seen last.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) main: FileId,
    log: FileId,
    stamp: Stamp,
    mark: Mark,
}

impl Files {
    fn at(path: &Path) -> io::Result<Self> {
        let (main, stamp) = identity::identify(path)?;
        let (log, _) = identity::identify(&beside(path, "-wal"))?;
        Ok(Self {
            main,
            log,
            stamp,
            mark: Mark::default(),
        })
    }

    /// Takes the file as it is now for its own: right after opening it.
    fn see(&mut self, path: &Path) -> Result<(), StoreError> {
        let (_, stamp) = identity::identify(path).map_err(unreachable(path))?;
        self.mark = Mark::of(&glance_at_part(path)?)?;
        self.stamp = stamp;
        Ok(())
    }

    /// Whether the files at the path are still the ones that are open. Two looks at the folder.
    pub(crate) fn are_at(&self, path: &Path) -> Result<Stamp, Loss> {
        let (main, stamp) = identity::identify(path).map_err(|_| Loss::Missing)?;
        if main != self.main {
            return Err(Loss::Replaced);
        }
        let log = identity::identify(&beside(path, "-wal"));
        match log {
            Ok((log, _)) if log == self.log => Ok(stamp),
            _ => Err(Loss::LogMissing),
        }
    }

    /// Whether the file still holds what its writers wrote. Where its bytes changed, only a checkpoint may
    /// have changed them: then it is the same store, no older than before, and no newer than `current`.
    pub(crate) fn hold(
        &mut self,
        path: &Path,
        stamp: Stamp,
        current: impl Fn() -> Result<Mark, StoreError>,
    ) -> Result<(), Loss> {
        if stamp == self.stamp {
            return Ok(());
        }
        let found = (0..LOOKS).find_map(|look| {
            if look > 0 {
                thread::sleep(APART);
            }
            // In this order: what is in the file was current before.
            let mark = own_mark(path)?;
            let current = current().ok()?;
            let epochs = [&self.mark.epoch, &current.epoch, &current.epoch_before];
            // A store that takes over a copy's history is that store from then on.
            let is_ours = [&self.mark.store, &current.store].contains(&&mark.store)
                && epochs.contains(&&mark.epoch)
                && (self.mark.number..=current.number).contains(&mark.number);
            is_ours.then_some(mark)
        });
        self.mark = found.ok_or(Loss::Overwritten)?;
        self.stamp = stamp;
        Ok(())
    }
}

/// How often a file is looked at that may be in the middle of a checkpoint, and how long apart.
const LOOKS: usize = 4;
const APART: Duration = Duration::from_millis(25);

/// The mark of the file without its log; `None` where it is no store.
fn own_mark(path: &Path) -> Option<Mark> {
    let connection = glance_at_part(path).ok()?;
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    (id.ok()? == APPLICATION_ID).then(|| Mark::of(&connection).ok())?
}

/// The path a store is opened by, and that it is taken.
pub(crate) fn claim(path: &Path) -> Result<(PathBuf, Claim), StoreError> {
    let resolved = identity::resolve(path).map_err(unreachable(path))?;
    let claim = Claim::on(&resolved);
    Ok((resolved, claim))
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use rusqlite::Connection;
    use rusqlite_migration::Migrations;

    #[test]
    fn the_migrations_are_sound() {
        Migrations::from_slice(&STEPS).validate().unwrap();
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
