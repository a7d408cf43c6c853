//! A room, or a person, in two places at once.

use std::collections::BTreeSet;

use deroule_edit::{Edit, SlotField};
use deroule_model::{Message, Subject};

use crate::activity::Activity;
use crate::availability::Availability;
use crate::finding::{Finding, Severity};

/// How many others are told of that one thing shares a room, or a person, with.
const MOST_TOLD: usize = 8;

pub(crate) fn find(availability: &Availability, findings: &mut Vec<Finding>) {
    let own = availability.own();
    let all = &availability.occupancy.activities;
    // Those within the day first, then by what is met elsewhere.
    let mut pairs = BTreeSet::new();
    for at in own.clone() {
        let one = &all[at];
        let meets = |others: &mut dyn Iterator<Item = usize>| {
            let others = others.filter(|other| {
                let is_later = own.contains(other) && *other >= at;
                !is_later && !one.is_one_with(&all[*other])
            });
            let pair = |other| (!own.contains(&other), other, at);
            others.take(MOST_TOLD).map(pair).collect::<Vec<_>>()
        };
        if let Some(room) = one.room {
            pairs.extend(meets(
                &mut availability.occupancy.in_room(room, one.start, one.end),
            ));
        }
        for lead in &one.facilitators {
            pairs.extend(meets(
                &mut availability.occupancy.led_by(lead, one.start, one.end),
            ));
        }
    }
    for (_, other, one) in pairs {
        compare(availability, &all[other], &all[one], findings);
    }
}

/// Tells of a clash on the later of the two.
fn compare(
    availability: &Availability,
    other: &Activity,
    one: &Activity,
    findings: &mut Vec<Finding>,
) {
    let told = |code: &str| {
        Message::new(code)
            .text("title", one.title)
            .text("other", other.title)
            .time("start", one.start.max(other.start))
    };
    if let Some(room) = one.room.filter(|room| other.room == Some(*room))
        && let Some(room) = availability.state.room(room)
    {
        let message = told("finding-room-clash").text("room", &room.name);
        let mut finding = Finding::new(Severity::Conflict, message, one.subject);
        finding.fixes = availability.other_rooms(one.subject, one.start, one.end, None);
        findings.push(finding);
    }
    for lead in one
        .facilitators
        .iter()
        .filter(|lead| other.facilitators.contains(lead))
    {
        let message = told("finding-lead-clash").text("lead", *lead);
        let finding = Finding::new(Severity::Conflict, message, one.subject);
        findings.push(without(availability, finding, one, lead));
    }
}

/// A slot can be led by someone else, or by those who are left; an idea keeps its leads, and can wait.
fn without(availability: &Availability, finding: Finding, one: &Activity, lead: &str) -> Finding {
    let slot = match one.subject {
        Subject::Slot(slot) => slot,
        Subject::Track(track) => {
            let row = availability.state.track(track).and_then(|row| row.idea);
            let Some(idea) = row.and_then(|id| availability.state.idea(id)) else {
                return finding;
            };
            let label = Message::new("fix-unplace").text("title", &idea.title);
            return finding.or(label, Edit::UnplaceIdea { track });
        }
        _ => return finding,
    };
    let others = one.facilitators.iter().filter(|other| **other != lead);
    let others: Vec<String> = others.map(|other| (*other).to_owned()).collect();
    let led_by = |facilitators: Vec<String>| Edit::SetSlot {
        slot,
        field: SlotField::Facilitators(facilitators),
    };
    let mut finding = finding;
    for free in availability.free_facilitators(one.start, one.end) {
        let facilitators = others.iter().cloned().chain([free.to_owned()]).collect();
        let label = Message::new("fix-lead").text("lead", free);
        finding = finding.or(label, led_by(facilitators));
    }
    let label = Message::new("fix-without-lead").text("lead", lead);
    finding.or(label, led_by(others))
}
