//! Which session of the plan each session of a page is.
//!
//! What is certain is claimed first. What is left over of one title is paired in order, so that a
//! session that moved to another date stays the same one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::draft::DraftSession;
use crate::{Plan, ProgrammeId, SessionId};

use super::face::{Face, alike, in_common};

/// How many pairs of running orders are compared at the most: as many as 250 sessions of one title
/// make. Beyond, order alone decides.
const MOST_COMPARED: usize = 1 << 16;

/// Sessions of the page and of the plan, by their places there, that may be the same.
#[derive(Default)]
struct Group {
    told: Vec<usize>,
    known: Vec<usize>,
}

struct Matching {
    told: Vec<Face>,
    /// Those of the plan, in the order in which they were created.
    known: Vec<Face>,
    /// For each that is told the one it is.
    found: Vec<Option<usize>>,
    /// For each that is known whether it was found.
    taken: Vec<bool>,
}

/// For each session of the page the one of the plan that it speaks of, if there is one.
pub(super) fn matched(
    plan: &Plan,
    programme: ProgrammeId,
    told: &[DraftSession],
    is_as_told: impl Fn(&DraftSession, SessionId) -> bool,
) -> Vec<Option<SessionId>> {
    let mut known = plan.sessions(programme);
    known.sort_by(|one, other| (&one.rank, one.id).cmp(&(&other.rank, other.id)));
    let mut matching = Matching {
        told: told.iter().map(Face::told).collect(),
        known: known.iter().map(|row| Face::known(plan, row)).collect(),
        found: vec![None; told.len()],
        taken: vec![false; known.len()],
    };
    matching.claim_unchanged(|at, other| match (told.get(at), known.get(other)) {
        (Some(told), Some(known)) => is_as_told(told, known.id),
        _ => false,
    });
    matching.claim_certain();
    matching.claim_renamed();
    matching.claim_moved();
    matching.claim_dates();
    let id = |at: Option<usize>| at.and_then(|at| known.get(at)).map(|row| row.id);
    matching.found.into_iter().map(id).collect()
}

impl Matching {
    /// Where all of one title can be paired with sessions that are just as they are told, they are: a page
    /// that is merged again finds each of its sessions then, whichever way they were paired the first time.
    fn claim_unchanged(&mut self, is_as_told: impl Fn(usize, usize) -> bool) {
        for group in self.groups(|face| Some(face.title.clone())) {
            if group.told.len() * group.known.len() > MOST_COMPARED {
                continue;
            }
            let candidates = |told: &usize| -> Vec<usize> {
                let face = &self.told[*told];
                let known = group.known.iter().copied();
                let may_be = |known: &usize| {
                    let other = &self.known[*known];
                    in_common(&face.dates, &other.dates) == face.dates.len()
                        && in_common(&face.facts, &other.facts) == face.facts.len()
                        && is_as_told(*told, *known)
                };
                known.filter(may_be).collect()
            };
            let pairs = paired(&group.told.iter().map(candidates).collect::<Vec<_>>());
            if pairs.len() == group.told.len() {
                for (known, at) in pairs {
                    self.claim(group.told[at], known);
                }
            }
        }
    }

    /// The same title on the same date, or a title that only one bears.
    fn claim_certain(&mut self) {
        let dated = |face: &Face| Some((face.title.clone(), *face.dates.first()?));
        for group in self.groups(dated) {
            let left = self.claim_alike(group);
            self.claim_in_order(&left);
        }
        for group in self.groups(|face| Some(face.title.clone())) {
            for told in &group.told {
                let mut known = group.known.iter().copied();
                let days = |known: &usize| {
                    !self.taken[*known] && self.told[*told].shares_a_day_with(&self.known[*known])
                };
                if let Some(known) = known.find(days) {
                    self.claim(*told, known);
                }
            }
        }
        let told = counted(&self.told);
        let known = counted(&self.known);
        let alone = |face: &Face| {
            let both = [&told, &known].map(|all| all.get(&face.title));
            (both == [Some(&1), Some(&1)]).then(|| face.title.clone())
        };
        for group in self.groups(alone) {
            self.claim_in_order(&group);
        }
    }

    /// A title that is new, on the date of a session: it was renamed.
    fn claim_renamed(&mut self) {
        let known = counted(&self.known);
        let mut renamed = self.groups(|face| face.dates.first().copied());
        for group in &mut renamed {
            group
                .told
                .retain(|at| !known.contains_key(&self.told[*at].title));
            self.claim_in_order(group);
        }
    }

    /// What is left over of one title: a running order that only one has tells which it is, else it
    /// is paired in order. Undated ones come last: they may have been given a date here.
    fn claim_moved(&mut self) {
        let dated = |face: &Face| (!face.dates.is_empty()).then(|| face.title.clone());
        for mut group in self.groups(dated) {
            group.told.sort_by_key(|at| self.told[*at].dates.first());
            group.known.sort_by_key(|at| self.known[*at].dates.first());
            let left = self.claim_by_running_order(group);
            self.claim_in_order(&left);
        }
        for group in self.groups(|face| Some(face.title.clone())) {
            let left = self.claim_alike(group);
            let mut left = self.claim_by_running_order(left);
            // Those that were dated here only where there are not enough others.
            left.known
                .sort_by_key(|at| !self.known[*at].dates.is_empty());
            left.known.truncate(left.told.len());
            left.known.sort_unstable();
            self.claim_in_order(&left);
        }
    }

    /// Any session on that date.
    fn claim_dates(&mut self) {
        for group in self.groups(|face| face.dates.first().copied()) {
            self.claim_in_order(&group);
        }
    }

