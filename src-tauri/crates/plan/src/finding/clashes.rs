//! A room, or a person, in two places at once.

use crate::schedule::{self, TimedSlot};
use crate::{Day, Edit, Message, Plan, RoomId, Session, SlotField, Status, Subject, TrackId};

use super::proposals::Proposals;
use super::{Finding, Severity};

/// One thing that happens somewhere, led by someone.
pub(super) struct Activity<'a> {
    subject: Subject,
    /// The track it is a part of, for a slot of a track.
    track: Option<TrackId>,
    title: &'a str,
    start: u32,
    end: u32,
    pub(super) room: Option<RoomId>,
    pub(super) leads: Vec<&'a str>,
}

impl Activity<'_> {
    /// Whether any of it happens between two times.
    pub(super) fn meets(&self, start: u32, end: u32) -> bool {
        self.start < end && start < self.end
    }

    /// Whether one of the two is a part of the other: they are the same people in the same place.
    fn is_one_with(&self, other: &Self) -> bool {
        let within =
            |part: &Self, whole: &Self| part.track.map(Subject::Track) == Some(whole.subject);
        within(self, other) || within(other, self)
    }
}

pub(super) fn find(there: &Proposals, session: &Session, day: &Day, findings: &mut Vec<Finding>) {
    let own = activities(there.plan, day);
    for (at, one) in own.iter().enumerate() {
        for other in own.iter().skip(at + 1) {
            compare(there, one, other, findings);
        }
    }
    for other in elsewhere(there.plan, session, day) {
        own.iter()
            .for_each(|one| compare(there, &other, one, findings));
    }
}

/// All that happens on the date of a day in the programme, the day itself included.
pub(super) fn at_once<'a>(plan: &'a Plan, session: &Session, day: &Day) -> Vec<Activity<'a>> {
    let mut found = activities(plan, day);
    found.extend(elsewhere(plan, session, day));
    found
}

/// What happens on the same date in the programme's other sessions.
fn elsewhere<'a>(plan: &'a Plan, session: &Session, day: &Day) -> Vec<Activity<'a>> {
    let days = day.date.into_iter().flat_map(|date| plan.days_on(date));
    let others = days.filter(|other| {
        other.session != session.id
            && plan.session(other.session).is_some_and(|other| {
                other.programme == session.programme && other.status != Status::Cancelled
            })
    });
    others.flat_map(|day| activities(plan, day)).collect()
}

/// Tells of a clash on the later of the two.
fn compare(there: &Proposals, other: &Activity, one: &Activity, findings: &mut Vec<Finding>) {
    if !other.meets(one.start, one.end) || one.is_one_with(other) {
        return;
    }
    let told = |code: &str| {
        Message::new(code)
            .text("title", one.title)
            .text("other", other.title)
            .time("start", one.start.max(other.start))
    };
    if let Some(room) = one.room.filter(|room| other.room == Some(*room))
        && let Some(room) = there.plan.room(room)
    {
        let message = told("finding-room-clash").text("room", &room.name);
        let mut finding = Finding::new(Severity::Conflict, message, one.subject);
        finding.fixes = there.other_rooms(one.subject, one.start, one.end, None);
        findings.push(finding);
    }
    for lead in one.leads.iter().filter(|lead| other.leads.contains(lead)) {
        let message = told("finding-lead-clash").text("lead", *lead);
        let finding = Finding::new(Severity::Conflict, message, one.subject);
        findings.push(without(there, finding, one, lead));
    }
}

/// A slot can be led by someone else, or by those who are left; an idea keeps its leads, and can wait.
fn without(there: &Proposals, finding: Finding, one: &Activity, lead: &str) -> Finding {
    let slot = match one.subject {
        Subject::Slot(slot) => slot,
        Subject::Track(track) => {
            let row = there.plan.track(track).and_then(|row| row.idea);
            let Some(idea) = row.and_then(|id| there.plan.idea(id)) else {
                return finding;
            };
            let label = Message::new("fix-unplace").text("title", &idea.title);
            return finding.or(label, Edit::UnplaceIdea { track });
        }
        _ => return finding,
    };
    let others = one.leads.iter().filter(|other| **other != lead);
    let others: Vec<String> = others.map(|other| (*other).to_owned()).collect();
    let led_by = |leads: Vec<String>| Edit::SetSlot {
        slot,
        field: SlotField::Leads(leads),
    };
    let mut finding = finding;
    for free in there.free_leads(one.start, one.end) {
        let leads = others.iter().cloned().chain([free.to_owned()]).collect();
        let label = Message::new("fix-lead").text("lead", free);
        finding = finding.or(label, led_by(leads));
    }
    let label = Message::new("fix-without-lead").text("lead", lead);
    finding.or(label, led_by(others))
}

/// What happens on a day, side by side: plain slots, tracks, and the slots of tracks. A parallel
/// block itself is nowhere: its tracks are.
fn activities<'a>(plan: &'a Plan, day: &Day) -> Vec<Activity<'a>> {
    let mut found = Vec::new();
    let Some(timed) = schedule::day(plan, day.id) else {
        return found;
    };
    for slot in &timed.slots {
        if slot.tracks.is_empty() {
            found.extend(activity(plan, slot, None));
        }
        for track in &slot.tracks {
            let inner = track.slots.iter();
            found.extend(inner.filter_map(|slot| activity(plan, slot, Some(track.id))));
            let Some(row) = plan.track(track.id) else {
                continue;
            };
            let idea = row.idea.and_then(|id| plan.idea(id));
            let round = plan.slot(slot.id).map_or("", |slot| slot.title.as_str());
            found.push(Activity {
                subject: Subject::Track(row.id),
                track: None,
                title: plan.track_title(row).unwrap_or(round),
                start: track.start,
                end: track.end,
                room: row.room,
                leads: idea
                    .into_iter()
                    .flat_map(|idea| &idea.leads)
                    .map(String::as_str)
                    .collect(),
            });
        }
    }
    found
}

fn activity<'a>(plan: &'a Plan, timed: &TimedSlot, track: Option<TrackId>) -> Option<Activity<'a>> {
    let slot = plan.slot(timed.id)?;
    Some(Activity {
        subject: Subject::Slot(slot.id),
        track,
        title: &slot.title,
        start: timed.start,
        end: timed.end,
        room: slot.room,
        leads: slot.leads.iter().map(String::as_str).collect(),
    })
}
