//! What an export depends on, and what comes of it.

use chrono::{DateTime, Utc};
use deroule_model::{AudienceId, Language, Message, SessionId};

/// The options of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether slots have events besides their day's, and so do tracks without slots that have an idea or a
    /// title. These events are free time, so that nobody's day is booked twice. The day's event stays:
    /// it has the hours and the status, and subscribers have it already.
    pub slots: bool,
    /// Only the days, tracks and hours of this audience; all when `None`.
    pub audience: Option<AudienceId>,
    /// Only these sessions; all when `None`.
    pub sessions: Option<Vec<SessionId>>,
    /// The language of descriptions and their times.
    pub language: Language,
    /// The time of the exported revision.
    pub stamp: DateTime<Utc>,
    /// A number that rises with the store's revision: calendars keep the event with the highest number. The
    /// file has at most 2,147,483,647, the format's maximum.
    pub sequence: u32,
}

/// An iCalendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The text of the file. Lines end in CRLF, as the format demands.
    pub text: String,
    /// The number of its events.
    pub events: usize,
    /// Warnings for the organiser: sessions without a date, which are left out, and hours that a clock change
    /// skips or doubles. Codes begin with `calendar-`.
    pub warnings: Vec<Message>,
}
