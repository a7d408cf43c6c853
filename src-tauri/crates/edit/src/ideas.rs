//! Edits of workshop ideas.

use deroule_model::{Entity, Idea, IdeaId, Message, ProgrammeId, Rank, SessionId, Subject};

use crate::fields::IdeaField;
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{require_name, trimmed, trimmed_list};

impl Transaction<'_> {
    pub(crate) fn add_idea(
        &mut self,
        id: IdeaId,
        programme: ProgrammeId,
        session: Option<SessionId>,
        title: String,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Idea(id);
        self.programme(programme)?;
        self.session_of_programme(session, programme)?;
        if self.state.idea(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let title = require_name(&title, subject)?;
        let label = Message::new("edit-add-idea").text("title", &title);
        let rank = Rank::after_all(self.state.ideas(programme).into_iter().map(|row| &row.rank));
        self.create(Entity::Idea(Idea {
            id,
            programme,
            session,
            title,
            description: None,
            tags: Vec::new(),
            facilitators: Vec::new(),
            capacity: None,
            rank,
        }));
        Ok(label)
    }

    pub(crate) fn set_idea(&mut self, id: IdeaId, field: IdeaField) -> Result<Message, Refusal> {
        let before = self.idea(id)?;
        let mut after = before.clone();
        match field {
            IdeaField::Title(title) => after.title = require_name(&title, Subject::Idea(id))?,
            IdeaField::Description(text) => after.description = trimmed(text),
            IdeaField::Session(session) => {
                self.session_of_programme(session, before.programme)?;
                after.session = session;
            }
            IdeaField::Tags(tags) => after.tags = trimmed_list(tags),
            IdeaField::Facilitators(facilitators) => {
                after.facilitators = trimmed_list(facilitators)
            }
            IdeaField::Capacity(capacity) => after.capacity = capacity,
        }
        let label = Message::new("edit-set-idea").text("title", &before.title);
        self.rewrite(Entity::Idea(before), Entity::Idea(after));
        Ok(label)
    }

    pub(crate) fn delete_idea(&mut self, id: IdeaId) -> Result<Message, Refusal> {
        let idea = self.idea(id)?;
        let label = Message::new("edit-delete-idea").text("title", &idea.title);
        self.delete(Entity::Idea(idea));
        Ok(label)
    }

    fn session_of_programme(
        &self,
        session: Option<SessionId>,
        programme: ProgrammeId,
    ) -> Result<(), Refusal> {
        let Some(session) = session else {
            return Ok(());
        };
        if self.session(session)?.programme == programme {
            Ok(())
        } else {
            Err(Refusal::ForeignProgramme(Subject::Session(session)))
        }
    }
}
