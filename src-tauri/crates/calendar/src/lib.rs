//! Writes the sessions of a programme as an iCalendar file that every calendar program reads alike.
//!
//! Pure: the same state and options give the same bytes. [`event`] collects the events, [`moment`] their times and
//! [`description`] their descriptions; [`write`] makes the file.

mod description;
mod event;
mod moment;
mod write;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use deroule_model::{AudienceId, Message, ProgrammeId, SessionId, State};

pub use deroule_model::Language;

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

/// Why nothing is exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The programme does not exist.
    #[error("there is no programme {0}")]
    UnknownProgramme(ProgrammeId),
    /// The programme has no such audience.
    #[error("the programme has no audience {0}")]
    UnknownAudience(AudienceId),
    /// The programme has no such session.
    #[error("the programme has no session {0}")]
    UnknownSession(SessionId),
    /// The IANA database does not have the programme's time zone.
    #[error("“{0}” is not a time zone of the IANA database")]
    UnknownTimezone(String),
}

impl CalendarError {
    /// The error as a message.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownProgramme(_) => Message::new("calendar-unknown-programme"),
            Self::UnknownAudience(_) => Message::new("calendar-unknown-audience"),
            Self::UnknownSession(_) => Message::new("calendar-unknown-session"),
            Self::UnknownTimezone(name) => {
                Message::new("calendar-unknown-timezone").text("timezone", name)
            }
        }
    }
}

/// Writes the sessions of a programme as an iCalendar file: an event for each day, and one for each slot on request.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use chrono::NaiveDate;
/// # use deroule_edit::{Edit, prepare};
/// # use deroule_model::{DayId, Language, State, ProgrammeId, SessionId};
/// # use uuid::Uuid;
/// # let (programme, session) = (ProgrammeId(Uuid::now_v7()), SessionId(Uuid::now_v7()));
/// # let date = NaiveDate::from_ymd_opt(2026, 10, 3);
/// # let add = Edit::AddProgramme {
/// #     id: programme,
/// #     title: "Mentors".into(),
/// #     timezone: "Europe/Paris".into(),
/// #     language: Language::En,
/// # };
/// # let mut state = prepare(&State::default(), &add, &mut Uuid::now_v7)?.after;
/// # let day = DayId(Uuid::now_v7());
/// # let add = Edit::AddSession { id: session, day, programme, title: "Kick-off".into(), date };
/// # state = prepare(&state, &add, &mut Uuid::now_v7)?.after;
/// use chrono::Utc;
/// use deroule_calendar::{Options, export};
///
/// // A programme with one session that has a date.
/// let options = Options {
///     slots: false,
///     audience: None,
///     sessions: None,
///     language: Language::En,
///     stamp: Utc::now(),
///     sequence: 1,
/// };
/// let calendar = export(&state, programme, &options)?;
/// assert_eq!(calendar.events, 1);
/// assert!(calendar.text.starts_with("BEGIN:VCALENDAR\r\n"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// A [`CalendarError`] when the programme, the audience or a session does not exist, or when the time zone is
/// unknown.
pub fn export(
    state: &State,
    programme: ProgrammeId,
    options: &Options,
) -> Result<Export, CalendarError> {
    let row = state
        .programme(programme)
        .ok_or(CalendarError::UnknownProgramme(programme))?;
    let zone: Tz = row
        .timezone
        .parse()
        .map_err(|_| CalendarError::UnknownTimezone(row.timezone.clone()))?;
    let audience = options
        .audience
        .map(|id| {
            state
                .audience(id)
                .filter(|audience| audience.programme == programme)
                .ok_or(CalendarError::UnknownAudience(id))
        })
        .transpose()?;
    for id in options.sessions.iter().flatten() {
        state
            .session(*id)
            .filter(|session| session.programme == programme)
            .ok_or(CalendarError::UnknownSession(*id))?;
    }
    let (events, warnings) = event::events(state, programme, zone, options);
    let calendar = write::Calendar {
        name: audience.map_or_else(
            || row.title.clone(),
            |audience| format!("{} – {}", row.title, audience.name),
        ),
        page: row.agenda_page_url.as_deref(),
        feed: row.agenda_feed_url.as_deref(),
        zone,
        stamp: options.stamp,
        sequence: options.sequence,
    };
    Ok(Export {
        text: write::write(&calendar, &events),
        events: events.len(),
        warnings,
    })
}
