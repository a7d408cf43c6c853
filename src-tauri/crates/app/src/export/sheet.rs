//! Day sheets: as PDF, and as SVG for the preview.

use std::ops::ControlFlow;

use deroule_model::{Message, SessionId, State};
use deroule_print as print;

use super::language_of;
use crate::app::App;
use crate::wire::{Problem, SheetForm, SheetOptions, SheetPreview, SheetProgress};

/// Loaded when the first sheet needs a character that Inter lacks.
static FONTS: print::Fonts = print::Fonts::of_system();

/// Day sheets as a file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The bytes of the PDF.
    pub pdf: Vec<u8>,
    /// Names the characters that no font has.
    pub remarks: Vec<Message>,
}

impl App {
    /// The day sheets of `sessions` as one PDF.
    ///
    /// # Errors
    /// A [`Problem`] when a session does not exist or the pages can't be set.
    pub fn sheet_pdf(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
    ) -> Result<Sheet, Problem> {
        self.sheet_pdf_with_progress(sessions, options, &mut |_| ControlFlow::Continue(()))
    }

    /// The same with progress: `on_progress` is called after each piece, and cancels by breaking.
    ///
    /// # Errors
    /// A [`Problem`] when a session does not exist, the pages can't be set or it was cancelled
    /// (`problem-cancelled`).
    pub fn sheet_pdf_with_progress(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
        on_progress: &mut dyn FnMut(SheetProgress) -> ControlFlow<()>,
    ) -> Result<Sheet, Problem> {
        if sessions.is_empty() {
            return Err(Problem::new(Message::new("problem-nothing-to-print")));
        }
        let mut on_progress = |progress: print::Progress| {
            let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
            on_progress(SheetProgress {
                done: count(progress.done),
                total: count(progress.total),
            })
        };
        let printed = self.print(sessions, options, |state, options| {
            print::pdf_with_progress(state, sessions, options, &FONTS, &mut on_progress)
        })?;
        Ok(Sheet {
            pdf: printed.pages,
            remarks: printed.remarks,
        })
    }

    /// The pages that [`App::sheet_pdf`] prints, each as SVG.
    ///
    /// # Errors
    /// A [`Problem`] when a session does not exist or the pages can't be set.
    pub fn sheet_preview(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
    ) -> Result<SheetPreview, Problem> {
        let printed = self.print(sessions, options, |state, options| {
            print::preview(state, sessions, options, &FONTS)
        })?;
        Ok(SheetPreview {
            pages: printed.pages,
            remarks: printed.remarks,
        })
    }

    fn print<T>(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
        typeset: impl FnOnce(&State, &print::Options) -> Result<print::Printed<T>, print::PrintError>,
    ) -> Result<print::Printed<T>, Problem> {
        // Typesetting is slow: it works on a snapshot, without the lock.
        let (state, changed_at) = self.read(|state, at, _| Ok((state.clone(), at)))?;
        let first = sessions.first().and_then(|id| state.session(*id));
        let options = print::Options {
            form: match options.form {
                SheetForm::Everyone => print::Form::Everyone,
                SheetForm::Crew => print::Form::Crew,
            },
            notes: options.notes,
            language: language_of(&state, first.map(|row| row.programme), options.language),
            data_date: changed_at.date_naive(),
        };
        Ok(typeset(&state, &options)?)
    }
}

impl From<print::PrintError> for Problem {
    fn from(error: print::PrintError) -> Self {
        match error {
            print::PrintError::Cancelled => Self::new(Message::new("problem-cancelled")),
            error => Self::new(Message::new("problem-print")).with_reason(&error),
        }
    }
}
