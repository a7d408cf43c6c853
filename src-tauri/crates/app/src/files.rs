//! The one way to read or write a file that the organiser names. Writing is whole or not at all, and never over
//! their own data; reading ends.
//!
//! A path may lead to the store, by its own name, by a link or as one of its companions. It is compared with
//! the store before it is opened: closing it would drop the store's locks.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use deroule_model::Message;
use deroule_store::ignore_unless_gone;
use tempfile::TempDir;

use crate::wire::Problem;

/// What every SQLite file begins with, ours among them.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// The suffixes of SQLite's companion files.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What is to be read, at most.
pub(crate) enum ReadError {
    /// It can't be opened or read.
    Unreadable(io::Error),
    /// It belongs to the store.
    IsStore,
    /// It is neither a file nor what this process was given to read from.
    NoFile,
    /// It is larger than allowed.
    TooLarge,
}

/// Reads a file, or what this process was given to read from, up to `most` bytes.
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>, ReadError> {
    if deroule_store::is_own(path) {
        return Err(ReadError::IsStore);
    }
    let metadata = fs::metadata(path).map_err(ReadError::Unreadable)?;
    // A pipe somebody left in a folder may never say anything, and a device never end.
    if !metadata.is_file() && !is_given(path) {
        return Err(ReadError::NoFile);
    }
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    if metadata.is_file() && metadata.len() > limit {
        return Err(ReadError::TooLarge);
    }
    let file = File::open(path).map_err(ReadError::Unreadable)?;
    let mut bytes = Vec::new();
    // Whatever its length is said to be.
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(ReadError::Unreadable)?;
    if bytes.len() > most {
        return Err(ReadError::TooLarge);
    }
    Ok(bytes)
}

/// Writes a file whole or not at all: to a temporary name in its folder first, then renamed. A link stays,
/// and what it leads to is written; a file that is there keeps its permissions. What is no
/// regular file, such as a pipe, is written to as it is.
///
/// # Errors
/// A [`Problem`] when the folder can't be written, and when the file is a store or belongs to one;
/// an older file of that name is as it was then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let told = |code: &str| {
        let file = path.display().to_string();
        Problem::new(Message::new(code).text("file", file))
    };
    let unwritable = |error: io::Error| told("problem-file-unwritable").with_reason(&error);
    if deroule_store::is_own(path) {
        return Err(told("problem-file-is-store"));
    }
    if is_stream(path) {
        // What is there already is another's, who may have redirected the output to its end.
        let mut open = OpenOptions::new()
            .append(true)
            .open(path)
            .map_err(unwritable)?;
        return open.write_all(bytes).map_err(unwritable);
    }
    let there = fs::metadata(path).ok();
    let path = led_to(path.to_owned());
    if is_database(&path) || is_beside_database(&path) {
        return Err(told("problem-file-is-store"));
    }
    replace(&path, bytes, there.map(|there| there.permissions())).map_err(unwritable)?;
    tracing::debug!(bytes = bytes.len(), "file is written");
    Ok(())
}

/// Whether a path names no file of its own but something that others write to or read from: a pipe, a
/// device, what this process was given for its output.
pub fn is_stream(path: &Path) -> bool {
    is_given(path) || fs::metadata(path).is_ok_and(|there| !there.is_file())
}

/// Whether a path names what this process was given: its input, its output, an open descriptor.
fn is_given(path: &Path) -> bool {
    let given = [
        "/dev/stdin",
        "/dev/stdout",
        "/dev/stderr",
        "/dev/fd",
        "/proc/self/fd",
    ];
    given.iter().any(|given| path.starts_with(given))
}

fn replace(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    sweep(folder, UNFINISHED);
    let prefix = format!("{UNFINISHED}{}-", deroule_store::maker());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The process's mask takes away what the user's new files shall not have.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// What the names of files that are being written begin with, and those of folders for a moment.
const UNFINISHED: &str = ".deroule-";
const FOLDER: &str = "deroule-";

/// A folder of its own, gone with what is returned; those of runs that were killed go now.
///
/// # Errors
/// When it can't be made.
pub fn temporary_folder() -> io::Result<TempDir> {
    sweep(&std::env::temp_dir(), FOLDER);
    let prefix = format!("{FOLDER}{}-", deroule_store::maker());
    tempfile::Builder::new().prefix(&prefix).tempdir()
}

/// Removes what killed runs left in a folder, under names that begin so.
fn sweep(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let maker = name.to_str().and_then(|name| name.strip_prefix(prefix));
        if maker.and_then(deroule_store::is_gone) == Some(true) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            // Another process may sweep, too.
            let swept = if is_folder {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
            ignore_unless_gone(swept, "sweep what a killed run left");
        }
    }
}

/// The most links that are followed; the system follows no more either.
const MOST_LINKS: usize = 40;

/// Where links lead, even to what is not there yet.
fn led_to(mut path: PathBuf) -> PathBuf {
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else {
            break;
        };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    path
}

/// Whether a file that is not ours is a database all the same: another store, say.
fn is_database(path: &Path) -> bool {
    let mut start = [0; DATABASE.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == DATABASE
}

fn is_beside_database(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let stems = BESIDE.iter().filter_map(|end| name?.strip_suffix(end));
    stems
        .into_iter()
        .any(|stem| is_database(&path.with_file_name(stem)))
}
