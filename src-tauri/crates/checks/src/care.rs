//! What people in a room need, and what someone has to have thought of: a break, a meal, a place,
//! somebody who leads.

use deroule_edit::{Edit, SlotField, TrackField};
use deroule_model::{Kind, Message, Parent, Room, Slot, State, Subject, Track, TrackId};
use deroule_schedule::{TimedDay, TimedSlot};

use crate::availability::Availability;
use crate::finding::{Finding, Severity};

/// How long people sit without a break before it is worth a word, in minutes.
const WITHOUT_BREAK: u32 = 120;
/// Between when and when a day that goes on has a meal, in minutes since midnight.
const NOON: (u32, u32) = (12 * 60, 14 * 60);

pub(crate) fn find(
    state: &State,
    availability: &Availability,
    day: &TimedDay,
    findings: &mut Vec<Finding>,
) {
    let slots: Vec<(&Slot, &TimedSlot)> = day
        .slots
        .iter()
        .filter_map(|timed| Some((state.slot(timed.id)?, timed)))
        .collect();
    breaks(state, &slots, findings);
    meal(day, &slots, findings);
    let names_facilitators = availability.occupancy.names_facilitators();
    for (slot, timed) in &slots {
        availability.place(slot, timed, findings);
        let inner = timed.tracks.iter().flat_map(|track| &track.slots);
        let inner = inner.filter_map(|timed| Some((state.slot(timed.id)?, timed)));
        for (slot, timed) in inner.chain([(*slot, *timed)]) {
            if slot.kind == Kind::Workshop || names_facilitators {
                availability.lead(slot, timed, findings);
            }
        }
    }
}

/// Whether people can leave their seats.
fn rests(state: &State, slot: &Slot, timed: &TimedSlot) -> bool {
    let own = matches!(
        slot.kind,
        Kind::Break | Kind::Meal | Kind::FreeTime | Kind::Travel
    );
    // Tracks that have breaks of their own see to it themselves.
    let inside = timed.tracks.iter().flat_map(|track| &track.slots);
    own && timed.minutes() > 0
        || inside
            .filter_map(|timed| state.slot(timed.id))
            .any(|slot| matches!(slot.kind, Kind::Break | Kind::Meal | Kind::FreeTime))
}

/// Told on the slot in which the two hours are over.
fn breaks(state: &State, slots: &[(&Slot, &TimedSlot)], findings: &mut Vec<Finding>) {
    let mut since: Option<u32> = None;
    let mut told = false;
    let mut end = 0;
    for (slot, timed) in slots {
        if rests(state, slot, timed) || timed.start > end {
            (since, told) = (None, false);
        }
        end = end.max(timed.end);
        if rests(state, slot, timed) {
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

impl Availability<'_, '_> {
    /// A workshop takes place somewhere: itself, or each of its tracks that has something planned.
    fn place(&self, slot: &Slot, timed: &TimedSlot, findings: &mut Vec<Finding>) {
        if slot.kind != Kind::Workshop || timed.minutes() == 0 || slot.room.is_some() {
            return;
        }
        let subject = Subject::Slot(slot.id);
        let told = |code: &str| Message::new(code).text("title", &slot.title);
        if timed.tracks.is_empty() {
            let mut finding = Finding::new(Severity::Note, told("finding-no-room"), subject);
            finding.fixes = self.other_rooms(subject, timed.start, timed.end, None);
            findings.push(finding);
            return;
        }
        let tracks = self.state.tracks(slot.id);
        let homeless: Vec<TrackId> = tracks
            .filter(|track| track.room.is_none() && self.is_planned(track))
            .map(|track| track.id)
            .collect();
        if homeless.is_empty() {
            return;
        }
        let message = told("finding-tracks-no-room").number("count", homeless.len());
        let finding = Finding::new(Severity::Note, message, subject);
        findings.push(self.rooms_for(finding, &homeless, timed));
    }

    fn is_planned(&self, track: &Track) -> bool {
        track.idea.is_some()
            || track.title.is_some()
            || self.state.slots(Parent::Track(track.id)).next().is_some()
    }

    /// With a fix when there is a free room for each of the tracks.
    fn rooms_for(&self, finding: Finding, tracks: &[TrackId], timed: &TimedSlot) -> Finding {
        let free = self.free_rooms(timed.start, timed.end);
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

    /// Someone has to lead a workshop, and a plenary where leads are kept at all. A round's tracks are
    /// led by their ideas' leads.
    fn lead(&self, slot: &Slot, timed: &TimedSlot, findings: &mut Vec<Finding>) {
        let wanted = matches!(slot.kind, Kind::Plenary | Kind::Workshop);
        if !wanted
            || !slot.facilitators.is_empty()
            || timed.minutes() == 0
            || !timed.tracks.is_empty()
        {
            return;
        }
        let message = Message::new("finding-no-lead").text("title", &slot.title);
        let mut finding = Finding::new(Severity::Note, message, Subject::Slot(slot.id));
        for lead in self.free_facilitators(timed.start, timed.end) {
            let label = Message::new("fix-lead").text("lead", lead);
            let field = SlotField::Facilitators(vec![lead.to_owned()]);
            let slot = slot.id;
            finding = finding.or(label, Edit::SetSlot { slot, field });
        }
        findings.push(finding);
    }
}
