//! One idea is placed in two tracks of a round.

use deroule_edit::Edit;
use deroule_model::{Message, State, Subject};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rounds::{Round, rounds};
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    for round in rounds(day) {
        check_round(day.state, &round, findings);
    }
}

fn check_round(state: &State, round: &Round<'_>, findings: &mut Vec<Finding>) {
    let (round, tracks) = (round.slot, &round.tracks);
    for (at, track) in tracks.iter().enumerate() {
        let Some(idea) = track.idea.and_then(|id| state.idea(id)) else {
            continue;
        };
        if tracks.iter().take(at).any(|other| other.idea == track.idea) {
            let message = Message::new("finding-idea-twice")
                .text("idea", &idea.title)
                .text("title", &round.title);
            let finding = Finding::new(Rule::IdeaTwice, message, Subject::Track(track.id));
            let label = Message::new("fix-unplace").text("title", &idea.title);
            findings.push(finding.or(label, Edit::UnplaceIdea { track: track.id }));
        }
    }
}
