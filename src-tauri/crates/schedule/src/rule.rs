//! The one rule of time: from durations and pins, when everything starts and ends.
//!
//! ```text
//! start(slot) = pin, if it has one; else the end of the slot before; else the day's start
//! end(slot)   = start + duration
//! ```
//!
//! A parallel block lasts as long as its longest track, and no less than its own duration when it
//! has one; its tracks obey the same rule inside it. Nothing computed here is ever stored.

use deroule_model::{Clock, DayId, Minutes, Parent, Slot, SlotId, State, TrackId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When one slot happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimedSlot {
    /// Which slot.
    pub id: SlotId,
    /// When it starts.
    pub start: Clock,
    /// When it ends.
    pub end: Clock,
    /// How it meets what comes before it.
    pub fit: Fit,
    /// Its tracks, left to right; empty unless it is a parallel block.
    pub tracks: Vec<TimedTrack>,
}

impl TimedSlot {
    /// How long it lasts.
    pub fn minutes(&self) -> Minutes {
        self.end - self.start
    }

    /// How long its tracks take with slots of their own; zero when none has any.
    pub fn longest_track(&self) -> Minutes {
        let slots = self.tracks.iter().flat_map(|track| &track.slots);
        let last = slots.map(|slot| slot.end).max();
        last.map_or(Minutes::ZERO, |end| end - self.start)
    }
}

/// When one track of a parallel block happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimedTrack {
    /// Which track.
    pub id: TrackId,
    /// When it starts: with its block, unless its first slot is pinned elsewhere.
    pub start: Clock,
    /// When it ends.
    pub end: Clock,
    /// Its own slots; none when it is one activity as long as its block.
    pub slots: Vec<TimedSlot>,
}

/// How a slot meets the end of the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "minutes", rename_all = "camelCase")]
pub enum Fit {
    /// It starts when the one before ends.
    Contiguous,
    /// Its pin leaves this many minutes free before it.
    Gap(Minutes),
    /// Its pin comes this many minutes before the one before has ended.
    Overrun(Minutes),
}

/// When everything on a day happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimedDay {
    /// Which day.
    pub id: DayId,
    /// When its first slot starts; the day's start when it has none.
    pub start: Clock,
    /// When its last slot to end ends; the day's start when it has none.
    pub end: Clock,
    /// Its slots, in order.
    pub slots: Vec<TimedSlot>,
}

impl TimedDay {
    /// By how many minutes all its slots overrun a pin, those in tracks included.
    pub fn overrun(&self) -> Minutes {
        fn of(slots: &[TimedSlot]) -> Minutes {
            let own = slots.iter().map(|slot| match slot.fit {
                Fit::Overrun(minutes) => minutes,
                Fit::Contiguous | Fit::Gap(_) => Minutes::ZERO,
            });
            let tracks = slots.iter().flat_map(|slot| &slot.tracks);
            own.sum::<Minutes>() + tracks.map(|track| of(&track.slots)).sum()
        }
        of(&self.slots)
    }

    /// How a slot meets what comes before it; `None` when it is not on this day.
    pub fn fit_of(&self, id: SlotId) -> Option<Fit> {
        find(&self.slots, id).map(|slot| slot.fit)
    }
}

/// When everything on `day` happens; `None` when there is no such day.
pub fn day(state: &State, day: DayId) -> Option<TimedDay> {
    let row = state.day(day)?;
    let slots = sequence(state, Parent::Day(day), row.start);
    let start = slots.first().map_or(row.start, |slot| slot.start);
    let end = latest_end(&slots).unwrap_or(row.start);
    Some(TimedDay {
        id: day,
        start,
        end,
        slots,
    })
}

/// How long a block is that has neither a duration nor a slot in its tracks: there has to
/// be something to put a slot into.
const BARE: Minutes = Minutes(60);

/// When one slot happens, wherever it stands; `None` when there is no such slot.
pub fn slot(state: &State, id: SlotId) -> Option<TimedSlot> {
    let row = state.slot(id)?;
    let day = day(state, state.day_of(row.parent)?.id)?;
    find(&day.slots, id).cloned()
}

fn find(slots: &[TimedSlot], id: SlotId) -> Option<&TimedSlot> {
    slots.iter().find_map(|slot| {
        if slot.id == id {
            return Some(slot);
        }
        let mut tracks = slot.tracks.iter();
        tracks.find_map(|track| find(&track.slots, id))
    })
}

/// How long a slot lasts.
pub fn length(state: &State, slot: &Slot) -> Minutes {
    if state.tracks(slot.id).next().is_none() {
        return slot.minutes.unwrap_or_default();
    }
    // Where its block starts may matter to a slot fixed in a track.
    self::slot(state, slot.id).map_or(Minutes::ZERO, |timed| timed.minutes())
}

fn sequence(state: &State, parent: Parent, start: Clock) -> Vec<TimedSlot> {
    let mut clock = start;
    let mut first = true;
    state
        .slots(parent)
        .map(|slot| {
            let start = slot.pin.unwrap_or(clock);
            // The first slot of all has nothing before it to leave a gap after or to overrun.
            let fit = if first {
                Fit::Contiguous
            } else {
                fit(clock, start)
            };
            first = false;
            let tracks = tracks(state, slot, start);
            clock = end(slot, start, &tracks);
            let tracks = ended(tracks, clock);
            TimedSlot {
                id: slot.id,
                start,
                end: clock,
                fit,
                tracks,
            }
        })
        .collect()
}

fn fit(before: Clock, start: Clock) -> Fit {
    match start.cmp(&before) {
        std::cmp::Ordering::Equal => Fit::Contiguous,
        std::cmp::Ordering::Greater => Fit::Gap(start - before),
        std::cmp::Ordering::Less => Fit::Overrun(before - start),
    }
}

/// When a slot ends: never before what is in its tracks.
fn end(slot: &Slot, start: Clock, tracks: &[TimedTrack]) -> Clock {
    let longest = tracks
        .iter()
        .filter_map(|track| latest_end(&track.slots))
        .max();
    match (slot.minutes, longest) {
        (Some(own), longest) => (start + own).max(longest.unwrap_or(start)),
        (None, Some(longest)) => longest.max(start),
        (None, None) if tracks.is_empty() => start,
        (None, None) => start + BARE,
    }
}

/// The tracks of a block, with the slots they have.
fn tracks(state: &State, block: &Slot, start: Clock) -> Vec<TimedTrack> {
    state
        .tracks(block.id)
        .map(|track| {
            let slots = sequence(state, Parent::Track(track.id), start);
            TimedTrack {
                id: track.id,
                start: slots.first().map_or(start, |slot| slot.start),
                end: latest_end(&slots).unwrap_or(start),
                slots,
            }
        })
        .collect()
}

/// Those without slots are one activity each, until the block ends.
fn ended(tracks: Vec<TimedTrack>, end: Clock) -> Vec<TimedTrack> {
    let until = |track: TimedTrack| {
        if track.slots.is_empty() {
            TimedTrack { end, ..track }
        } else {
            track
        }
    };
    tracks.into_iter().map(until).collect()
}

fn latest_end(slots: &[TimedSlot]) -> Option<Clock> {
    slots.iter().map(|slot| slot.end).max()
}
