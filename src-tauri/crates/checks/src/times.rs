//! Gaps and overruns: where a pin does not meet the end of what comes before it.

use deroule_edit::Edit;
use deroule_model::{Message, Parent, Slot, Subject};
use deroule_schedule::{Fit, TimedSlot};

use crate::dry_run::DryRun;
use crate::finding::{Finding, Severity};
use crate::fixes::RunningOrder;

/// `latest` is the announced end of the day, in minutes since midnight.
pub(crate) fn find(dry_run: &DryRun, latest: Option<u32>, findings: &mut Vec<Finding>) {
    let day = dry_run.day;
    look(dry_run, Parent::Day(day.id), &day.slots, latest, findings);
    for block in &day.slots {
        for track in &block.tracks {
            let parent = Parent::Track(track.id);
            look(dry_run, parent, &track.slots, Some(block.end), findings);
        }
    }
}

fn look(
    dry_run: &DryRun,
    parent: Parent,
    slots: &[TimedSlot],
    latest: Option<u32>,
    findings: &mut Vec<Finding>,
) {
    let state = dry_run.state;
    let order = RunningOrder::new(dry_run, parent, slots, latest);
    for (before, timed) in slots.iter().zip(slots.iter().skip(1)) {
        let (Some(previous), Some(slot)) = (state.slot(before.id), state.slot(timed.id)) else {
            continue;
        };
        let finding = match timed.fit {
            Fit::Contiguous => continue,
            Fit::Gap(minutes) => gap(&order, (previous, before), (slot, timed), minutes),
            Fit::Overrun(minutes) => overrun(&order, previous, slot, timed, minutes),
        };
        findings.push(finding);
    }
}

/// The ways out first, then what only the organiser can decide: that the pin gives way.
fn overrun(
    order: &RunningOrder,
    previous: &Slot,
    slot: &Slot,
    timed: &TimedSlot,
    minutes: u32,
) -> Finding {
    let message = Message::new("finding-overrun")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let mut finding = Finding::new(Severity::Conflict, message, Subject::Slot(slot.id));
    finding.fixes = order.fixes_for_overrun(slot.id, minutes);
    let later = timed.start + minutes;
    finding
        .or(
            Message::new("fix-pin-later")
                .text("title", &slot.title)
                .time("time", later),
            Edit::PinSlot {
                slot: slot.id,
                at: Some(later),
            },
        )
        .or(unpin_label(slot), unpin(slot))
}

fn gap(
    order: &RunningOrder,
    (previous, before): (&Slot, &TimedSlot),
    (slot, timed): (&Slot, &TimedSlot),
    minutes: u32,
) -> Finding {
    let message = Message::new("finding-gap")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("from", timed.start - minutes)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let mut finding = Finding::new(Severity::Note, message, Subject::Slot(slot.id));
    finding.fixes = order.fixes_for_gap(slot.id, minutes);
    // A milestone has no length to grow; a block may be longer than its own duration.
    let finding = if before.minutes() > 0 {
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
    finding.or(unpin_label(slot), unpin(slot))
}

fn unpin_label(slot: &Slot) -> Message {
    Message::new("fix-unpin").text("title", &slot.title)
}

fn unpin(slot: &Slot) -> Edit {
    Edit::PinSlot {
        slot: slot.id,
        at: None,
    }
}
