//! What is free at a time, to be proposed where something is missing or in two places.

use crate::{Day, Edit, Message, Plan, Room, Session, SlotField, Subject, TrackField};

use super::Fix;
use super::clashes::{self, Activity};

/// How many rooms, or people, are proposed at most.
const PROPOSED: usize = 3;

/// The rooms and the people of a programme, and what they are held by on a date.
pub(super) struct Proposals<'a> {
    pub(super) plan: &'a Plan,
    session: &'a Session,
    activities: Vec<Activity<'a>>,
}

impl<'a> Proposals<'a> {
    pub(super) fn new(plan: &'a Plan, session: &'a Session, day: &Day) -> Self {
        Self {
            plan,
            session,
            activities: clashes::at_once(plan, session, day),
        }
    }

    /// Whether it is kept at all who leads what.
    pub(super) fn keep_leads(&self) -> bool {
        self.activities.iter().any(|one| !one.leads.is_empty())
    }

    /// The rooms nothing takes place in between two times, in order.
    pub(super) fn free_rooms(&self, start: u32, end: u32) -> impl Iterator<Item = &'a Room> {
        let rooms = self.plan.rooms(self.session.programme).into_iter();
        let busy = move |room: &Room| {
            let mut held = self.activities.iter();
            held.any(|one| one.room == Some(room.id) && one.meets(start, end))
        };
        rooms.filter(move |room| !busy(room))
    }

    /// Who leads something that day and nothing between two times, in the order they are named.
    pub(super) fn free_leads(&self, start: u32, end: u32) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        for lead in self.activities.iter().flat_map(|one| &one.leads) {
            let mut theirs = self
                .activities
                .iter()
                .filter(|one| one.leads.contains(lead));
            let is_busy = theirs.any(|one| one.meets(start, end));
            if !is_busy && !found.contains(lead) {
                found.push(lead);
            }
        }
        found.truncate(PROPOSED);
        found
    }

    /// A slot or a track in a room that is free, and holds as many people where that is known.
    pub(super) fn other_rooms(
        &self,
        subject: Subject,
        start: u32,
        end: u32,
        people: Option<u32>,
    ) -> Vec<Fix> {
        let holds = |room: &&Room| match (people, room.capacity) {
            (Some(people), Some(places)) => places >= people,
            (people, _) => people.is_none(),
        };
        let into = |room: &Room| {
            let edit = match subject {
                Subject::Slot(slot) => Edit::SetSlot {
                    slot,
                    field: SlotField::Room(Some(room.id)),
                },
                Subject::Track(track) => Edit::SetTrack {
                    track,
                    field: TrackField::Room(Some(room.id)),
                },
                _ => return None,
            };
            let label = Message::new("fix-room").text("room", &room.name);
            Some(Fix { label, edit })
        };
        let rooms = self.free_rooms(start, end).filter(holds);
        rooms.filter_map(into).take(PROPOSED).collect()
    }
}
