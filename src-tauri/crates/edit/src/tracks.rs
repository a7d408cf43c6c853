//! Edits of parallel blocks and their tracks.

use deroule_model::{Entity, Message, Parent, Rank, Slot, SlotId, Subject, Track, TrackId};
use deroule_schedule as schedule;

use crate::fields::TrackField;
use crate::refusal::Refusal;
use crate::split_merge::both;
use crate::transaction::Transaction;
use crate::validate::title;

impl Transaction<'_> {
    pub(crate) fn split_slot(
        &mut self,
        id: SlotId,
        tracks: &[TrackId],
    ) -> Result<Message, Refusal> {
        let slot = self.slot(id)?;
        // One level of tracks is what a room plan can show.
        if matches!(slot.parent, Parent::Track(_)) {
            return Err(Refusal::Misplaced(Subject::Slot(id)));
        }
        for track in tracks {
            self.add_track(*track, id)?;
        }
        let label = Message::new("edit-split-slot").text("title", &slot.title);
        Ok(label.number("count", tracks.len()))
    }

    /// What stood side by side stands one after the other in the block's place; a block whose tracks
    /// have no slots becomes a plain slot. Titles of tracks are kept as notes, ideas go back to the list.
    pub(crate) fn join_tracks(&mut self, id: SlotId) -> Result<Message, Refusal> {
        let block = self.slot(id)?;
        let tracks: Vec<Track> = self.state.tracks(id).cloned().collect();
        let running: Vec<(TrackId, Slot)> = tracks
            .iter()
            .flat_map(|track| {
                let room = track.room.or(block.room);
                let slots = self.state.slots(Parent::Track(track.id)).cloned();
                slots.map(move |slot| {
                    let room = slot.room.or(room);
                    (track.id, Slot { room, ..slot })
                })
            })
            .collect();
        let titles = |track: &Track| track.title.clone();
        let notes = tracks
            .iter()
            .filter_map(titles)
            .fold(block.notes.clone(), |notes, title| both(notes, Some(title)));
        let label = Message::new("edit-join-tracks").text("title", &block.title);
        let (Some((leading, first)), Some((_, last))) = (running.first(), running.last()) else {
            for track in tracks {
                self.delete_track(track.id)?;
            }
            let plain = self.slot(id)?;
            let noted = Slot {
                notes,
                ..plain.clone()
            };
            self.rewrite(Entity::Slot(plain), Entity::Slot(noted));
            return Ok(label);
        };
        for (track, slot) in &running {
            let before = self.slot(slot.id)?;
            let mut after = Slot {
                parent: block.parent,
                rank: self.rank_before(block.parent, Some(id), None)?,
                // A pin next to another track means nothing after it.
                pin: slot.pin.filter(|_| track == leading),
                ..slot.clone()
            };
            if slot.id == first.id {
                after.pin = after.pin.or(block.pin);
                after.notes = both(notes.clone(), slot.notes.clone());
                after.material = both(block.material.clone(), slot.material.clone());
                after.setup = slot.setup.max(block.setup);
            }
            if slot.id == last.id {
                after.teardown = slot.teardown.max(block.teardown);
            }
            self.rewrite(Entity::Slot(before), Entity::Slot(after));
        }
        self.delete_slot(id)?;
        Ok(label)
    }

    pub(crate) fn add_track(&mut self, id: TrackId, slot: SlotId) -> Result<Message, Refusal> {
        let block = self.slot(slot)?;
        if self.state.track(id).is_some() {
            return Err(Refusal::Exists(Subject::Track(id)));
        }
        if matches!(block.parent, Parent::Track(_)) {
            return Err(Refusal::Misplaced(Subject::Slot(slot)));
        }
        let rank = Rank::after_all(self.state.tracks(slot).map(|row| &row.rank));
        let row = Track {
            id,
            slot,
            rank,
            title: None,
            room: None,
            audience: None,
            idea: None,
        };
        self.create(Entity::Track(row));
        Ok(Message::new("edit-add-track").text("title", &block.title))
    }

    pub(crate) fn set_track(&mut self, id: TrackId, field: TrackField) -> Result<Message, Refusal> {
        let before = self.track(id)?;
        let block = self.slot(before.slot)?;
        let mut after = before.clone();
        match field {
            TrackField::Title(text) => after.title = title(text, Subject::Track(id))?,
            TrackField::Room(room) => {
                self.same_programme(room, block.parent)?;
                after.room = room;
            }
            TrackField::Audience(audience) => {
                if let Some(audience) = audience
                    && self.audience(audience)?.programme != self.programme_of(block.parent)?
                {
                    return Err(Refusal::ForeignProgramme(Subject::Audience(audience)));
                }
                after.audience = audience;
            }
        }
        self.rewrite(Entity::Track(before), Entity::Track(after));
        Ok(Message::new("edit-set-track").text("title", &block.title))
    }

    pub(crate) fn delete_track(&mut self, id: TrackId) -> Result<Message, Refusal> {
        let track = self.track(id)?;
        let before = self.slot(track.slot)?;
        let mut after = before.clone();
        if self.state.tracks(before.id).count() == 1 {
            // As a plain slot it needs a duration of its own: the one it had with its track.
            after.minutes = Some(schedule::length(&self.state, &before));
        }
        self.delete(track);
        let label = Message::new("edit-delete-track").text("title", &before.title);
        self.rewrite(Entity::Slot(before), Entity::Slot(after));
        Ok(label)
    }
}
