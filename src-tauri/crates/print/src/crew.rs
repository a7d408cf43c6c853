//! The rows of the crew's sheet: a day by the clock, with the set-up and tidy-up that are the crew's
//! alone.

use deroule_plan::schedule::{TimedDay, TimedSlot, TimedTrack};
use deroule_plan::{Kind, Plan, RoomId, Slot};
use serde::Serialize;

use crate::rows::{joined, leads, room};
use crate::words::Words;

/// One row: a slot, a track, or the work before or after a slot.
#[derive(Serialize)]
pub(crate) struct Row {
    from: String,
    /// None: a moment that takes no time.
    until: Option<String>,
    /// The word for the crew's work; none where the slot itself takes place.
    task: Option<&'static str>,
    kind: Kind,
    room: Option<String>,
    title: String,
    /// Paragraphs in small letters.
    small: Vec<String>,
}

/// The rows of a day, as the clock comes to them.
pub(crate) fn of_day(plan: &Plan, day: &TimedDay, words: Words) -> Vec<Row> {
    let mut list = List {
        plan,
        words,
        rows: Vec::new(),
    };
    for slot in &day.slots {
        list.slot(slot, None);
    }
    list.rows.sort_by_key(|(from, _)| *from);
    list.rows.into_iter().map(|(_, row)| row).collect()
}

/// A list in the making: each row with the minute since midnight it starts at.
struct List<'a> {
    plan: &'a Plan,
    words: Words,
    rows: Vec<(u32, Row)>,
}

/// What takes place, and where.
struct What {
    kind: Kind,
    title: String,
    room: Option<String>,
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
        let what = What {
            kind: slot.kind,
            title: slot.title.clone(),
            room: self.rooms(slot, around),
        };
        let (start, end) = (timed.start, timed.end);
        // What has to be known and brought is told once, where the work begins.
        let mut needs = self.needs(slot);
        if slot.setup > 0 {
            let task = Some(self.words.setup());
            let small = std::mem::take(&mut needs);
            self.add(
                (start.saturating_sub(slot.setup), start),
                task,
                &what,
                small,
            );
        }
        let name = around.map(|around| around.name.clone());
        let about = joined(name.into_iter().chain(leads(&slot.leads)));
        self.add((start, end), None, &what, [vec![about], needs].concat());
        if slot.tidy > 0 {
            let task = Some(self.words.tidy());
            self.add(
                (end, end.saturating_add(slot.tidy)),
                task,
                &what,
                Vec::new(),
            );
        }
        for (number, track) in (1..).zip(&timed.tracks) {
            self.track(track, number, slot);
        }
    }

    fn track(&mut self, timed: &TimedTrack, number: u32, block: &Slot) {
        let Some(track) = self.plan.track(timed.id) else {
            return;
        };
        let idea = track.idea.and_then(|id| self.plan.idea(id));
        let title = idea.map(|idea| &idea.title).or(track.title.as_ref());
        let title = title.map_or_else(|| self.words.track(number), Clone::clone);
        let room_of = track.room.or(block.room);
        let audience = track.audience.and_then(|id| self.plan.audience(id));
        let about = [
            Some(block.title.clone()),
            audience.map(|row| row.name.clone()),
        ];
        let about = about.into_iter().flatten();
        let about = joined(about.chain(idea.and_then(|idea| leads(&idea.leads))));
        let around = Around {
            name: title.clone(),
            room: room_of,
        };
        let what = What {
            kind: block.kind,
            title,
            room: room(self.plan, room_of),
        };
        self.add((timed.start, timed.end), None, &what, vec![about]);
        for slot in &timed.slots {
            self.slot(slot, Some(&around));
        }
    }

    fn add(
        &mut self,
        (from, until): (u32, u32),
        task: Option<&'static str>,
        what: &What,
        small: Vec<String>,
    ) {
        let words = self.words;
        let row = Row {
            from: words.time(from),
            until: (from < until).then(|| words.time(until)),
            task,
            kind: what.kind,
            room: what.room.as_deref().map(|name| words.spaced(name)),
            title: words.spaced(&what.title),
            small: small
                .iter()
                .filter(|text| !text.is_empty())
                .map(|text| words.spaced(text))
                .collect(),
        };
        self.rows.push((from, row));
    }

    /// A slot's room; a block without one has those of its tracks.
    fn rooms(&self, slot: &Slot, around: Option<&Around>) -> Option<String> {
        let own = slot.room.or(around.and_then(|around| around.room));
        let tracks = self.plan.tracks(slot.id).map(|track| track.room);
        let rooms: Vec<_> = match own {
            Some(_) => vec![own],
            None => tracks.collect(),
        };
        let names = rooms.into_iter().filter_map(|id| room(self.plan, id));
        let names = names.collect::<Vec<_>>().join(", ");
        Some(names).filter(|names| !names.is_empty())
    }

    /// Notes and material.
    fn needs(&self, slot: &Slot) -> Vec<String> {
        let material = slot.material.as_ref();
        let material = material.map(|text| format!("{} {text}", self.words.material()));
        slot.notes.iter().cloned().chain(material).collect()
    }
}
