//! Two slots of one, one of two, and two in each other's place.

use deroule_model::{Clock, Entity, Message, Minutes, Slot, SlotId, Subject};
use deroule_schedule as schedule;

use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::duration_in_range;

impl Transaction<'_> {
    /// The second part is what the first was, but for what must not be there twice: its pin, and the
    /// time it takes to set up. How short and how long the slot may get is shared out as its minutes
    /// are, so that both parts together may do what the whole might; merging them adds it up again.
    pub(crate) fn divide_slot(
        &mut self,
        id: SlotId,
        second: SlotId,
        minutes: Minutes,
    ) -> Result<Message, Refusal> {
        let slot = self.slot(id)?;
        let subject = Subject::Slot(id);
        if self.state.slot(second).is_some() {
            return Err(Refusal::Exists(Subject::Slot(second)));
        }
        let whole = schedule::length(&self.state, &slot);
        if minutes.is_zero() || minutes >= whole {
            return Err(Refusal::OutOfRange { subject, minutes });
        }
        if self.state.tracks(id).next().is_some() {
            return Err(Refusal::Misplaced(subject));
        }
        let next = self.after(&slot);
        let share = |limit: Minutes| part(limit, minutes, whole);
        let left = |limit: Minutes| limit - share(limit);
        let first = Slot {
            minutes: Some(minutes),
            min_minutes: slot.min_minutes.map(share),
            max_minutes: slot.max_minutes.map(share),
            teardown: Minutes::ZERO,
            ..slot.clone()
        };
        let rest = Slot {
            id: second,
            rank: self.rank_before(slot.parent, next, None)?,
            minutes: Some(whole - minutes),
            min_minutes: slot.min_minutes.map(left),
            max_minutes: slot.max_minutes.map(left),
            pin: None,
            setup: Minutes::ZERO,
            ..slot.clone()
        };
        let label = Message::new("edit-divide-slot").text("title", &slot.title);
        self.rewrite(Entity::Slot(slot), Entity::Slot(first));
        self.create(Entity::Slot(rest));
        Ok(label)
    }

    /// One slot from the start of the first to the end of the second, with what both say. It may get
    /// as short and as long as both together, where both have such a limit.
    pub(crate) fn merge_slots(&mut self, id: SlotId) -> Result<Message, Refusal> {
        let slot = self.slot(id)?;
        let next = self
            .after(&slot)
            .ok_or(Refusal::Misplaced(Subject::Slot(id)))?;
        let other = self.slot(next)?;
        for each in [id, next] {
            if self.state.tracks(each).next().is_some() {
                return Err(Refusal::Misplaced(Subject::Slot(each)));
            }
        }
        let end = |id| schedule::slot(&self.state, id).map_or(Clock::MIDNIGHT, |timed| timed.end);
        let start = schedule::slot(&self.state, id).map_or(Clock::MIDNIGHT, |timed| timed.start);
        let minutes = end(id).max(end(next)) - start;
        let mut whole = slot.clone();
        whole.minutes = Some(duration_in_range(minutes, Subject::Slot(id))?);
        whole.min_minutes = together(slot.min_minutes, other.min_minutes);
        whole.max_minutes = together(slot.max_minutes, other.max_minutes);
        whole.optional = slot.optional && other.optional;
        whole.teardown = other.teardown;
        if slot.title != other.title {
            whole.title = format!("{}, {}", slot.title, other.title);
        }
        whole.room = slot.room.or(other.room);
        for lead in &other.facilitators {
            if !whole.facilitators.contains(lead) {
                whole.facilitators.push(lead.clone());
            }
        }
        whole.notes = both(slot.notes.clone(), other.notes.clone());
        whole.material = both(slot.material.clone(), other.material.clone());
        let label = Message::new("edit-merge-slots")
            .text("title", &slot.title)
            .text("other", &other.title);
        self.delete_slot(next)?;
        self.rewrite(Entity::Slot(slot), Entity::Slot(whole));
        Ok(label)
    }

    pub(crate) fn swap_slots(&mut self, id: SlotId, other: SlotId) -> Result<Message, Refusal> {
        let (one, two) = (self.slot(id)?, self.slot(other)?);
        if one.parent != two.parent {
            return Err(Refusal::Misplaced(Subject::Slot(other)));
        }
        let label = Message::new("edit-swap-slots")
            .text("title", &one.title)
            .text("other", &two.title);
        let (first, second) = (one.rank.clone(), two.rank.clone());
        let moved = |slot: &Slot, rank| Slot {
            rank,
            ..slot.clone()
        };
        self.rewrite(Entity::Slot(one.clone()), Entity::Slot(moved(&one, second)));
        self.rewrite(Entity::Slot(two.clone()), Entity::Slot(moved(&two, first)));
        Ok(label)
    }

    fn after(&self, slot: &Slot) -> Option<SlotId> {
        let mut later = self
            .state
            .slots(slot.parent)
            .skip_while(|row| row.id != slot.id);
        later.nth(1).map(|row| row.id)
    }
}

/// The part of a limit that falls to `minutes` of a slot of `whole` minutes, which are more. Rounded
/// down: a limit that the whole keeps to is then kept to by both parts.
fn part(limit: Minutes, minutes: Minutes, whole: Minutes) -> Minutes {
    let exact = u64::from(limit.0) * u64::from(minutes.0) / u64::from(whole.0);
    u32::try_from(exact).map_or(limit, Minutes)
}

/// The limits of two slots as one of both, within what a limit may be.
fn together(one: Option<Minutes>, other: Option<Minutes>) -> Option<Minutes> {
    one.zip(other)
        .map(|(one, other)| (one + other).min(Minutes::MAX))
}

/// Two texts as one, each in a line of its own.
pub(crate) fn both(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}\n{other}")),
        (one, other) => one.or(other),
    }
}
