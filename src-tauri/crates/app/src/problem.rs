//! Builds problems: a code, its arguments and its subject. The texts are in the Fluent files, in both
//! languages.

use std::fmt::Display;

use deroule_edit::{LONGEST_TITLE, Refusal};
use deroule_model::{Message, Subject};
use deroule_page::{Counted, PageError};
use deroule_store::{LogReason, StoreError};

use crate::wire::Problem;

impl Problem {
    /// A problem without a subject.
    pub fn new(message: Message) -> Self {
        Self {
            code: message.code.clone(),
            message,
            subject: None,
        }
    }

    /// A problem about `subject`.
    pub fn about(subject: Subject, message: Message) -> Self {
        Self {
            subject: Some(subject),
            ..Self::new(message)
        }
    }

    /// The problem of an internal failure.
    pub(crate) fn internal(error: &impl Display) -> Self {
        Self::new(Message::new("problem-internal").text("reason", error.to_string()))
    }

    /// The problem that another process kept writing.
    pub(crate) fn busy() -> Self {
        Self::new(Message::new("problem-busy"))
    }
}

impl LogReason for Problem {
    fn log_reason(&self) -> String {
        self.code.clone()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing(subject) => Self::about(subject, Message::new("problem-missing")),
            Refusal::Exists(subject) => Self::about(subject, Message::new("problem-exists")),
            Refusal::Nameless(subject) => Self::about(subject, Message::new("problem-nameless")),
            Refusal::TooLong(subject) => Self::about(
                subject,
                Message::new("problem-title-too-long").number("most", LONGEST_TITLE),
            ),
            Refusal::NameTaken { subject, name } => Self::about(
                subject,
                Message::new("problem-name-taken").text("name", name),
            ),
            Refusal::OutOfRange { subject, minutes } => Self::about(
                subject,
                Message::new("problem-out-of-range").number("minutes", minutes.0 as usize),
            ),
            Refusal::Backwards(subject) => Self::about(subject, Message::new("problem-backwards")),
            Refusal::Misplaced(subject) => Self::about(subject, Message::new("problem-misplaced")),
            Refusal::ForeignProgramme(subject) => {
                Self::about(subject, Message::new("problem-foreign-programme"))
            }
            Refusal::ReadMeanwhile(subject) => {
                Self::about(subject, Message::new("problem-read-meanwhile"))
            }
            Refusal::OnlyDay(subject) => Self::about(subject, Message::new("problem-only-day")),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::new(error.message())
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        Self::new(match error {
            PageError::TooBig { .. } => Message::new("problem-page-too-big"),
            PageError::NotText => Message::new("problem-page-no-text"),
            PageError::TooMany { what, limit } => {
                let code = match what {
                    Counted::Sessions => "problem-page-sessions",
                    Counted::Days => "problem-page-days",
                    Counted::Attendances => "problem-page-attendances",
                    Counted::Slots => "problem-page-slots",
                    Counted::Ideas => "problem-page-ideas",
                    Counted::Rows => "problem-page-rows",
                    Counted::Audiences => "problem-page-audiences",
                    Counted::Lines => "problem-page-lines",
                    Counted::Marks => "problem-page-marks",
                };
                Message::new(code).number("most", limit)
            }
        })
    }
}
