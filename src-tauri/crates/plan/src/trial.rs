//! A day on its own: small enough to try an edit on it before it is offered.

use uuid::Uuid;

use crate::schedule::{self, TimedDay};
use crate::{DayId, Edit, Entity, Parent, Plan, plan};

/// The rows of one running order, tracks included, and nothing else of the state.
pub(crate) struct Trial {
    day: DayId,
    rows: Plan,
}

impl Trial {
    /// The day that `parent` belongs to; `None` when it belongs to none.
    pub(crate) fn of(state: &Plan, parent: Parent) -> Option<Self> {
        let day = state.day_of(parent)?;
        let session = state.session(day.session)?;
        let mut rows = vec![Entity::Session(session.clone()), Entity::Day(day.clone())];
        collect(state, Parent::Day(day.id), &mut rows);
        Some(Self {
            day: day.id,
            rows: Plan::of(rows),
        })
    }

    /// The day as it is.
    pub(crate) fn before(&self) -> Option<TimedDay> {
        schedule::day(&self.rows, self.day)
    }

    /// The day as `edit`, which makes no rows, would leave it; `None` when it would be refused.
    pub(crate) fn after(&self, edit: &Edit) -> Option<TimedDay> {
        let planned = plan(&self.rows, edit, &mut Uuid::nil).ok()?;
        schedule::day(&planned.after, self.day)
    }
}

fn collect(state: &Plan, parent: Parent, rows: &mut Vec<Entity>) {
    for slot in state.slots(parent) {
        rows.push(Entity::Slot(slot.clone()));
        for track in state.tracks(slot.id) {
            rows.push(Entity::Track(track.clone()));
            collect(state, Parent::Track(track.id), rows);
        }
    }
}
