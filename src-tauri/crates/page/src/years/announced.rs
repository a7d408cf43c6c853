//! The dates of tables, and other sequences of dates.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::choice::YearChoice;
use super::headings::Section;
use crate::dates::{WrittenDates, WrittenDay};

/// The dates of a table.
pub(crate) struct TableDates<'b> {
    /// The line of the table's header.
    pub(crate) line: u32,
    /// The dates of its rows, with their lines.
    pub(crate) rows: Vec<(u32, &'b WrittenDates)>,
}

/// Dates that follow each other on the page: the rows of a table, or the headings of a section.
pub(super) struct DateSequence<'b> {
    pub(super) section: Section,
    /// The dates, with their lines.
    pub(super) items: Vec<(u32, &'b WrittenDates)>,
}

/// The choices for the items of a sequence.
pub(super) type Choices = Vec<Option<YearChoice>>;

/// The dates of all tables.
pub(super) struct AnnouncedDates {
    /// By month, day and year.
    pub(super) dates: BTreeSet<(u32, u32, i32)>,
    /// By month and day, including days without a year.
    pub(super) days: BTreeSet<(u32, u32)>,
}

impl AnnouncedDates {
    pub(super) fn new(sequences: &[DateSequence<'_>], all_choices: &[Choices]) -> Self {
        let mut announced = Self {
            dates: BTreeSet::new(),
            days: BTreeSet::new(),
        };
        for (sequence, choices) in sequences.iter().zip(all_choices) {
            for ((_, written), choice) in sequence.items.iter().zip(choices) {
                let first = written.days.first();
                let year = |day: &WrittenDay| {
                    let is_next_year = day.is_new_year_after(first?);
                    Some((*choice)?.year + i32::from(is_next_year))
                };
                let days = written.days.iter();
                announced.days.extend(days.map(|day| (day.month, day.day)));
                for date in written.resolve(year).unwrap_or_default() {
                    announced.days.insert((date.month(), date.day()));
                    announced
                        .dates
                        .insert((date.month(), date.day(), date.year()));
                }
            }
        }
        announced
    }
}
