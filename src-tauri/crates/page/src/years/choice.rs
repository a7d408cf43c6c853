//! A chosen year, and the reason for it.

use chrono::NaiveDate;
use deroule_model::Message;

use crate::report::Report;

/// The year chosen for a date.
#[derive(Clone, Copy)]
pub(super) struct YearChoice {
    pub(super) year: i32,
    pub(super) reason: YearReason,
    /// Whether the dates cross New Year here.
    pub(super) is_after_new_year: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum YearReason {
    /// The page or the options give the year.
    Given,
    /// The same date elsewhere has the year, but the heading gives `instead_of`.
    SameDate {
        instead_of: i32,
    },
    /// The heading gives the year, but the same date has another `year` at `line`.
    Heading {
        year: i32,
        line: u32,
    },
    /// The programme already has the date.
    Existing,
    Guessed,
}

impl YearChoice {
    /// Remarks on the reason unless it is obvious. `date` is the date in the chosen year.
    pub(super) fn remark(&self, date: NaiveDate, line: u32, report: &mut Report<'_>) {
        let message = match self.reason {
            YearReason::Guessed => Message::new("remark-year-guessed"),
            YearReason::Existing => Message::new("remark-year-known"),
            YearReason::SameDate { instead_of } => {
                Message::new("remark-year-differs").text("year", instead_of.to_string())
            }
            YearReason::Heading { year, line } => Message::new("remark-year-elsewhere")
                .text("year", year.to_string())
                .number("line", line as usize),
            YearReason::Given if self.is_after_new_year => {
                Message::new("remark-new-year-inferred").text("year", self.year.to_string())
            }
            YearReason::Given => return,
        };
        report.remark(line, message.date("date", date));
    }
}
