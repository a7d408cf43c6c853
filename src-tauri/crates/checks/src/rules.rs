//! The rules, one file each, with their fixes.

mod announced_end;
mod announced_start;
mod audience_absent;
mod clock_change;
mod facilitator_conflict;
mod free_tracks;
mod gap;
mod idea_twice;
mod no_break;
mod no_facilitator;
mod no_meal;
mod no_room;
mod overrun;
mod room_conflict;
mod room_too_small;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rule::Rule;

/// Looks at a day with one rule.
pub(crate) fn check(rule: Rule, day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let check = match rule {
        Rule::Overrun => overrun::check,
        Rule::Gap => gap::check,
        Rule::NoBreak => no_break::check,
        Rule::NoMeal => no_meal::check,
        Rule::NoRoom => no_room::check,
        Rule::NoFacilitator => no_facilitator::check,
        Rule::AnnouncedStart => announced_start::check,
        Rule::AnnouncedEnd => announced_end::check,
        Rule::AudienceAbsent => audience_absent::check,
        Rule::ClockChange => clock_change::check,
        Rule::FreeTracks => free_tracks::check,
        Rule::IdeaTwice => idea_twice::check,
        Rule::RoomTooSmall => room_too_small::check,
        Rule::RoomConflict => room_conflict::check,
        Rule::FacilitatorConflict => facilitator_conflict::check,
    };
    check(day, findings);
}
