//! The short answer to most steps of a drag: only the order of slots changes. The window then moves those slots
//! and nothing else.

use std::collections::HashMap;

use deroule_model::{Change, Clock, Entity, SessionId, Slot, SlotId, State};
use deroule_schedule as schedule;
use deroule_schedule::TimedSlot;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When a slot would happen instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlotTimes {
    /// Which slot.
    pub id: SlotId,
    /// When it would start.
    pub start: Clock,
    /// When it would end.
    pub end: Clock,
}

/// The slots of the session `id` with new times. `None` if `changes` do more than reorder slots that stay
/// contiguous.
pub(crate) fn between(
    before: &State,
    after: &State,
    changes: &[Change],
    id: SessionId,
) -> Option<Vec<SlotTimes>> {
    if !changes.iter().all(reorders) {
        return None;
    }
    let mut retimed = Vec::new();
    for day in before.days(id) {
        let old = schedule::day(before, day.id)?;
        let new = schedule::day(after, day.id)?;
        if (old.start, old.end) != (new.start, new.end) {
            return None;
        }
        collect(&old.slots, &new.slots, &mut retimed)?;
    }
    Some(retimed)
}

/// Whether a change moves a slot within its running order, and changes nothing else.
fn reorders(change: &Change) -> bool {
    match (&change.before, &change.after) {
        (Some(Entity::Slot(old)), Some(Entity::Slot(new))) => {
            let moved = Slot {
                rank: new.rank.clone(),
                ..old.clone()
            };
            moved == *new
        }
        _ => false,
    }
}

/// Adds the slots with new times. `None` if a block's times change, or a slot meets the one before differently.
fn collect(old: &[TimedSlot], new: &[TimedSlot], retimed: &mut Vec<SlotTimes>) -> Option<()> {
    let old: HashMap<SlotId, &TimedSlot> = old.iter().map(|slot| (slot.id, slot)).collect();
    for slot in new {
        let was = *old.get(&slot.id)?;
        if was.fit != slot.fit {
            return None;
        }
        let other = (was.start, was.end) != (slot.start, slot.end);
        if other && !slot.tracks.is_empty() {
            return None;
        }
        if other {
            retimed.push(SlotTimes {
                id: slot.id,
                start: slot.start,
                end: slot.end,
            });
        }
        for (was, track) in was.tracks.iter().zip(&slot.tracks) {
            if (was.start, was.end) != (track.start, track.end) {
                return None;
            }
            collect(&was.slots, &track.slots, retimed)?;
        }
    }
    Some(())
}
