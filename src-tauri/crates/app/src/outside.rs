//! What leaves the program: calendar files, day sheets, and the plan as JSON.

mod calendar;
mod file_name;
mod json;
mod sheet;

pub use crate::files::{is_stream, write_file};
pub use file_name::file_name;
