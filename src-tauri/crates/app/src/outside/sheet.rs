//! Day sheets: the pages as PDF, and the same pages to look at.

use deroule_plan::{Message, SessionId};
use deroule_print as print;

use crate::running::App;
use crate::wire::{Language, Problem, SheetForm};

impl App {
    /// The day sheets of `sessions` as one PDF.
    ///
    /// # Errors
    /// A [`Problem`] when a session is not there or the pages can't be set.
    pub fn sheet_pdf(
        &self,
        sessions: &[SessionId],
        form: SheetForm,
        language: Language,
    ) -> Result<Vec<u8>, Problem> {
        if sessions.is_empty() {
            return Err(Problem::new(Message::new("problem-nothing-to-print")));
        }
        self.look(|plan, changed_at, _| {
            Ok(print::pdf(
                plan,
                sessions,
                &options(form, language, changed_at.date_naive()),
            )?)
        })
    }

    /// The same pages, one SVG a page.
    ///
    /// # Errors
    /// A [`Problem`] when a session is not there or the pages can't be set.
    pub fn sheet_preview(
        &self,
        sessions: &[SessionId],
        form: SheetForm,
        language: Language,
    ) -> Result<Vec<String>, Problem> {
        self.look(|plan, changed_at, _| {
            Ok(print::preview(
                plan,
                sessions,
                &options(form, language, changed_at.date_naive()),
            )?)
        })
    }
}

fn options(form: SheetForm, language: Language, data_date: chrono::NaiveDate) -> print::Options {
    let form = match form {
        SheetForm::Everyone => print::Form::Everyone,
        SheetForm::Crew => print::Form::Crew,
    };
    print::Options {
        form,
        language,
        data_date,
    }
}

impl From<print::PrintError> for Problem {
    fn from(error: print::PrintError) -> Self {
        Self::new(Message::new("problem-print")).with_reason(&error)
    }
}
