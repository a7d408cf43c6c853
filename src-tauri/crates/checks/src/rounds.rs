//! The rounds of a day: its parallel blocks.

use deroule_model::{Slot, Track};
use deroule_schedule::TimedSlot;

use crate::day::DayContext;

/// A parallel block with its tracks.
pub(crate) struct Round<'a> {
    pub(crate) slot: &'a Slot,
    pub(crate) timed: &'a TimedSlot,
    pub(crate) tracks: Vec<&'a Track>,
}

/// The rounds of a day, in order.
pub(crate) fn rounds<'a>(day: &DayContext<'a>) -> impl Iterator<Item = Round<'a>> {
    let state = day.state;
    day.slots()
        .filter(|(_, timed)| !timed.tracks.is_empty())
        .map(move |(slot, timed)| Round {
            slot,
            timed,
            tracks: state.tracks(slot.id).collect(),
        })
}
