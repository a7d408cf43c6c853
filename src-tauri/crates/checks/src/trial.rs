//! Trying an edit on a day before it is offered, on the rows of that day alone: a copy of all would
//! cost more than the answer is worth.

use std::cell::OnceCell;

use deroule_edit::{Edit, plan};
use deroule_model::{Entity, Parent, Plan};
use deroule_schedule as schedule;
use deroule_schedule::TimedDay;
use uuid::Uuid;

/// A day to try edits on.
pub(crate) struct Trial<'a> {
    /// The state it belongs to.
    pub(crate) plan: &'a Plan,
    /// The day as it is.
    pub(crate) day: &'a TimedDay,
    /// Its rows, collected when the first edit is tried.
    rows: OnceCell<Plan>,
}

impl<'a> Trial<'a> {
    pub(crate) fn new(plan: &'a Plan, day: &'a TimedDay) -> Self {
        let rows = OnceCell::new();
        Self { plan, day, rows }
    }

    /// The day as `edit`, which makes no rows, would leave it; `None` when it would be refused.
    pub(crate) fn after(&self, edit: &Edit) -> Option<TimedDay> {
        let rows = self.rows.get_or_init(|| self.collect());
        let planned = plan(rows, edit, &mut Uuid::nil).ok()?;
        schedule::day(&planned.after, self.day.id)
    }

    fn collect(&self) -> Plan {
        let day = self.plan.day(self.day.id);
        let session = day.and_then(|day| self.plan.session(day.session));
        let mut rows: Vec<Entity> = session.cloned().map(Entity::Session).into_iter().collect();
        rows.extend(day.cloned().map(Entity::Day));
        running(self.plan, Parent::Day(self.day.id), &mut rows);
        Plan::of(rows)
    }
}

/// The rows of a running order, with those of its tracks.
fn running(plan: &Plan, parent: Parent, rows: &mut Vec<Entity>) {
    for slot in plan.slots(parent) {
        rows.push(Entity::Slot(slot.clone()));
        for track in plan.tracks(slot.id) {
            rows.push(Entity::Track(track.clone()));
            running(plan, Parent::Track(track.id), rows);
        }
    }
}
