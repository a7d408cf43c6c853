//! The only functions that read or write files which the user names. A file is written whole or not at all, and
//! never over a store. Reads are limited in length.
//!
//! A path may lead to the store by its own name, by a link or as one of its companions. It is compared with the
//! store before it is opened, because closing it would drop the store's locks.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use deroule_model::Message;
use deroule_store::ignore_unless_gone;
use tempfile::TempDir;

use crate::wire::Problem;

/// The first bytes of every SQLite file, stores included.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// The suffixes of SQLite's companion files.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Why a file can't be read.
pub(crate) enum ReadError {
    /// It can't be opened or read.
    Unreadable(io::Error),
    /// It belongs to the store.
    IsStore,
    /// It is neither a file nor a stream that was passed to this process.
    NoFile,
    /// It is larger than allowed.
    TooLarge,
}

/// Reads up to `max_bytes` of a file or of a stream that was passed to this process.
pub(crate) fn read(path: &Path, max_bytes: usize) -> Result<Vec<u8>, ReadError> {
    if deroule_store::is_own(path) {
        return Err(ReadError::IsStore);
    }
    let metadata = fs::metadata(path).map_err(ReadError::Unreadable)?;
    // A named pipe may never send anything, and a device may never end.
    if !metadata.is_file() && !is_process_stream(path) {
        return Err(ReadError::NoFile);
    }
    let limit = u64::try_from(max_bytes).unwrap_or(u64::MAX);
    if metadata.is_file() && metadata.len() > limit {
        return Err(ReadError::TooLarge);
    }
    let file = File::open(path).map_err(ReadError::Unreadable)?;
    let mut bytes = Vec::new();
    // The length in the metadata may be wrong, so the read is limited too.
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(ReadError::Unreadable)?;
    if bytes.len() > max_bytes {
        return Err(ReadError::TooLarge);
    }
    Ok(bytes)
}

/// Writes a file whole or not at all: to a temporary name in its folder first, then renamed. A link stays, and
/// its target is written. An existing file keeps its permissions. Anything but a regular file, such as a pipe,
/// is written in place.
///
/// # Errors
/// A [`Problem`] when the folder can't be written, or the file is a store or belongs to one. An existing file
/// is unchanged then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let problem = |code: &str| {
        let file = path.display().to_string();
        Problem::new(Message::new(code).text("file", file))
    };
    let unwritable = |error: io::Error| problem("problem-file-unwritable").with_reason(&error);
    if deroule_store::is_own(path) {
        return Err(problem("problem-file-is-store"));
    }
    if is_stream(path) {
        // The stream may have earlier content of its owner, so the bytes are appended.
        let mut open = OpenOptions::new()
            .append(true)
            .open(path)
            .map_err(unwritable)?;
        return open.write_all(bytes).map_err(unwritable);
    }
    let metadata = fs::metadata(path).ok();
    let path = resolve_links(path.to_owned());
    if is_database(&path) || is_database_companion(&path) {
        return Err(problem("problem-file-is-store"));
    }
    replace(
        &path,
        bytes,
        metadata.map(|metadata| metadata.permissions()),
    )
    .map_err(unwritable)?;
    tracing::debug!(bytes = bytes.len(), "file is written");
    Ok(())
}

/// Whether a path leads to a stream that others read or write: a pipe, a device, or the standard output of this
/// process.
pub fn is_stream(path: &Path) -> bool {
    is_process_stream(path) || fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

/// Whether a path names a stream that was passed to this process: its input, its output, an open descriptor.
fn is_process_stream(path: &Path) -> bool {
    let streams = [
        "/dev/stdin",
        "/dev/stdout",
        "/dev/stderr",
        "/dev/fd",
        "/proc/self/fd",
    ];
    streams.iter().any(|stream| path.starts_with(stream))
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
        // The process's umask removes the permissions that new files of the user must not have.
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

/// The start of the names of files that are being written, and of temporary folders.
const UNFINISHED: &str = ".deroule-";
const FOLDER: &str = "deroule-";

/// Creates a temporary folder, deleted when the result is dropped. Deletes those of killed runs.
///
/// # Errors
/// When it can't be created.
pub fn temporary_folder() -> io::Result<TempDir> {
    sweep(&std::env::temp_dir(), FOLDER);
    let prefix = format!("{FOLDER}{}-", deroule_store::maker());
    tempfile::Builder::new().prefix(&prefix).tempdir()
}

/// Deletes what killed runs left in a folder, under names with this prefix.
fn sweep(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let maker = name.to_str().and_then(|name| name.strip_prefix(prefix));
        if maker.and_then(deroule_store::is_gone) == Some(true) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            // Another process may delete it at the same time.
            let swept = if is_folder {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
            ignore_unless_gone(swept, "sweep what a killed run left");
        }
    }
}

/// The maximum number of links that are followed, as in the system itself.
const MAX_LINKS: usize = 40;

/// Resolves links at the end of a path, even if the target does not exist yet.
fn resolve_links(mut path: PathBuf) -> PathBuf {
    for _ in 0..MAX_LINKS {
        let Ok(next) = fs::read_link(&path) else {
            break;
        };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    path
}

/// Whether a file is an SQLite database, such as another store.
fn is_database(path: &Path) -> bool {
    let mut start = [0; DATABASE.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == DATABASE
}

fn is_database_companion(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let stems = COMPANIONS.iter().filter_map(|end| name?.strip_suffix(end));
    stems
        .into_iter()
        .any(|stem| is_database(&path.with_file_name(stem)))
}
