//! Calendar files.

use deroule_calendar as calendar;
use deroule_model::{Message, ProgrammeId};

use super::language_of;
use crate::app::App;
use crate::wire::{CalendarOptions, CalendarPreview, Problem};

impl App {
    /// The calendar of a programme, as an export writes it to a file.
    ///
    /// # Errors
    /// A [`Problem`] when the programme, or an audience or session of `options`, does not exist.
    pub fn calendar(
        &self,
        programme: ProgrammeId,
        options: &CalendarOptions,
    ) -> Result<CalendarPreview, Problem> {
        self.read(|state, changed_at, revision| {
            let options = calendar::Options {
                slots: options.slots,
                audience: options.audience,
                sessions: options.session.map(|session| vec![session]),
                language: language_of(state, Some(programme), options.language),
                stamp: changed_at,
                sequence: u32::try_from(revision).unwrap_or(u32::MAX),
            };
            let export = calendar::export(state, programme, &options)?;
            Ok(CalendarPreview {
                text: export.text,
                events: u32::try_from(export.events).unwrap_or(u32::MAX),
                warnings: export.warnings,
            })
        })
    }
}

impl CalendarPreview {
    /// The text of the calendar as a file.
    ///
    /// # Errors
    /// A [`Problem`] when it has no event: the format forbids an empty calendar (RFC 5545, 3.6).
    pub fn into_file(self) -> Result<String, Problem> {
        if self.events == 0 {
            return Err(Problem::new(Message::new("problem-calendar-empty")));
        }
        Ok(self.text)
    }
}

impl From<calendar::CalendarError> for Problem {
    fn from(error: calendar::CalendarError) -> Self {
        Self::new(error.message())
    }
}
