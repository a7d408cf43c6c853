//! The running order starts before or after the announced hours.

use deroule_edit::Edit;
use deroule_model::{Clock, Message, Parent, Subject};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::finding::Fix;
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let announced = day.attendances.iter().map(|row| row.start).min();
    if let Some(announced) = announced
        && !day.timed.slots.is_empty()
        && day.timed.start != announced
    {
        findings.push(finding(day, announced));
    }
}

fn finding(context: &DayContext<'_>, announced: Clock) -> Finding {
    let DayContext {
        state,
        day,
        timed,
        attendances: rows,
        ..
    } = context;
    let code = if timed.start < announced {
        "finding-starts-early"
    } else {
        "finding-starts-late"
    };
    let message = Message::new(code)
        .time("start", timed.start)
        .time("announced", announced);
    // Who would be gone by then can't be announced for later, and then nothing is gained by the rest.
    let first = || rows.iter().filter(|row| row.start == announced);
    let announce = first().all(|row| timed.start < row.end).then(|| {
        let edits = first().map(|row| Edit::reschedule(row, timed.start, row.end));
        Fix {
            label: Message::new("fix-announce-start").time("time", timed.start),
            edit: Edit::Batch {
                edits: edits.collect(),
            },
            end: None,
        }
    });
    let begin = match state.slots(Parent::Day(day.id)).next() {
        Some(slot) if slot.pin.is_some() => Edit::PinSlot {
            slot: slot.id,
            at: Some(announced),
        },
        _ => Edit::SetDayStart {
            day: day.id,
            start: announced,
        },
    };
    let mut finding = Finding::new(Rule::AnnouncedStart, message, Subject::Day(day.id));
    finding.fixes.extend(announce);
    let finding = finding.or(Message::new("fix-start-at").time("time", announced), begin);
    context.dry_run.with_ends(finding)
}
