//! The rows of the crew's sheet: a day by the clock, with the set-up and tidy-up that are the crew's
//! alone.

use std::ops::Range;

use chrono::NaiveDate;
use deroule_model::{Kind, RoomId, Slot, State};
use deroule_schedule::{TimedDay, TimedSlot, TimedTrack};
use deroule_text::Messages;
use serde::Serialize;

use crate::clock::{Clock, Time};
use crate::rows::{joined, leads, room};

/// One row: a slot, a track, or the work before or after a slot.
#[derive(Serialize)]
pub(crate) struct Row {
    from: Time,
    /// None: a moment that takes no time.
    until: Option<String>,
    /// The word for the crew's work; none where the slot itself takes place.
    task: Option<String>,
    kind: Kind,
    rooms: Vec<String>,
    title: String,
    /// What it is part of, whom it is for and who leads it; empty for work.
    about: String,
    /// Paragraphs in small letters.
    small: Vec<String>,
}

/// The rows of a day, as the clock comes to them.
pub(crate) fn of_day(
    plan: &State,
    day: &TimedDay,
    date: Option<NaiveDate>,
    messages: &'static Messages,
) -> Vec<Row> {
    let mut list = List {
        plan,
        messages,
        rows: Vec::new(),
    };
    for slot in &day.slots {
        list.slot(slot, None);
    }
    list.rows.sort_by_key(|entry| entry.from);
    let mut clock = Clock::new(messages, date, 0);
    let rows = list.rows.into_iter();
    rows.map(|entry| entry.at(&mut clock)).collect()
}

/// A list in the making.
struct List<'a> {
    plan: &'a State,
    messages: &'static Messages,
    rows: Vec<Entry>,
}

/// A row whose times are minutes since midnight yet.
struct Entry {
    from: u32,
    until: Option<String>,
    task: Option<String>,
    what: What,
    small: Vec<String>,
}

impl Entry {
    fn at(self, clock: &mut Clock) -> Row {
        Row {
            from: clock.at(self.from),
            until: self.until,
            task: self.task,
            kind: self.what.kind,
            rooms: self.what.rooms,
            title: self.what.title,
            about: self.what.about,
            small: self.small,
        }
    }
}

/// What takes place, and where.
#[derive(Clone)]
struct What {
    kind: Kind,
    title: String,
    about: String,
    rooms: Vec<String>,
}

/// What is around a track's slot: its name, and the room of those that have none.
struct Around {
    name: String,
    room: Option<RoomId>,
}

impl List<'_> {
    fn slot(&mut self, timed: &TimedSlot, around: Option<&Around>) {
        let Some(slot) = self.plan.slot(timed.id) else {
            return;
        };
        let name = around.map(|around| around.name.clone());
        let own = slot.room.or(around.and_then(|around| around.room));
        let what = What {
            kind: slot.kind,
            title: slot.title.clone(),
            about: joined(name.into_iter().chain(leads(&slot.leads))),
            rooms: room(self.plan, own).into_iter().collect(),
        };
        let work = What {
            about: String::new(),
            rooms: self.rooms(slot, own),
            ..what.clone()
        };
        let (start, end) = (timed.start, timed.end);
        // What has to be known and brought is told once, where the work begins.
        let mut needs = self.needs(slot);
        if slot.setup > 0 {
            let from = start.saturating_sub(slot.setup);
            let needs = std::mem::take(&mut needs);
            self.add(from..start, Some("slot-setup"), &work, needs);
        }
        self.add(start..end, None, &what, needs);
        if slot.tidy > 0 {
            let until = end.saturating_add(slot.tidy);
            self.add(end..until, Some("slot-tidy"), &work, Vec::new());
        }
        for (number, track) in (1..).zip(&timed.tracks) {
            self.track(track, number, slot);
        }
    }

    fn track(&mut self, timed: &TimedTrack, number: usize, block: &Slot) {
        let Some(track) = self.plan.track(timed.id) else {
            return;
        };
        let idea = track.idea.and_then(|id| self.plan.idea(id));
        let title = self.plan.track_title(track);
        let title = title.map_or_else(|| self.messages.track(number), str::to_owned);
        let audience = track.audience.and_then(|id| self.plan.audience(id));
        let about = std::iter::once(block.title.clone())
            .chain(audience.map(|row| row.name.clone()))
            .chain(idea.and_then(|idea| leads(&idea.leads)));
        let around = Around {
            name: title.clone(),
            room: track.room.or(block.room),
        };
        let what = What {
            kind: block.kind,
            title,
            about: joined(about),
            rooms: room(self.plan, around.room).into_iter().collect(),
        };
        self.add(timed.start..timed.end, None, &what, Vec::new());
        for slot in &timed.slots {
            self.slot(slot, Some(&around));
        }
    }

    fn add(&mut self, time: Range<u32>, task: Option<&str>, what: &What, small: Vec<String>) {
        let messages = self.messages;
        let what = What {
            kind: what.kind,
            rooms: what
                .rooms
                .iter()
                .map(|name| messages.fix_spacing(name))
                .collect(),
            title: messages.fix_spacing(&what.title),
            about: messages.fix_spacing(&what.about),
        };
        self.rows.push(Entry {
            from: time.start,
            until: (!time.is_empty()).then(|| messages.end(time.start, time.end)),
            task: task.map(|id| messages.text(id)),
            what,
            small: small
                .iter()
                .map(|text| messages.fix_spacing(text))
                .collect(),
        });
    }

    /// Where the crew works for a slot: in its own room, else in those of its tracks.
    fn rooms(&self, slot: &Slot, own: Option<RoomId>) -> Vec<String> {
        let tracks = self.plan.tracks(slot.id).map(|track| track.room);
        let rooms = own.map_or_else(|| tracks.collect(), |_| vec![own]);
        rooms
            .into_iter()
            .filter_map(|id| room(self.plan, id))
            .collect()
    }

    /// Notes and material.
    fn needs(&self, slot: &Slot) -> Vec<String> {
        let material = slot.material.as_ref();
        let material = material.map(|text| {
            self.messages
                .fill("sheet-material", &[("text", text.as_str())])
        });
        slot.notes.iter().cloned().chain(material).collect()
    }
}
