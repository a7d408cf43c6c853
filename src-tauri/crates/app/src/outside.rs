//! What leaves the program: calendar files, day sheets, and the plan as JSON.

mod calendar;
mod json;
mod sheet;

use std::io::Write;
use std::path::Path;

use deroule_plan::Message;

use crate::wire::Problem;

/// Writes a file whole or not at all: to a temporary name beside it first, then renamed.
///
/// # Errors
/// A [`Problem`] when the folder can't be written; an older file of that name is as it was then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let told = |error: std::io::Error| {
        let file = path.display().to_string();
        Problem::new(Message::new("problem-file-unwritable").text("file", file)).with_reason(&error)
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::Builder::new()
        .prefix(".deroule-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(told)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(told)?;
    file.persist(path)
        .map(drop)
        .map_err(|error| told(error.error))
}
