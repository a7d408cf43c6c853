//! Copies kept beside the store: one before each migration, one a day, the last ten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

/// How many copies are kept.
const KEPT: usize = 10;

/// Makes a copy unless one of today is there; before a migration, in any case.
pub(crate) fn keep(
    connection: &Connection,
    store: &Path,
    now: DateTime<Utc>,
    before_migration: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    let folder = folder(store);
    let today = now.format("%Y-%m-%d").to_string();
    let copies = copies(&folder)?;
    let is_of_today = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(&today))
    };
    if !before_migration && copies.iter().any(is_of_today) {
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    let name = now.format("%Y-%m-%d %H%M%S").to_string();
    let unfinished = folder.join(format!("{name}.unfinished"));
    let _none_there = fs::remove_file(&unfinished);
    copy(connection, &unfinished)?;
    fs::rename(&unfinished, folder.join(format!("{name}.deroule")))?;
    let mut all = self::copies(&folder)?;
    all.sort();
    for old in all.iter().rev().skip(KEPT) {
        fs::remove_file(old)?;
    }
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

fn copies(folder: &Path) -> io::Result<Vec<PathBuf>> {
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
        .filter(|path| path.extension().is_some_and(|e| e == "deroule"))
        .collect())
}
