//! Ways out when a running order does not fit its time: named edits, each of which moves no pin and
//! keeps every slot within its limits. Each is tried on the day alone before it is offered: a time that
//! holds inside a track may take back what was gained before its block.
//!
//! An overrun, a gap or a late end is a segment of slots that flow whose sum is wrong by some minutes.

mod segments;

use deroule_edit::Edit;
use deroule_model::{Attendance, Message, Parent, Slot, SlotId, State};
use deroule_schedule::{Fit, TimedDay, TimedSlot};

use crate::dry_run::DryRun;
use crate::finding::Fix;

/// The slots of one running order with their times.
pub(crate) struct RunningOrder<'a> {
    state: &'a State,
    dry_run: &'a DryRun<'a>,
    parent: Parent,
    slots: Vec<(&'a Slot, &'a TimedSlot)>,
    /// Until when the running order may go on without being late, in minutes since midnight.
    latest: Option<u32>,
}

impl<'a> RunningOrder<'a> {
    pub(crate) fn new(
        dry_run: &'a DryRun<'a>,
        parent: Parent,
        timed: &'a [TimedSlot],
        latest: Option<u32>,
    ) -> Self {
        let state = dry_run.state;
        let slots = timed
            .iter()
            .filter_map(|timed| Some((state.slot(timed.id)?, timed)))
            .collect();
        Self {
            state,
            dry_run,
            parent,
            slots,
            latest,
        }
    }

    /// Ways to gain the `minutes` by which what comes before `pinned` overruns it.
    pub(crate) fn fixes_for_overrun(&self, pinned: SlotId, minutes: u32) -> Vec<Fix> {
        let Some(at) = self.place(pinned) else {
            return Vec::new();
        };
        let before = self.segment_before(at);
        [
            self.shrink(before, minutes),
            self.take(before, minutes),
            self.push(at, minutes),
            self.swap(at, minutes),
            self.drop_optional(before, minutes),
        ]
        .into_iter()
        .flatten()
        .filter(|fix| {
            self.resolves(fix, |after| {
                !matches!(after.fit_of(pinned), Some(Fit::Overrun(_)))
                    && after.overrun() < self.dry_run.day.overrun()
            })
        })
        .collect()
    }

    /// Ways to end `minutes` earlier, or to announce that it ends later.
    pub(crate) fn fixes_for_late_end(&self, minutes: u32, announced: &[&Attendance]) -> Vec<Fix> {
        let last = self.last_segment();
        [
            self.shrink(last, minutes),
            self.take(last, minutes),
            self.drop_optional(last, minutes),
        ]
        .into_iter()
        .flatten()
        .filter(|fix| {
            self.resolves(fix, |after| {
                self.latest.is_none_or(|latest| after.end <= latest)
            })
        })
        .chain(self.announce_end(announced))
        .collect()
    }

    /// Ways to fill the `minutes` that are free before `pinned`.
    pub(crate) fn fixes_for_gap(&self, pinned: SlotId, minutes: u32) -> Vec<Fix> {
        let Some(at) = self.place(pinned) else {
            return Vec::new();
        };
        let segment = self.lengthen(self.segment_before(at), minutes);
        let filled = |after: &TimedDay| after.fit_of(pinned) == Some(Fit::Contiguous);
        let segment = segment.filter(|fix| self.resolves(fix, filled));
        let pull = self.pull(at, minutes);
        let pull = pull.filter(|fix| self.resolves(fix, |_| true));
        segment.into_iter().chain(pull).collect()
    }

    /// Ways to fill the `minutes` until the announced end, or to announce that it ends earlier.
    pub(crate) fn fixes_for_early_end(&self, minutes: u32, announced: &[&Attendance]) -> Vec<Fix> {
        let segment = self.lengthen(self.last_segment(), minutes);
        let filled = |after: &TimedDay| self.latest == Some(after.end);
        let segment = segment.filter(|fix| self.resolves(fix, filled));
        let announce = self.announce_end(announced);
        segment.into_iter().chain(announce).collect()
    }

    /// Whether, once the fix is taken, the day is as wanted and overruns no more than before.
    fn resolves(&self, fix: &Fix, wanted: impl FnOnce(&TimedDay) -> bool) -> bool {
        self.dry_run
            .after(&fix.edit)
            .is_some_and(|after| after.overrun() <= self.dry_run.day.overrun() && wanted(&after))
    }

    /// The slot that does not fit any more comes after the pinned one, if there it fits.
    fn push(&self, at: usize, minutes: u32) -> Option<Fix> {
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
        })
    }

    /// A longer slot from before the pin for a shorter one from after it: the pair that differs least.
    fn swap(&self, at: usize, minutes: u32) -> Option<Fix> {
        let spare = self.spare_from(at);
        let first = at - self.segment_before(at).len();
        let free = |place: &usize| {
            let slot = self.slots.get(*place);
            slot.is_some_and(|(slot, timed)| slot.pin.is_none() && timed.minutes() > 0)
        };
        let long = |place: usize| {
            self.slots
                .get(place)
                .map_or(0, |(_, timed)| timed.minutes())
        };
        let pairs = (first..at).rev().filter(free).flat_map(|early| {
            let late = (at + 1..self.next_pin(at)).filter(free);
            late.map(move |late| (early, late))
        });
        let (early, late) = pairs
            .filter(|(early, late)| {
                let gain = long(*early).saturating_sub(long(*late));
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
        })
    }

    /// The first slot after the pinned one that fits into the gap before it.
    fn pull(&self, at: usize, minutes: u32) -> Option<Fix> {
        let (pinned, _) = self.slots.get(at)?;
        let after = self.slots.get(at + 1..self.next_pin(at))?;
        let (slot, _) = after
            .iter()
            .find(|(_, timed)| timed.minutes() > 0 && timed.minutes() <= minutes)?;
        let label = Message::new("fix-pull")
            .text("title", &slot.title)
            .text("before", &pinned.title);
        Some(Fix {
            label,
            edit: self.move_before(slot, Some(pinned.id)),
        })
    }

    /// Whoever was to stay until the announced end stays until the real one. Who comes only after that
    /// can't, and then nothing is gained by the rest.
    fn announce_end(&self, announced: &[&Attendance]) -> Option<Fix> {
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
        })
    }

    fn move_before(&self, slot: &Slot, before: Option<SlotId>) -> Edit {
        Edit::MoveSlot {
            slot: slot.id,
            parent: self.parent,
            before,
            pin: None,
        }
    }
}
