//! Exports: calendar files, day sheets, and a programme as JSON.

mod calendar;
mod file_name;
pub mod json;
mod sheet;

use deroule_model::{ProgrammeId, State};

use crate::wire::Language;

pub use crate::files::{is_stream, temporary_folder, write_file};
pub use file_name::file_name;
pub use sheet::Sheet;

/// The language of an export: the requested one, else the programme's. The system's language has no
/// effect, so that the same programme gives the same bytes everywhere.
fn language_of(
    state: &State,
    programme: Option<ProgrammeId>,
    requested: Option<Language>,
) -> Language {
    let programme_language = || Some(state.programme(programme?)?.language);
    requested.or_else(programme_language).unwrap_or_default()
}
