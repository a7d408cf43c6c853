//! Rounds and what is placed in them.

use crate::schedule::TimedDay;
use crate::{Edit, Message, Parent, Plan, Slot, Subject, Track};

use super::{Finding, Severity};

pub(super) fn find(plan: &Plan, day: &TimedDay, findings: &mut Vec<Finding>) {
    for timed in day.slots.iter().filter(|slot| !slot.tracks.is_empty()) {
        let Some(round) = plan.slot(timed.id) else {
            continue;
        };
        let tracks: Vec<&Track> = plan.tracks(round.id).collect();
        free(plan, round, &tracks, findings);
        twice(plan, round, &tracks, findings);
        small_rooms(plan, &tracks, findings);
    }
}

/// Tracks nothing is planned in yet, told once a round.
fn free(plan: &Plan, round: &Slot, tracks: &[&Track], findings: &mut Vec<Finding>) {
    let empty = |track: &&&Track| {
        track.idea.is_none()
            && track.title.is_none()
            && plan.slots(Parent::Track(track.id)).next().is_none()
    };
    let count = tracks.iter().filter(empty).count();
    if count > 0 {
        let message = Message::new("finding-tracks-free")
            .text("title", &round.title)
            .number("count", count);
        findings.push(Finding::new(
            Severity::Note,
            message,
            Subject::Slot(round.id),
        ));
    }
}

/// The same idea in two tracks of one round.
fn twice(plan: &Plan, round: &Slot, tracks: &[&Track], findings: &mut Vec<Finding>) {
    for (at, track) in tracks.iter().enumerate() {
        let Some(idea) = track.idea.and_then(|id| plan.idea(id)) else {
            continue;
        };
        if tracks.iter().take(at).any(|other| other.idea == track.idea) {
            let message = Message::new("finding-idea-twice")
                .text("idea", &idea.title)
                .text("title", &round.title);
            let finding = Finding::new(Severity::Warning, message, Subject::Track(track.id));
            let label = Message::new("fix-unplace").text("title", &idea.title);
            findings.push(finding.or(label, Edit::UnplaceIdea { track: track.id }));
        }
    }
}

/// An idea that takes more people than its room.
fn small_rooms(plan: &Plan, tracks: &[&Track], findings: &mut Vec<Finding>) {
    for track in tracks {
        let idea = track.idea.and_then(|id| plan.idea(id));
        let room = track.room.and_then(|id| plan.room(id));
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
            findings.push(Finding::new(
                Severity::Warning,
                message,
                Subject::Track(track.id),
            ));
        }
    }
}
