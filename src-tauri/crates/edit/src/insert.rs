//! Putting sketches down, as pasting does.

use deroule_model::{
    Entity, Message, Parent, ProgrammeId, Rank, RoomId, Sketch, Slot, SlotId, Subject, Track,
    TrackId, TrackSketch,
};

use crate::edit::Insertion;
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{in_range, named, tidy, title, trimmed_list};

impl Transaction<'_> {
    pub(crate) fn insert_slots(
        &mut self,
        parent: Parent,
        before: Option<SlotId>,
        slots: &[Insertion],
    ) -> Result<Message, Refusal> {
        for Insertion { id, sketch } in slots {
            self.insert_spec(*id, sketch, parent, before)?;
        }
        let label = match slots {
            [one] => Message::new("edit-add-slot").text("title", &one.sketch.title),
            _ => Message::new("edit-insert-slots"),
        };
        Ok(label.number("count", slots.len()))
    }

    /// Puts a sketch down before `before`, or at the end; what it refers to must be of the same
    /// programme, and is left out otherwise.
    pub(crate) fn insert_spec(
        &mut self,
        id: SlotId,
        sketch: &Sketch,
        parent: Parent,
        before: Option<SlotId>,
    ) -> Result<(), Refusal> {
        let subject = Subject::Slot(id);
        if self.state.slot(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let programme = self.programme_of(parent)?;
        if matches!(parent, Parent::Track(_)) && !sketch.tracks.is_empty() {
            return Err(Refusal::Misplaced(subject));
        }
        let ranged = |minutes: Option<u32>| minutes.map(|m| in_range(m, subject)).transpose();
        // Only a block that has tracks can do without a duration.
        let minutes = sketch.minutes.or(sketch.tracks.is_empty().then_some(0));
        let row = Slot {
            id,
            parent,
            rank: self.rank_before(parent, before, None)?,
            title: named(&sketch.title, subject)?,
            kind: sketch.kind,
            minutes: ranged(minutes)?,
            least: ranged(sketch.least)?,
            most: ranged(sketch.most)?,
            optional: sketch.optional,
            pin: ranged(sketch.pin)?,
            setup: in_range(sketch.setup, subject)?,
            tidy: in_range(sketch.tidy, subject)?,
            room: self.room_in(sketch.room, programme),
            leads: trimmed_list(sketch.leads.clone()),
            notes: tidy(sketch.notes.clone()),
            material: tidy(sketch.material.clone()),
        };
        self.create(Entity::Slot(row));
        let ranks = Rank::spread(None, None, sketch.tracks.len());
        for (track, rank) in sketch.tracks.iter().zip(ranks) {
            self.put_down_track(track, id, rank, programme)?;
        }
        Ok(())
    }

    fn put_down_track(
        &mut self,
        sketch: &TrackSketch,
        slot: SlotId,
        rank: Rank,
        programme: ProgrammeId,
    ) -> Result<(), Refusal> {
        let id = TrackId::fresh(self.ids);
        let audience = sketch.audience.filter(|id| {
            let row = self.state.audience(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        let idea = sketch.idea.filter(|id| {
            let row = self.state.idea(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        self.create(Entity::Track(Track {
            id,
            slot,
            rank,
            title: title(sketch.title.clone(), Subject::Track(id))?,
            room: self.room_in(sketch.room, programme),
            audience,
            idea,
        }));
        for inner in &sketch.slots {
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
