//! The descriptions of events. They leave out the organiser's notes: a calendar is public.

use deroule_model::{Attendance, RoomId, Session, State, Track};
use deroule_schedule::{TimedDay, TimedSlot, TimedTrack};
use deroule_text::Messages;

use crate::options::Options;

/// The description of a day: theme, objectives, hours by audience, running order, links.
pub(crate) fn day(
    state: &State,
    session: &Session,
    timed: Option<&TimedDay>,
    attendances: &[&Attendance],
    options: &Options,
) -> String {
    let messages = messages(options);
    let labelled = |id: &str, text| Some(messages.fill(id, &[("text", non_empty(text)?)]));
    let mut parts = Vec::new();
    parts.extend(labelled("event-theme", session.theme.as_deref()));
    parts.extend(labelled("event-objectives", session.objectives.as_deref()));
    if attendances.len() > 1 {
        parts.push(
            attendances
                .iter()
                .filter_map(|row| {
                    let hours = messages.hours(row.start, row.end);
                    let audience = state.audience(row.audience)?;
                    let texts = [("audience", audience.name.as_str()), ("hours", &hours)];
                    Some(messages.fill("event-audience", &texts))
                })
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    let order = timed.map_or(&[][..], |day| &day.slots);
    if !order.is_empty() {
        let mut lines = vec![messages.text("event-running-order")];
        lines.extend(
            order
                .iter()
                .flat_map(|slot| slot_lines(state, slot, 0, options)),
        );
        parts.push(lines.join("\n"));
    }
    let links: Vec<_> = session
        .links
        .iter()
        .filter_map(|link| non_empty(Some(link)))
        .collect();
    parts.extend((!links.is_empty()).then(|| links.join("\n")));
    parts.join("\n\n")
}

/// The description of a slot: its session, facilitators and tracks.
pub(crate) fn slot(
    state: &State,
    session: &Session,
    timed: &TimedSlot,
    options: &Options,
) -> String {
    let facilitators = state
        .slot(timed.id)
        .map_or(&[][..], |slot| &slot.facilitators);
    let mut lines = session_and_facilitators(session, facilitators, options);
    lines.extend(track_lines(state, timed, 0, options));
    lines.join("\n")
}

/// The description of a track without slots: its session, and the facilitators of its idea.
pub(crate) fn track(state: &State, session: &Session, track: &Track, options: &Options) -> String {
    let idea = track.idea.and_then(|id| state.idea(id));
    let facilitators = idea.map_or(&[][..], |idea| &idea.facilitators);
    session_and_facilitators(session, facilitators, options).join("\n")
}

/// Messages with ordinary spaces: some calendar programs show no-break spaces as boxes.
fn messages(options: &Options) -> &'static Messages {
    Messages::plain(options.language)
}

fn session_and_facilitators(
    session: &Session,
    facilitators: &[String],
    options: &Options,
) -> Vec<String> {
    let mut lines = vec![session.title.clone()];
    if !facilitators.is_empty() {
        let names = facilitators.join(", ");
        lines.push(messages(options).fill("event-facilitators", &[("names", names.as_str())]));
    }
    lines
}

/// The tracks of a slot that are for the audience of the export, each with its index among all.
pub(crate) fn tracks<'a>(
    state: &'a State,
    slot: &'a TimedSlot,
    options: &Options,
) -> impl Iterator<Item = (usize, &'a TimedTrack, &'a Track)> {
    let chosen = options.audience;
    slot.tracks
        .iter()
        .enumerate()
        .filter_map(move |(index, timed)| {
            let track = state.track(timed.id)?;
            let others = chosen.zip(track.audience).is_some_and(|(a, b)| a != b);
            (!others).then_some((index, timed, track))
        })
}

/// Whether a slot is for the audience of the export. A block is not where all its tracks are for others.
pub(crate) fn is_for_audience(state: &State, slot: &TimedSlot, options: &Options) -> bool {
    slot.tracks.is_empty() || tracks(state, slot, options).next().is_some()
}

/// `text` trimmed; none where it is empty.
pub(crate) fn non_empty(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The name of a room; none where it is empty.
pub(crate) fn room(state: &State, id: Option<RoomId>) -> Option<&str> {
    non_empty(
        id.and_then(|id| state.room(id))
            .map(|room| room.name.as_str()),
    )
}

fn slot_lines(state: &State, timed: &TimedSlot, depth: usize, options: &Options) -> Vec<String> {
    let Some(slot) = state
        .slot(timed.id)
        .filter(|_| is_for_audience(state, timed, options))
    else {
        return Vec::new();
    };
    let hours = messages(options).hours(timed.start, timed.end);
    let what = match room(state, slot.room) {
        Some(room) => format!("{} ({room})", slot.title),
        None => slot.title.clone(),
    };
    let texts = [("hours", hours.as_str()), ("title", &what)];
    let line = messages(options).fill("event-slot", &texts);
    let mut lines = vec![indented(depth, &line)];
    lines.extend(track_lines(state, timed, depth + 1, options));
    lines
}

fn track_lines(state: &State, timed: &TimedSlot, depth: usize, options: &Options) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, timed, track) in tracks(state, timed, options) {
        lines.push(indented(depth, &track_line(state, track, index, options)));
        for slot in &timed.slots {
            lines.extend(slot_lines(state, slot, depth + 1, options));
        }
    }
    lines
}

/// The title of a track: that of its idea, else its own.
pub(crate) fn track_title<'a>(state: &'a State, track: &'a Track) -> Option<&'a str> {
    let idea = track.idea.and_then(|id| state.idea(id));
    non_empty(idea.map(|idea| idea.title.as_str())).or(non_empty(track.title.as_deref()))
}

fn track_line(state: &State, track: &Track, index: usize, options: &Options) -> String {
    let title =
        track_title(state, track).map_or_else(|| messages(options).track(index + 1), str::to_owned);
    match room(state, track.room) {
        Some(room) => format!("• {title} ({room})"),
        None => format!("• {title}"),
    }
}

fn indented(depth: usize, line: &str) -> String {
    format!("{:1$}{line}", "", depth * 4)
}
