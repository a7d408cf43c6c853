//! Between two pins (or the day's start, or its end) lies a *segment*, whose slots flow: where it is, and
//! the minutes it can give or take.

use deroule_edit::Edit;
use deroule_model::{Clock, Kind, Message, Minutes, Slot, SlotId};
use deroule_schedule::TimedSlot;
use deroule_schedule::elastic::{is_elastic_by_default, limits, share};

use crate::finding::Fix;

use super::order::RunningOrder;

impl<'a> RunningOrder<'a> {
    pub(crate) fn place(&self, id: SlotId) -> Option<usize> {
        self.slots.iter().position(|(slot, _)| slot.id == id)
    }

    /// The slots that flow from a pin, or from the start, up to place `end`.
    pub(crate) fn segment_before(&self, end: usize) -> &[(&'a Slot, &'a TimedSlot)] {
        let before = self.slots.get(..end).unwrap_or_default();
        let from = before.iter().rposition(|(slot, _)| slot.pin.is_some());
        before.get(from.unwrap_or(0)..).unwrap_or_default()
    }

    /// The segment that ends the day; empty when an earlier slot, overrunning a pin, ends too late.
    pub(crate) fn last_segment(&self) -> &[(&'a Slot, &'a TimedSlot)] {
        let last = self.segment_before(self.slots.len());
        let mut earlier = self.slots.iter().take(self.slots.len() - last.len());
        let late = |end: Clock| self.latest.is_some_and(|latest| end > latest);
        if earlier.any(|(_, timed)| late(timed.end)) {
            &[]
        } else {
            last
        }
    }

    /// The place of the next pinned slot after place `at`.
    pub(crate) fn next_pin(&self, at: usize) -> usize {
        let after = self.slots.iter().skip(at + 1);
        let next = after.take_while(|(slot, _)| slot.pin.is_none()).count();
        at + 1 + next
    }

    /// How many minutes the segment that begins at place `at` may still grow.
    pub(crate) fn spare_from(&self, at: usize) -> Minutes {
        let next = self.next_pin(at);
        let end = self
            .slots
            .get(next - 1)
            .map_or(Clock::MIDNIGHT, |(_, timed)| timed.end);
        let limit = match self.slots.get(next) {
            Some((_, timed)) => Some(timed.start),
            None => self.latest,
        };
        limit.map_or(Minutes::UNLIMITED, |limit| limit - end)
    }

    pub(crate) fn shrink(&self, segment: &[(&Slot, &TimedSlot)], minutes: Minutes) -> Option<Fix> {
        let rooms: Vec<Minutes> = segment
            .iter()
            .map(|(slot, timed)| timed.minutes() - limits(slot, timed).min_minutes)
            .collect();
        // With a single elastic slot this is nothing but taking it from there.
        if rooms.iter().filter(|room| !room.is_zero()).count() < 2
            && self.take(segment, minutes).is_some()
        {
            return None;
        }
        resize_all(segment, minutes, &rooms, "fix-shrink", |whole, share| {
            whole - share
        })
    }

    /// From the last break or free time that can spare it.
    pub(crate) fn take(&self, segment: &[(&Slot, &TimedSlot)], minutes: Minutes) -> Option<Fix> {
        let (slot, timed) = segment.iter().rev().find(|(slot, timed)| {
            is_elastic_by_default(slot.kind)
                && timed.minutes() - limits(slot, timed).min_minutes >= minutes
        })?;
        let label = Message::new("fix-take")
            .text("title", &slot.title)
            .minutes("minutes", minutes);
        Some(Fix {
            label,
            edit: resize(slot, timed.minutes() - minutes),
            end: None,
        })
    }

    /// One slot gives all, though nobody said how short it may get: the longest of those that rest, else the longest. None
    /// gets shorter than [`FLOOR`].
    pub(crate) fn shorten_one(
        &self,
        segment: &[(&Slot, &TimedSlot)],
        minutes: Minutes,
    ) -> Option<Fix> {
        let (slot, timed) = segment
            .iter()
            .filter(|(slot, timed)| timed.minutes() - floor(slot, timed) >= minutes)
            .max_by_key(|(slot, timed)| (rests(slot.kind), timed.minutes()))?;
        let shorter = timed.minutes() - minutes;
        let label = Message::new("fix-shorten-one")
            .text("title", &slot.title)
            .minutes("minutes", shorter);
        Some(Fix::new(label, resize(slot, shorter)))
    }

