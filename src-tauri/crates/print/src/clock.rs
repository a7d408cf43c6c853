//! The times of a list: what the clock shows, and the day where it changes.

use chrono::NaiveDate;
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
pub(crate) struct Clock {
    messages: &'static Messages,
    date: Option<NaiveDate>,
    /// How many midnights the list has passed.
    midnights: u32,
}

impl Clock {
    /// For a list of the day `date` that begins at `from`, in minutes since midnight.
    pub(crate) fn new(messages: &'static Messages, date: Option<NaiveDate>, from: u32) -> Self {
        Self {
            messages,
            date,
            midnights: midnights(from),
        }
    }

    pub(crate) fn at(&mut self, minutes: u32) -> Time {
        let passed = midnights(minutes);
        let changes = passed != self.midnights;
        self.midnights = passed;
        Time {
            text: self.messages.clock(minutes),
            day: changes.then(|| self.messages.day_of(self.date, minutes)),
        }
    }
}
