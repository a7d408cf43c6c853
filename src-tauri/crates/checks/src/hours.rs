//! The running order against the announced hours.

use deroule_edit::{Edit, Hours, TrackField};
use deroule_model::{Attendance, Day, Message, Parent, State, Subject};
use deroule_schedule::TimedDay;

use crate::dry_run::DryRun;
use crate::finding::{Finding, Fix, Severity};
use crate::fixes::RunningOrder;

pub(crate) fn find(dry_run: &DryRun, day: &Day, findings: &mut Vec<Finding>) {
    let (state, timed) = (dry_run.state, dry_run.day);
    if timed.slots.is_empty() {
        return;
    }
    let rows = state.attendances(day.id);
    let announced = rows
        .iter()
        .map(|row| row.start)
        .min()
        .zip(rows.iter().map(|row| row.end).max());
    if let Some((start, end)) = announced {
        if timed.start != start {
            findings.push(starts(state, day, timed, &rows, start));
        }
        if timed.end != end {
            findings.push(ends(dry_run, &rows, end));
        }
    }
    absences(state, timed, &rows, findings);
}

fn starts(
    state: &State,
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
            edit: Edit::Batch {
                edits: edits.collect(),
            },
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
    let mut finding = Finding::new(Severity::Warning, message, Subject::Day(day.id));
    finding.fixes.extend(announce);
    finding.or(Message::new("fix-start-at").time("time", announced), begin)
}

fn ends(dry_run: &DryRun, rows: &[&Attendance], announced: u32) -> Finding {
    let timed = dry_run.day;
    let order = RunningOrder::new(
        dry_run,
        Parent::Day(timed.id),
        &timed.slots,
        Some(announced),
    );
    let (code, fixes) = if timed.end > announced {
        let fixes = order.fixes_for_late_end(timed.end - announced, rows);
        ("finding-ends-late", fixes)
    } else {
        let fixes = order.fixes_for_early_end(announced - timed.end, rows);
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
fn absences(state: &State, day: &TimedDay, rows: &[&Attendance], findings: &mut Vec<Finding>) {
    for timed in day.slots.iter().flat_map(|slot| &slot.tracks) {
        let Some(track) = state.track(timed.id) else {
            continue;
        };
        let Some(audience) = track.audience.and_then(|id| state.audience(id)) else {
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
