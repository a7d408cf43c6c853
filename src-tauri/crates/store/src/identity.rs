//! Identifies files. A path is only a name: two names may lead to one file, and one name may lead to another
//! file than a moment ago.
//!
//! Nothing here opens a file. Closing any descriptor of a store drops the locks that this process holds on it,
//! so paths are compared by `stat` before any is opened.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// The inode number of the file that a path leads to, as `/proc/locks` shows it.
pub(crate) fn inode(path: &Path) -> Option<u64> {
    identify(path).ok().map(|(FileId(_, inode), _)| inode)
}

/// The suffixes of SQLite's companion files.
pub(crate) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The identity of a file, independent of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileId(u64, u64);

/// Metadata that changes when a file's bytes change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    changed: (i64, i64),
}

/// The identity and the stamp of the file that a path leads to.
pub(crate) fn identify(path: &Path) -> io::Result<(FileId, Stamp)> {
    let metadata = std::fs::metadata(path)?;
    #[cfg(unix)]
    let (id, changed) = {
        use std::os::unix::fs::MetadataExt;
        (
            FileId(metadata.dev(), metadata.ino()),
            (metadata.ctime(), metadata.ctime_nsec()),
        )
    };
    // On other systems the creation time is the most stable value.
    #[cfg(not(unix))]
    let (id, changed) = {
        let made = metadata.created().ok();
        let made = made.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        let made = made.map_or(0, |age| u64::try_from(age.as_nanos()).unwrap_or(u64::MAX));
        (FileId(0, made), (0, 0))
    };
    let stamp = Stamp {
        length: metadata.len(),
        modified: metadata.modified().ok(),
        changed,
    };
    Ok((id, stamp))
}

/// Appends `more` to the name of a file.
pub(crate) fn with_suffix(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    PathBuf::from(name)
}

/// The maximum number of links that are followed, as in the system itself.
const MOST_LINKS: usize = 40;

/// Makes a path absolute and resolves links at its end, even if no file exists there yet. SQLite keeps its
/// companions next to the real file. In an absolute path, `:memory:`, `file:x` and `//x` have no special
/// meaning.
pub(crate) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = std::path::absolute(path)?;
    for _ in 0..MOST_LINKS {
        let Ok(next) = std::fs::read_link(&path) else {
            break;
        };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    #[cfg(unix)]
    {
        // Two slashes at the start may name another machine on some systems. Here they are one slash.
        let mut parts = PathBuf::from("/");
        parts.extend(path.components().filter(|part| {
            !matches!(
                part,
                std::path::Component::RootDir | std::path::Component::CurDir
            )
        }));
        path = parts;
    }
    Ok(path)
}

/// The paths of the stores that this process has open, and of the files that it is writing next to them.
static OWN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn own_paths() -> MutexGuard<'static, Vec<PathBuf>> {
    OWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reserves a path: nothing else in this process may open it until this is dropped.
#[derive(Debug)]
pub(crate) struct Claim(PathBuf);

impl Claim {
    pub(crate) fn on(path: &Path) -> Self {
        own_paths().push(path.to_owned());
        Self(path.to_owned())
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut paths = own_paths();
        if let Some(at) = paths.iter().position(|path| *path == self.0) {
            paths.swap_remove(at);
        }
    }
}

/// Whether a path leads to a store that this process has open or to a file that belongs to one: a companion
/// file of SQLite or a copy being made. Such a path must not be opened, because closing it would drop the
/// store's locks. Symbolic and hard links are recognised. No file is opened.
pub fn is_own(path: &Path) -> bool {
    let paths = own_paths().clone();
    let file = identify(path).ok().map(|(id, _)| id);
    let path_location = location(path);
    paths.iter().any(|store| {
        let companions = COMPANIONS.iter().map(|end| with_suffix(store, end));
        std::iter::once(store.clone())
            .chain(companions)
            .any(|part| {
                let same_file = file.is_some() && identify(&part).ok().map(|(id, _)| id) == file;
                // A missing companion may be created at any moment.
                same_file || path_location.is_some() && location(&part) == path_location
            })
    })
}

/// The path with its folder resolved. Used to compare paths of files that may not exist.
fn location(path: &Path) -> Option<PathBuf> {
    let path = resolve(path).ok()?;
    let folder = path.parent()?.canonicalize().ok()?;
    Some(folder.join(path.file_name()?))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::resolve;

    #[test]
    fn special_sqlite_file_names_are_plain_paths() {
        let here = std::env::current_dir().unwrap();
        for name in [":memory:", "file:x?mode=ro", "plan.deroule"] {
            assert_eq!(resolve(Path::new(name)).unwrap(), here.join(name));
        }
        #[cfg(unix)]
        assert_eq!(resolve(Path::new("//x/y")).unwrap(), Path::new("/x/y"));
        assert!(resolve(Path::new("")).is_err());
    }
}
