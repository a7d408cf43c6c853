//! The rows of the crew's sheet: set-up, slots, tracks and teardown of a day, by the clock.

use std::ops::Range;

use chrono::NaiveDate;
use deroule_model::{Clock, Kind, RoomId, Slot, State};
use deroule_schedule::{TimedDay, TimedSlot, TimedTrack};
use deroule_text::Messages;
use serde::Serialize;

use crate::rows::{join_names, joined, room_name};
use crate::time_column::{Time, TimeColumn};

/// One row: a slot, a track, or the set-up or teardown of a slot.
#[derive(Serialize)]
pub(crate) struct Row {
    from: Time,
    /// None for a milestone.
    until: Option<String>,
    /// Set-up or teardown; none for the slot or track itself.
    task: Option<String>,
    kind: Kind,
    rooms: Vec<String>,
    title: String,
    /// The block, the audience and the facilitators; empty for set-up and teardown.
    about: String,
    /// Paragraphs in small type.
    small: Vec<String>,
}

/// The rows of a day, by start.
pub(crate) fn of_day(
    state: &State,
    day: &TimedDay,
    date: Option<NaiveDate>,
    messages: &'static Messages,
) -> Vec<Row> {
    let mut list = List {
        state,
        messages,
        rows: Vec::new(),
    };
    for slot in &day.slots {
        list.slot(slot, None);
    }
    list.rows.sort_by_key(|entry| entry.from);
    let mut column = TimeColumn::new(messages, date, Clock::MIDNIGHT);
    let rows = list.rows.into_iter();
    rows.map(|entry| entry.at(&mut column)).collect()
}

/// Collects the rows of a day.
struct List<'a> {
    state: &'a State,
    messages: &'static Messages,
    rows: Vec<Entry>,
}

/// A row before sorting.
struct Entry {
    from: Clock,
    until: Option<String>,
    task: Option<String>,
    activity: Activity,
    small: Vec<String>,
}

impl Entry {
    fn at(self, column: &mut TimeColumn) -> Row {
        Row {
            from: column.at(self.from),
            until: self.until,
            task: self.task,
            kind: self.activity.kind,
            rooms: self.activity.rooms,
            title: self.activity.title,
            about: self.activity.about,
            small: self.small,
        }
    }
}

/// What a row is about, and where it takes place.
#[derive(Clone)]
struct Activity {
    kind: Kind,
    title: String,
    about: String,
    rooms: Vec<String>,
}

/// The track of a slot.
struct SlotContext {
    track: String,
    /// The room of slots without one of their own.
    room: Option<RoomId>,
}

impl List<'_> {
    fn slot(&mut self, timed: &TimedSlot, context: Option<&SlotContext>) {
        let Some(slot) = self.state.slot(timed.id) else {
            return;
        };
        let track = context.map(|context| context.track.clone());
        let room = slot.room.or(context.and_then(|context| context.room));
        let activity = Activity {
            kind: slot.kind,
            title: slot.title.clone(),
            about: joined(track.into_iter().chain(join_names(&slot.facilitators))),
            rooms: room_name(self.state, room).into_iter().collect(),
        };
        let crew_work = Activity {
            about: String::new(),
            rooms: self.rooms(slot, room),
            ..activity.clone()
        };
        let (start, end) = (timed.start, timed.end);
        // Notes and material appear once, in the first row of the slot.
        let mut needs = self.needs(slot);
        if !slot.setup.is_zero() {
            let from = start - slot.setup;
            let needs = std::mem::take(&mut needs);
            self.add(from..start, Some("slot-setup"), &crew_work, needs);
        }
        self.add(start..end, None, &activity, needs);
        if !slot.teardown.is_zero() {
            let until = end + slot.teardown;
            self.add(end..until, Some("slot-teardown"), &crew_work, Vec::new());
        }
        for (number, track) in (1..).zip(&timed.tracks) {
            self.track(track, number, slot);
        }
    }

    fn track(&mut self, timed: &TimedTrack, number: usize, block: &Slot) {
        let Some(track) = self.state.track(timed.id) else {
            return;
        };
        let idea = track.idea.and_then(|id| self.state.idea(id));
        let title = self.state.track_title(track);
        let title = title.map_or_else(|| self.messages.track(number), str::to_owned);
        let audience = track.audience.and_then(|id| self.state.audience(id));
        let about = std::iter::once(block.title.clone())
            .chain(audience.map(|row| row.name.clone()))
            .chain(idea.and_then(|idea| join_names(&idea.facilitators)));
        let context = SlotContext {
            track: title.clone(),
            room: track.room.or(block.room),
        };
        let activity = Activity {
            kind: block.kind,
            title,
            about: joined(about),
            rooms: room_name(self.state, context.room).into_iter().collect(),
        };
        self.add(timed.start..timed.end, None, &activity, Vec::new());
        for slot in &timed.slots {
            self.slot(slot, Some(&context));
        }
    }

    fn add(
        &mut self,
        time: Range<Clock>,
        task: Option<&str>,
        activity: &Activity,
        small: Vec<String>,
    ) {
        let messages = self.messages;
        let activity = Activity {
            kind: activity.kind,
            rooms: activity
                .rooms
                .iter()
                .map(|name| messages.fix_spacing(name))
                .collect(),
            title: messages.fix_spacing(&activity.title),
            about: messages.fix_spacing(&activity.about),
        };
        self.rows.push(Entry {
            from: time.start,
            until: (!time.is_empty()).then(|| messages.end(time.start, time.end)),
            task: task.map(|id| messages.text(id)),
            activity,
            small: small
                .iter()
                .map(|text| messages.fix_spacing(text))
                .collect(),
        });
    }

    /// Where a slot is set up: in its own room, else in the rooms of its tracks.
    fn rooms(&self, slot: &Slot, own: Option<RoomId>) -> Vec<String> {
        let tracks = self.state.tracks(slot.id).map(|track| track.room);
        let rooms = own.map_or_else(|| tracks.collect(), |_| vec![own]);
        rooms
            .into_iter()
            .filter_map(|id| room_name(self.state, id))
            .collect()
    }

    /// The notes and the material of a slot.
    fn needs(&self, slot: &Slot) -> Vec<String> {
        let material = slot.material.as_ref();
        let material = material.map(|text| {
            self.messages
                .fill("sheet-material", &[("text", text.as_str())])
        });
        slot.notes.iter().cloned().chain(material).collect()
    }
}
