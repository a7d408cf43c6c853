//! Times down a page: what the clock shows, and which day it is where that changes.

use chrono::NaiveDate;
use serde::Serialize;

use deroule_text::Messages;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// A time of a list.
#[derive(Serialize)]
pub(crate) struct Time {
    text: String,
    /// The day, where it is not that of the time before.
    day: Option<String>,
}

/// Writes the times of one list, from the top down.
pub(crate) struct Clock {
    messages: &'static Messages,
    date: Option<NaiveDate>,
    /// How many midnights the list has passed so far.
    midnights: u32,
}

impl Clock {
    /// For a list whose day is `date` and that begins at `from`, in minutes since midnight.
    pub(crate) fn new(messages: &'static Messages, date: Option<NaiveDate>, from: u32) -> Self {
        Self {
            messages,
            date,
            midnights: from / DAY,
        }
    }

    pub(crate) fn at(&mut self, minutes: u32) -> Time {
        let changes = minutes / DAY != self.midnights;
        self.midnights = minutes / DAY;
        Time {
            text: self.messages.clock(minutes),
            day: changes.then(|| self.messages.day_of(self.date, minutes)),
        }
    }
}
