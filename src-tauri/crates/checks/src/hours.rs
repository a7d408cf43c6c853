//! The running order against the announced hours.

use deroule_edit::{Edit, Hours, TrackField};
use deroule_model::{Attendance, Day, Message, Parent, Plan, Subject};
use deroule_schedule::TimedDay;

use crate::finding::{Finding, Fix, Severity};
use crate::trial::Trial;
use crate::ways::Order;

pub(crate) fn find(trial: &Trial, day: &Day, findings: &mut Vec<Finding>) {
    let (plan, timed) = (trial.plan, trial.day);
    if timed.slots.is_empty() {
        return;
    }
    let rows = plan.attendances(day.id);
    let announced = rows
        .iter()
        .map(|row| row.start)
        .min()
        .zip(rows.iter().map(|row| row.end).max());
    if let Some((start, end)) = announced {
        if timed.start != start {
            findings.push(starts(plan, day, timed, &rows, start));
        }
        if timed.end != end {
            findings.push(ends(trial, &rows, end));
        }
    }
    absences(plan, timed, &rows, findings);
}

fn starts(
    plan: &Plan,
    day: &Day,
    timed: &TimedDay,
    rows: &[&Attendance],
    announced: u32,
) -> Finding {
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
            edit: Edit::Several {
                edits: edits.collect(),
            },
        }
    });
    let begin = match plan.slots(Parent::Day(day.id)).next() {
        Some(slot) if slot.pin.is_some() => Edit::PinSlot {
            slot: slot.id,
            at: Some(announced),
        },
        _ => Edit::SetDayStart {
            day: day.id,
            start: announced,
        },
    };
    let mut finding = Finding::new(Severity::Warning, message, Subject::Day(day.id));
    finding.fixes.extend(announce);
    finding.or(Message::new("fix-start-at").time("time", announced), begin)
}

fn ends(trial: &Trial, rows: &[&Attendance], announced: u32) -> Finding {
    let timed = trial.day;
    let order = Order::new(trial, Parent::Day(timed.id), &timed.slots, Some(announced));
    let (code, fixes) = if timed.end > announced {
        let fixes = order.out_of_late_end(timed.end - announced, rows);
        ("finding-ends-late", fixes)
    } else {
        let fixes = order.out_of_early_end(announced - timed.end, rows);
        ("finding-ends-early", fixes)
    };
    let message = Message::new(code)
        .time("end", timed.end)
        .time("announced", announced);
    let mut finding = Finding::new(Severity::Warning, message, Subject::Day(timed.id));
    finding.fixes = fixes;
    finding
}

/// Tracks meant for an audience that is not there at that time.
fn absences(plan: &Plan, day: &TimedDay, rows: &[&Attendance], findings: &mut Vec<Finding>) {
    for timed in day.slots.iter().flat_map(|slot| &slot.tracks) {
        let Some(track) = plan.track(timed.id) else {
            continue;
        };
        let Some(audience) = track.audience.and_then(|id| plan.audience(id)) else {
            continue;
        };
        let there = rows.iter().find(|row| row.audience == audience.id);
        if !there.is_some_and(|row| row.start <= timed.start && timed.end <= row.end) {
            let message = Message::new("finding-audience-absent")
                .text("audience", &audience.name)
                .time("start", timed.start)
                .time("end", timed.end);
            let finding = Finding::new(Severity::Warning, message, Subject::Track(track.id));
            let hours = Hours {
                start: there.map_or(timed.start, |row| row.start.min(timed.start)),
                end: there.map_or(timed.end, |row| row.end.max(timed.end)),
            };
            let announce = Message::new("fix-announce-audience")
                .text("audience", &audience.name)
                .time("start", hours.start)
                .time("end", hours.end);
            let attend = Edit::SetAttendance {
                day: day.id,
                audience: audience.id,
                hours: Some(hours),
            };
            let open = Edit::SetTrack {
                track: track.id,
                field: TrackField::Audience(None),
            };
            findings.push(
                finding
                    .or(announce, attend)
                    .or(Message::new("fix-for-everyone"), open),
            );
        }
    }
}
