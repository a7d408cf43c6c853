//! The names of the files next to a store: its copies and its rescue files.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

/// The end of the name of a copy.
pub(crate) const END: &str = ".deroule";

/// The time format in the name of a copy.
const FORM: &str = "%Y-%m-%d %H%M%S";

/// The folder of the copies: `programmes copies` next to `programmes.deroule`.
pub(crate) fn folder(store: &Path) -> PathBuf {
    let stem = store.file_stem().unwrap_or_default().to_string_lossy();
    store.with_file_name(format!("{stem} copies"))
}

/// A free name for a copy in a folder.
pub(crate) fn copy_in(folder: &Path, now: DateTime<Utc>) -> PathBuf {
    let date = now.format(FORM);
    free(|number| match number {
        1 => folder.join(format!("{date}{END}")),
        _ => folder.join(format!("{date} {number}{END}")),
    })
}

/// The start of the names of a store's rescue files.
pub(crate) fn rescued_start(store: &Path) -> String {
    let stem = store.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem} rescued ")
}

/// A free name for a rescue file in the store's folder.
pub(crate) fn rescued(store: &Path, now: DateTime<Utc>) -> PathBuf {
    let start = rescued_start(store);
    let date = now.format(FORM);
    free(|number| {
        store.with_file_name(match number {
            1 => format!("{start}{date}{END}"),
            _ => format!("{start}{date} {number}{END}"),
        })
    })
}

/// The first numbered name that no file has.
fn free(name: impl Fn(usize) -> PathBuf) -> PathBuf {
    let mut number = 1;
    while name(number).exists() {
        number += 1;
    }
    name(number)
}

/// The time at which a copy was made, from the start of its name. `None` for other names.
pub(crate) fn date_of(name: &str) -> Option<DateTime<Utc>> {
    let date = NaiveDateTime::parse_and_remainder(name, FORM);
    let (date, rest) = date.ok()?;
    let rest = rest.strip_prefix(' ').map_or(Some(rest), |rest| {
        let end = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (end.len() < rest.len()).then_some(end)
    })?;
    (rest.is_empty() || rest.starts_with('.')).then(|| date.and_utc())
}

/// Whether a name starts like that of a copy.
pub(crate) fn is_dated(name: &str) -> bool {
    NaiveDateTime::parse_and_remainder(name, FORM).is_ok()
}
