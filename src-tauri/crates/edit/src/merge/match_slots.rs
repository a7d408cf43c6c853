//! Which slot of a running order that exists each slot of the page's is: by title, otherwise by
//! hours and order.

use std::collections::{BTreeMap, VecDeque};

use deroule_model::Clock;
use deroule_model::normalize::name_key;

use crate::draft::{DraftDay, DraftSlot};
use crate::sessions::USUAL_START;

/// A slot and its hours.
struct Timed<'a> {
    title: String,
    start: Clock,
    end: Clock,
    slot: &'a DraftSlot,
}

impl Timed<'_> {
    /// Whether both last, or both are milestones.
    fn is_like(&self, other: &Timed<'_>) -> bool {
        self.slot.minutes.is_zero() == other.slot.minutes.is_zero()
    }
}

fn timed<'a>(start: Option<Clock>, slots: impl Iterator<Item = &'a DraftSlot>) -> Vec<Timed<'a>> {
    let mut clock = start.unwrap_or(USUAL_START);
    slots
        .map(|slot| {
            let start = slot.pin.unwrap_or(clock);
            clock = start + slot.minutes;
            Timed {
                title: name_key(&slot.title),
                start,
                end: clock,
                slot,
            }
        })
        .collect()
}

/// For each slot of `incoming` the place of the one of `existing` that it is, if it is one. `start`
/// is when the existing running order starts.
pub(super) fn match_slots(
    start: Option<Clock>,
    existing: &[&DraftSlot],
    incoming: &DraftDay,
) -> Vec<Option<usize>> {
    let existing = timed(start, existing.iter().copied());
    let incoming = timed(incoming.start.or(start), incoming.slots.iter());
    let mut matching = Matching {
        found: vec![None; incoming.len()],
        taken: vec![false; existing.len()],
        existing: &existing,
        incoming: &incoming,
    };
    matching.claim_in_common();
    matching.claim_by(|slot| Some((slot.title.clone(), None)));
    matching.claim_by(|slot| Some((String::new(), Some((slot.start, Some(slot.end))))));
    matching.claim_by(|slot| Some((String::new(), Some((slot.start, None)))));
    matching.claim_between();
    matching.found
}

/// A title, or a start with or without an end.
type Key = (String, Option<(Clock, Option<Clock>)>);

struct Matching<'a> {
    existing: &'a [Timed<'a>],
    incoming: &'a [Timed<'a>],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Matching<'_> {
    fn claim(&mut self, incoming: usize, existing: usize) {
        self.found[incoming] = Some(existing);
        self.taken[existing] = true;
    }

    /// The longest run of titles that stand in the same order in both.
    fn claim_in_common(&mut self) {
        let (existing, incoming) = (self.existing, self.incoming);
        let same = |one: usize, other: usize| existing[one].title == incoming[other].title;
        // Where little changed, all but the middle stands in the same order anyway.
        let shorter = existing.len().min(incoming.len());
        let head = (0..shorter).take_while(|at| same(*at, *at)).count();
        let tail = (1..=shorter - head)
            .take_while(|at| same(existing.len() - at, incoming.len() - at))
            .count();
        for at in 0..head {
            self.claim(at, at);
        }
        for at in 1..=tail {
            self.claim(incoming.len() - at, existing.len() - at);
        }
        let middle = common_between(
            head..existing.len() - tail,
            head..incoming.len() - tail,
            same,
        );
        for (one, other) in middle {
            self.claim(other, one);
        }
    }

    /// Pairs what is left over of one key, in order.
    fn claim_by(&mut self, key: impl Fn(&Timed<'_>) -> Option<Key>) {
        let mut free: BTreeMap<Key, VecDeque<usize>> = BTreeMap::new();
        for (at, slot) in self.existing.iter().enumerate() {
            if !self.taken[at]
                && let Some(key) = key(slot)
            {
                free.entry(key).or_default().push_back(at);
            }
        }
        for at in 0..self.incoming.len() {
            let slot = &self.incoming[at];
            if self.found[at].is_some() {
                continue;
            }
            let Some(queue) = key(slot).and_then(|key| free.get_mut(&key)) else {
                continue;
            };
            let like = queue
                .iter()
                .position(|one| self.existing[*one].is_like(slot));
            if let Some(existing) = like.and_then(|place| queue.remove(place)) {
                self.claim(at, existing);
            }
        }
    }

    /// One left over on each side between the same two neighbours: it is the same slot, whatever
    /// its title and hours are by now.
    fn claim_between(&mut self) {
        let mut gaps: BTreeMap<Option<usize>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        let mut previous = None;
        for at in 0..self.incoming.len() {
            match self.found[at] {
                Some(existing) => previous = Some(existing),
                None => gaps.entry(previous).or_default().0.push(at),
            }
        }
        previous = None;
        for at in 0..self.existing.len() {
            if self.taken[at] {
                previous = Some(at);
            } else {
                gaps.entry(previous).or_default().1.push(at);
            }
        }
        for (incoming, existing) in gaps.into_values() {
            if let ([incoming], [existing]) = (incoming.as_slice(), existing.as_slice())
                && self.existing[*existing].is_like(&self.incoming[*incoming])
            {
                self.claim(*incoming, *existing);
            }
        }
    }
}

/// The longest common subsequence of two ranges, as pairs of places. Takes time and memory for every
/// place of the one times every place of the other.
fn common_between(
    one: std::ops::Range<usize>,
    other: std::ops::Range<usize>,
    same: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0u32; (one.len() + 1) * width];
    let at = |k: usize, t: usize| k * width + t;
    for k in (0..one.len()).rev() {
        for t in (0..other.len()).rev() {
            let value = if same(one.start + k, other.start + t) {
                longest[at(k + 1, t + 1)] + 1
            } else {
                longest[at(k + 1, t)].max(longest[at(k, t + 1)])
            };
            longest[at(k, t)] = value;
        }
    }
    let (mut k, mut t, mut pairs) = (0, 0, Vec::new());
    while k < one.len() && t < other.len() {
        if same(one.start + k, other.start + t) {
            pairs.push((one.start + k, other.start + t));
            (k, t) = (k + 1, t + 1);
        } else if longest[at(k + 1, t)] >= longest[at(k, t + 1)] {
            k += 1;
        } else {
            t += 1;
        }
    }
    pairs
}
