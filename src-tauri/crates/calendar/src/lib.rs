//! Writes the sessions of a programme as an iCalendar file that every calendar program reads alike.
//!
//! Pure: the same state and options give the same bytes. [`event`] collects the events, [`moment`] their times and
//! [`description`] their descriptions; [`write`] makes the file.

mod description;
mod error;
mod event;
mod moment;
mod options;
mod write;

use chrono_tz::Tz;
use deroule_model::{ProgrammeId, State};

pub use deroule_model::Language;
pub use error::CalendarError;
pub use options::{Export, Options};

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
