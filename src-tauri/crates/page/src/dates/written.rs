//! Dates as written, and the dates of the calendar they mean.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

/// The longest range of days that is one session.
const MAX_RANGE_DAYS: usize = 31;

/// A day as written. It may have no year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day of the month, 1 to 31.
    pub day: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The year, if it is written.
    pub year: Option<i32>,
    /// The day of the week, if it is written.
    pub weekday: Option<Weekday>,
}

/// One or several dates written together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDates {
    /// The days, in the order written.
    pub days: Vec<WrittenDay>,
    /// Whether the days are the first and last of a range rather than a list.
    pub is_range: bool,
    /// The span of the dates in the text, in bytes.
    pub span: Range<usize>,
}

impl WrittenDay {
    /// Whether the day follows `before` across New Year: early in the year after late in the year.
    pub(crate) fn is_new_year_after(&self, before: &Self) -> bool {
        self.month < 7 && before.month >= 7
    }
}

impl WrittenDates {
    /// The dates of the calendar. `year` returns the year of a day that is written without one.
    ///
    /// `None` if a date does not exist, or a range is reversed or longer than a month.
    pub fn resolve(&self, year: impl Fn(&WrittenDay) -> Option<i32>) -> Option<Vec<NaiveDate>> {
        let dates: Vec<_> = self
            .days
            .iter()
            .map(|day| NaiveDate::from_ymd_opt(day.year.or_else(|| year(day))?, day.month, day.day))
            .collect::<Option<_>>()?;
        let ([first, last], true) = (dates.as_slice(), self.is_range) else {
            return Some(dates);
        };
        // A range across New Year, written without years.
        let last = if last < first && last.month() < first.month() {
            last.with_year(last.year() + 1)?
        } else {
            *last
        };
        let days: Vec<_> = first
            .iter_days()
            .take_while(|day| *day <= last)
            .take(MAX_RANGE_DAYS + 1)
            .collect();
        (1..=MAX_RANGE_DAYS).contains(&days.len()).then_some(days)
    }

    /// Copies a year to the days around it that are written without one.
    ///
    /// Examples: `26 septembre et 3 octobre 2019`, and across New Year
    /// `30 décembre et 2 janvier 2020`.
    pub(super) fn share_years(&mut self) {
        let mut after: Option<WrittenDay> = None;
        for day in self.days.iter_mut().rev() {
            let shared =
                after.and_then(|after| Some(after.year? - i32::from(after.is_new_year_after(day))));
            day.year = day.year.or(shared);
            after = Some(*day);
        }
        let mut before: Option<WrittenDay> = None;
        for day in &mut self.days {
            let shared = before
                .and_then(|before| Some(before.year? + i32::from(day.is_new_year_after(&before))));
            day.year = day.year.or(shared);
            before = Some(*day);
        }
    }
}

/// The first date on or after `today` with a day and month, up to the next 29 February.
pub fn next_occurrence(today: NaiveDate, day: &WrittenDay) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, day.month, day.day))
        .find(|date| *date >= today)
}
