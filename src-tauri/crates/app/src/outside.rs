//! What leaves the program: calendar files, day sheets, and the plan as JSON.

mod calendar;
mod file_name;
mod json;
mod sheet;

use deroule_model::{Plan, ProgrammeId};

use crate::wire::Language;

pub use crate::files::{is_stream, temporary_folder, write_file};
pub use file_name::file_name;
pub use sheet::Sheet;

/// The language of what leaves: the one asked for, else the programme's own. The system's has no part in
/// it, so that the same programme gives the same bytes wherever it is written.
fn language_of(plan: &Plan, programme: Option<ProgrammeId>, asked: Option<Language>) -> Language {
    let own = || Some(plan.programme(programme?)?.language);
    asked.or_else(own).unwrap_or_default()
}
