//! The views that the window shows: rows and the values computed from them. Each view is built from the state
//! and never edited.

use std::collections::HashMap;

use chrono::NaiveDate;
use deroule_checks::{Finding, Pass, Severity};
use deroule_model::normalize::name_key;
use deroule_model::{
    Attendance, Audience, Clock, Colour, Day, DayId, DismissalId, Idea, Parent, Programme,
    ProgrammeId, Room, Session, SessionId, Slot, SlotId, State, Subject, Track, TrackId,
};
use deroule_schedule as schedule;
use deroule_schedule::TimedDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A programme with all its sessions at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgrammeView {
    /// The programme.
    pub programme: Programme,
    /// Its audiences, in order.
    pub audiences: Vec<Audience>,
    /// Its rooms, in order.
    pub rooms: Vec<Room>,
    /// Its ideas, in order, and where they are placed.
    pub ideas: Vec<IdeaCard>,
    /// Its sessions by first date, undated ones last.
    pub sessions: Vec<SessionRow>,
}

/// An idea and where it is placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IdeaCard {
    /// The idea.
    pub idea: Idea,
    /// The colours of its tags, in their order; none for a tag without a colour.
    pub tag_colours: Vec<Option<Colour>>,
    /// Where it runs; none while it is only an idea.
    pub placements: Vec<Placement>,
}

/// One place an idea runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Placement {
    /// The track it runs in.
    pub track: TrackId,
    /// The round.
    pub round: SlotId,
    /// The session.
    pub session: SessionId,
}

/// A session at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionRow {
    /// The session.
    pub session: Session,
    /// Its days, by date.
    pub days: Vec<DayRow>,
    /// How many slots its running orders have, milestones included, tracks' slots not.
    pub slot_count: u32,
    /// How much there is worth a look in it.
    pub findings: FindingCounts,
}

/// How much there is worth a look, by gravity. The findings themselves come with the session that is
/// watched, or are asked for: those of five hundred sessions weigh more than all the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingCounts {
    /// What is worth knowing.
    pub notes: u32,
    /// What is likely a mistake.
    pub warnings: u32,
    /// What can't happen as planned.
    pub conflicts: u32,
}

impl FindingCounts {
    fn of(findings: &[Finding]) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Note => counts.notes += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Conflict => counts.conflicts += 1,
            }
        }
        counts
    }
}

/// The findings of a programme, and those that are dismissed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// Session by session, by first date; those without anything are left out.
    pub sessions: Vec<SessionFindings>,
    /// The dismissed ones.
    pub dismissed: Vec<DismissedFinding>,
}

/// A dismissed finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissedFinding {
    /// What brings it back.
    pub dismissal: DismissalId,
    /// Which finding, such as `finding-no-break`.
    pub code: String,
    /// The title of its subject; none when it is dismissed everywhere.
    pub title: Option<String>,
}

/// What is worth a look in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionFindings {
    /// Which session.
    pub session: SessionId,
    /// Gravest first.
    pub findings: Vec<Finding>,
}

/// A day at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayRow {
    /// Its id.
    pub id: DayId,
    /// Its local date; none while it is to be confirmed.
    pub date: Option<NaiveDate>,
    /// When its running order starts.
    pub start: Clock,
    /// When its running order ends.
    pub end: Clock,
    /// Who attends from when to when.
    pub attendances: Vec<Attendance>,
}

/// A session's running orders, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Which session; the session itself is in the programme's view.
    pub id: SessionId,
    /// Its days, by date.
    pub days: Vec<DayView>,
}

/// A day's running order, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayView {
    /// The day.
    pub day: Day,
    /// When everything happens, in order.
    pub timed: TimedDay,
    /// Every slot `timed` names, tracks' slots included, in no order.
    pub slots: Vec<Slot>,
    /// Every track `timed` names, in no order.
    pub tracks: Vec<Track>,
}

/// A session's running orders after an edit: their times, and the rows that are new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionChange {
    /// Which session.
    pub id: SessionId,
    /// Its days, by date.
    pub days: Vec<DayChange>,
}

/// A day's running order after an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayChange {
    /// The day.
    pub day: Day,
    /// When everything happens, in order.
    pub timed: TimedDay,
    /// Of the slots `timed` names, those that are new to the session or different; in no order.
    pub slots: Vec<Slot>,
    /// Of the tracks `timed` names, those that are new to the session or different; in no order.
    pub tracks: Vec<Track>,
}

/// The programme `id` with its sessions; `None` if it does not exist.
pub fn programme(state: &State, id: ProgrammeId) -> Option<ProgrammeView> {
    let mut pass = Pass::new(state);
    Some(ProgrammeView {
        programme: state.programme(id)?.clone(),
        audiences: state.audiences(id).into_iter().cloned().collect(),
        rooms: state.rooms(id).into_iter().cloned().collect(),
        ideas: ideas(state, id),
        sessions: state
            .sessions(id)
            .into_iter()
            .map(|row| session_row(state, row, &pass.of_session(row.id)))
            .collect(),
    })
}

