//! Two things happen in one room at once.

use crate::day::DayContext;
use crate::finding::Finding;
use crate::overlaps::{message, pairs};
use crate::rule::Rule;

/// The finding is about the later of the two.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let occupancy = day.availability.occupancy;
    let pairs = pairs(day, |one| {
        let room = one.room.into_iter();
        room.map(|room| occupancy.in_room(room, one.start, one.end))
            .collect()
    });
    for (other, one) in pairs {
        let Some(room) = one.room.and_then(|room| day.state.room(room)) else {
            continue;
        };
        let message = message("finding-room-clash", one, other).text("room", &room.name);
        let mut finding = Finding::new(Rule::RoomConflict, message, one.subject);
        finding.fixes = day
            .availability
            .other_rooms(one.subject, one.start, one.end, None);
        findings.push(finding);
    }
}
