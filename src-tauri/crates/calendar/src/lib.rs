//! Turns a plan into iCalendar text that every calendar program reads the same way.
//!
//! Pure: the same plan and options give the same bytes. The module `event` says which events there
//! are, `moment` when they are, `description` what they tell; `write` makes the file.

mod description;
mod event;
mod moment;
mod write;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use deroule_model::{AudienceId, Message, ProgrammeId, SessionId, State};

pub use deroule_model::Language;

/// What to export and how to word it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether each slot gets an event too, beside its day's, and so does each track without slots
    /// that has an idea or a title. The day's event stays: it carries the
    /// hours and the status, and an event that a calendar already holds must not just vanish.
    /// They are written as free time, so that nobody's day is booked twice.
    pub slots: bool,
    /// Only days and tracks for this audience, and its own hours; everyone's when `None`.
    pub audience: Option<AudienceId>,
    /// Only these sessions; all of the programme's when `None`.
    pub sessions: Option<Vec<SessionId>>,
    /// The language of descriptions, and how they write times.
    pub language: Language,
    /// When the exported revision was made.
    pub stamp: DateTime<Utc>,
    /// A number that rises with the store's revision: calendars keep the event whose number is
    /// highest. Above 2 147 483 647 (the format's greatest integer) it stays there.
    pub sequence: u32,
}

/// An iCalendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The file's text, with the line ends the format demands (CRLF).
    pub text: String,
    /// How many events it holds.
    pub events: usize,
    /// What the organiser should know: sessions left out because no date is set, hours that a
    /// clock change skips or doubles. Codes begin with `calendar-`.
    pub warnings: Vec<Message>,
}

/// Why nothing could be exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The plan has no such programme.
    #[error("there is no programme {0}")]
    UnknownProgramme(ProgrammeId),
    /// The programme has no such audience.
    #[error("the programme has no audience {0}")]
    UnknownAudience(AudienceId),
    /// The programme has no such session.
    #[error("the programme has no session {0}")]
    UnknownSession(SessionId),
    /// The programme's time zone is not in the IANA database.
    #[error("“{0}” is not a time zone of the IANA database")]
    UnknownTimezone(String),
}

impl CalendarError {
    /// The same as a message to be worded in the reader's language.
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

/// Writes the sessions of a programme as an iCalendar file: one event per session and day, and one
/// per slot if wished.
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
/// A [`CalendarError`] when the programme, the audience or a session isn't in the plan, or when the
/// programme's time zone is unknown.
pub fn export(
    plan: &State,
    programme: ProgrammeId,
    options: &Options,
) -> Result<Export, CalendarError> {
    let row = plan
        .programme(programme)
        .ok_or(CalendarError::UnknownProgramme(programme))?;
    let zone: Tz = row
        .timezone
        .parse()
        .map_err(|_| CalendarError::UnknownTimezone(row.timezone.clone()))?;
    let audience = options
        .audience
        .map(|id| {
            plan.audience(id)
                .filter(|audience| audience.programme == programme)
                .ok_or(CalendarError::UnknownAudience(id))
        })
        .transpose()?;
    for id in options.sessions.iter().flatten() {
        plan.session(*id)
            .filter(|session| session.programme == programme)
            .ok_or(CalendarError::UnknownSession(*id))?;
    }
    let (events, warnings) = event::events(plan, programme, zone, options);
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