    /// What is free yet on both sides, by what it can be known by.
    fn groups<K: Ord>(&self, key: impl Fn(&Face) -> Option<K>) -> Vec<Group> {
        let mut groups: BTreeMap<K, Group> = BTreeMap::new();
        for (at, face) in self.told.iter().enumerate() {
            if self.found[at].is_none()
                && let Some(key) = key(face)
            {
                groups.entry(key).or_default().told.push(at);
            }
        }
        for (at, face) in self.known.iter().enumerate() {
            if !self.taken[at]
                && let Some(group) = key(face).and_then(|key| groups.get_mut(&key))
            {
                group.known.push(at);
            }
        }
        groups.into_values().collect()
    }

    fn claim(&mut self, told: usize, known: usize) {
        self.found[told] = Some(known);
        self.taken[known] = true;
    }

    /// What is left of a group.
    fn left(&self, mut group: Group) -> Group {
        group.told.retain(|at| self.found[*at].is_none());
        group.known.retain(|at| !self.taken[*at]);
        group
    }

    /// Pairs those of which all is so that the page tells, the one it tells most of first.
    fn claim_alike(&mut self, group: Group) -> Group {
        let mut told = group.told.clone();
        told.retain(|at| !self.told[*at].facts.is_empty());
        told.sort_by_key(|at| Reverse(self.told[*at].facts.len()));
        for told in told {
            let facts = &self.told[told].facts;
            let known = group.known.iter().copied();
            let is_so = |known: &usize| {
                !self.taken[*known] && in_common(facts, &self.known[*known].facts) == facts.len()
            };
            // The one of which least else is so.
            let nearest = known
                .filter(is_so)
                .min_by_key(|known| self.known[*known].facts.len());
            if let Some(known) = nearest {
                self.claim(told, known);
            }
        }
        self.left(group)
    }

    /// Pairs those whose running orders are like one another's and like no other's.
    fn claim_by_running_order(&mut self, group: Group) -> Group {
        if group.told.len() * group.known.len() > MOST_COMPARED {
            return group;
        }
        let pairs: Vec<(usize, usize)> = group
            .told
            .iter()
            .flat_map(|told| group.known.iter().map(|known| (*told, *known)))
            .filter(|(told, known)| alike(&self.told[*told].order, &self.known[*known].order))
            .collect();
        let mut like_told = vec![0u32; self.told.len()];
        let mut like_known = vec![0u32; self.known.len()];
        for (told, known) in &pairs {
            like_told[*told] += 1;
            like_known[*known] += 1;
        }
        for (told, known) in pairs {
            if (like_told[told], like_known[known]) == (1, 1) {
                self.claim(told, known);
            }
        }
        self.left(group)
    }

    /// Pairs a group's sessions in its order. Where one side has fewer, each is paired with the one
    /// nearest in time of those it leaves enough others behind.
    fn claim_in_order(&mut self, group: &Group) {
        let Group { told, known } = group;
        let apart = |told: &usize, known: &usize| self.apart(*told, *known);
        let pairs: Vec<(usize, usize)> = if told.len() <= known.len() {
            in_order(told, known, apart)
        } else {
            let turned = in_order(known, told, |known, told| apart(told, known));
            turned
                .into_iter()
                .map(|(known, told)| (told, known))
                .collect()
        };
        for (told, known) in pairs {
            self.claim(told, known);
        }
    }

    /// How many days lie between two sessions: none where the day of the year is the same.
    fn apart(&self, told: usize, known: usize) -> u64 {
        let first = |face: &Face| face.dates.first().copied();
        match (first(&self.told[told]), first(&self.known[known])) {
            (Some(told), Some(known)) if day_of_year(told) != day_of_year(known) => {
                told.signed_duration_since(known).num_days().unsigned_abs()
            }
            _ => 0,
        }
    }
}

/// As many pairs as there can be, each of one of many candidates and the place of the one it is for
/// (augmenting paths, after Kuhn 1955).
fn paired(candidates: &[Vec<usize>]) -> BTreeMap<usize, usize> {
    fn find(
        at: usize,
        candidates: &[Vec<usize>],
        seen: &mut BTreeSet<usize>,
        pairs: &mut BTreeMap<usize, usize>,
    ) -> bool {
        // One that is free, in order, so that those that are alike keep their places.
        if let Some(free) = candidates[at].iter().find(|one| !pairs.contains_key(one)) {
            pairs.insert(*free, at);
            return true;
        }
        for one in &candidates[at] {
            if seen.insert(*one) && find(pairs[one], candidates, seen, pairs) {
                pairs.insert(*one, at);
                return true;
            }
        }
        false
    }
    let mut pairs = BTreeMap::new();
    for at in 0..candidates.len() {
        find(at, candidates, &mut BTreeSet::new(), &mut pairs);
    }
    pairs
}

fn counted(faces: &[Face]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for face in faces {
        *counts.entry(face.title.clone()).or_default() += 1;
    }
    counts
}

fn day_of_year(date: NaiveDate) -> (u32, u32) {
    (date.month(), date.day())
}

/// Each of `few` with one of `many`, in the order of both.
fn in_order(
    few: &[usize],
    many: &[usize],
    apart: impl Fn(&usize, &usize) -> u64,
) -> Vec<(usize, usize)> {
    let mut spare = many.len().saturating_sub(few.len());
    let mut rest = many;
    let mut pairs = Vec::with_capacity(few.len());
    for one in few {
        let near = rest.iter().take(spare + 1).enumerate();
        let Some((skipped, other)) = near.min_by_key(|(_, other)| apart(one, other)) else {
            break;
        };
        pairs.push((*one, *other));
        spare -= skipped;
        rest = rest.get(skipped + 1..).unwrap_or_default();
    }
    pairs
}
