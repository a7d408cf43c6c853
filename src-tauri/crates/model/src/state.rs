//! The whole of a store in memory: every row, and the order of siblings.
//!
//! A clone costs a few reference counts and shares everything; writing copies only the table that
//! is written. So an edit is prepared on a clone, and dropping the clone is all a dry run has to do.

mod lookups;

use crate::change::Change;
use crate::slot::{Parent, Slot};
use crate::slot_spec::{SlotSpec, TrackSpec};
use crate::tables::{Entity, State};

impl Extend<Entity> for State {
    fn extend<T: IntoIterator<Item = Entity>>(&mut self, rows: T) {
        rows.into_iter().for_each(|row| self.insert(row));
    }
}

impl State {
    /// A plan of `rows`, in any order.
    pub fn of(rows: impl IntoIterator<Item = Entity>) -> Self {
        let mut state = Self::default();
        state.extend(rows);
        state
    }

    /// Applies one change. The row named by `before` is replaced whatever it holds by now.
    pub fn write(&mut self, change: &Change) {
        if let Some(before) = &change.before {
            self.remove(before);
        }
        if let Some(after) = &change.after {
            self.insert(after.clone());
        }
    }
}

impl State {
    /// What a slot is without its place and id, tracks included.
    pub fn spec(&self, slot: &Slot) -> SlotSpec {
        let tracks = self.tracks(slot.id).map(|track| TrackSpec {
            title: track.title.clone(),
            room: track.room,
            audience: track.audience,
            idea: track.idea,
            slots: self
                .slots(Parent::Track(track.id))
                .map(|slot| self.spec(slot))
                .collect(),
        });
        SlotSpec {
            title: slot.title.clone(),
            kind: slot.kind,
            minutes: slot.minutes,
            min_minutes: slot.min_minutes,
            max_minutes: slot.max_minutes,
            optional: slot.optional,
            pin: slot.pin,
            setup: slot.setup,
            teardown: slot.teardown,
            room: slot.room,
            facilitators: slot.facilitators.clone(),
            notes: slot.notes.clone(),
            material: slot.material.clone(),
            tracks: tracks.collect(),
        }
    }
}
