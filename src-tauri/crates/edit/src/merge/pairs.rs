//! What each part of a page is, for sessions and days: from the page and from what
//! exists alone, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use deroule_model::normalize::name_key;
use deroule_model::{ProgrammeId, SessionId, State};

use super::existing::{Existing, ExistingDay, ExistingSession, days_of, described};
use super::match_sessions::{alike, match_all, match_certain};
use crate::draft::{Draft, DraftDay};

/// How many pairs of running orders are compared at the most to find those that went to another day.
const MOST_COMPARED: usize = 1 << 14;

/// What a session of the page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// The existing session at this place.
    Existing(usize),
    /// A session that only the plan has.
    Added(SessionId),
    /// A new one.
    New,
}

/// A day, by the places of its session and of itself.
type DayPlace = (usize, usize);

/// What each session and each day of a page is.
pub(super) struct Pairs {
    /// For each session of the page.
    pub(super) sessions: Vec<Pair>,
    /// For each session of the page that exists: for each of its days the place of the existing one.
    days: Vec<Vec<Option<usize>>>,
    /// Running orders that stood on another day: the page's day, the existing day.
    moved: BTreeMap<DayPlace, DayPlace>,
}

impl Pairs {
    pub(super) fn of(
        state: &State,
        programme: ProgrammeId,
        draft: &Draft,
        existing: &Existing<'_>,
        has_base: bool,
    ) -> Self {
        let drafts: Vec<_> = existing.sessions.iter().map(|row| row.draft).collect();
        let found = match_all(&draft.sessions, &drafts);
        let mut sessions: Vec<Pair> = found
            .iter()
            .map(|found| found.map_or(Pair::New, Pair::Existing))
            .collect();
        if has_base {
            find_added(state, programme, draft, existing, &mut sessions);
        }
        let days = sessions.iter().zip(&draft.sessions).map(|(pair, session)| {
            let Pair::Existing(at) = pair else {
                return vec![None; days_of(session).len()];
            };
            let rows = existing.sessions.get(*at).map(|row| row.days.as_slice());
            match_days(rows.unwrap_or_default(), days_of(session))
        });
        let mut pairs = Self {
            days: days.collect(),
            sessions,
            moved: BTreeMap::new(),
        };
        pairs.moved = moved_orders(draft, existing, &pairs);
        pairs
    }

    /// The existing session that a session of the page is.
    pub(super) fn session<'e>(
        &self,
        at: usize,
        existing: &'e Existing<'_>,
    ) -> Option<&'e ExistingSession<'e>> {
        match self.sessions.get(at)? {
            Pair::Existing(place) => existing.sessions.get(*place),
            Pair::Added(_) | Pair::New => None,
        }
    }

    /// The existing day that a day of the page is, and the one its running order stood on.
    pub(super) fn day<'e>(
        &self,
        session: usize,
        day: usize,
        existing: &'e Existing<'_>,
    ) -> (Option<&'e ExistingDay<'e>>, Option<&'e ExistingDay<'e>>) {
        let place = self.days.get(session).and_then(|days| *days.get(day)?);
        let rows = self
            .session(session, existing)
            .map(|row| row.days.as_slice());
        let own = place.and_then(|place| rows.unwrap_or_default().get(place));
        let moved = self.moved.get(&(session, day)).and_then(|(session, day)| {
            let session = existing.sessions.get(*session)?;
            session.days.get(*day)
        });
        (own, moved.or(own))
    }

    /// The places of existing sessions that are on the page.
    pub(super) fn found_sessions(&self) -> BTreeMap<usize, usize> {
        let pairs = self.sessions.iter().enumerate();
        pairs
            .filter_map(|(at, pair)| match pair {
                Pair::Existing(place) => Some((*place, at)),
                Pair::Added(_) | Pair::New => None,
            })
            .collect()
    }

    /// The places of the days of an existing session that are on the page.
    pub(super) fn found_days(&self, session: usize) -> BTreeSet<usize> {
        let days = self.days.get(session).into_iter().flatten();
        days.filter_map(|place| *place).collect()
    }
}

