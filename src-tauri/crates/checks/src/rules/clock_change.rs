//! The clock is put forward or back during the day, so that it shows other times than the running order.

use deroule_model::{Message, Minutes, Subject};
use deroule_schedule::night::Night;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rule::Rule;

/// One finding a day, about the first slot whose times are not those of the clock.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let (state, day) = (day.state, day.timed);
    let Some(night) = Night::of(state, day) else {
        return;
    };
    let Some(shifted) = night.shifted(day) else {
        return;
    };
    let Some(slot) = state.slot(shifted.slot) else {
        return;
    };
    // A time that the clock shows twice is kept: the first of the two counts.
    let code = match (night.by > 0, shifted.clock == shifted.written) {
        (true, _) => "finding-clock-forward",
        (false, false) => "finding-clock-back",
        (false, true) => "finding-clock-twice",
    };
    let by = u32::try_from(night.by.unsigned_abs()).unwrap_or_default();
    let message = Message::new(code)
        .text("title", &slot.title)
        .time("at", night.at)
        .minutes("by", Minutes(by))
        .time("written", shifted.written)
        .time("clock", shifted.clock);
    let subject = Subject::Slot(slot.id);
    findings.push(Finding::new(Rule::ClockChange, message, subject));
}
