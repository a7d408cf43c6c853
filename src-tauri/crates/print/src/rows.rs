//! The rows of a sheet: the slots of a day, and what their times leave between them.

use deroule_plan::schedule::{Seam, TimedDay, TimedSlot, TimedTrack};
use deroule_plan::{Kind, Plan, RoomId};
use serde::Serialize;

use crate::words::Words;

/// One row, from the top of the day to its end.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Row {
    /// Something that takes time.
    Slot {
        time: String,
        minutes: u32,
        pinned: bool,
        kind: Kind,
        title: String,
        /// Its kind and length, in words.
        side: String,
        /// Paragraphs in small letters.
        small: Vec<String>,
        lanes: Vec<Lane>,
    },
    /// A moment that takes none.
    Milestone {
        time: String,
        pinned: bool,
        kind: Kind,
        title: String,
        small: Vec<String>,
    },
    /// Time that a pin leaves free.
    Gap {
        time: String,
        minutes: u32,
        words: String,
    },
    /// When the day ends, where no milestone says it.
    End { time: String },
}

/// One track of a parallel block.
#[derive(Serialize)]
pub(crate) struct Lane {
    /// None: the place is still free, there is a line to write on.
    title: Option<String>,
    about: String,
    slots: Vec<Inner>,
}

/// A slot of a track.
#[derive(Serialize)]
struct Inner {
    time: String,
    title: String,
    small: Vec<String>,
}

/// The rows of a day.
pub(crate) fn of_day(plan: &Plan, day: &TimedDay, words: Words) -> Vec<Row> {
    let mut rows = Vec::new();
    for slot in &day.slots {
        if let Seam::Gap(minutes) = slot.seam {
            rows.push(Row::Gap {
                time: words.time(slot.start.saturating_sub(minutes)),
                minutes,
                words: words.free(minutes),
            });
        }
        rows.extend(row(plan, slot, words));
    }
    if day.slots.last().is_some_and(|last| last.start < day.end) {
        rows.push(Row::End {
            time: words.time(day.end),
        });
    }
    rows
}

fn row(plan: &Plan, timed: &TimedSlot, words: Words) -> Option<Row> {
    let slot = plan.slot(timed.id)?;
    let (kind, pinned) = (slot.kind, slot.pin.is_some());
    let time = words.time(timed.start);
    let title = words.spaced(&slot.title);
    let small = small(plan, timed, words);
    if timed.minutes() == 0 && timed.tracks.is_empty() {
        return Some(Row::Milestone {
            time,
            pinned,
            kind,
            title,
            small,
        });
    }
    let label = words.kind(kind);
    let length = words.length(timed.minutes());
    // A pause called "Pause" has said what it is.
    let side = if title.to_lowercase() == label.to_lowercase() {
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
        lanes: lanes.filter_map(|track| lane(plan, track, words)).collect(),
    })
}

/// What a slot has to say in small letters: an overrun, room and leads, notes, material.
fn small(plan: &Plan, timed: &TimedSlot, words: Words) -> Vec<String> {
    let Some(slot) = plan.slot(timed.id) else {
        return Vec::new();
    };
    let overrun = match timed.seam {
        Seam::Overrun(minutes) => Some(words.overrun(minutes)),
        Seam::Flows | Seam::Gap(_) => None,
    };
    let about = joined(room(plan, slot.room).into_iter().chain(leads(&slot.leads)));
    let material = slot.material.as_deref();
    overrun
        .into_iter()
        .chain(Some(about).filter(|about| !about.is_empty()))
        .chain(slot.notes.clone())
        .chain(material.map(|text| format!("{} {text}", words.material())))
        .map(|text| words.spaced(&text))
        .collect()
}

fn lane(plan: &Plan, timed: &TimedTrack, words: Words) -> Option<Lane> {
    let track = plan.track(timed.id)?;
    let idea = track.idea.and_then(|id| plan.idea(id));
    let title = plan.track_title(track);
    let audience = track.audience.and_then(|id| plan.audience(id));
    let about = joined(
        audience
            .map(|row| row.name.clone())
            .into_iter()
            .chain(room(plan, track.room))
            .chain(idea.and_then(|idea| leads(&idea.leads))),
    );
    let inner = |slot: &TimedSlot| {
        Some(Inner {
            time: words.time(slot.start),
            title: words.spaced(&plan.slot(slot.id)?.title),
            small: small(plan, slot, words),
        })
    };
    Some(Lane {
        title: title.map(|title| words.spaced(title)),
        about: words.spaced(&about),
        slots: timed.slots.iter().filter_map(inner).collect(),
    })
}

pub(crate) fn room(plan: &Plan, id: Option<RoomId>) -> Option<String> {
    Some(plan.room(id?)?.name.clone())
}

pub(crate) fn leads(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

pub(crate) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}
