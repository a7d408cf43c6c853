//! Day sheets: the pages as PDF, and the same pages to look at.

use deroule_plan::{Message, SessionId};
use deroule_print as print;

use super::language_of;
use crate::running::App;
use crate::wire::{Problem, SheetForm, SheetOptions, SheetPreview};

/// Read when the first sheet needs more than Inter has.
static FONTS: print::Fonts = print::Fonts::of_system();

/// Day sheets as a file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file.
    pub pdf: Vec<u8>,
    /// The characters that can't be printed, for want of a font.
    pub remarks: Vec<Message>,
}

impl App {
    /// The day sheets of `sessions` as one PDF.
    ///
    /// # Errors
    /// A [`Problem`] when a session is not there or the pages can't be set.
    pub fn sheet_pdf(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
    ) -> Result<Sheet, Problem> {
        if sessions.is_empty() {
            return Err(Problem::new(Message::new("problem-nothing-to-print")));
        }
        let printed = self.print(sessions, options, print::pdf)?;
        Ok(Sheet {
            pdf: printed.pages,
            remarks: printed.remarks,
        })
    }

    /// The same pages, one SVG a page.
    ///
    /// # Errors
    /// A [`Problem`] when a session is not there or the pages can't be set.
    pub fn sheet_preview(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
    ) -> Result<SheetPreview, Problem> {
        let printed = self.print(sessions, options, print::preview)?;
        Ok(SheetPreview {
            pages: printed.pages,
            remarks: printed.remarks,
        })
    }

    fn print<T>(
        &self,
        sessions: &[SessionId],
        options: SheetOptions,
        set: Typesetting<T>,
    ) -> Result<print::Printed<T>, Problem> {
        // Setting pages takes its time: nobody waits for it who only wants the plan.
        let (plan, changed_at) = self.look(|plan, at, _| Ok((plan.clone(), at)))?;
        let first = sessions.first().and_then(|id| plan.session(*id));
        let options = print::Options {
            form: match options.form {
                SheetForm::Everyone => print::Form::Everyone,
                SheetForm::Crew => print::Form::Crew,
            },
            notes: options.notes,
            language: language_of(&plan, first.map(|row| row.programme), options.language),
            data_date: changed_at.date_naive(),
        };
        Ok(set(&plan, sessions, &options, &FONTS)?)
    }
}

/// A way of setting pages.
type Typesetting<T> = fn(
    &deroule_plan::Plan,
    &[SessionId],
    &print::Options,
    &print::Fonts,
) -> Result<print::Printed<T>, print::PrintError>;

impl From<print::PrintError> for Problem {
    fn from(error: print::PrintError) -> Self {
        Self::new(Message::new("problem-print")).with_reason(&error)
    }
}
