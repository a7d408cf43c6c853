//! Findings the organiser has seen and does not want to see again.

use crate::{Entity, Message, ProgrammeId, Refusal, Silence, SilenceId, Subject};

use super::working::Working;

impl Working<'_> {
    pub(super) fn silence(
        &mut self,
        id: SilenceId,
        programme: ProgrammeId,
        code: String,
        subject: Subject,
    ) -> Result<Message, Refusal> {
        self.programme(programme)?;
        if self.plan.silence(id).is_some() {
            return Err(Refusal::Exists(Subject::Silence(id)));
        }
        let known = |row: &Silence| row.code == code && row.subject == subject;
        if !self.plan.silences(programme).any(known) {
            self.create(Entity::Silence(Silence {
                id,
                programme,
                code,
                subject,
            }));
        }
        Ok(Message::new("edit-silence"))
    }

    pub(super) fn hear(&mut self, id: SilenceId) -> Result<Message, Refusal> {
        let row = self.plan.silence(id).cloned();
        let row = row.ok_or(Refusal::Missing(Subject::Silence(id)))?;
        self.delete(Entity::Silence(row));
        Ok(Message::new("edit-hear"))
    }
}
