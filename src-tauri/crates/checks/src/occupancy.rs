//! What holds the rooms and the people of a programme on a date.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use deroule_model::{Clock, Day, DayId, ProgrammeId, Room, RoomId, State, Status};

use crate::activity;
use crate::activity::Activity;

/// All that happens on a date in a programme, and who and what each thing holds.
pub(crate) struct Occupancy<'a> {
    /// The programme's rooms, in order.
    pub(crate) rooms: Vec<&'a Room>,
    /// Day after day.
    pub(crate) activities: Vec<Activity<'a>>,
    of_day: BTreeMap<DayId, Range<usize>>,
    in_room: BTreeMap<RoomId, Held>,
    led_by: BTreeMap<&'a str, Held>,
    /// The facilitators of the date, in the order they are named.
    facilitators: Vec<&'a str>,
}

/// The activities in one room, or of one person, as indices into the list of activities.
#[derive(Default)]
struct Held {
    by_start: Vec<usize>,
    /// For each of them, when the last of it and those before it ends.
    last_end: Vec<Clock>,
}

impl<'a> Occupancy<'a> {
    /// Of every session that is not cancelled.
    pub(crate) fn on(state: &'a State, programme: ProgrammeId, date: NaiveDate) -> Self {
        let days = state.days_on(date).filter(|day| {
            state
                .session(day.session)
                .is_some_and(|row| row.programme == programme && row.status != Status::Cancelled)
        });
        Self::of(state, programme, days)
    }

    /// Of these days alone.
    pub(crate) fn of(
        state: &'a State,
        programme: ProgrammeId,
        days: impl IntoIterator<Item = &'a Day>,
    ) -> Self {
        let mut all = Self {
            rooms: state.rooms(programme),
            activities: Vec::new(),
            of_day: BTreeMap::new(),
            in_room: BTreeMap::new(),
            led_by: BTreeMap::new(),
            facilitators: Vec::new(),
        };
        for day in days {
            let from = all.activities.len();
            all.activities.extend(activity::on_day(state, day));
            all.of_day.insert(day.id, from..all.activities.len());
        }
        all.index();
        all
    }

    fn index(&mut self) {
        let mut by_start: Vec<usize> = (0..self.activities.len()).collect();
        by_start.sort_by_key(|at| self.activities[*at].start);
        for at in by_start {
            let one = &self.activities[at];
            if let Some(room) = one.room {
                self.in_room.entry(room).or_default().push(at, one.end);
            }
            for lead in &one.facilitators {
                self.led_by.entry(lead).or_default().push(at, one.end);
            }
        }
        let mut named: BTreeSet<&str> = self.led_by.keys().copied().collect();
        let facilitators = self.activities.iter().flat_map(|one| &one.facilitators);
        self.facilitators = facilitators
            .copied()
            .filter(|lead| named.remove(lead))
            .collect();
    }

    /// The places of a day's activities in the list.
    pub(crate) fn day(&self, day: DayId) -> Range<usize> {
        self.of_day.get(&day).cloned().unwrap_or(0..0)
    }

    /// Whether any activity names a facilitator.
    pub(crate) fn names_facilitators(&self) -> bool {
        !self.facilitators.is_empty()
    }

    /// The facilitators of a day, then those of the whole date, in the order they are named.
    pub(crate) fn facilitators_from(&self, day: DayId) -> impl Iterator<Item = &'a str> {
        let own = self.activities[self.day(day)].iter();
        own.flat_map(|one| &one.facilitators)
            .chain(&self.facilitators)
            .copied()
    }

    /// What takes place in a room between two times, the latest first.
    pub(crate) fn in_room(
        &self,
        room: RoomId,
        start: Clock,
        end: Clock,
    ) -> impl Iterator<Item = usize> {
        self.meeting(self.in_room.get(&room), start, end)
    }

    /// What somebody leads between two times, the latest first.
    pub(crate) fn led_by(
        &self,
        lead: &str,
        start: Clock,
        end: Clock,
    ) -> impl Iterator<Item = usize> {
        self.meeting(self.led_by.get(lead), start, end)
    }

    fn meeting<'h>(
        &'h self,
        held: Option<&'h Held>,
        start: Clock,
        end: Clock,
    ) -> impl Iterator<Item = usize> + use<'h, 'a> {
        let by_start = held.map_or(&[][..], |held| &held.by_start);
        let last_end = held.map_or(&[][..], |held| &held.last_end);
        let begun = by_start.partition_point(|at| self.activities[*at].start < end);
        let before = by_start[..begun].iter().zip(&last_end[..begun]).rev();
        before
            .take_while(move |(_, last)| **last > start)
            .map(|(at, _)| *at)
            .filter(move |at| self.activities[*at].meets(start, end))
    }
}

impl Held {
    fn push(&mut self, at: usize, end: Clock) {
        let before = self.last_end.last().copied().unwrap_or(Clock::MIDNIGHT);
        self.by_start.push(at);
        self.last_end.push(before.max(end));
    }
}