    /// All slots give in proportion, though nobody said how short they may get. None gets shorter than [`FLOOR`].
    pub(crate) fn shorten_all(
        &self,
        segment: &[(&Slot, &TimedSlot)],
        minutes: Minutes,
    ) -> Option<Fix> {
        let rooms: Vec<Minutes> = segment
            .iter()
            .map(|(slot, timed)| timed.minutes() - floor(slot, timed))
            .collect();
        if rooms.iter().filter(|room| !room.is_zero()).count() < 2 {
            return None;
        }
        resize_all(
            segment,
            minutes,
            &rooms,
            "fix-shorten-all",
            |whole, share| whole - share,
        )
    }

    /// The shortest optional slot whose going is enough.
    pub(crate) fn drop_optional(
        &self,
        segment: &[(&Slot, &TimedSlot)],
        minutes: Minutes,
    ) -> Option<Fix> {
        let (slot, _) = segment
            .iter()
            .filter(|(slot, timed)| {
                slot.optional && !self.is_pinned(slot, timed) && timed.minutes() >= minutes
            })
            .min_by_key(|(_, timed)| timed.minutes())?;
        Some(Fix {
            label: Message::new("fix-drop").text("title", &slot.title),
            edit: Edit::DeleteSlot { slot: slot.id },
            end: None,
        })
    }

    /// Whether a slot, or one in its tracks, has a time that holds.
    fn is_pinned(&self, slot: &Slot, timed: &TimedSlot) -> bool {
        let mut inner = timed.tracks.iter().flat_map(|track| &track.slots);
        slot.pin.is_some()
            || inner.any(|timed| {
                let slot = self.state.slot(timed.id);
                slot.is_some_and(|slot| slot.pin.is_some())
            })
    }

    pub(crate) fn lengthen(
        &self,
        segment: &[(&Slot, &TimedSlot)],
        minutes: Minutes,
    ) -> Option<Fix> {
        let rooms: Vec<Minutes> = segment
            .iter()
            .map(|(slot, timed)| limits(slot, timed).max_minutes - timed.minutes())
            .collect();
        resize_all(segment, minutes, &rooms, "fix-stretch", |whole, share| {
            whole + share
        })
    }
}

/// What no slot is shortened below, unless it was shorter or somebody said so.
pub(crate) const FLOOR: Minutes = Minutes(5);

/// How short a slot may get when somebody asks for it: its least duration, where one was given.
fn floor(slot: &Slot, timed: &TimedSlot) -> Minutes {
    let whole = timed.minutes();
    let Some(own) = slot.minutes.filter(|own| !own.is_zero()) else {
        return whole;
    };
    let longest = timed.longest_track();
    if longest > own {
        return whole;
    }
    slot.min_minutes.unwrap_or(FLOOR).max(longest).min(own)
}

/// Whether a slot of this kind is one in which nobody speaks: it is the first to give.
fn rests(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Meal | Kind::Break | Kind::FreeTime | Kind::Travel
    )
}

/// Fixes without those that do the same as an earlier one.
pub(crate) fn distinct(fixes: impl Iterator<Item = Fix>) -> Vec<Fix> {
    let mut kept: Vec<Fix> = Vec::new();
    for fix in fixes {
        if kept.iter().all(|one| one.edit != fix.edit) {
            kept.push(fix);
        }
    }
    kept
}

/// Shares minutes among the slots of a segment, none getting more than its room. `resized` makes the duration of a slot
/// from what it has and its share.
fn resize_all(
    segment: &[(&Slot, &TimedSlot)],
    minutes: Minutes,
    rooms: &[Minutes],
    label: &str,
    resized: impl Fn(Minutes, Minutes) -> Minutes,
) -> Option<Fix> {
    let shares = share(minutes, rooms)?;
    let changed = segment
        .iter()
        .zip(shares)
        .filter(|(_, share)| !share.is_zero());
    let edits: Vec<Edit> = changed
        .map(|((slot, timed), share)| resize(slot, resized(timed.minutes(), share)))
        .collect();
    let label = Message::new(label)
        .minutes("minutes", minutes)
        .number("count", edits.len());
    Some(Fix {
        label,
        edit: Edit::Batch { edits },
        end: None,
    })
}

fn resize(slot: &Slot, minutes: Minutes) -> Edit {
    Edit::ResizeSlot {
        slot: slot.id,
        minutes,
    }
}
