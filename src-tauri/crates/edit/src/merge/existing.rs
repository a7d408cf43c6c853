//! What is there before a merge, in the page's terms: the base with the row each part became, or
//! what the plan holds where there is no base.

use std::collections::{BTreeMap, HashMap, VecDeque};

use deroule_model::normalize::name_key;
use deroule_model::{
    Anchors, AudienceId, DayId, IdeaId, Parent, ProgrammeId, SessionAnchor, SessionId, SlotId,
    State,
};
use deroule_schedule as schedule;

use crate::draft::{Draft, DraftAttendance, DraftDay, DraftIdea, DraftSession, DraftSlot};

/// The parts of a page that have rows, each with its row.
#[derive(Default)]
pub(super) struct Existing<'a> {
    pub(super) audiences: BTreeMap<String, AudienceId>,
    pub(super) sessions: Vec<ExistingSession<'a>>,
    pub(super) ideas: Vec<ExistingIdea<'a>>,
}

pub(super) struct ExistingSession<'a> {
    pub(super) id: SessionId,
    pub(super) draft: &'a DraftSession,
    pub(super) days: Vec<ExistingDay<'a>>,
}

pub(super) struct ExistingDay<'a> {
    pub(super) id: DayId,
    pub(super) draft: &'a DraftDay,
    /// The slots that have rows, in the page's order.
    pub(super) slots: Vec<(SlotId, &'a DraftSlot)>,
}

pub(super) struct ExistingIdea<'a> {
    pub(super) id: IdeaId,
    pub(super) draft: &'a DraftIdea,
    /// The session it was listed under.
    pub(super) session: Option<SessionId>,
}

/// The day of a session of which a page says neither when it is nor what happens.
static UNDATED: DraftDay = DraftDay {
    date: None,
    start: None,
    attendance: Vec::new(),
    slots: Vec::new(),
};

/// The days of a session: at least one, as in the plan.
pub(super) fn days_of(session: &DraftSession) -> &[DraftDay] {
    if session.days.is_empty() {
        std::slice::from_ref(&UNDATED)
    } else {
        &session.days
    }
}

/// Rows waiting for the part of the page at their line.
struct ByLine<I>(HashMap<u32, VecDeque<I>>);

impl<I: Copy> ByLine<I> {
    fn of(anchors: impl IntoIterator<Item = (u32, I)>) -> Self {
        let mut lines: HashMap<u32, VecDeque<I>> = HashMap::new();
        for (line, id) in anchors {
            lines.entry(line).or_default().push_back(id);
        }
        Self(lines)
    }

    fn take(&mut self, line: u32) -> Option<I> {
        self.0.get_mut(&line)?.pop_front()
    }
}

impl<'a> Existing<'a> {
    /// Every slot that has a row.
    pub(super) fn slots(&self) -> impl Iterator<Item = SlotId> + '_ {
        let days = self.sessions.iter().flat_map(|session| &session.days);
        days.flat_map(|day| &day.slots).map(|(id, _)| *id)
    }

    /// Gives each part of `draft` its row. What no row was made of (an earlier version of the program
    /// read less) is left out.
    pub(super) fn of(draft: &'a Draft, anchors: &'a Anchors) -> Self {
        let mut slots = ByLine::of(anchors.slots.iter().copied());
        let mut rows = ByLine::of(anchors.sessions.iter().map(|row| (row.line, row)));
        let mut ideas = ByLine::of(anchors.ideas.iter().copied());
        let mut places: Vec<Option<SessionId>> = Vec::with_capacity(draft.sessions.len());
        let mut sessions = Vec::with_capacity(draft.sessions.len());
        for session in &draft.sessions {
            let Some(anchor) = rows.take(session.line) else {
                places.push(None);
                continue;
            };
            places.push(Some(anchor.id));
            let days = days_of(session).iter().zip(&anchor.days);
            let days = days.map(|(day, id)| ExistingDay {
                id: *id,
                draft: day,
                slots: day
                    .slots
                    .iter()
                    .filter_map(|slot| Some((slots.take(slot.line)?, slot)))
                    .collect(),
            });
            sessions.push(ExistingSession {
                id: anchor.id,
                draft: session,
                days: days.collect(),
            });
        }
        let ideas = draft.ideas.iter().filter_map(|idea| {
            let place = idea.session.and_then(|place| places.get(place as usize));
            Some(ExistingIdea {
                id: ideas.take(idea.line)?,
                draft: idea,
                session: place.copied().flatten(),
            })
        });
        let audiences = anchors.audiences.iter();
        Self {
            audiences: audiences.map(|(name, id)| (name_key(name), *id)).collect(),
            ideas: ideas.collect(),
            sessions,
        }
    }
}

/// What a programme holds, as a page would say it. Lines are only names here, each used once.
pub(super) fn described(state: &State, programme: ProgrammeId) -> (Draft, Anchors) {
    let mut line = 0;
    let mut next = || {
        line += 1;
        line
    };
    let (mut draft, mut anchors) = (Draft::default(), Anchors::default());
    let mut rows = state.sessions(programme);
    // In the order in which they were created: undated ones are paired in order.
    rows.sort_by(|one, other| (&one.rank, one.id).cmp(&(&other.rank, other.id)));
    let mut places = HashMap::new();
    for row in rows {
        let at = next();
        places.insert(
            row.id,
            u32::try_from(draft.sessions.len()).unwrap_or(u32::MAX),
        );
        let days: Vec<_> = state.days(row.id).collect();
        anchors.sessions.push(SessionAnchor {
            line: at,
            id: row.id,
            days: days.iter().map(|day| day.id).collect(),
        });
        let days = days.into_iter().map(|day| DraftDay {
            date: day.date,
            start: Some(day.start),
            attendance: hours_of(state, day.id),
            slots: state
                .slots(Parent::Day(day.id))
                .map(|slot| {
                    let line = next();
                    anchors.slots.push((line, slot.id));
                    DraftSlot {
                        title: slot.title.clone(),
                        kind: slot.kind,
                        minutes: schedule::length(state, slot),
                        pin: slot.pin,
                        tracks: count(state.tracks(slot.id).count()),
                        line,
                    }
                })
                .collect(),
        });
        draft.sessions.push(DraftSession {
            announced: true,
            title: row.title.clone(),
            status: Some(row.status),
            venue: row.venue.clone(),
            theme: row.theme.clone(),
            objectives: row.objectives.clone(),
            days: days.collect(),
            line: at,
        });
    }
    for idea in state.ideas(programme) {
        let line = next();
        anchors.ideas.push((line, idea.id));
        draft.ideas.push(DraftIdea {
            title: idea.title.clone(),
            session: idea.session.and_then(|id| places.get(&id)).copied(),
            line,
        });
    }
    (draft, anchors)
}

/// Who attends a day, from when to when.
pub(super) fn hours_of(state: &State, day: DayId) -> Vec<DraftAttendance> {
    let rows = state.attendances(day).into_iter();
    rows.filter_map(|row| {
        Some(DraftAttendance {
            audience: state.audience(row.audience)?.name.clone(),
            start: row.start,
            end: row.end,
        })
    })
    .collect()
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
