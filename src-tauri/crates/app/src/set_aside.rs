//! Renames a damaged store, so that a copy can replace it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use chrono::{DateTime, Utc};
use deroule_model::Message;

use crate::wire::Problem;

/// The files of a store: the store itself, then SQLite's companions.
const PARTS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Moves the store at `path` and its companions to a free name in its folder. Returns the new path. No file is
/// opened.
///
/// # Errors
/// A [`Problem`] when it does not exist, or its folder can't be written.
pub fn set_aside(path: &Path, now: DateTime<Utc>) -> Result<PathBuf, Problem> {
    let refused = |error: io::Error| {
        let file = path.display().to_string();
        let message = Message::new("problem-file-unwritable").text("file", file);
        Problem::new(message).with_reason(&error)
    };
    let store = fs::canonicalize(path).map_err(refused)?;
    let new_path = free_name(&store, now);
    for part in PARTS {
        match fs::rename(with_suffix(&store, part), with_suffix(&new_path, part)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !part.is_empty() => {}
            moved => moved.map_err(refused)?,
        }
    }
    Ok(new_path)
}

fn free_name(store: &Path, now: DateTime<Utc>) -> PathBuf {
    let stem = store.file_stem().unwrap_or_default().to_string_lossy();
    let end = store.extension().unwrap_or_default().to_string_lossy();
    let date = now.format("%Y-%m-%d %H%M%S");
    let mut name = format!("{stem} damaged {date}.{end}");
    let mut number = 1;
    while PARTS
        .iter()
        .any(|part| with_suffix(&store.with_file_name(&name), part).exists())
    {
        number += 1;
        name = format!("{stem} damaged {date} {number}.{end}");
    }
    store.with_file_name(name)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails loudly")]

    use super::set_aside;
    use chrono::{DateTime, Utc};
    use std::fs;

    #[test]
    fn store_moves_with_its_companions_and_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("plan.deroule");
        let now: DateTime<Utc> = "2026-05-04T10:11:12Z".parse().unwrap();
        for (new_path, text) in [
            ("plan damaged 2026-05-04 101112.deroule", "one"),
            ("plan damaged 2026-05-04 101112 2.deroule", "two"),
        ] {
            fs::write(&store, text).unwrap();
            fs::write(folder.path().join("plan.deroule-wal"), "log").unwrap();
            let new_path = folder.path().canonicalize().unwrap().join(new_path);
            assert_eq!(set_aside(&store, now).unwrap(), new_path);
            assert_eq!(fs::read_to_string(&new_path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        assert!(set_aside(&store, now).is_err());
    }
}
