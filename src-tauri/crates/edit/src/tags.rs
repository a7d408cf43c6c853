//! Edits of the tags of ideas.

use deroule_model::normalize::is_same_name;
use deroule_model::{Colour, Message, ProgrammeId, Subject, Tag, TagId};

use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::require_name;

impl Transaction<'_> {
    pub(crate) fn set_tag_colour(
        &mut self,
        id: TagId,
        programme: ProgrammeId,
        name: &str,
        colour: Option<Colour>,
    ) -> Result<Message, Refusal> {
        self.programme(programme)?;
        let name = require_name(name, Subject::Tag(id))?;
        let label = Message::new("edit-set-tag-colour").text("name", &name);
        let existing = self
            .state
            .tags(programme)
            .find(|row| is_same_name(&row.name, &name))
            .cloned();
        match (existing, colour) {
            (Some(before), Some(colour)) => {
                let after = Tag {
                    colour,
                    ..before.clone()
                };
                self.rewrite(before, after);
            }
            (Some(before), None) => self.delete(before),
            (None, Some(colour)) => {
                if self.state.tag(id).is_some() {
                    return Err(Refusal::Exists(Subject::Tag(id)));
                }
                self.create(Tag {
                    id,
                    programme,
                    name,
                    colour,
                });
            }
            (None, None) => {}
        }
        Ok(label)
    }
}
