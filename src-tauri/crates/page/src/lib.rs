//! Reads the Markdown page in which an organiser keeps a programme.
//!
//! [`parse`] turns a page into a [`ParsedPage`]: a draft of the programme, a [`Remark`] for
//! everything odd or inferred, and an [`UnreadLine`] for every line that was not understood.
//!
//! The crate is pure. Lines are counted from 1. Times are those of the programme's time zone.

mod agenda;
mod attendance;
mod audiences;
mod blocks;
mod brackets;
mod columns;
mod context;
pub mod dates;
mod error;
pub mod hours;
mod ideas;
mod inline;
pub mod kinds;
mod language;
mod limits;
mod line_coverage;
mod normalize;
mod options;
mod parse;
mod parsed_page;
mod pasted_lines;
mod remarks;
mod report;
mod running_order;
mod sections;
mod session_heading;
mod session_index;
mod source;
mod status;
mod table;
mod timed_line;
mod title;
mod track_count;
mod unused_words;
mod years;

pub use error::{Counted, PageError};
pub use limits::MAX_SLOTS;
pub use line_coverage::MAX_UNREAD_LINES;
pub use options::Options;
pub use parse::parse;
pub use parsed_page::{ParsedPage, Remark, UnreadLine};
pub use pasted_lines::{ParsedLines, parse_lines};
pub use remarks::{MAX_REMARKS, MAX_REMARKS_PER_CODE};
pub use source::MAX_PAGE_BYTES;