/// The ideas of a programme and the tracks in which they are placed.
pub fn ideas(state: &State, of: ProgrammeId) -> Vec<IdeaCard> {
    let place = |track: &Track| {
        let session = state.session_of(Parent::Track(track.id))?.id;
        Some(Placement {
            track: track.id,
            round: track.slot,
            session,
        })
    };
    let colours: HashMap<String, Colour> = state
        .tags(of)
        .map(|tag| (name_key(&tag.name), tag.colour))
        .collect();
    // Folding every name takes time at the start: not where no tag has a colour.
    let colour = |name: &String| {
        let is_any_coloured = !colours.is_empty();
        is_any_coloured.then(|| colours.get(&name_key(name)).copied())?
    };
    let ideas = state.ideas(of).into_iter();
    ideas
        .map(|idea| IdeaCard {
            idea: idea.clone(),
            tag_colours: idea.tags.iter().map(colour).collect(),
            placements: state.placements(idea.id).filter_map(place).collect(),
        })
        .collect()
}

/// The row of a session in the programme's view, with the number of `findings`.
pub fn session_row(state: &State, session: &Session, findings: &[Finding]) -> SessionRow {
    let days = state.days(session.id).map(|day| {
        let timed = schedule::day(state, day.id);
        DayRow {
            id: day.id,
            date: day.date,
            start: timed.as_ref().map_or(day.start, |timed| timed.start),
            end: timed.as_ref().map_or(day.start, |timed| timed.end),
            attendances: state.attendances(day.id).into_iter().cloned().collect(),
        }
    });
    let slots: usize = state
        .days(session.id)
        .map(|day| state.slots(Parent::Day(day.id)).count())
        .sum();
    SessionRow {
        session: session.clone(),
        days: days.collect(),
        slot_count: u32::try_from(slots).unwrap_or(u32::MAX),
        findings: FindingCounts::of(findings),
    }
}

/// The findings of a programme, and the dismissed ones.
pub fn findings(state: &State, of: ProgrammeId) -> Findings {
    let mut pass = Pass::new(state);
    let sessions = state.sessions(of).into_iter();
    let sessions = sessions.map(|row| SessionFindings {
        session: row.id,
        findings: pass.of_session(row.id),
    });
    let dismissed = state.dismissals(of).filter_map(|row| {
        let title = match row.subject {
            Subject::Programme(_) => None,
            // The subject of a dismissal may be deleted.
            subject => Some(title(state, subject)?),
        };
        Some(DismissedFinding {
            dismissal: row.id,
            code: row.code.clone(),
            title,
        })
    });
    Findings {
        sessions: sessions.filter(|row| !row.findings.is_empty()).collect(),
        dismissed: dismissed.collect(),
    }
}

/// The title of a subject; `None` if it was deleted.
fn title(state: &State, subject: Subject) -> Option<String> {
    match subject {
        Subject::Session(id) => Some(state.session(id)?.title.clone()),
        Subject::Day(id) => title(state, Subject::Session(state.day(id)?.session)),
        Subject::Slot(id) => Some(state.slot(id)?.title.clone()),
        Subject::Track(id) => {
            let track = state.track(id)?;
            match state.track_title(track) {
                Some(own) => Some(own.to_owned()),
                None => title(state, Subject::Slot(track.slot)),
            }
        }
        _ => None,
    }
}

/// The running orders of the session `id`; `None` if it does not exist.
pub fn session(state: &State, id: SessionId) -> Option<SessionView> {
    state.session(id)?;
    Some(SessionView {
        id,
        days: state
            .days(id)
            .filter_map(|day| day_view(state, day))
            .collect(),
    })
}

/// The changes in the running orders of the session `id`; `None` if it was deleted.
pub(crate) fn session_change(
    before: &State,
    after: &State,
    id: SessionId,
) -> Option<SessionChange> {
    // A block moved from another session has tracks and slots whose rows did not change.
    let elsewhere = |parent: Parent| before.session_of(parent).is_none_or(|row| row.id != id);
    let change = |view: DayView| {
        let DayView {
            day,
            timed,
            mut slots,
            mut tracks,
        } = view;
        slots.retain(|row| before.slot(row.id) != Some(row) || elsewhere(row.parent));
        tracks.retain(|row| before.track(row.id) != Some(row) || elsewhere(Parent::Track(row.id)));
        DayChange {
            day,
            timed,
            slots,
            tracks,
        }
    };
    let view = session(after, id)?;
    Some(SessionChange {
        id,
        days: view.days.into_iter().map(change).collect(),
    })
}

fn day_view(state: &State, day: &Day) -> Option<DayView> {
    let mut slots = Vec::new();
    let mut tracks = Vec::new();
    for slot in state.slots(Parent::Day(day.id)) {
        slots.push(slot.clone());
        for track in state.tracks(slot.id) {
            slots.extend(state.slots(Parent::Track(track.id)).cloned());
            tracks.push(track.clone());
        }
    }
    Some(DayView {
        day: day.clone(),
        timed: schedule::day(state, day.id)?,
        slots,
        tracks,
    })
}
