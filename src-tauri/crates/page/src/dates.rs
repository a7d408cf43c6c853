//! Dates as organisers write them, in French and English.
//!
//! Examples: `26 septembre`, `1er octobre`, `16 & 17 mai`, `du 16 au 18 mai`,
//! `jeudi 26 septembre 2019`, `Sept 26`, `2019-09-26`, `26/09/2019`.

mod find;
mod grammar;
mod token;
mod written;

pub use find::find_dates;
pub(crate) use find::{all_dates, may_contain_full_date};
pub use written::{WrittenDates, WrittenDay, next_occurrence};
