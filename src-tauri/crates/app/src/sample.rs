//! The sample programme of a first start, so that the window is never empty. It is imported from a page, marked
//! as a sample, and deleted in one click.

use deroule_edit::{Edit, ProgrammeField};
use deroule_model::ProgrammeId;
use uuid::Uuid;

use crate::app::App;
use crate::wire::{EditResult, Language, Problem, Scope};

impl App {
    /// Adds the sample in `language`.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn add_sample(&self, language: Language) -> Result<EditResult, Problem> {
        let page = match language {
            Language::Fr => include_str!("sample/fr.md"),
            Language::En => include_str!("sample/en.md"),
        };
        let mut reading = deroule_page::parse(page, &deroule_page::Options::default())?;
        reading.draft.language = Some(language);
        let programme = ProgrammeId(Uuid::now_v7());
        let edits = vec![
            Edit::merge(programme, reading.draft),
            Edit::SetProgramme {
                programme,
                field: ProgrammeField::Sample(true),
            },
        ];
        self.apply(&Edit::Batch { edits }, Scope::default())
    }
}
