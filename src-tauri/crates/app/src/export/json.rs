//! A programme as JSON for other programs: computed times included, absent values null.

mod convert;
pub mod format;

use deroule_checks::{Finding, Pass};
use deroule_model::{Day, Idea, Message, ProgrammeId, Session, SessionId, Slot, State};
use deroule_schedule as schedule;
use deroule_schedule::{TimedSlot, TimedTrack};
use deroule_text::Messages;

use super::language_of;
use crate::app::App;
use crate::wire::{Language, Problem};
use format::Time;

impl App {
    /// A programme in the export's format; with `only`, just these of its sessions. Findings are
    /// worded in `language`, else in the programme's.
    ///
    /// # Errors
    /// A [`Problem`] when the programme does not exist.
    pub fn export_json(
        &self,
        programme: ProgrammeId,
        only: Option<&[SessionId]>,
        language: Option<Language>,
    ) -> Result<format::Document, Problem> {
        self.read(|state, _, _| {
            let messages = Messages::of(language_of(state, Some(programme), language));
            document(state, programme, only, messages)
        })
    }
}

impl format::Document {
    /// The text of the file.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written as JSON.
    pub fn to_text(&self) -> Result<String, Problem> {
        let text = serde_json::to_string_pretty(self);
        let mut text = text.map_err(|error| Problem::internal(&error))?;
        text.push('\n');
        Ok(text)
    }
}

fn document(
    state: &State,
    id: ProgrammeId,
    only: Option<&[SessionId]>,
    messages: &Messages,
) -> Result<format::Document, Problem> {
    let row = state
        .programme(id)
        .ok_or_else(|| Problem::new(Message::new("problem-missing")))?;
    let is_wanted = |row: &&Session| only.is_none_or(|ids| ids.contains(&row.id));
    let sessions: Vec<&Session> = state.sessions(id).into_iter().filter(is_wanted).collect();
    let audiences = state.audiences(id).into_iter().map(|row| format::Audience {
        id: row.id.0,
        name: row.name.clone(),
        colour: row.colour.into(),
    });
    let rooms = state.rooms(id).into_iter().map(|row| format::Room {
        id: row.id.0,
        name: row.name.clone(),
        capacity: row.capacity,
        features: row.features.clone(),
    });
    let tags = state.tags(id).map(|row| format::Tag {
        name: row.name.clone(),
        colour: row.colour.into(),
    });
    let ideas = state.ideas(id);
    let mut pass = Pass::new(state);
    let findings = sessions.iter().flat_map(|row| pass.of_session(row.id));
    Ok(format::Document {
        version: format::VERSION,
        programme: format::Programme {
            id: row.id.0,
            title: row.title.clone(),
            timezone: row.timezone.clone(),
            language: row.language.into(),
        },
        audiences: audiences.collect(),
        rooms: rooms.collect(),
        tags: tags.collect(),
        agenda: format::Agenda {
            page_url: row.agenda_page_url.clone(),
            feed_url: row.agenda_feed_url.clone(),
        },
        findings: findings.map(|one| finding(one, messages)).collect(),
        sessions: sessions.iter().map(|row| session(state, row)).collect(),
        ideas: ideas.into_iter().map(|row| idea(state, row)).collect(),
    })
}

fn session(state: &State, row: &Session) -> format::Session {
    let attendance = state.days(row.id).flat_map(|day| {
        state.attendances(day.id).into_iter().map(|hours| {
            let audience = state.audience(hours.audience);
            format::Attendance {
                audience: audience.map(|row| row.name.clone()),
                date: day.date,
                start: Time::from(hours.start),
                end: Time::from(hours.end),
            }
        })
    });
    format::Session {
        id: row.id.0,
        title: row.title.clone(),
        status: row.status.into(),
        venue: row.venue.clone(),
        address: row.address.clone(),
        map_url: row.map_url.clone(),
        theme: row.theme.clone(),
        objectives: row.objectives.clone(),
        links: row.links.clone(),
        notes: row.notes.clone(),
        attendance: attendance.collect(),
        days: state.days(row.id).map(|row| day(state, row)).collect(),
    }
}

fn day(state: &State, row: &Day) -> format::Day {
    let timed = schedule::day(state, row.id);
    format::Day {
        id: row.id.0,
        date: row.date,
        start: timed.as_ref().map(|timed| Time::from(timed.start)),
        end: timed.as_ref().map(|timed| Time::from(timed.end)),
        slots: slots(state, timed.as_ref().map_or(&[], |timed| &timed.slots)),
    }
}

fn slots(state: &State, timed: &[TimedSlot]) -> Vec<format::Slot> {
    timed
        .iter()
        .filter_map(|timed| slot(state, timed))
        .collect()
}

fn slot(state: &State, timed: &TimedSlot) -> Option<format::Slot> {
    let row = state.slot(timed.id)?;
    let tracks = timed.tracks.iter();
    Some(format::Slot {
        id: row.id.0,
        title: row.title.clone(),
        kind: row.kind.into(),
        start: Time::from(timed.start),
        end: Time::from(timed.end),
        minutes: timed.minutes().0,
        pinned: row.pin.is_some(),
        min_minutes: row.min_minutes.map(|minutes| minutes.0),
        max_minutes: row.max_minutes.map(|minutes| minutes.0),
        optional: row.optional,
        room: row.room.and_then(|id| Some(state.room(id)?.name.clone())),
        facilitators: row.facilitators.clone(),
        setup_minutes: row.setup.0,
        teardown_minutes: row.teardown.0,
        notes: row.notes.clone(),
        material: row.material.clone(),
        tracks: tracks
            .filter_map(|timed| track(state, row, timed))
            .collect(),
    })
}

fn track(state: &State, block: &Slot, timed: &TimedTrack) -> Option<format::Track> {
    let row = state.track(timed.id)?;
    let title = state.track_title(row);
    let track_slots = slots(state, &timed.slots);
    // A track without slots is one activity of the same length as its block.
    let whole = || format::Slot {
        id: row.id.0,
        title: title.unwrap_or(&block.title).to_owned(),
        kind: block.kind.into(),
        start: Time::from(timed.start),
        end: Time::from(timed.end),
        minutes: (timed.end - timed.start).0,
        pinned: false,
        min_minutes: None,
        max_minutes: None,
        optional: false,
        room: None,
        facilitators: Vec::new(),
        setup_minutes: 0,
        teardown_minutes: 0,
        notes: None,
        material: None,
        tracks: Vec::new(),
    };
    let audience = row.audience.and_then(|id| state.audience(id));
    Some(format::Track {
        id: row.id.0,
        title: title.map(str::to_owned),
        idea: row.idea.map(|id| id.0),
        room: row.room.and_then(|id| Some(state.room(id)?.name.clone())),
        audience: audience.map(|row| row.name.clone()),
        slots: if track_slots.is_empty() {
            vec![whole()]
        } else {
            track_slots
        },
    })
}

fn idea(state: &State, row: &Idea) -> format::Idea {
    let session = row.session.and_then(|id| state.session(id));
    format::Idea {
        id: row.id.0,
        title: row.title.clone(),
        session: session.map(|row| row.id.0),
        description: row.description.clone(),
        tags: row.tags.clone(),
        facilitators: row.facilitators.clone(),
        capacity: row.capacity,
        tracks: state.placements(row.id).map(|track| track.id.0).collect(),
    }
}

fn finding(finding: Finding, messages: &Messages) -> format::Finding {
    format::Finding {
        message: messages.format(&finding.message),
        code: finding.message.code,
        severity: finding.severity.into(),
        subject: finding.subject.into(),
        line: None,
    }
}
