//! Which session that exists each session of a page is.
//!
//! What is certain is claimed first. What is left over of one title is paired in order, so that a
//! session that moved to another date stays the same one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use deroule_model::normalize::name_key;
use deroule_model::{Clock, Status};

use crate::draft::DraftSession;

/// How many pairs of a group are compared at the most: as many as 250 sessions of one title make.
/// Beyond, order alone decides.
const MOST_COMPARED: usize = 1 << 16;

/// What a session can be recognised by.
struct MatchKey {
    title: String,
    /// Whether the page announces it, and does not only describe it.
    announced: bool,
    /// The dates of its days, in order.
    dates: Vec<NaiveDate>,
    /// The titles in its running orders, sorted.
    order: Vec<String>,
    /// All that the page says of it, sorted.
    facts: Vec<Fact>,
}

/// Something a page says of a session besides its title and dates.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Status(Status),
    /// Venue, theme or objectives.
    Text(usize, String),
    Hours(String, Clock, Clock),
    Slot(String),
}

impl MatchKey {
    fn of(session: &DraftSession) -> Self {
        let mut dates: Vec<_> = session.days.iter().filter_map(|day| day.date).collect();
        dates.sort_unstable();
        let slots = session.days.iter().flat_map(|day| &day.slots);
        let mut order: Vec<_> = slots.map(|slot| name_key(&slot.title)).collect();
        order.sort_unstable();
        let texts = [&session.venue, &session.theme, &session.objectives].into_iter();
        let texts = texts.enumerate().filter_map(|(place, text)| {
            let text = text.as_ref()?.trim();
            Some(Fact::Text(place, text.to_owned()))
        });
        let hours = session.days.iter().flat_map(|day| &day.attendance);
        let hours = hours.map(|row| Fact::Hours(name_key(&row.audience), row.start, row.end));
        let status = session.status.map(Fact::Status).into_iter();
        let order_facts = order.iter().cloned().map(Fact::Slot);
        let mut facts: Vec<_> = status
            .chain(texts)
            .chain(hours)
            .chain(order_facts)
            .collect();
        facts.sort_unstable();
        Self {
            title: name_key(&session.title),
            announced: session.announced,
            dates,
            order,
            facts,
        }
    }
}

/// Sessions of the page and existing ones, by their places, that may be the same.
#[derive(Default)]
struct Group {
    incoming: Vec<usize>,
    existing: Vec<usize>,
}

struct Matching {
    incoming: Vec<MatchKey>,
    existing: Vec<MatchKey>,
    /// For each incoming session the existing one it is.
    found: Vec<Option<usize>>,
    /// For each existing session whether it was found.
    taken: Vec<bool>,
}

/// For each session of the page the place of the existing one that it is, if it is one.
pub(super) fn match_all(
    incoming: &[DraftSession],
    existing: &[&DraftSession],
) -> Vec<Option<usize>> {
    let mut matching = Matching::of(incoming, existing);
    matching.claim_identical();
    matching.claim_certain();
    matching.claim_renamed();
    matching.claim_moved();
    matching.claim_dates();
    matching.found
}

/// The same, but only where the title and a date agree, or the title of undated ones.
pub(super) fn match_certain(
    incoming: &[DraftSession],
    existing: &[&DraftSession],
) -> Vec<Option<usize>> {
    let mut matching = Matching::of(incoming, existing);
    matching.claim_identical();
    matching.claim_same_day();
    for group in matching.groups(|key| key.dates.is_empty().then(|| key.title.clone())) {
        matching.claim_in_order(&group);
    }
    matching.found
}

impl Matching {
    fn of(incoming: &[DraftSession], existing: &[&DraftSession]) -> Self {
        Self {
            incoming: incoming.iter().map(MatchKey::of).collect(),
            existing: existing.iter().map(|row| MatchKey::of(row)).collect(),
            found: vec![None; incoming.len()],
            taken: vec![false; existing.len()],
        }
    }

    /// The same in all that the page says: on an unchanged page, each is itself.
    fn claim_identical(&mut self) {
        let all = |key: &MatchKey| Some((key.title.clone(), key.dates.clone(), key.facts.clone()));
        for group in self.groups(all) {
            let pairs = group.incoming.iter().zip(&group.existing);
            pairs.for_each(|(incoming, existing)| self.claim(*incoming, *existing));
        }
    }

    /// The same title on the same date, or a title that only one has.
    fn claim_certain(&mut self) {
        self.claim_same_day();
        let incoming = counted(&self.incoming);
        let existing = counted(&self.existing);
        let alone = |key: &MatchKey| {
            let both = [&incoming, &existing].map(|all| all.get(&key.title));
            (both == [Some(&1), Some(&1)]).then(|| key.title.clone())
        };
        for group in self.groups(alone) {
            self.claim_in_order(&group);
        }
    }

