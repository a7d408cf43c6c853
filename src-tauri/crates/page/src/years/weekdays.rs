//! Days of the week that are written with dates.

use chrono::{Datelike, NaiveDate, Weekday};
use deroule_model::Message;

use crate::dates::WrittenDates;
use crate::report::Report;

/// A set of days of the week. The empty set allows every date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weekdays(u8);

impl Weekdays {
    /// The set with one more day.
    pub(super) fn with(self, weekday: Weekday) -> Self {
        Self(self.0 | 1 << weekday.num_days_from_monday())
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a date is on one of the days.
    pub(super) fn allow(self, date: NaiveDate) -> bool {
        self.is_empty() || self.0 & 1 << date.weekday().num_days_from_monday() != 0
    }
}

/// Remarks on the dates of a line that are not on the written day of the week.
pub(crate) fn remark_weekdays(
    written: &WrittenDates,
    dates: &[NaiveDate],
    line: u32,
    report: &mut Report<'_>,
) {
    for day in &written.days {
        let wrong = dates.iter().find(|date| {
            let is_day = (date.day(), date.month()) == (day.day, day.month);
            is_day && day.weekday.is_some_and(|weekday| weekday != date.weekday())
        });
        if let Some(date) = wrong {
            report.remark(line, Message::new("remark-weekday").date("date", *date));
        }
    }
}
