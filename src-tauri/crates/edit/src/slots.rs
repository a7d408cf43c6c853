//! Edits of the slots of a running order.

use deroule_model::{
    Clock, Entity, Kind, Message, Minutes, Parent, ProgrammeId, Rank, RoomId, Slot, SlotId, Subject,
};
use deroule_schedule as schedule;

use crate::fields::SlotField;
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{duration_in_range, require_name, time_in_range, trimmed, trimmed_list};

/// What a new slot is, wherever it goes.
pub(crate) struct NewSlot {
    pub(crate) id: SlotId,
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) minutes: Minutes,
    pub(crate) pin: Option<Clock>,
}

impl Transaction<'_> {
    pub(crate) fn add_slot(
        &mut self,
        new: NewSlot,
        parent: Parent,
        before: Option<SlotId>,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Slot(new.id);
        if self.state.slot(new.id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        self.programme_of(parent)?;
        let title = require_name(&new.title, subject)?;
        let label = Message::new("edit-add-slot").text("title", &title);
        self.create(Entity::Slot(Slot {
            id: new.id,
            parent,
            rank: self.rank_before(parent, before, None)?,
            title,
            kind: new.kind,
            minutes: Some(duration_in_range(new.minutes, subject)?),
            min_minutes: None,
            max_minutes: None,
            optional: false,
            pin: new.pin.map(|pin| time_in_range(pin, subject)).transpose()?,
            room: None,
            facilitators: Vec::new(),
            notes: None,
            material: None,
            setup: Minutes::ZERO,
            teardown: Minutes::ZERO,
        }));
        Ok(label)
    }

    pub(crate) fn set_slot(&mut self, id: SlotId, field: SlotField) -> Result<Message, Refusal> {
        let before = self.slot(id)?;
        let subject = Subject::Slot(id);
        let mut after = before.clone();
        let mut code = "edit-set-slot";
        match field {
            SlotField::Title(title) => {
                after.title = require_name(&title, subject)?;
                code = "edit-rename-slot";
            }
            SlotField::Kind(kind) => after.kind = kind,
            SlotField::MinMinutes(min_minutes) => {
                after.min_minutes = min_minutes
                    .map(|min_minutes| duration_in_range(min_minutes, subject))
                    .transpose()?;
            }
            SlotField::MaxMinutes(max) => {
                after.max_minutes = max.map(|max| duration_in_range(max, subject)).transpose()?;
            }
            SlotField::Optional(optional) => after.optional = optional,
            SlotField::Setup(minutes) => after.setup = duration_in_range(minutes, subject)?,
            SlotField::Teardown(minutes) => after.teardown = duration_in_range(minutes, subject)?,
            SlotField::Room(room) => {
                self.same_programme(room, before.parent)?;
                after.room = room;
            }
            SlotField::Facilitators(facilitators) => {
                after.facilitators = trimmed_list(facilitators)
            }
            SlotField::Notes(notes) => after.notes = trimmed(notes),
            SlotField::Material(material) => after.material = trimmed(material),
        }
        let label = Message::new(code).text("title", &before.title);
        self.rewrite(Entity::Slot(before), Entity::Slot(after));
        Ok(label)
    }

    pub(crate) fn resize_slot(&mut self, id: SlotId, minutes: Minutes) -> Result<Message, Refusal> {
        let before = self.slot(id)?;
        let mut after = before.clone();
        let minutes = duration_in_range(minutes, Subject::Slot(id))?;
        let longest =
            schedule::slot(&self.state, id).map_or(Minutes::ZERO, |timed| timed.longest_track());
        // A block is never shorter than what is in its tracks; made so, it is as long as that.
        after.minutes = (longest.is_zero() || minutes > longest).then_some(minutes);
        // A slot made shorter than its least by hand has a new least, and a new max alike.
        after.min_minutes = before
            .min_minutes
            .map(|min_minutes| min_minutes.min(minutes));
        after.max_minutes = before.max_minutes.map(|max| max.max(minutes));
        let label = Message::new("edit-resize-slot").text("title", &before.title);
        self.rewrite(Entity::Slot(before), Entity::Slot(after));
        Ok(label.minutes("minutes", minutes))
    }

    pub(crate) fn pin_slot(&mut self, id: SlotId, at: Option<Clock>) -> Result<Message, Refusal> {
        let before = self.slot(id)?;
        let mut after = before.clone();
        after.pin = at
            .map(|at| time_in_range(at, Subject::Slot(id)))
            .transpose()?;
        let label = match at {
            Some(at) => Message::new("edit-pin-slot").time("time", at),
            None => Message::new("edit-unpin-slot"),
        };
        let label = label.text("title", &before.title);
        self.rewrite(Entity::Slot(before), Entity::Slot(after));
        Ok(label)
    }

    pub(crate) fn move_slot(
        &mut self,
        id: SlotId,
        parent: Parent,
        before: Option<SlotId>,
        pin: Option<Clock>,
    ) -> Result<Message, Refusal> {
        let old = self.slot(id)?;
        let subject = Subject::Slot(id);
        if self.programme_of(parent)? != self.programme_of(old.parent)? {
            return Err(Refusal::ForeignProgramme(subject));
        }
        // One level of tracks: a parallel block stays in the plenary, hence out of itself, too.
        if matches!(parent, Parent::Track(_)) && self.state.tracks(id).next().is_some() {
            return Err(Refusal::Misplaced(subject));
        }
        let mut new = old.clone();
        new.pin = pin
            .map(|pin| time_in_range(pin, subject))
            .transpose()?
            .or(old.pin);
        if old.parent != parent || !self.stands_before(&old, before) {
            new.rank = self.rank_before(parent, before, Some(id))?;
            new.parent = parent;
        }
        self.rewrite(Entity::Slot(old.clone()), Entity::Slot(new));
        Ok(self.moved_label(&old, parent))
    }

    pub(crate) fn delete_slot(&mut self, id: SlotId) -> Result<Message, Refusal> {
        let slot = self.slot(id)?;
        let label = Message::new("edit-delete-slot").text("title", &slot.title);
        self.delete(slot);
        Ok(label)
    }

    /// The programme a running order belongs to.
    pub(crate) fn programme_of(&self, parent: Parent) -> Result<ProgrammeId, Refusal> {
        let subject = match parent {
            Parent::Day(day) => Subject::Day(day),
            Parent::Track(track) => Subject::Track(track),
        };
        let session = self
            .state
            .session_of(parent)
            .ok_or(Refusal::Missing(subject))?;
        Ok(session.programme)
    }

    /// Refuses a room of another programme.
    pub(crate) fn same_programme(
        &self,
        room: Option<RoomId>,
        parent: Parent,
    ) -> Result<(), Refusal> {
        let Some(room) = room else { return Ok(()) };
        if self.room(room)?.programme == self.programme_of(parent)? {
            Ok(())
        } else {
            Err(Refusal::ForeignProgramme(Subject::Room(room)))
        }
    }

    /// A rank just before `before` among the slots of `parent` (at the end without it), leaving out
    /// the slot that is on the move.
    pub(crate) fn rank_before(
        &self,
        parent: Parent,
        before: Option<SlotId>,
        moving: Option<SlotId>,
    ) -> Result<Rank, Refusal> {
        let siblings: Vec<&Slot> = self
            .state
            .slots(parent)
            .filter(|slot| Some(slot.id) != moving)
            .collect();
        let at = match before {
            None => siblings.len(),
            Some(before) => siblings
                .iter()
                .position(|slot| slot.id == before)
                .ok_or(Refusal::Missing(Subject::Slot(before)))?,
        };
        let left = at
            .checked_sub(1)
            .and_then(|at| siblings.get(at))
            .map(|slot| &slot.rank);
        Ok(Rank::between(left, siblings.get(at).map(|slot| &slot.rank)))
    }

    /// Whether a slot is already where a move would put it.
    fn stands_before(&self, slot: &Slot, before: Option<SlotId>) -> bool {
        let next = self
            .state
            .slots(slot.parent)
            .skip_while(|other| other.id != slot.id)
            .nth(1);
        before == Some(slot.id) || before == next.map(|next| next.id)
    }

    /// "Move 'Pause' after 'Standup'", from where it stands now.
    fn moved_label(&self, slot: &Slot, parent: Parent) -> Message {
        let mut previous = None;
        for other in self
            .state
            .slots(parent)
            .take_while(|other| other.id != slot.id)
        {
            previous = Some(other);
        }
        let label = match previous {
            Some(previous) => Message::new("edit-move-slot-after").text("after", &previous.title),
            None => Message::new("edit-move-slot-first"),
        };
        let label = label.text("title", &slot.title);
        match schedule::slot(&self.state, slot.id) {
            Some(timed) => label.time("start", timed.start),
            None => label,
        }
    }
}
