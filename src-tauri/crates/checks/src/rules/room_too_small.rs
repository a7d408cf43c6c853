//! An idea takes more people than the room it is placed in.

use deroule_model::{Message, Subject};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rounds::{Round, rounds};
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    for round in rounds(day) {
        check_round(day, &round, findings);
    }
}

fn check_round(day: &DayContext<'_>, round: &Round<'_>, findings: &mut Vec<Finding>) {
    let (timed, tracks) = (round.timed, &round.tracks);
    for track in tracks {
        let idea = track.idea.and_then(|id| day.state.idea(id));
        let room = track.room.and_then(|id| day.state.room(id));
        let (Some(idea), Some(room)) = (idea, room) else {
            continue;
        };
        if let (Some(people), Some(places)) = (idea.capacity, room.capacity)
            && people > places
        {
            let message = Message::new("finding-room-small")
                .text("idea", &idea.title)
                .text("room", &room.name)
                .number("people", people as usize)
                .number("places", places as usize);
            let subject = Subject::Track(track.id);
            let mut finding = Finding::new(Rule::RoomTooSmall, message, subject);
            finding.fixes =
                day.availability
                    .other_rooms(subject, timed.start, timed.end, Some(people));
            findings.push(finding);
        }
    }
}
