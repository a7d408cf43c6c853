//! The times of a list: what the clock shows, and the day where it changes.

use chrono::NaiveDate;
use deroule_model::Clock;
use serde::Serialize;

use deroule_text::{Messages, midnights};

/// A time of a list.
#[derive(Serialize)]
pub(crate) struct Time {
    text: String,
    /// The day; none where it is that of the time before.
    day: Option<String>,
}

/// Formats the times of one list, from the top down.
pub(crate) struct TimeColumn {
    messages: &'static Messages,
    date: Option<NaiveDate>,
    /// How many midnights the list has passed.
    midnights: u32,
}

impl TimeColumn {
    /// For a list of the day `date` that begins at `from`.
    pub(crate) fn new(messages: &'static Messages, date: Option<NaiveDate>, from: Clock) -> Self {
        Self {
            messages,
            date,
            midnights: midnights(from),
        }
    }

    pub(crate) fn at(&mut self, time: Clock) -> Time {
        let passed = midnights(time);
        let changes = passed != self.midnights;
        self.midnights = passed;
        Time {
            text: self.messages.clock(time),
            day: changes.then(|| self.messages.day_of(self.date, time)),
        }
    }
}
