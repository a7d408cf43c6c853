//! Findings the organiser has seen and does not want to see again.

use deroule_model::{Dismissal, DismissalId, Entity, Message, ProgrammeId, Subject};

use crate::refusal::Refusal;
use crate::transaction::Transaction;

impl Transaction<'_> {
    pub(crate) fn dismiss_finding(
        &mut self,
        id: DismissalId,
        programme: ProgrammeId,
        code: String,
        subject: Subject,
    ) -> Result<Message, Refusal> {
        self.programme(programme)?;
        if self.state.dismissal(id).is_some() {
            return Err(Refusal::Exists(Subject::Dismissal(id)));
        }
        let known = |row: &Dismissal| row.code == code && row.subject == subject;
        if !self.state.dismissals(programme).any(known) {
            self.create(Entity::Dismissal(Dismissal {
                id,
                programme,
                code,
                subject,
            }));
        }
        // The logs of stores have this code, and the next one.
        Ok(Message::new("edit-silence"))
    }

    pub(crate) fn restore_finding(&mut self, id: DismissalId) -> Result<Message, Refusal> {
        let row = self.state.dismissal(id).cloned();
        let row = row.ok_or(Refusal::Missing(Subject::Dismissal(id)))?;
        self.delete(Entity::Dismissal(row));
        Ok(Message::new("edit-hear"))
    }
}
