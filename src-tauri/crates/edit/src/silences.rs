//! Findings the organiser has seen and does not want to see again.

use deroule_model::{Entity, Message, ProgrammeId, Silence, SilenceId, Subject};

use crate::refusal::Refusal;
use crate::transaction::Transaction;

impl Transaction<'_> {
    pub(crate) fn silence(
        &mut self,
        id: SilenceId,
        programme: ProgrammeId,
        code: String,
        subject: Subject,
    ) -> Result<Message, Refusal> {
        self.programme(programme)?;
        if self.state.silence(id).is_some() {
            return Err(Refusal::Exists(Subject::Silence(id)));
        }
        let known = |row: &Silence| row.code == code && row.subject == subject;
        if !self.state.silences(programme).any(known) {
            self.create(Entity::Silence(Silence {
                id,
                programme,
                code,
                subject,
            }));
        }
        Ok(Message::new("edit-silence"))
    }

    pub(crate) fn hear(&mut self, id: SilenceId) -> Result<Message, Refusal> {
        let row = self.state.silence(id).cloned();
        let row = row.ok_or(Refusal::Missing(Subject::Silence(id)))?;
        self.delete(Entity::Silence(row));
        Ok(Message::new("edit-hear"))
    }
}
