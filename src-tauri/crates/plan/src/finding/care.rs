//! What people in a room need, and what someone has to have thought of: a break, a meal, a place,
//! somebody who leads.

use crate::schedule::{TimedDay, TimedSlot};
use crate::{Kind, Message, Parent, Plan, Slot, Subject};

use super::{Finding, Severity};

/// How long people sit without a break before it is worth a word, in minutes.
const WITHOUT_BREAK: u32 = 120;
/// Between when and when a day that goes on has a meal, in minutes since midnight.
const NOON: (u32, u32) = (12 * 60, 14 * 60);

pub(super) fn find(plan: &Plan, day: &TimedDay, findings: &mut Vec<Finding>) {
    let slots: Vec<(&Slot, &TimedSlot)> = day
        .slots
        .iter()
        .filter_map(|timed| Some((plan.slot(timed.id)?, timed)))
        .collect();
    breaks(plan, &slots, findings);
    meal(day, &slots, findings);
    for (slot, timed) in &slots {
        place(plan, slot, timed, findings);
        lead(slot, timed, findings);
        let inner = timed.tracks.iter().flat_map(|track| &track.slots);
        for timed in inner {
            if let Some(slot) = plan.slot(timed.id) {
                lead(slot, timed, findings);
            }
        }
    }
}

/// Whether people can leave their seats.
fn rests(plan: &Plan, slot: &Slot, timed: &TimedSlot) -> bool {
    let own = matches!(
        slot.kind,
        Kind::Break | Kind::Meal | Kind::FreeTime | Kind::Travel
    );
    // Tracks that have breaks of their own see to it themselves.
    let inside = timed.tracks.iter().flat_map(|track| &track.slots);
    own && timed.minutes() > 0
        || inside
            .filter_map(|timed| plan.slot(timed.id))
            .any(|slot| matches!(slot.kind, Kind::Break | Kind::Meal | Kind::FreeTime))
}

/// Told on the slot in which the two hours are over.
fn breaks(plan: &Plan, slots: &[(&Slot, &TimedSlot)], findings: &mut Vec<Finding>) {
    let mut since: Option<u32> = None;
    let mut told = false;
    let mut end = 0;
    for (slot, timed) in slots {
        if rests(plan, slot, timed) || timed.start > end {
            (since, told) = (None, false);
        }
        end = end.max(timed.end);
        if rests(plan, slot, timed) {
            continue;
        }
        let from = *since.get_or_insert(timed.start);
        if !told && timed.end > from + WITHOUT_BREAK {
            told = true;
            let message = Message::new("finding-no-break")
                .time("from", from)
                .time("end", timed.end);
            findings.push(Finding::new(
                Severity::Note,
                message,
                Subject::Slot(slot.id),
            ));
        }
    }
}

fn meal(day: &TimedDay, slots: &[(&Slot, &TimedSlot)], findings: &mut Vec<Finding>) {
    let (from, until) = NOON;
    let spans = day.start < from && day.end > until;
    if spans && !slots.iter().any(|(slot, _)| slot.kind == Kind::Meal) {
        let message = Message::new("finding-no-meal")
            .time("start", day.start)
            .time("end", day.end);
        findings.push(Finding::new(Severity::Note, message, Subject::Day(day.id)));
    }
}

/// A workshop takes place somewhere: itself, or each of its tracks that has something planned.
fn place(plan: &Plan, slot: &Slot, timed: &TimedSlot, findings: &mut Vec<Finding>) {
    if slot.kind != Kind::Workshop || timed.minutes() == 0 || slot.room.is_some() {
        return;
    }
    let planned = |track: &&crate::Track| {
        track.idea.is_some()
            || track.title.is_some()
            || plan.slots(Parent::Track(track.id)).next().is_some()
    };
    let homeless = plan
        .tracks(slot.id)
        .filter(planned)
        .filter(|track| track.room.is_none())
        .count();
    let message = if timed.tracks.is_empty() {
        Message::new("finding-no-room").text("title", &slot.title)
    } else if homeless > 0 {
        Message::new("finding-tracks-no-room")
            .text("title", &slot.title)
            .number("count", homeless)
    } else {
        return;
    };
    findings.push(Finding::new(
        Severity::Note,
        message,
        Subject::Slot(slot.id),
    ));
}

/// Someone has to lead a plenary or a plain workshop; a round's tracks are led by their ideas' leads.
fn lead(slot: &Slot, timed: &TimedSlot, findings: &mut Vec<Finding>) {
    let wanted = matches!(slot.kind, Kind::Plenary | Kind::Workshop);
    if wanted && slot.leads.is_empty() && timed.minutes() > 0 && timed.tracks.is_empty() {
        let message = Message::new("finding-no-lead").text("title", &slot.title);
        findings.push(Finding::new(
            Severity::Note,
            message,
            Subject::Slot(slot.id),
        ));
    }
}
