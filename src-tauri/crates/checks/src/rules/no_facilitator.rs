//! A workshop has no facilitator; neither has a plenary on a date where facilitators are named.

use deroule_edit::{Edit, SlotField};
use deroule_model::{Kind, Message, Slot, Subject};
use deroule_schedule::TimedSlot;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let names_facilitators = day.availability.occupancy.names_facilitators();
    for (slot, timed) in day.slots() {
        let inner = timed.tracks.iter().flat_map(|track| &track.slots);
        let inner = inner.filter_map(|timed| Some((day.state.slot(timed.id)?, timed)));
        for (slot, timed) in inner.chain([(slot, timed)]) {
            if slot.kind == Kind::Workshop || names_facilitators {
                slot_without(day, slot, timed, findings);
            }
        }
    }
}

/// The tracks of a round have the facilitators of their ideas.
fn slot_without(day: &DayContext<'_>, slot: &Slot, timed: &TimedSlot, findings: &mut Vec<Finding>) {
    let wanted = matches!(slot.kind, Kind::Plenary | Kind::Workshop);
    if !wanted
        || !slot.facilitators.is_empty()
        || timed.minutes().is_zero()
        || !timed.tracks.is_empty()
    {
        return;
    }
    let message = Message::new("finding-no-lead").text("title", &slot.title);
    let mut finding = Finding::new(Rule::NoFacilitator, message, Subject::Slot(slot.id));
    for lead in day.availability.free_facilitators(timed.start, timed.end) {
        let label = Message::new("fix-lead").text("lead", lead);
        let field = SlotField::Facilitators(vec![lead.to_owned()]);
        let slot = slot.id;
        finding = finding.or(label, Edit::SetSlot { slot, field });
    }
    findings.push(finding);
}
