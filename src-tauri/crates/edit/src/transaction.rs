//! The state an edit is planned on: a copy that records what is written to it.

use std::collections::HashMap;

use deroule_model::{
    Audience, AudienceId, Change, Day, DayId, Entity, IdSource, Idea, IdeaId, Programme,
    ProgrammeId, Room, RoomId, Session, SessionId, Slot, SlotId, State, Subject, Track, TrackId,
};
use uuid::Uuid;

use crate::draft::Divergence;
use crate::refusal::Refusal;
use crate::three_way::Conflict;

/// A copy of the state, and the changes made to it so far.
pub(crate) struct Transaction<'a> {
    pub(crate) state: State,
    pub(crate) ids: &'a mut dyn IdSource,
    /// What is not on a merged page and stays all the same.
    pub(crate) kept: Vec<Divergence>,
    /// What a merged page and the state changed in two ways.
    pub(crate) conflicts: Vec<Conflict>,
    changes: Vec<Change>,
}

impl<'a> Transaction<'a> {
    pub(crate) fn new(state: &State, ids: &'a mut dyn IdSource) -> Self {
        Self {
            state: state.clone(),
            ids,
            kept: Vec::new(),
            conflicts: Vec::new(),
            changes: Vec::new(),
        }
    }

    pub(crate) fn create(&mut self, row: impl Into<Entity>) {
        self.write(Change::create(row.into()));
    }

    /// Deletes a row with all that belongs to it. Rows that refer to it lose the reference, or go too
    /// where they can't be without it.
    pub(crate) fn delete(&mut self, row: impl Into<Entity>) {
        let row = row.into();
        let id = row.uuid();
        for child in self.state.children(id) {
            self.delete(child);
        }
        for referrer in self.state.referrers(id) {
            match referrer.without(id) {
                Some(after) => self.rewrite(referrer, after),
                None => self.delete(referrer),
            }
        }
        self.write(Change::delete(row));
    }

    /// Writes a row unless it is as before.
    pub(crate) fn rewrite(&mut self, before: impl Into<Entity>, after: impl Into<Entity>) {
        let (before, after) = (before.into(), after.into());
        if before != after {
            self.write(Change::rewrite(before, after));
        }
    }

    /// The changes with each row once, and the state after them.
    pub(crate) fn net(&mut self) -> Vec<Change> {
        let mut changes = net(std::mem::take(&mut self.changes));
        for change in &mut changes {
            self.separate(change);
        }
        changes
    }

    /// Gives a row that came among its siblings a rank that none of them has. Only at the end: two rows that
    /// change places have the same rank for a moment.
    fn separate(&mut self, change: &mut Change) {
        let Some(after) = &change.after else {
            return;
        };
        let stays =
            |before: &Entity| before.rank() == after.rank() && before.parent() == after.parent();
        if change.before.as_ref().is_some_and(stays) {
            return;
        }
        let own = self.state.with_own_rank(after.clone());
        if own != *after {
            self.state
                .write(&Change::rewrite(after.clone(), own.clone()));
            change.after = Some(own);
        }
    }

    fn write(&mut self, change: Change) {
        self.state.write(&change);
        self.changes.push(change);
    }
}

/// Finding what an edit names.
impl Transaction<'_> {
    pub(crate) fn programme(&self, id: ProgrammeId) -> Result<Programme, Refusal> {
        self.state
            .programme(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Programme(id)))
    }

    pub(crate) fn audience(&self, id: AudienceId) -> Result<Audience, Refusal> {
        self.state
            .audience(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Audience(id)))
    }

    pub(crate) fn room(&self, id: RoomId) -> Result<Room, Refusal> {
        self.state
            .room(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Room(id)))
    }

    pub(crate) fn session(&self, id: SessionId) -> Result<Session, Refusal> {
        self.state
            .session(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Session(id)))
    }

    pub(crate) fn day(&self, id: DayId) -> Result<Day, Refusal> {
        self.state
            .day(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Day(id)))
    }

    pub(crate) fn slot(&self, id: SlotId) -> Result<Slot, Refusal> {
        self.state
            .slot(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Slot(id)))
    }

    pub(crate) fn track(&self, id: TrackId) -> Result<Track, Refusal> {
        self.state
            .track(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Track(id)))
    }

    pub(crate) fn idea(&self, id: IdeaId) -> Result<Idea, Refusal> {
        self.state
            .idea(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Idea(id)))
    }
}

/// The changes with each row once: what it was at first, what it is in the end.
fn net(changes: Vec<Change>) -> Vec<Change> {
    let mut rows: Vec<Change> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    for change in changes {
        let Some(id) = change.row().map(Entity::uuid) else {
            continue;
        };
        match places.get(&id).and_then(|place| rows.get_mut(*place)) {
            Some(row) => row.after = change.after,
            None => {
                places.insert(id, rows.len());
                rows.push(change);
            }
        }
    }
    rows.retain(|row| row.before != row.after);
    rows
}
