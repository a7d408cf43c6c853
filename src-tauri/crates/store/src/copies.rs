//! Copies in a folder next to the store: one before each migration, one a day and one before a restore. The
//! last ten are kept.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::connection::{close, open_immutable};
use crate::error::{StoreError, unreachable};
use crate::loaded::Loaded;
use crate::names::{self, END, date_of, folder, rescued_start};
use crate::schema::{check, check_connection, check_version, migrate};
use crate::unfinished::Unfinished;
use crate::wal::Mark;
use crate::{log, rows};

/// The number of copies that are kept for each store.
const KEPT: usize = 10;

/// The prefix of a copy's epoch, until the copy is opened as a store.
const EPOCH: &str = "copy ";

/// A copy and its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The name of its file, which also identifies it for a restore.
    pub name: String,
    /// The path of its file.
    pub path: PathBuf,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Whether it is a rescue file, written when the store was lost.
    pub is_rescue: bool,
    /// Its contents; `None` if it is damaged.
    pub content: Option<Content>,
}

/// The contents of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// The number of writes so far.
    pub revision: u64,
    /// The number of programmes.
    pub programmes: u64,
    /// The number of sessions of all programmes.
    pub sessions: u64,
}

/// Makes a copy if there is none of today yet. Always makes one before a migration.
pub(crate) fn keep(
    connection: &Connection,
    store: &Path,
    now: DateTime<Utc>,
    before_migration: bool,
) -> Result<(), StoreError> {
    let mark = Mark::of(connection)?;
    let today = now.format("%Y-%m-%d").to_string();
    let is_own = |path: &Path| store_of(path).is_some_and(|store| store == mark.store);
    let made = files(store)?;
    let mut of_today = made.iter().filter(|path| name(path).starts_with(&today));
    if !before_migration && of_today.any(|path| is_own(path)) {
        return Ok(());
    }
    // This store was never written and replaced another one. There is nothing to copy.
    if mark.number == 0 && made.iter().any(|path| !is_own(path)) {
        return Ok(());
    }
    make(connection, store, now)?;
    rotate(store, &mark.store)
}

/// Makes a copy of a store and returns its path.
pub(crate) fn make(
    connection: &Connection,
    store: &Path,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    let folder = folder(store);
    fs::create_dir_all(&folder).map_err(no_copy(&folder))?;
    let whole = names::copy_in(&folder, now);
    let unfinished = Unfinished::next_to(&whole);
    copy(connection, unfinished.path()).map_err(|error| error.at(&whole))?;
    unfinished.publish(&whole).map_err(unreachable(&whole))?;
    Ok(whole)
}

fn no_copy(folder: &Path) -> impl Fn(io::Error) -> StoreError {
    unreachable(folder)
}

/// Writes a copy with SQLite's backup, gives it an epoch of its own and checks it.
pub(crate) fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut made = Connection::open(to)?;
    back_up(from, &mut made)?;
    if !Mark::of(&made)?.epoch.is_empty() {
        made.execute(
            "UPDATE revision SET epoch_before = epoch, epoch = ?1 || lower(hex(randomblob(16)))",
            [EPOCH],
        )?;
    }
    close(made)?;
    check(to)
}

/// Copies one database into another in one step.
pub(crate) fn back_up(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    Backup::new(from, to)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    Ok(())
}

/// Whether the store is a copy that was put in place and not opened since.
pub(crate) fn is_epoch_of_copy(mark: &Mark) -> bool {
    mark.epoch.starts_with(EPOCH)
}

/// Deletes the oldest copies of a store. Copies of other stores stay, because they may be all that is left of
/// them. Files of the user stay too.
fn rotate(store: &Path, id: &str) -> Result<(), StoreError> {
    let of = |wanted: &str| -> Result<Vec<PathBuf>, StoreError> {
        let mut made = files(store)?;
        made.retain(|path| store_of(path).is_some_and(|id| id == wanted));
        made.reverse();
        Ok(made)
    };
    let own_copies = of(id)?;
    let mut too_old: Vec<PathBuf> = own_copies.iter().skip(KEPT).cloned().collect();
    if !id.is_empty() {
        // Copies of a version that did not record the store's id. The last one always stays.
        let kept_without_id = KEPT.saturating_sub(own_copies.len()).max(1);
        too_old.extend(of("")?.into_iter().skip(kept_without_id));
    }
    for path in too_old {
        match fs::remove_file(&path) {
            // Another process deleted it meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            removed => removed.map_err(unreachable(&path))?,
        }
    }
    Ok(())
}

