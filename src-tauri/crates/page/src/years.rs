//! The years of dates that are written without one.
//!
//! A year comes from the same date elsewhere on the page, from the heading above, from the options,
//! from the dates around, or from the next occurrence of the date.

mod announced;
mod choice;
mod guess;
mod headings;
mod mentions;
mod page_years;
mod resolver;
mod section_span;
mod sequence;
mod weekdays;

pub(crate) use announced::TableDates;
pub(crate) use headings::is_year;
pub(crate) use page_years::PageYears;
pub(crate) use weekdays::remark_weekdays;
