//! Which rooms and facilitators are free at a time, for fixes.

use std::ops::Range;

use deroule_edit::{Edit, SlotField, TrackField};
use deroule_model::{Clock, DayId, Message, Room, Subject};

use crate::finding::Fix;
use crate::occupancy::Occupancy;

/// How many rooms, or people, are proposed at most.
const PROPOSED: usize = 3;

/// The rooms and the people of a programme, and what they are held by on the date of a day.
pub(crate) struct Availability<'a, 'o> {
    pub(crate) day: DayId,
    pub(crate) occupancy: &'o Occupancy<'a>,
}

impl<'a> Availability<'a, '_> {
    /// The places of the day's own activities among those of the date.
    pub(crate) fn own(&self) -> Range<usize> {
        self.occupancy.day(self.day)
    }

    /// The rooms nothing takes place in between two times, in order.
    pub(crate) fn free_rooms(&self, start: Clock, end: Clock) -> impl Iterator<Item = &'a Room> {
        let rooms = self.occupancy.rooms.iter().copied();
        rooms.filter(move |room| {
            let mut held = self.occupancy.in_room(room.id, start, end);
            held.next().is_none()
        })
    }

    /// Who leads something that day and nothing between two times, in the order they are named.
    pub(crate) fn free_facilitators(&self, start: Clock, end: Clock) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        for lead in self.occupancy.facilitators_from(self.day) {
            if found.len() == PROPOSED {
                break;
            }
            let is_busy = self.occupancy.led_by(lead, start, end).next().is_some();
            if !is_busy && !found.contains(&lead) {
                found.push(lead);
            }
        }
        found
    }

    /// A slot or a track in a room that is free, and holds as many people where that is known.
    pub(crate) fn other_rooms(
        &self,
        subject: Subject,
        start: Clock,
        end: Clock,
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
            Some(Fix::new(label, edit))
        };
        let rooms = self.free_rooms(start, end).filter(holds);
        rooms.filter_map(into).take(PROPOSED).collect()
    }
}