/// The id of the store that a file is a copy of. `None` if it can't be read.
fn store_of(path: &Path) -> Option<String> {
    let mark = open_immutable(path).and_then(|connection| Mark::of(&connection));
    mark.ok().map(|mark| mark.store)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The copies of a store, sorted by name, oldest first. Empty if the folder is missing.
fn files(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let folder = folder(store);
    let is_copy = |name: &str| {
        let stem = name.strip_suffix(END);
        stem.is_some_and(|stem| date_of(stem).is_some() && !stem.contains('.'))
    };
    list(&folder, is_copy)
}

fn list(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(no_copy(folder)(error)),
    };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_wanted(&name(path)) && path.is_file())
        .collect();
    paths.sort();
    Ok(paths)
}

/// The copies of the store at `path` with their contents, newest first. The store itself is not opened.
///
/// # Errors
/// When the folder of the copies can't be read.
pub fn copies(path: &Path) -> Result<Vec<Copy>, StoreError> {
    let path = crate::identity::resolve(path).map_err(unreachable(path))?;
    let path = path.as_path();
    let copy = |path: PathBuf, dated: &str, is_rescue| {
        Some(Copy {
            at: date_of(dated)?,
            name: name(&path),
            content: content(&path).ok(),
            path,
            is_rescue,
        })
    };
    let copies = files(path)?;
    let copies = copies
        .into_iter()
        .filter_map(|path| copy(path.clone(), &name(&path), false));
    let start = rescued_start(path);
    let rescued = list(path.parent().unwrap_or(Path::new("/")), |name| {
        name.ends_with(END) && name.starts_with(&start)
    })?;
    let rescued = rescued.into_iter().filter_map(|path| {
        let full = name(&path);
        copy(path, full.strip_prefix(&start)?, true)
    });
    let mut all: Vec<Copy> = copies.chain(rescued).collect();
    all.sort_by(|one, other| (other.at, &other.name).cmp(&(one.at, &one.name)));
    Ok(all)
}

fn content(path: &Path) -> Result<Content, StoreError> {
    let connection = open_immutable(path)?;
    check_connection(&connection)?;
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        connection.query_row(&sql, [], |row| row.get::<_, i64>(0))
    };
    let positive = |number: i64| u64::try_from(number).unwrap_or(0);
    Ok(Content {
        revision: log::revision(&connection)?.0,
        programmes: positive(count("programme")?),
        sessions: positive(count("session")?),
    })
}

/// The newest undamaged copy of a store.
pub(crate) fn newest_sound(store: &Path) -> Option<PathBuf> {
    let copies = files(store).unwrap_or_default();
    copies.into_iter().rev().find(|path| check(path).is_ok())
}

/// Adds the newest undamaged copy to an error about a damaged file. Leaves other errors unchanged.
pub(crate) fn with_newest_sound(error: StoreError) -> StoreError {
    match error {
        StoreError::Damaged {
            path,
            newest_copy: None,
            table,
            detail,
        } => StoreError::Damaged {
            newest_copy: newest_sound(&path),
            path,
            table,
            detail,
        },
        other => other,
    }
}

/// Loads a copy into memory and migrates it there. Its file stays unchanged.
pub(crate) fn open_in_memory(path: &Path) -> Result<Connection, StoreError> {
    let read = || {
        let from = open_immutable(path)?;
        check_connection(&from)?;
        check_version(&from, path)?;
        let mut memory = Connection::open_in_memory_with_flags(
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        back_up(&from, &mut memory)?;
        migrate(&mut memory)?;
        Ok(memory)
    };
    read().map_err(|error: StoreError| error.at(path))
}

/// Reads all rows of a database.
pub(crate) fn load_all(connection: &Connection) -> Result<Loaded, StoreError> {
    let mut state = deroule_model::State::default();
    rows::read_all(connection, &mut state)?;
    let (revision, changed_at) = log::revision(connection)?;
    Ok(Loaded {
        state,
        revision,
        changed_at,
    })
}
