//! Nothing is planned yet in some tracks of a round.

use deroule_edit::Edit;
use deroule_model::{Message, State, Subject, TrackId};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rounds::{Round, rounds};
use crate::rule::Rule;

/// One finding a round.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    for round in rounds(day) {
        check_round(day.state, &round, findings);
    }
}

fn check_round(state: &State, round: &Round<'_>, findings: &mut Vec<Finding>) {
    let (round, tracks) = (round.slot, &round.tracks);
    let free: Vec<TrackId> = tracks
        .iter()
        .filter(|track| !state.is_planned(track))
        .map(|track| track.id)
        .collect();
    if free.is_empty() {
        return;
    }
    let message = Message::new("finding-tracks-free")
        .text("title", &round.title)
        .number("count", free.len());
    let mut finding = Finding::new(Rule::FreeTracks, message, Subject::Slot(round.id));
    if free.len() < tracks.len() {
        let label = Message::new("fix-without-free-tracks").number("count", free.len());
        let delete = |track| Edit::DeleteTrack { track };
        let edits = free.into_iter().map(delete).collect();
        finding = finding.or(label, Edit::Batch { edits });
    }
    findings.push(finding);
}
