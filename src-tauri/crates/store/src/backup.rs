//! Copies kept beside the store: one before each migration, one a day, the last ten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use uuid::Uuid;

/// How many copies are kept.
const KEPT: usize = 10;

/// What the name of a copy ends in, and that of one still being made.
const WHOLE: &str = "deroule";
const UNFINISHED: &str = "unfinished";

/// Makes a copy unless one of today is there; before a migration, in any case.
pub(crate) fn keep(
    connection: &Connection,
    store: &Path,
    now: DateTime<Utc>,
    before_migration: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    let folder = folder(store);
    let today = now.format("%Y-%m-%d").to_string();
    let copies = files(&folder, WHOLE)?;
    let is_of_today = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(&today))
    };
    if !before_migration && copies.iter().any(is_of_today) {
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    let name = now.format("%Y-%m-%d %H%M%S").to_string();
    // Another program may be making its copy at this very moment.
    let unfinished = folder.join(format!("{name} {}.{UNFINISHED}", Uuid::new_v4()));
    let made = copy(connection, &unfinished).and_then(|()| {
        Ok(fs::rename(
            &unfinished,
            folder.join(format!("{name}.{WHOLE}")),
        )?)
    });
    if made.is_err() {
        let _never_begun = fs::remove_file(&unfinished);
        return made;
    }
    let mut all = files(&folder, WHOLE)?;
    all.sort();
    let too_old = all.into_iter().rev().skip(KEPT);
    // Of another day: its maker did not live to finish it.
    let mut left = files(&folder, UNFINISHED)?;
    left.retain(|path| !is_of_today(path));
    too_old.chain(left).try_for_each(|path| remove(&path))?;
    Ok(())
}

/// Writes a whole copy with SQLite's backup and makes sure that it opens and is sound.
fn copy(from: &Connection, to: &Path) -> Result<(), Box<dyn std::error::Error>> {
    from.backup("main", to, None)?;
    let copied = Connection::open(to)?;
    let verdict: String = copied.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    let id =
        |of: &Connection| of.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    if verdict != "ok" || id(&copied)? != id(from)? {
        return Err(verdict.into());
    }
    Ok(())
}

/// The folder of the copies: `programmes copies` beside `programmes.deroule`.
fn folder(store: &Path) -> PathBuf {
    let stem = store.file_stem().unwrap_or_default().to_string_lossy();
    store.with_file_name(format!("{stem} copies"))
}

/// Removes a file, unless another program did so meanwhile.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The files of a folder whose name ends in `extension`; none where there is no folder.
fn files(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    Ok(paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|own| own == extension))
        .collect())
}
