//! The running order ends before or after the announced hours.

use deroule_model::{Attendance, Clock, Message, Minutes, Parent, Subject};
use deroule_schedule::TimedDay;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::finding::Fix;
use crate::rule::Rule;
use crate::running_order::{RunningOrder, distinct};

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    if let Some(announced) = day.announced_end()
        && !day.timed.slots.is_empty()
        && day.timed.end != announced
    {
        findings.push(finding(day, announced));
    }
}

fn finding(day: &DayContext<'_>, announced: Clock) -> Finding {
    let (timed, rows, dry_run) = (day.timed, &day.attendances, &day.dry_run);
    let order = RunningOrder::new(
        dry_run,
        Parent::Day(timed.id),
        &timed.slots,
        Some(announced),
    );
    let (code, fixes) = if timed.end > announced {
        let fixes = fixes_for_late_end(&order, timed.end - announced, rows);
        ("finding-ends-late", fixes)
    } else {
        let fixes = fixes_for_early_end(&order, announced - timed.end, rows);
        ("finding-ends-early", fixes)
    };
    let message = Message::new(code)
        .time("end", timed.end)
        .time("announced", announced);
    let mut finding = Finding::new(Rule::AnnouncedEnd, message, Subject::Day(timed.id));
    finding.fixes = fixes;
    dry_run.with_ends(finding)
}

/// Fixes that end `minutes` earlier, or announce a later end.
fn fixes_for_late_end(
    order: &RunningOrder<'_>,
    minutes: Minutes,
    announced: &[&Attendance],
) -> Vec<Fix> {
    let last = order.last_segment();
    let offered = [
        order.shrink(last, minutes),
        order.take(last, minutes),
        order.shorten_one(last, minutes),
        order.shorten_all(last, minutes),
        order.drop_optional(last, minutes),
    ]
    .into_iter()
    .flatten();
    let resolving = offered.filter(|fix| {
        order.resolves(fix, |after| {
            order.latest().is_none_or(|latest| after.end <= latest)
        })
    });
    distinct(resolving.chain(order.announce_end(announced)))
}

/// Fixes that fill the `minutes` until the announced end, or announce an earlier one.
fn fixes_for_early_end(
    order: &RunningOrder<'_>,
    minutes: Minutes,
    announced: &[&Attendance],
) -> Vec<Fix> {
    let segment = order.lengthen(order.last_segment(), minutes);
    let filled = |after: &TimedDay| order.latest() == Some(after.end);
    let segment = segment.filter(|fix| order.resolves(fix, filled));
    let announce = order.announce_end(announced);
    segment.into_iter().chain(announce).collect()
}
