//! Where two slots of a running order meet.

use deroule_edit::Edit;
use deroule_model::{Clock, Message, Parent, Slot};
use deroule_schedule::TimedSlot;

use crate::day::DayContext;

use super::order::RunningOrder;

/// Two slots, one after the other.
pub(crate) struct Meeting<'a> {
    pub(crate) previous: &'a Slot,
    pub(crate) before: &'a TimedSlot,
    pub(crate) slot: &'a Slot,
    pub(crate) timed: &'a TimedSlot,
}

/// Calls `look` for each two neighbours of the day's running order and of those of its tracks.
pub(crate) fn each_meeting(
    day: &DayContext<'_>,
    mut look: impl FnMut(&RunningOrder<'_>, &Meeting<'_>),
) {
    let mut each = |parent: Parent, slots: &[TimedSlot], latest: Option<Clock>| {
        let order = RunningOrder::new(&day.dry_run, parent, slots, latest);
        for pair in order.slots.windows(2) {
            if let [(previous, before), (slot, timed)] = *pair {
                let meeting = Meeting {
                    previous,
                    before,
                    slot,
                    timed,
                };
                look(&order, &meeting);
            }
        }
    };
    each(
        Parent::Day(day.day.id),
        &day.timed.slots,
        day.announced_end(),
    );
    for block in &day.timed.slots {
        for track in &block.tracks {
            each(Parent::Track(track.id), &track.slots, Some(block.end));
        }
    }
}

pub(crate) fn unpin_label(slot: &Slot) -> Message {
    Message::new("fix-unpin").text("title", &slot.title)
}

pub(crate) fn unpin(slot: &Slot) -> Edit {
    Edit::PinSlot {
        slot: slot.id,
        at: None,
    }
}
