//! Keeping slots as templates, and putting them down again.

use deroule_model::{Entity, Message, Parent, Rank, SlotId, Subject, Template, TemplateId};

use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::require_name;

impl Transaction<'_> {
    pub(crate) fn save_template(
        &mut self,
        id: TemplateId,
        title: &str,
        slots: &[SlotId],
    ) -> Result<Message, Refusal> {
        let subject = Subject::Template(id);
        if self.state.template(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let title = require_name(title, subject)?;
        let specs = slots
            .iter()
            .map(|slot| Ok(self.state.spec(&self.slot(*slot)?).without_assignments()))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let start = slots
            .first()
            .and_then(|slot| deroule_schedule::slot(&self.state, *slot))
            .map(|timed| timed.start);
        let label = Message::new("edit-save-template").text("title", &title);
        let templates = self.state.templates();
        let rank = Rank::after_all(templates.into_iter().map(|row| &row.rank));
        self.create(Entity::Template(Template {
            id,
            title,
            start,
            slots: specs,
            rank,
        }));
        Ok(label)
    }

    pub(crate) fn rename_template(
        &mut self,
        id: TemplateId,
        title: &str,
    ) -> Result<Message, Refusal> {
        let before = self.template(id)?;
        let after = Template {
            title: require_name(title, Subject::Template(id))?,
            ..before.clone()
        };
        let label = Message::new("edit-rename-template").text("title", &before.title);
        self.rewrite(Entity::Template(before), Entity::Template(after));
        Ok(label)
    }

    pub(crate) fn delete_template(&mut self, id: TemplateId) -> Result<Message, Refusal> {
        let row = self.template(id)?;
        let label = Message::new("edit-delete-template").text("title", &row.title);
        self.delete(Entity::Template(row));
        Ok(label)
    }

    /// A template on an empty day starts when it started where it was saved.
    pub(crate) fn apply_template(
        &mut self,
        id: TemplateId,
        parent: Parent,
        before: Option<SlotId>,
        slots: &[SlotId],
    ) -> Result<Message, Refusal> {
        let row = self.template(id)?;
        let is_empty = self.state.slots(parent).next().is_none();
        if let (Parent::Day(day), Some(start), true) = (parent, row.start, is_empty) {
            self.set_day_start(day, start)?;
        }
        for (at, spec) in row.slots.iter().enumerate() {
            let named = slots.get(at).copied();
            let slot = named.unwrap_or_else(|| SlotId::fresh(self.ids));
            self.insert_spec(slot, spec, parent, before)?;
        }
        Ok(Message::new("edit-apply-template").text("title", &row.title))
    }

    pub(crate) fn template(&self, id: TemplateId) -> Result<Template, Refusal> {
        let row = self.state.template(id).cloned();
        row.ok_or(Refusal::Missing(Subject::Template(id)))
    }
}
