//! Trying an edit on a day before it is offered, on the rows of that day alone: a copy of all would
//! cost more than the answer is worth.

use std::cell::OnceCell;

use deroule_edit::{Edit, prepare};
use deroule_model::{Entity, Parent, State};
use deroule_schedule as schedule;
use deroule_schedule::TimedDay;
use uuid::Uuid;

use crate::finding::Finding;

/// A day to try edits on.
pub(crate) struct DryRun<'a> {
    /// The state it belongs to.
    pub(crate) state: &'a State,
    /// The day as it is.
    pub(crate) day: &'a TimedDay,
    /// Its rows, collected when the first edit is tried.
    rows: OnceCell<State>,
}

impl<'a> DryRun<'a> {
    pub(crate) fn new(state: &'a State, day: &'a TimedDay) -> Self {
        let rows = OnceCell::new();
        Self { state, day, rows }
    }

    /// The day as `edit` would leave it; `None` when it would be refused. New rows bring their own ids.
    pub(crate) fn after(&self, edit: &Edit) -> Option<TimedDay> {
        let rows = self.rows.get_or_init(|| self.collect());
        let planned = prepare(rows, edit, &mut Uuid::nil).ok()?;
        schedule::day(&planned.after, self.day.id)
    }

    /// The finding, each of its fixes with the end of the day that it leads to.
    pub(crate) fn with_ends(&self, mut finding: Finding) -> Finding {
        for fix in &mut finding.fixes {
            fix.end = self.after(&fix.edit).map(|day| day.end);
        }
        finding
    }

    fn collect(&self) -> State {
        let day = self.state.day(self.day.id);
        let session = day.and_then(|day| self.state.session(day.session));
        let programme = session.and_then(|row| self.state.programme(row.programme));
        let mut rows: Vec<Entity> = Vec::new();
        rows.extend(programme.cloned().map(Entity::Programme));
        rows.extend(session.cloned().map(Entity::Session));
        rows.extend(day.cloned().map(Entity::Day));
        running(self.state, Parent::Day(self.day.id), &mut rows);
        State::of(rows)
    }
}

/// The rows of a running order, with those of its tracks.
fn running(state: &State, parent: Parent, rows: &mut Vec<Entity>) {
    for slot in state.slots(parent) {
        rows.push(Entity::Slot(slot.clone()));
        for track in state.tracks(slot.id) {
            rows.push(Entity::Track(track.clone()));
            running(state, Parent::Track(track.id), rows);
        }
    }
}
