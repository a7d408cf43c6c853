//! Rounds and what is placed in them.

use deroule_edit::Edit;
use deroule_model::{Message, Parent, Slot, State, Subject, Track, TrackId};
use deroule_schedule::{TimedDay, TimedSlot};

use crate::availability::Availability;
use crate::finding::{Finding, Severity};

pub(crate) fn find(availability: &Availability, day: &TimedDay, findings: &mut Vec<Finding>) {
    let state = availability.state;
    for timed in day.slots.iter().filter(|slot| !slot.tracks.is_empty()) {
        let Some(round) = state.slot(timed.id) else {
            continue;
        };
        let tracks: Vec<&Track> = state.tracks(round.id).collect();
        free(state, round, &tracks, findings);
        twice(state, round, &tracks, findings);
        small_rooms(availability, timed, &tracks, findings);
    }
}

/// Tracks nothing is planned in yet, told once a round.
fn free(state: &State, round: &Slot, tracks: &[&Track], findings: &mut Vec<Finding>) {
    let empty = |track: &&&Track| {
        track.idea.is_none()
            && track.title.is_none()
            && state.slots(Parent::Track(track.id)).next().is_none()
    };
    let free: Vec<TrackId> = tracks.iter().filter(empty).map(|track| track.id).collect();
    if free.is_empty() {
        return;
    }
    let message = Message::new("finding-tracks-free")
        .text("title", &round.title)
        .number("count", free.len());
    let mut finding = Finding::new(Severity::Note, message, Subject::Slot(round.id));
    if free.len() < tracks.len() {
        let label = Message::new("fix-without-free-tracks").number("count", free.len());
        let delete = |track| Edit::DeleteTrack { track };
        let edits = free.into_iter().map(delete).collect();
        finding = finding.or(label, Edit::Batch { edits });
    }
    findings.push(finding);
}

/// The same idea in two tracks of one round.
fn twice(state: &State, round: &Slot, tracks: &[&Track], findings: &mut Vec<Finding>) {
    for (at, track) in tracks.iter().enumerate() {
        let Some(idea) = track.idea.and_then(|id| state.idea(id)) else {
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
fn small_rooms(
    availability: &Availability,
    round: &TimedSlot,
    tracks: &[&Track],
    findings: &mut Vec<Finding>,
) {
    for track in tracks {
        let idea = track.idea.and_then(|id| availability.state.idea(id));
        let room = track.room.and_then(|id| availability.state.room(id));
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
            let mut finding = Finding::new(Severity::Warning, message, subject);
            finding.fixes = availability.other_rooms(subject, round.start, round.end, Some(people));
            findings.push(finding);
        }
    }
}
