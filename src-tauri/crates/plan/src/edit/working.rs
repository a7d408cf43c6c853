//! The state an edit is planned on: a copy that records what is written to it.

use crate::id::IdSource;
use crate::{Change, Edit, Entity, Message, Plan, Planned, Refusal};

/// A copy of the state, and the changes made to it so far.
pub(super) struct Working<'a> {
    pub(super) plan: Plan,
    pub(super) ids: &'a mut dyn IdSource,
    changes: Vec<Change>,
}

impl<'a> Working<'a> {
    pub(super) fn new(plan: &Plan, ids: &'a mut dyn IdSource) -> Self {
        Self {
            plan: plan.clone(),
            ids,
            changes: Vec::new(),
        }
    }

    pub(super) fn create(&mut self, row: Entity) {
        self.write(Change::create(row));
    }

    pub(super) fn delete(&mut self, row: Entity) {
        self.write(Change::delete(row));
    }

    pub(super) fn rewrite(&mut self, before: Entity, after: Entity) {
        if before != after {
            self.write(Change::rewrite(before, after));
        }
    }

    pub(super) fn finish(self, label: Message) -> Planned {
        Planned {
            label,
            changes: self.changes,
            after: self.plan,
        }
    }

    fn write(&mut self, change: Change) {
        self.plan.write(&change);
        self.changes.push(change);
    }

    pub(super) fn carry_out(&mut self, _edit: &Edit) -> Result<Message, Refusal> {
        Ok(Message::new("edit-none"))
    }
}
