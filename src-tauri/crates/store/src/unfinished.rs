//! Files that are being written. They have temporary names until they are complete; those of killed runs are
//! deleted.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, io};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::identity::{COMPANIONS, Claim, with_suffix};
use crate::ignored::ignore_unless_gone;
use crate::names;

/// The end of the temporary names.
const END: &str = ".unfinished";

/// The age after which a file is deleted if it is unknown whether its maker still runs: it was made by an older
/// version, on another machine, or before the last start of this one.
const MAX_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// A file being written. Dropping it deletes the file with SQLite's companion files, unless it was published.
pub(crate) struct Unfinished {
    path: PathBuf,
    _claim: Claim,
}

impl Unfinished {
    /// A free temporary name in the folder of `path`, with the id of this process.
    pub(crate) fn next_to(path: &Path) -> Self {
        let path = with_suffix(
            path,
            &format!(".{}-{}{END}", maker(), Uuid::new_v4().simple()),
        );
        Self {
            _claim: Claim::on(&path),
            path,
        }
    }

    /// Creates the empty file. The system says why that fails; SQLite does not.
    pub(crate) fn create(&self) -> io::Result<()> {
        let mut new = fs::OpenOptions::new();
        new.write(true).create_new(true);
        new.open(&self.path).map(drop)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the finished file its final name.
    ///
    /// # Errors
    /// Where there is a file of that name.
    pub(crate) fn publish(&self, name: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Some file systems have no hard links.
            Err(_) if !name.exists() => fs::rename(&self.path, name),
            linked => linked,
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        ignore_unless_gone(fs::remove_file(&self.path), "remove an unfinished file");
        for end in COMPANIONS {
            let companion = with_suffix(&self.path, end);
            ignore_unless_gone(fs::remove_file(companion), "remove an unfinished file");
        }
    }
}

/// Deletes the unfinished files of killed runs next to the store at `path` and in its folder of copies. Files
/// of live processes stay.
pub(crate) fn sweep(path: &Path, now: DateTime<Utc>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!("{name}.");
    let rescued = names::rescued_start(path);
    if let Some(folder) = path.parent() {
        let belongs = |name: &str| name.starts_with(&prefix) || name.starts_with(&rescued);
        sweep_folder(folder, belongs, |_| false);
    }
    let today = now.format("%Y-%m-%d").to_string();
    // Older versions did not record the maker of a copy. Their unfinished copies are deleted the day after.
    let is_of_another_day = |name: &str| !name.contains(END_OF_STORES) && !name.starts_with(&today);
    sweep_folder(&names::folder(path), names::is_dated, is_of_another_day);
}

/// The usual end of the name of a store, and so of a copy.
const END_OF_STORES: &str = ".deroule";

fn sweep_folder(
    folder: &Path,
    belongs: impl Fn(&str) -> bool,
    is_left_by_name: impl Fn(&str) -> bool,
) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_left =
            |maker: String| is_left_by_name(&name.to_string_lossy()) || is_left(&maker, &entry);
        if maker_of(&name, &belongs).is_some_and(is_left) {
            // Another process may delete it at the same time.
            ignore_unless_gone(fs::remove_file(entry.path()), "sweep an unfinished file");
        }
    }
}

/// The maker in the name of an unfinished file; `None` for other files.
fn maker_of(name: &OsStr, belongs: impl Fn(&str) -> bool) -> Option<String> {
    let name = name.to_str()?;
    let companion = COMPANIONS.iter().find_map(|end| name.strip_suffix(end));
    let whole = companion.unwrap_or(name).strip_suffix(END)?;
    belongs(whole).then(|| whole.rsplit('.').next().unwrap_or_default().to_owned())
}

fn is_left(maker: &str, entry: &fs::DirEntry) -> bool {
    is_gone(maker).unwrap_or_else(|| {
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified.map(|at| SystemTime::now().duration_since(at));
        matches!(age, Ok(Ok(age)) if age > MAX_AGE)
    })
}

/// Identifies this process in the names of its temporary files.
pub fn maker() -> String {
    format!("{}-{}", boot(), std::process::id())
}

/// Whether the process with this [`maker`] id has ended; `None` if it is unknown. `text` starts with the id.
pub fn is_gone(text: &str) -> Option<bool> {
    let mut parts = text.split('-');
    let (boot_then, process) = parts.next().zip(parts.next())?;
    let is_here = boot_then == boot() && process.parse::<u32>().is_ok();
    is_here.then(|| !Path::new("/proc").join(process).exists())
}

/// Identifies the current boot of this machine. Process ids are unique only within it.
fn boot() -> String {
    let id = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    let start: String = id.chars().take_while(|c| *c != '-').collect();
    if start.is_empty() {
        "elsewhere".to_owned()
    } else {
        start
    }
}
