//! Gaps and overruns: where a pin does not meet the end of what comes before it.

use crate::schedule::{Seam, TimedDay, TimedSlot};
use crate::{Edit, Message, Plan, Slot, Subject};

use super::{Finding, Severity};

pub(super) fn find(plan: &Plan, day: &TimedDay, findings: &mut Vec<Finding>) {
    look(plan, &day.slots, findings);
    for track in day.slots.iter().flat_map(|slot| &slot.tracks) {
        look(plan, &track.slots, findings);
    }
}

fn look(plan: &Plan, slots: &[TimedSlot], findings: &mut Vec<Finding>) {
    for (before, timed) in slots.iter().zip(slots.iter().skip(1)) {
        let (Some(previous), Some(slot)) = (plan.slot(before.id), plan.slot(timed.id)) else {
            continue;
        };
        match timed.seam {
            Seam::Flows => {}
            Seam::Gap(minutes) => findings.push(gap(previous, slot, timed, minutes)),
            Seam::Overrun(minutes) => findings.push(overrun(previous, slot, timed, minutes)),
        }
    }
}

fn overrun(previous: &Slot, slot: &Slot, timed: &TimedSlot, minutes: u32) -> Finding {
    let message = Message::new("finding-overrun")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let finding = Finding::new(Severity::Conflict, message, Subject::Slot(slot.id));
    let finding = match previous.minutes {
        Some(long) if long > minutes && long - minutes >= previous.least.unwrap_or(0) => finding
            .or(
                Message::new("fix-shorten")
                    .text("title", &previous.title)
                    .minutes("minutes", long - minutes),
                Edit::ResizeSlot {
                    slot: previous.id,
                    minutes: long - minutes,
                },
            ),
        _ => finding,
    };
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
        .or(
            Message::new("fix-unpin").text("title", &slot.title),
            Edit::PinSlot {
                slot: slot.id,
                at: None,
            },
        )
}

fn gap(previous: &Slot, slot: &Slot, timed: &TimedSlot, minutes: u32) -> Finding {
    let message = Message::new("finding-gap")
        .text("before", &previous.title)
        .text("title", &slot.title)
        .time("from", timed.start - minutes)
        .time("start", timed.start)
        .minutes("minutes", minutes);
    let finding = Finding::new(Severity::Note, message, Subject::Slot(slot.id));
    let finding = match previous.minutes {
        Some(long) if long > 0 => finding.or(
            Message::new("fix-lengthen")
                .text("title", &previous.title)
                .minutes("minutes", long + minutes),
            Edit::ResizeSlot {
                slot: previous.id,
                minutes: long + minutes,
            },
        ),
        _ => finding,
    };
    finding.or(
        Message::new("fix-unpin").text("title", &slot.title),
        Edit::PinSlot {
            slot: slot.id,
            at: None,
        },
    )
}
