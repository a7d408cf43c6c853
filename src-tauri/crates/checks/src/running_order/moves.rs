//! Fixes that move slots, or announce another end.

use deroule_edit::Edit;
use deroule_model::{Attendance, Message, Minutes, Slot, SlotId};

use crate::finding::Fix;

use super::order::RunningOrder;

impl RunningOrder<'_> {
    /// The slot that does not fit any more comes after the pinned one, if there it fits.
    pub(crate) fn push(&self, at: usize, minutes: Minutes) -> Option<Fix> {
        let (pinned, _) = self.slots.get(at)?;
        let (last, timed) = self.slots.get(at.checked_sub(1)?)?;
        let long = timed.minutes();
        if last.pin.is_some() || long < minutes || long > self.spare_from(at) {
            return None;
        }
        let label = Message::new("fix-push")
            .text("title", &last.title)
            .text("after", &pinned.title);
        Some(Fix {
            label,
            edit: self.move_before(last, self.slots.get(at + 1).map(|(slot, _)| slot.id)),
            end: None,
        })
    }

    /// A longer slot from before the pin for a shorter one from after it: the pair that differs least.
    pub(crate) fn swap(&self, at: usize, minutes: Minutes) -> Option<Fix> {
        let spare = self.spare_from(at);
        let first = at - self.segment_before(at).len();
        let free = |place: &usize| {
            let slot = self.slots.get(*place);
            slot.is_some_and(|(slot, timed)| slot.pin.is_none() && !timed.minutes().is_zero())
        };
        let long = |place: usize| {
            self.slots
                .get(place)
                .map_or(Minutes::ZERO, |(_, timed)| timed.minutes())
        };
        let pairs = (first..at).rev().filter(free).flat_map(|early| {
            let late = (at + 1..self.next_pin(at)).filter(free);
            late.map(move |late| (early, late))
        });
        let (early, late) = pairs
            .filter(|(early, late)| {
                let gain = long(*early) - long(*late);
                gain >= minutes && gain <= spare
            })
            .min_by_key(|(early, late)| long(*early) - long(*late))?;
        let ((one, _), (other, _)) = (self.slots.get(early)?, self.slots.get(late)?);
        let label = Message::new("fix-swap")
            .text("title", &one.title)
            .text("other", &other.title);
        let (slot, other) = (one.id, other.id);
        Some(Fix {
            label,
            edit: Edit::SwapSlots { slot, other },
            end: None,
        })
    }

    /// The first slot after the pinned one that fits into the gap before it.
    pub(crate) fn pull(&self, at: usize, minutes: Minutes) -> Option<Fix> {
        let (pinned, _) = self.slots.get(at)?;
        let after = self.slots.get(at + 1..self.next_pin(at))?;
        let (slot, _) = after
            .iter()
            .find(|(_, timed)| !timed.minutes().is_zero() && timed.minutes() <= minutes)?;
        let label = Message::new("fix-pull")
            .text("title", &slot.title)
            .text("before", &pinned.title);
        Some(Fix {
            label,
            edit: self.move_before(slot, Some(pinned.id)),
            end: None,
        })
    }

    /// Announces the real end to all who attend until the announced one. None when an audience comes only after the real
    /// end: its hours would end before they start.
    pub(crate) fn announce_end(&self, announced: &[&Attendance]) -> Option<Fix> {
        let end = self.slots.iter().map(|(_, timed)| timed.end).max()?;
        let latest = announced.iter().map(|row| row.end).max()?;
        let last = || announced.iter().filter(|row| row.end == latest);
        last().all(|row| row.start < end).then(|| Fix {
            label: Message::new("fix-announce-end").time("time", end),
            edit: Edit::Batch {
                edits: last()
                    .map(|row| Edit::reschedule(row, row.start, end))
                    .collect(),
            },
            end: None,
        })
    }

    pub(crate) fn move_before(&self, slot: &Slot, before: Option<SlotId>) -> Edit {
        Edit::MoveSlot {
            slot: slot.id,
            parent: self.parent,
            before,
            pin: None,
        }
    }
}
