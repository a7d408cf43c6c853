//! Why nothing is exported.

use deroule_model::{AudienceId, Message, ProgrammeId, SessionId};

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