    fn claim_same_day(&mut self) {
        for group in self.groups(|key| Some((key.title.clone(), *key.dates.first()?))) {
            let rest = self.claim_likest(group);
            self.claim_in_order(&rest);
        }
        let mut on_day: BTreeMap<(String, NaiveDate), Vec<usize>> = BTreeMap::new();
        for (at, key) in self.existing.iter().enumerate() {
            if !self.taken[at] {
                for date in &key.dates {
                    on_day
                        .entry((key.title.clone(), *date))
                        .or_default()
                        .push(at);
                }
            }
        }
        for at in 0..self.incoming.len() {
            let key = &self.incoming[at];
            let mut days = key.dates.iter().map(|date| (key.title.clone(), *date));
            let free = |day: &(String, NaiveDate)| {
                let rows = on_day.get(day)?;
                rows.iter().copied().find(|row| !self.taken[*row])
            };
            if self.found[at].is_none()
                && let Some(existing) = days.find_map(|day| free(&day))
            {
                self.claim(at, existing);
            }
        }
    }

    /// A title that is new, on the date of a session: it was renamed.
    fn claim_renamed(&mut self) {
        let existing = counted(&self.existing);
        let incoming = counted(&self.incoming);
        let mut renamed = self.groups(|key| key.dates.first().copied());
        for group in &mut renamed {
            let is_new = |at: &usize| !existing.contains_key(&self.incoming[*at].title);
            group.incoming.retain(is_new);
            // One whose title is on the page elsewhere was not renamed: it moved.
            let is_gone = |at: &usize| !incoming.contains_key(&self.existing[*at].title);
            let is_described = |at: &usize| !self.incoming[*at].announced;
            if group.existing.iter().any(is_gone) || group.incoming.iter().all(is_described) {
                group.existing.retain(is_gone);
            }
            self.claim_in_order(group);
        }
    }

    /// Pairs the remaining sessions of one title: first those whose running orders are like each other and like no
    /// others, then by date. Undated ones come last, those with most in common first: a date may have been given since.
    fn claim_moved(&mut self) {
        let dated = |key: &MatchKey| (!key.dates.is_empty()).then(|| key.title.clone());
        for mut group in self.groups(dated) {
            group
                .incoming
                .sort_by_key(|at| self.incoming[*at].dates.first());
            group
                .existing
                .sort_by_key(|at| self.existing[*at].dates.first());
            let rest = self.claim_by_running_order(group);
            self.claim_in_order(&rest);
        }
        for group in self.groups(|key| Some(key.title.clone())) {
            let rest = self.claim_likest(group);
            let mut rest = self.claim_by_running_order(rest);
            // Those that have a date only where there are not enough others.
            rest.existing
                .sort_by_key(|at| !self.existing[*at].dates.is_empty());
            rest.existing.truncate(rest.incoming.len());
            rest.existing.sort_unstable();
            self.claim_in_order(&rest);
        }
    }

    /// Any session on that date.
    fn claim_dates(&mut self) {
        for group in self.groups(|key| key.dates.first().copied()) {
            self.claim_in_order(&group);
        }
    }

    /// What is free yet on both sides, by what it can be recognised by.
    fn groups<K: Ord>(&self, key: impl Fn(&MatchKey) -> Option<K>) -> Vec<Group> {
        let mut groups: BTreeMap<K, Group> = BTreeMap::new();
        for (at, incoming) in self.incoming.iter().enumerate() {
            if self.found[at].is_none()
                && let Some(key) = key(incoming)
            {
                groups.entry(key).or_default().incoming.push(at);
            }
        }
        for (at, existing) in self.existing.iter().enumerate() {
            if !self.taken[at]
                && let Some(group) = key(existing).and_then(|key| groups.get_mut(&key))
            {
                group.existing.push(at);
            }
        }
        groups
            .into_values()
            .filter(|group| !group.existing.is_empty())
            .collect()
    }

    fn claim(&mut self, incoming: usize, existing: usize) {
        self.found[incoming] = Some(existing);
        self.taken[existing] = true;
    }

    /// What is left of a group.
    fn rest(&self, mut group: Group) -> Group {
        group.incoming.retain(|at| self.found[*at].is_none());
        group.existing.retain(|at| !self.taken[*at]);
        group
    }

