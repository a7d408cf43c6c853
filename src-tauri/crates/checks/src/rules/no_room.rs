//! A workshop, or a track in which something is planned, has no room.

use deroule_edit::{Edit, TrackField};
use deroule_model::{Kind, Message, Room, Slot, Subject, TrackId};
use deroule_schedule::TimedSlot;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    for (slot, timed) in day.slots() {
        slot_without_room(day, slot, timed, findings);
    }
}

/// A workshop needs a room: itself, or each of its tracks in which something is planned.
fn slot_without_room(
    day: &DayContext<'_>,
    slot: &Slot,
    timed: &TimedSlot,
    findings: &mut Vec<Finding>,
) {
    if slot.kind != Kind::Workshop || timed.minutes().is_zero() || slot.room.is_some() {
        return;
    }
    let subject = Subject::Slot(slot.id);
    let message = |code: &str| Message::new(code).text("title", &slot.title);
    if timed.tracks.is_empty() {
        let mut finding = Finding::new(Rule::NoRoom, message("finding-no-room"), subject);
        finding.fixes = day
            .availability
            .other_rooms(subject, timed.start, timed.end, None);
        findings.push(finding);
        return;
    }
    let tracks = day.state.tracks(slot.id);
    let without_room: Vec<TrackId> = tracks
        .filter(|track| track.room.is_none() && day.state.is_planned(track))
        .map(|track| track.id)
        .collect();
    if without_room.is_empty() {
        return;
    }
    let message = message("finding-tracks-no-room").number("count", without_room.len());
    let finding = Finding::new(Rule::NoRoom, message, subject);
    findings.push(rooms_for(day, finding, &without_room, timed));
}

/// The finding with a fix where there is a free room for each of the tracks.
fn rooms_for(
    day: &DayContext<'_>,
    finding: Finding,
    tracks: &[TrackId],
    timed: &TimedSlot,
) -> Finding {
    let free = day.availability.free_rooms(timed.start, timed.end);
    let rooms: Vec<&Room> = free.take(tracks.len()).collect();
    if rooms.len() < tracks.len() {
        return finding;
    }
    let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
    let edits = tracks
        .iter()
        .zip(&rooms)
        .map(|(track, room)| Edit::SetTrack {
            track: *track,
            field: TrackField::Room(Some(room.id)),
        });
    let label = Message::new("fix-room").text("room", names.join(", "));
    let edits = edits.collect();
    finding.or(label, Edit::Batch { edits })
}
