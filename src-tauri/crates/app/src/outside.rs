//! What leaves the program: calendar files, day sheets, and the plan as JSON.

mod calendar;
mod file;
mod json;
mod sheet;

pub use file::{is_stream, write_file};
