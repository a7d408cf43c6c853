//! What is on the sheets, in words: one sheet a day. Lengths are minutes until the template makes
//! them millimetres.

use deroule_plan::schedule::{self, TimedSlot};
use deroule_plan::{Day, Plan, Session, SessionId, Status};
use serde::Serialize;

use crate::words::Words;
use crate::{Options, PrintError};

/// Everything the template reads.
#[derive(Serialize)]
pub(crate) struct Sheets {
    lang: &'static str,
    title: String,
    foot: String,
    notes: &'static str,
    sheets: Vec<Sheet>,
}

#[derive(Serialize)]
struct Sheet {
    programme: String,
    title: String,
    date: String,
    venue: Option<String>,
    theme: Option<String>,
    cancelled: Option<&'static str>,
    empty: Option<&'static str>,
    audiences: Vec<Audience>,
    /// From the first start to the last end, in minutes.
    minutes: u32,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Audience {
    name: String,
    hours: String,
}

#[derive(Serialize)]
struct Row {
    time: String,
    length: String,
    title: String,
    kind: String,
    label: &'static str,
    pinned: bool,
    minutes: u32,
    about: String,
    notes: String,
    material: String,
    tracks: Vec<Lane>,
}

#[derive(Serialize)]
struct Lane {
    title: Option<String>,
    about: String,
    slots: Vec<Inner>,
}

#[derive(Serialize)]
struct Inner {
    time: String,
    title: String,
}

/// One sheet for each day of `sessions`, in their order.
pub(crate) fn sheets(
    plan: &Plan,
    sessions: &[SessionId],
    options: &Options,
) -> Result<Sheets, PrintError> {
    let words = Words(options.language);
    let mut found = Vec::new();
    for id in sessions {
        let session = plan.session(*id).ok_or(PrintError::UnknownSession(*id))?;
        found.extend(plan.days(*id).map(|day| sheet(plan, session, day, words)));
    }
    Ok(Sheets {
        lang: words.tag(),
        title: found
            .first()
            .map(|sheet| sheet.title.clone())
            .unwrap_or_default(),
        foot: words.data_of(options.data_date),
        notes: words.notes(),
        sheets: found,
    })
}

fn sheet(plan: &Plan, session: &Session, day: &Day, words: Words) -> Sheet {
    let timed = schedule::day(plan, day.id);
    let slots = timed.as_ref().map_or(&[][..], |timed| &timed.slots);
    let audiences = plan.attendances(day.id).into_iter().filter_map(|hours| {
        Some(Audience {
            name: words.spaced(&plan.audience(hours.audience)?.name),
            hours: format!("{} – {}", words.time(hours.start), words.time(hours.end)),
        })
    });
    let text = |text: &Option<String>| text.as_deref().map(|text| words.spaced(text));
    Sheet {
        programme: plan
            .programme(session.programme)
            .map(|row| words.spaced(&row.title))
            .unwrap_or_default(),
        title: words.spaced(&session.title),
        date: day
            .date
            .map_or_else(|| words.undated().to_owned(), |date| words.date(date)),
        venue: text(&session.venue),
        theme: text(&session.theme),
        cancelled: (session.status == Status::Cancelled).then(|| words.cancelled()),
        empty: slots.is_empty().then(|| words.empty()),
        audiences: audiences.collect(),
        minutes: timed
            .as_ref()
            .map_or(0, |timed| timed.end.saturating_sub(timed.start)),
        rows: slots
            .iter()
            .filter_map(|slot| row(plan, slot, words))
            .collect(),
    }
}

fn row(plan: &Plan, timed: &TimedSlot, words: Words) -> Option<Row> {
    let slot = plan.slot(timed.id)?;
    let room = slot
        .room
        .and_then(|id| plan.room(id))
        .map(|room| room.name.clone());
    let leads = Some(slot.leads.join(", ")).filter(|leads| !leads.is_empty());
    let about: Vec<String> = room.into_iter().chain(leads).collect();
    let material = slot.material.as_deref();
    Some(Row {
        time: words.time(timed.start),
        length: words.length(timed.minutes()),
        title: words.spaced(&slot.title),
        kind: format!("{:?}", slot.kind),
        label: words.kind(slot.kind),
        pinned: slot.pin.is_some(),
        minutes: timed.minutes(),
        about: words.spaced(&about.join(" · ")),
        notes: words.spaced(slot.notes.as_deref().unwrap_or_default()),
        material: material
            .map(|text| format!("{} {}", words.material(), words.spaced(text)))
            .unwrap_or_default(),
        tracks: lanes(plan, timed, words),
    })
}

fn lanes(plan: &Plan, timed: &TimedSlot, words: Words) -> Vec<Lane> {
    let lane = |track: &schedule::TimedTrack| {
        let row = plan.track(track.id)?;
        let idea = row.idea.and_then(|id| plan.idea(id));
        let title = idea.map(|idea| &idea.title).or(row.title.as_ref());
        let room = row
            .room
            .and_then(|id| plan.room(id))
            .map(|room| room.name.clone());
        let audience = row
            .audience
            .and_then(|id| plan.audience(id))
            .map(|row| row.name.clone());
        let leads = idea
            .map(|idea| idea.leads.join(", "))
            .filter(|leads| !leads.is_empty());
        let about: Vec<String> = audience.into_iter().chain(room).chain(leads).collect();
        let slots = track.slots.iter().filter_map(|inner| {
            let title = words.spaced(&plan.slot(inner.id)?.title);
            Some(Inner {
                time: words.time(inner.start),
                title,
            })
        });
        Some(Lane {
            title: title.map(|title| words.spaced(title)),
            about: words.spaced(&about.join(" · ")),
            slots: slots.collect(),
        })
    };
    timed.tracks.iter().filter_map(lane).collect()
}
