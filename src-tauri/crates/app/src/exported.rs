//! Which sessions were exported. If such a session is removed from its page later, it is cancelled and not
//! deleted, so that subscribers learn of it.

use std::collections::BTreeSet;

use deroule_model::{ProgrammeId, SessionId};

use crate::app::App;
use crate::wire::{CalendarOptions, Problem};

/// The key of the setting that lists them.
const EXPORTED: &str = "exported-sessions";

impl App {
    /// Records that sessions were written to a calendar or a day sheet.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn note_exported(&self, sessions: &[SessionId]) -> Result<(), Problem> {
        let mut all: BTreeSet<SessionId> = self.exported()?.into_iter().collect();
        let before = all.len();
        all.extend(sessions);
        if all.len() == before {
            return Ok(());
        }
        let text = serde_json::to_string(&all).map_err(|error| Problem::internal(&error))?;
        self.set_setting(EXPORTED, &text)
    }

    /// Records that a calendar of a programme was written.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn note_calendar(
        &self,
        programme: ProgrammeId,
        options: &CalendarOptions,
    ) -> Result<(), Problem> {
        let sessions = self.read(|state, _, _| {
            let all = state.sessions(programme).into_iter().map(|row| row.id);
            let is_in = |id: &SessionId| {
                options.session.is_none_or(|one| one == *id)
                    && options
                        .audience
                        .is_none_or(|audience| state.attends(audience, *id))
            };
            Ok(all.filter(is_in).collect::<Vec<_>>())
        })?;
        self.note_exported(&sessions)
    }

    /// The sessions that were written to a calendar or a day sheet.
    pub(crate) fn exported(&self) -> Result<Vec<SessionId>, Problem> {
        let text = self.setting(EXPORTED)?;
        let sessions = text.map(|text| serde_json::from_str(&text)).transpose();
        Ok(sessions
            .map_err(|error| Problem::internal(&error))?
            .unwrap_or_default())
    }
}
