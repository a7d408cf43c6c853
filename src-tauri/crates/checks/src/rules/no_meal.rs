//! A day that begins before noon and ends after two o'clock has no meal.

use deroule_model::{Clock, Kind, Message, Minutes, Subject};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::new_slot::Rest;
use crate::rule::Rule;

/// A day that begins before the first time and ends after the second has a meal.
const NOON: (Clock, Clock) = (Clock::at(12, 0), Clock::at(14, 0));
/// The best time for the meal, and the largest distance from it.
const BEST: (Clock, Minutes) = (Clock::at(12, 30), Minutes::hours(1));

/// The fix is a meal before the slot that starts nearest to half past twelve.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let (from, until) = NOON;
    let spans = day.timed.start < from && day.timed.end > until;
    if !spans || day.slots().any(|(slot, _)| slot.kind == Kind::Meal) {
        return;
    }
    let message = Message::new("finding-no-meal")
        .time("start", day.timed.start)
        .time("end", day.timed.end);
    let mut finding = Finding::new(Rule::NoMeal, message, Subject::Day(day.day.id));
    let (best, far) = BEST;
    let distance = |start: Clock| start.abs_diff(best);
    let near = day
        .slots()
        .filter(|(_, timed)| distance(timed.start) <= far);
    if let Some((slot, timed)) = near.min_by_key(|(_, timed)| distance(timed.start)) {
        finding
            .fixes
            .extend(Rest::Meal.before(day, slot, timed.start));
    }
    findings.push(finding);
}
