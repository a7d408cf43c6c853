//! Dates as organisers write them, in French and English: `26 septembre`, `1er octobre`,
//! `16 & 17 mai`, `du 16 au 18 mai`, `jeudi 26 septembre 2019`, `Sept 26`, `2019-09-26`, `26/09/2019`.

mod grammar;
mod token;

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use grammar::written_at;
use token::tokens;

/// A day of the year as written, whose year may be left to the context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day of the month, 1 to 31.
    pub day: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The year, where it is written.
    pub year: Option<i32>,
    /// The day of the week, where it is written.
    pub weekday: Option<Weekday>,
}

/// One or several dates written together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDates {
    /// The days, in the order written.
    pub days: Vec<WrittenDay>,
    /// Whether they are the first and last of a stretch rather than a list.
    pub stretch: bool,
    /// Where they stand in the text, in bytes.
    pub span: Range<usize>,
}

/// Finds the first dates in a text.
pub fn find_dates(text: &str) -> Option<WrittenDates> {
    let tokens = tokens(text);
    let (first, (mut dates, next)) =
        (0..tokens.len()).find_map(|at| Some((at, written_at(&tokens, at)?)))?;
    // What is written once, at the end, holds for all: `26 septembre et 3 octobre 2019`.
    let year = dates.days.iter().rev().find_map(|day| day.year);
    for day in &mut dates.days {
        day.year = day.year.or(year);
    }
    let start = tokens.get(first)?.span.start;
    let end = tokens.get(next.checked_sub(1)?)?.span.end;
    dates.span = start..end;
    Some(dates)
}

/// The longest stretch of days that is one session.
const LONGEST_STRETCH: usize = 31;

impl WrittenDates {
    /// The dates, where `year` gives the year of those written without one (by month). `None` where
    /// a date does not exist or a stretch is reversed or longer than a month.
    pub fn resolve(&self, year: impl Fn(&WrittenDay) -> Option<i32>) -> Option<Vec<NaiveDate>> {
        let dates: Vec<_> = self
            .days
            .iter()
            .map(|day| NaiveDate::from_ymd_opt(day.year.or_else(|| year(day))?, day.month, day.day))
            .collect::<Option<_>>()?;
        let ([first, last], true) = (dates.as_slice(), self.stretch) else {
            return Some(dates);
        };
        // A stretch over New Year written without years.
        let last = if last < first && last.month() < first.month() {
            last.with_year(last.year() + 1)?
        } else {
            *last
        };
        let days: Vec<_> = first
            .iter_days()
            .take_while(|day| *day <= last)
            .take(LONGEST_STRETCH + 1)
            .collect();
        (1..=LONGEST_STRETCH).contains(&days.len()).then_some(days)
    }
}

/// The next date on or after `today` with this day and month; also finds the next 29 February.
pub fn next_occurrence(today: NaiveDate, day: &WrittenDay) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, day.month, day.day))
        .find(|date| *date >= today)
}
