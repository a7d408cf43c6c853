//! A pin leaves free minutes before its slot.

use deroule_edit::Edit;
use deroule_model::{Message, Minutes, SlotId, Subject};
use deroule_schedule::{Fit, TimedDay};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::finding::Fix;
use crate::rule::Rule;
use crate::running_order::{self, Meeting, RunningOrder, unpin, unpin_label};

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    running_order::each_meeting(day, |order, meeting| {
        if let Fit::Gap(minutes) = meeting.timed.fit {
            findings.push(finding(order, meeting, minutes));
        }
    });
}

fn finding(order: &RunningOrder<'_>, meeting: &Meeting<'_>, minutes: Minutes) -> Finding {
    let Meeting {
        previous,
        before,
        slot,
        timed,
    } = meeting;
    let message = Message::new("finding-gap")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("from", timed.start - minutes)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let mut finding = Finding::new(Rule::Gap, message, Subject::Slot(slot.id));
    finding.fixes = fixes(order, slot.id, minutes);
    // A milestone has no length to grow; a block may be longer than its own duration.
    let finding = if !before.minutes().is_zero() {
        let minutes = before.minutes() + minutes;
        finding.or(
            Message::new("fix-lengthen")
                .text("title", &previous.title)
                .minutes("minutes", minutes),
            Edit::ResizeSlot {
                slot: previous.id,
                minutes,
            },
        )
    } else {
        finding
    };
    order.with_ends(finding.or(unpin_label(slot), unpin(slot)))
}

/// Fixes that fill the `minutes` that are free before `pinned`.
fn fixes(order: &RunningOrder<'_>, pinned: SlotId, minutes: Minutes) -> Vec<Fix> {
    let Some(at) = order.place(pinned) else {
        return Vec::new();
    };
    let segment = order.lengthen(order.segment_before(at), minutes);
    let filled = |after: &TimedDay| after.fit_of(pinned) == Some(Fit::Contiguous);
    let segment = segment.filter(|fix| order.resolves(fix, filled));
    let pull = order.pull(at, minutes);
    let pull = pull.filter(|fix| order.resolves(fix, |_| true));
    segment.into_iter().chain(pull).collect()
}