/// Finds the sessions that were added both on the page and in the plan.
fn find_added(
    state: &State,
    programme: ProgrammeId,
    draft: &Draft,
    existing: &Existing<'_>,
    sessions: &mut [Pair],
) {
    let known: BTreeSet<SessionId> = existing.sessions.iter().map(|row| row.id).collect();
    let rows = state.sessions(programme);
    let is_added = rows.iter().any(|row| !known.contains(&row.id));
    if !is_added || !sessions.contains(&Pair::New) {
        return;
    }
    let (written, anchors) = described(state, programme);
    let rows = anchors.sessions.iter().zip(&written.sessions);
    let (ids, drafts): (Vec<_>, Vec<_>) = rows
        .filter(|(row, _)| !known.contains(&row.id))
        .map(|(row, session)| (row.id, session))
        .unzip();
    let new: Vec<usize> = (0..sessions.len())
        .filter(|at| sessions.get(*at) == Some(&Pair::New))
        .collect();
    let incoming: Vec<_> = new
        .iter()
        .filter_map(|at| draft.sessions.get(*at).cloned())
        .collect();
    for (at, found) in new.into_iter().zip(match_certain(&incoming, &drafts)) {
        if let Some(id) = found.and_then(|place| ids.get(place))
            && let Some(pair) = sessions.get_mut(at)
        {
            *pair = Pair::Added(*id);
        }
    }
}

/// Pairs each day of a page's session with an existing day, by index: the day of the same date, else another dated
/// day, else the first that is left. When the whole session moved, days are paired in order.
fn match_days(existing: &[ExistingDay<'_>], incoming: &[DraftDay]) -> Vec<Option<usize>> {
    if moved_alike(existing, incoming) {
        return (0..incoming.len()).map(Some).collect();
    }
    let mut free: Vec<usize> = (0..existing.len()).collect();
    let mut found = vec![None; incoming.len()];
    let mut claim = |same: &dyn Fn(&DraftDay, &DraftDay) -> bool| {
        for (day, found) in incoming.iter().zip(&mut found) {
            if found.is_none() {
                let is_same =
                    |at: &usize| existing.get(*at).is_some_and(|row| same(day, row.draft));
                *found = free.iter().position(is_same).map(|at| free.remove(at));
            }
        }
    };
    claim(&|one, other| one.date.is_some() && one.date == other.date);
    claim(&|one, other| one.date.is_some() && other.date.is_some());
    claim(&|_, _| true);
    found
}

/// Whether the days are those that exist, all as many days sooner or later.
fn moved_alike(existing: &[ExistingDay<'_>], incoming: &[DraftDay]) -> bool {
    let by = |(one, other): (&ExistingDay<'_>, &DraftDay)| {
        Some(other.date?.signed_duration_since(one.draft.date?))
    };
    let moves: Vec<_> = existing.iter().zip(incoming).map(by).collect();
    existing.len() == incoming.len()
        && moves
            .iter()
            .all(|by| by.is_some() && Some(by) == moves.first())
}

/// Running orders that went to another day along with their titles: a heading that was corrected, a
/// session that was split.
fn moved_orders(
    draft: &Draft,
    existing: &Existing<'_>,
    pairs: &Pairs,
) -> BTreeMap<DayPlace, DayPlace> {
    let mut kept = BTreeSet::new();
    let mut wanting: Vec<(DayPlace, Vec<String>)> = Vec::new();
    for (at, session) in draft.sessions.iter().enumerate() {
        for (day, incoming) in days_of(session).iter().enumerate() {
            if incoming.slots.is_empty() {
                continue;
            }
            match pairs.day(at, day, existing).0 {
                Some(own) if !own.slots.is_empty() => drop(kept.insert(own.id)),
                _ => {
                    let titles = incoming.slots.iter().map(|slot| slot.title.as_str());
                    wanting.push(((at, day), titles_of(titles)));
                }
            }
        }
    }
    if wanting.is_empty() {
        return BTreeMap::new();
    }
    let mut orphans: Vec<(DayPlace, Vec<String>)> = Vec::new();
    for (at, session) in existing.sessions.iter().enumerate() {
        for (day, row) in session.days.iter().enumerate() {
            if !row.slots.is_empty() && !kept.contains(&row.id) {
                let titles = row.slots.iter().map(|(_, slot)| slot.title.as_str());
                orphans.push(((at, day), titles_of(titles)));
            }
        }
    }
    if wanting.len() * orphans.len() > MOST_COMPARED {
        return BTreeMap::new();
    }
    let mut moved = BTreeMap::new();
    for (place, titles) in wanting {
        let like = orphans.iter().position(|(_, other)| alike(&titles, other));
        if let Some(at) = like {
            moved.insert(place, orphans.remove(at).0);
        }
    }
    moved
}

fn titles_of<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut titles: Vec<_> = titles.map(name_key).collect();
    titles.sort_unstable();
    titles
}