    /// Pairs those that have something in common, the likest first.
    fn claim_likest(&mut self, group: Group) -> Group {
        if group.incoming.len() * group.existing.len() > MOST_COMPARED {
            return group;
        }
        let mut pairs = Vec::new();
        for incoming in &group.incoming {
            for existing in &group.existing {
                let (one, other) = (&self.incoming[*incoming], &self.existing[*existing]);
                let common = in_common(&one.facts, &other.facts);
                if common > 0 {
                    let apart = one.facts.len() + other.facts.len() - 2 * common;
                    pairs.push((Reverse(common), apart, *incoming, *existing));
                }
            }
        }
        pairs.sort_unstable();
        for (.., incoming, existing) in pairs {
            if self.found[incoming].is_none() && !self.taken[existing] {
                self.claim(incoming, existing);
            }
        }
        self.rest(group)
    }

    /// Pairs those whose running orders are like one another's and like no other's.
    fn claim_by_running_order(&mut self, group: Group) -> Group {
        if group.incoming.len() * group.existing.len() > MOST_COMPARED {
            return group;
        }
        let pairs: Vec<(usize, usize)> = group
            .incoming
            .iter()
            .flat_map(|one| group.existing.iter().map(|other| (*one, *other)))
            .filter(|(one, other)| alike(&self.incoming[*one].order, &self.existing[*other].order))
            .collect();
        let mut like_incoming: BTreeMap<usize, u32> = BTreeMap::new();
        let mut like_existing: BTreeMap<usize, u32> = BTreeMap::new();
        for (incoming, existing) in &pairs {
            *like_incoming.entry(*incoming).or_default() += 1;
            *like_existing.entry(*existing).or_default() += 1;
        }
        for (incoming, existing) in pairs {
            if like_incoming.get(&incoming) == Some(&1) && like_existing.get(&existing) == Some(&1)
            {
                self.claim(incoming, existing);
            }
        }
        self.rest(group)
    }

    /// Pairs a group's sessions in its order. Where one side has fewer, each is paired with the one
    /// nearest in time of those it leaves enough others behind.
    fn claim_in_order(&mut self, group: &Group) {
        let Group { incoming, existing } = group;
        let apart = |one: &usize, other: &usize| self.apart(*one, *other);
        let pairs: Vec<(usize, usize)> = if incoming.len() <= existing.len() {
            in_order(incoming, existing, apart)
        } else {
            let turned = in_order(existing, incoming, |one, other| apart(other, one));
            turned
                .into_iter()
                .map(|(one, other)| (other, one))
                .collect()
        };
        for (incoming, existing) in pairs {
            self.claim(incoming, existing);
        }
    }

    /// How many days lie between two sessions: none where the day of the year is the same.
    fn apart(&self, incoming: usize, existing: usize) -> u64 {
        let first = |key: &MatchKey| key.dates.first().copied();
        match (
            first(&self.incoming[incoming]),
            first(&self.existing[existing]),
        ) {
            (Some(one), Some(other)) if day_of_year(one) != day_of_year(other) => {
                one.signed_duration_since(other).num_days().unsigned_abs()
            }
            _ => 0,
        }
    }
}

fn counted(keys: &[MatchKey]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key.title.clone()).or_default() += 1;
    }
    counts
}

fn day_of_year(date: NaiveDate) -> (u32, u32) {
    (date.month(), date.day())
}

/// Each of `few` with one of `many`, in the order of both. Looks no further than [`MOST_COMPARED`]
/// pairs allow.
fn in_order(
    few: &[usize],
    many: &[usize],
    apart: impl Fn(&usize, &usize) -> u64,
) -> Vec<(usize, usize)> {
    let mut spare = many.len().saturating_sub(few.len());
    let reach = MOST_COMPARED / few.len().max(1);
    let mut rest = many;
    let mut pairs = Vec::with_capacity(few.len());
    for one in few {
        let near = rest.iter().take(spare.min(reach) + 1).enumerate();
        let Some((skipped, other)) = near.min_by_key(|(_, other)| apart(one, other)) else {
            break;
        };
        pairs.push((*one, *other));
        spare -= skipped;
        rest = rest.get(skipped + 1..).unwrap_or_default();
    }
    pairs
}

/// Whether two running orders, sorted, have at least half of the longer one in common.
pub(super) fn alike(one: &[String], other: &[String]) -> bool {
    let common = in_common(one, other);
    common > 0 && 2 * common >= one.len().max(other.len())
}

/// How much two sorted lists have in common.
fn in_common<T: Ord>(one: &[T], other: &[T]) -> usize {
    let (mut one, mut other, mut common) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        let ordering = left.cmp(right);
        common += usize::from(ordering.is_eq());
        if ordering.is_le() {
            one.next();
        }
        if ordering.is_ge() {
            other.next();
        }
    }
    common
}
