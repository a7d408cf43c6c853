//! The rows of everyone's sheet: the slots of a day and the gaps between them.

use chrono::NaiveDate;
use deroule_model::normalize::is_same_name;
use deroule_model::{Clock, Kind, Message, Minutes, RoomId, State};
use deroule_schedule::{Fit, TimedDay, TimedSlot, TimedTrack};
use deroule_text::Messages;
use serde::Serialize;

use crate::time_column::{Time, TimeColumn};

/// One row.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Row {
    /// A slot with a length.
    Slot {
        time: Time,
        minutes: Minutes,
        pinned: bool,
        kind: Kind,
        title: String,
        /// The kind and the length.
        side: String,
        /// Paragraphs in small type.
        small: Vec<String>,
        lanes: Vec<Lane>,
    },
    /// A slot of zero minutes.
    Milestone {
        time: Time,
        pinned: bool,
        kind: Kind,
        title: String,
        small: Vec<String>,
    },
    /// Free time before a pinned slot.
    Gap {
        time: Time,
        minutes: Minutes,
        label: String,
    },
    /// The end of the day, unless a milestone shows it.
    End { time: Time },
}

/// One track of a parallel block.
#[derive(Serialize)]
pub(crate) struct Lane {
    /// None where nothing is placed yet: the sheet has a line to write on.
    title: Option<String>,
    about: String,
    slots: Vec<LaneSlot>,
}

/// A slot of a track.
#[derive(Serialize)]
struct LaneSlot {
    time: Time,
    title: String,
    small: Vec<String>,
}

/// Makes the rows of a day.
pub(crate) struct List<'a> {
    pub(crate) state: &'a State,
    pub(crate) messages: &'static Messages,
    pub(crate) date: Option<NaiveDate>,
    /// Whether notes and material are on the sheet.
    pub(crate) notes: bool,
}

impl List<'_> {
    /// The rows of a day.
    pub(crate) fn of_day(&self, day: &TimedDay) -> Vec<Row> {
        let mut column = TimeColumn::new(self.messages, self.date, Clock::MIDNIGHT);
        let mut rows = Vec::new();
        for slot in &day.slots {
            if let Fit::Gap(minutes) = slot.fit {
                rows.push(Row::Gap {
                    time: column.at(slot.start - minutes),
                    minutes,
                    label: self.duration("sheet-free", minutes),
                });
            }
            rows.extend(self.row(slot, &mut column));
        }
        if day.slots.last().is_some_and(|last| last.start < day.end) {
            let time = column.at(day.end);
            rows.push(Row::End { time });
        }
        rows
    }

    fn row(&self, timed: &TimedSlot, column: &mut TimeColumn) -> Option<Row> {
        let slot = self.state.slot(timed.id)?;
        let (kind, pinned) = (slot.kind, slot.pin.is_some());
        let time = column.at(timed.start);
        let title = self.messages.fix_spacing(&slot.title);
        let small = self.small(timed);
        if timed.minutes().is_zero() && timed.tracks.is_empty() {
            return Some(Row::Milestone {
                time,
                pinned,
                kind,
                title,
                small,
            });
        }
        let label = self.messages.kind(kind);
        let length = self.messages.duration(timed.minutes());
        // A break called "Break" needs no kind.
        let side = if is_same_name(&title, &label) {
            length
        } else {
            format!("{label} · {length}")
        };
        let lanes = timed.tracks.iter();
        Some(Row::Slot {
            time,
            minutes: timed.minutes(),
            pinned,
            kind,
            title,
            side,
            small,
            lanes: lanes
                .filter_map(|track| self.lane(track, timed.start))
                .collect(),
        })
    }

    /// The small print of a slot: overrun, room and facilitators, notes, material.
    fn small(&self, timed: &TimedSlot) -> Vec<String> {
        let Some(slot) = self.state.slot(timed.id) else {
            return Vec::new();
        };
        let overrun = match timed.fit {
            Fit::Overrun(minutes) => Some(self.duration("sheet-overrun", minutes)),
            Fit::Contiguous | Fit::Gap(_) => None,
        };
        let room = room_name(self.state, slot.room);
        let about = joined(room.into_iter().chain(join_names(&slot.facilitators)));
        let material = slot.material.as_deref();
        let material = material.map(|text| self.messages.fill("sheet-material", &[("text", text)]));
        let needs = slot.notes.clone().into_iter().chain(material);
        overrun
            .into_iter()
            .chain(Some(about).filter(|about| !about.is_empty()))
            .chain(needs.filter(|_| self.notes))
            .map(|text| self.messages.fix_spacing(&text))
            .collect()
    }

    fn duration(&self, id: &str, minutes: Minutes) -> String {
        let message = Message::new(id).minutes("minutes", minutes);
        self.messages.format(&message)
    }

    /// A track of a block that starts at `from`.
    fn lane(&self, timed: &TimedTrack, from: Clock) -> Option<Lane> {
        let (state, messages) = (self.state, self.messages);
        let track = state.track(timed.id)?;
        let idea = track.idea.and_then(|id| state.idea(id));
        let title = state.track_title(track);
        let audience = track.audience.and_then(|id| state.audience(id));
        let about = joined(
            audience
                .map(|row| row.name.clone())
                .into_iter()
                .chain(room_name(state, track.room))
                .chain(idea.and_then(|idea| join_names(&idea.facilitators))),
        );
        let mut column = TimeColumn::new(messages, self.date, from);
        let lane_slot = |slot: &TimedSlot| {
            Some(LaneSlot {
                time: column.at(slot.start),
                title: messages.fix_spacing(&state.slot(slot.id)?.title),
                small: self.small(slot),
            })
        };
        Some(Lane {
            title: title.map(|title| messages.fix_spacing(title)),
            about: messages.fix_spacing(&about),
            slots: timed.slots.iter().filter_map(lane_slot).collect(),
        })
    }
}

pub(crate) fn room_name(state: &State, id: Option<RoomId>) -> Option<String> {
    Some(state.room(id?)?.name.clone())
}

/// The names in one text; none where there are no names.
pub(crate) fn join_names(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

/// The parts of a line, separated by dots.
pub(crate) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}
