//! Somebody facilitates two things at once.

use deroule_edit::{Edit, SlotField};
use deroule_model::{Message, Subject};

use crate::activity::Activity;
use crate::day::DayContext;
use crate::finding::Finding;
use crate::overlaps::{message, pairs};
use crate::rule::Rule;

/// The finding is about the later of the two.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let occupancy = day.availability.occupancy;
    let pairs = pairs(day, |one| {
        let names = one.facilitators.iter();
        names
            .map(|name| occupancy.led_by(name, one.start, one.end))
            .collect()
    });
    for (other, one) in pairs {
        let shared = one
            .facilitators
            .iter()
            .filter(|name| other.facilitators.contains(name));
        for name in shared {
            let message = message("finding-lead-clash", one, other).text("lead", *name);
            let finding = Finding::new(Rule::FacilitatorConflict, message, one.subject);
            findings.push(with_fixes(day, finding, one, name));
        }
    }
}

/// A slot can have another facilitator, or those who are left. An idea keeps its own, and can wait.
fn with_fixes(day: &DayContext<'_>, finding: Finding, one: &Activity<'_>, busy: &str) -> Finding {
    let slot = match one.subject {
        Subject::Slot(slot) => slot,
        Subject::Track(track) => {
            let row = day.state.track(track).and_then(|row| row.idea);
            let Some(idea) = row.and_then(|id| day.state.idea(id)) else {
                return finding;
            };
            let label = Message::new("fix-unplace").text("title", &idea.title);
            return finding.or(label, Edit::UnplaceIdea { track });
        }
        _ => return finding,
    };
    let others = one.facilitators.iter().filter(|other| **other != busy);
    let others: Vec<String> = others.map(|other| (*other).to_owned()).collect();
    let led_by = |facilitators: Vec<String>| Edit::SetSlot {
        slot,
        field: SlotField::Facilitators(facilitators),
    };
    let mut finding = finding;
    for free in day.availability.free_facilitators(one.start, one.end) {
        let facilitators = others.iter().cloned().chain([free.to_owned()]).collect();
        let label = Message::new("fix-lead").text("lead", free);
        finding = finding.or(label, led_by(facilitators));
    }
    let label = Message::new("fix-without-lead").text("lead", busy);
    finding.or(label, led_by(others))
}
