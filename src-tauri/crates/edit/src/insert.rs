//! Putting sketches down, as pasting does.

use deroule_model::{
    Entity, Message, Minutes, Parent, ProgrammeId, Rank, RoomId, Slot, SlotId, SlotSpec, Subject,
    Track, TrackId, TrackSpec,
};

use crate::edit::Insertion;
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{
    duration_in_range, require_name, time_in_range, title, trimmed, trimmed_list,
};

impl Transaction<'_> {
    pub(crate) fn insert_slots(
        &mut self,
        parent: Parent,
        before: Option<SlotId>,
        slots: &[Insertion],
    ) -> Result<Message, Refusal> {
        for Insertion { id, spec } in slots {
            self.insert_spec(*id, spec, parent, before)?;
        }
        let label = match slots {
            [one] => Message::new("edit-add-slot").text("title", &one.spec.title),
            _ => Message::new("edit-insert-slots"),
        };
        Ok(label.number("count", slots.len()))
    }

    /// Puts a sketch down before `before`, or at the end; what it refers to must be of the same
    /// programme, and is left out otherwise.
    pub(crate) fn insert_spec(
        &mut self,
        id: SlotId,
        spec: &SlotSpec,
        parent: Parent,
        before: Option<SlotId>,
    ) -> Result<(), Refusal> {
        let subject = Subject::Slot(id);
        if self.state.slot(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let programme = self.programme_of(parent)?;
        if matches!(parent, Parent::Track(_)) && !spec.tracks.is_empty() {
            return Err(Refusal::Misplaced(subject));
        }
        let ranged = |minutes: Option<Minutes>| {
            minutes
                .map(|minutes| duration_in_range(minutes, subject))
                .transpose()
        };
        // Only a block that has tracks can do without a duration.
        let minutes = spec
            .minutes
            .or(spec.tracks.is_empty().then_some(Minutes::ZERO));
        let row = Slot {
            id,
            parent,
            rank: self.rank_before(parent, before, None)?,
            title: require_name(&spec.title, subject)?,
            kind: spec.kind,
            minutes: ranged(minutes)?,
            min_minutes: ranged(spec.min_minutes)?,
            max_minutes: ranged(spec.max_minutes)?,
            optional: spec.optional,
            pin: spec
                .pin
                .map(|pin| time_in_range(pin, subject))
                .transpose()?,
            setup: duration_in_range(spec.setup, subject)?,
            teardown: duration_in_range(spec.teardown, subject)?,
            room: self.room_in(spec.room, programme),
            facilitators: trimmed_list(spec.facilitators.clone()),
            notes: trimmed(spec.notes.clone()),
            material: trimmed(spec.material.clone()),
        };
        self.create(Entity::Slot(row));
        let ranks = Rank::spread(None, None, spec.tracks.len());
        for (track, rank) in spec.tracks.iter().zip(ranks) {
            self.put_down_track(track, id, rank, programme)?;
        }
        Ok(())
    }

    fn put_down_track(
        &mut self,
        spec: &TrackSpec,
        slot: SlotId,
        rank: Rank,
        programme: ProgrammeId,
    ) -> Result<(), Refusal> {
        let id = TrackId::fresh(self.ids);
        let audience = spec.audience.filter(|id| {
            let row = self.state.audience(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        let idea = spec.idea.filter(|id| {
            let row = self.state.idea(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        self.create(Entity::Track(Track {
            id,
            slot,
            rank,
            title: title(spec.title.clone(), Subject::Track(id))?,
            room: self.room_in(spec.room, programme),
            audience,
            idea,
        }));
        for inner in &spec.slots {
            let slot = SlotId::fresh(self.ids);
            self.insert_spec(slot, inner, Parent::Track(id), None)?;
        }
        Ok(())
    }

    fn room_in(&self, room: Option<RoomId>, programme: ProgrammeId) -> Option<RoomId> {
        room.filter(|id| {
            let row = self.state.room(*id);
            row.is_some_and(|row| row.programme == programme)
        })
    }
}
