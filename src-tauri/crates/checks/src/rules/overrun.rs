//! A pinned slot starts before the slot before it has ended.

use deroule_edit::Edit;
use deroule_model::{Message, Minutes, SlotId, Subject};
use deroule_schedule::Fit;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::finding::Fix;
use crate::rule::Rule;
use crate::running_order::{self, Meeting, RunningOrder, distinct, unpin, unpin_label};

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    running_order::each_meeting(day, |order, meeting| {
        if let Fit::Overrun(minutes) = meeting.timed.fit {
            findings.push(finding(order, meeting, minutes));
        }
    });
}

/// Fixes that keep the pin come first. That the pin gives way is for the organiser to decide.
fn finding(order: &RunningOrder<'_>, meeting: &Meeting<'_>, minutes: Minutes) -> Finding {
    let Meeting {
        previous,
        slot,
        timed,
        ..
    } = meeting;
    let message = Message::new("finding-overrun")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let mut finding = Finding::new(Rule::Overrun, message, Subject::Slot(slot.id));
    finding.fixes = fixes(order, slot.id, minutes);
    let later = timed.start + minutes;
    let finding = finding
        .or(
            Message::new("fix-pin-later")
                .text("title", &slot.title)
                .time("time", later),
            Edit::PinSlot {
                slot: slot.id,
                at: Some(later),
            },
        )
        .or(unpin_label(slot), unpin(slot));
    order.with_ends(finding)
}

/// Fixes that gain the `minutes` by which the slot before `pinned` overruns it.
fn fixes(order: &RunningOrder<'_>, pinned: SlotId, minutes: Minutes) -> Vec<Fix> {
    let Some(at) = order.place(pinned) else {
        return Vec::new();
    };
    let before = order.segment_before(at);
    let offered = [
        order.shrink(before, minutes),
        order.take(before, minutes),
        order.shorten_one(before, minutes),
        order.shorten_all(before, minutes),
        order.push(at, minutes),
        order.swap(at, minutes),
        order.drop_optional(before, minutes),
    ]
    .into_iter()
    .flatten();
    let resolving = offered.filter(|fix| {
        order.resolves(fix, |after| {
            !matches!(after.fit_of(pinned), Some(Fit::Overrun(_)))
                && after.overrun() < order.day().overrun()
        })
    });
    distinct(resolving)
}
