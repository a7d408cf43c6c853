//! Order among siblings as a text that sorts, so that moving one row rewrites one row.
//!
//! A rank is a fraction between 0 and 1 written in base 62 without a trailing zero digit: between
//! any two different ranks there is always another, and plain byte comparison orders them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::column::{Cell, CellError, Column, ReadCells};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A place in an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Rank(String);

impl Rank {
    /// A rank strictly between `before` and `after`; `None` is the open end.
    ///
    /// Should `before` not sort before `after` (a store edited by hand), `after` is ignored: the
    /// order stays total and no row is lost.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let low: Vec<u8> = before.map_or_else(Vec::new, Self::digits);
        let high = after
            .filter(|after| before.is_none_or(|before| before < *after))
            .map(Self::digits);
        Self::write(&midpoint(&low, high.as_deref()))
    }

    /// A rank after every one of `siblings`.
    pub fn after_all<'a>(siblings: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::between(siblings.into_iter().max(), None)
    }

    /// `count` ranks in ascending order between `before` and `after`, spread so that they stay short.
    pub fn spread(before: Option<&Self>, after: Option<&Self>, count: usize) -> Vec<Self> {
        fn fill(low: Option<&Rank>, high: Option<&Rank>, count: usize, out: &mut Vec<Rank>) {
            if count == 0 {
                return;
            }
            let middle = Rank::between(low, high);
            fill(low, Some(&middle), count / 2, out);
            out.push(middle.clone());
            fill(Some(&middle), high, count - count / 2 - 1, out);
        }
        let mut out = Vec::with_capacity(count);
        fill(before, after, count, &mut out);
        out
    }

    /// The text that is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes a stored rank back; characters outside the alphabet are dropped, an empty text becomes
    /// the middle of the order.
    pub fn from_stored(text: &str) -> Self {
        let kept: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        if kept.is_empty() {
            Self::between(None, None)
        } else {
            Self(kept)
        }
    }

    fn digits(&self) -> Vec<u8> {
        let value = |c: u8| DIGITS.iter().position(|d| *d == c).unwrap_or(0) as u8;
        self.0.bytes().map(value).collect()
    }

    fn write(digits: &[u8]) -> Self {
        let letter = |d: &u8| DIGITS.get(usize::from(*d)).copied().unwrap_or(b'z') as char;
        Self(digits.iter().map(letter).collect())
    }
}

/// A digit string strictly between `low` and `high` (`None` is one), as short as halving allows.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> Vec<u8> {
    let base = DIGITS.len() as u8;
    let mut out = Vec::new();
    let mut bounded = high;
    for place in 0.. {
        let floor = low.get(place).copied().unwrap_or(0);
        let ceiling = match bounded {
            Some(high) => high.get(place).copied().unwrap_or(0),
            None => base,
        };
        if floor == ceiling {
            out.push(floor);
        } else if ceiling > floor + 1 {
            out.push(floor + (ceiling - floor) / 2);
            break;
        } else {
            // The digits are neighbours: what follows only has to stay above `low`.
            out.push(floor);
            bounded = None;
        }
    }
    out
}

impl Column for Rank {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        cells.push(Cell::Text(Cow::Borrowed(self.as_str())));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.text(|text| Ok(Self::from_stored(text)))
    }
}

#[cfg(test)]
mod tests {
    use crate::rank::Rank;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_rank_fits_between_any_two_neighbours(places in prop::collection::vec(0usize..1000, 1..200)) {
            let mut order: Vec<Rank> = Vec::new();
            for place in places {
                let at = place % (order.len() + 1);
                let before = at.checked_sub(1).and_then(|i| order.get(i));
                let rank = Rank::between(before, order.get(at));
                prop_assert!(before.is_none_or(|b| *b < rank));
                prop_assert!(order.get(at).is_none_or(|a| rank < *a));
                order.insert(at, rank);
            }
        }

        #[test]
        fn a_spread_is_ascending_and_short(count in 0usize..400) {
            let ranks = Rank::spread(None, None, count);
            prop_assert_eq!(ranks.len(), count);
            prop_assert!(ranks.is_sorted_by(|a, b| a < b));
            prop_assert!(ranks.iter().all(|r| r.as_str().len() <= 4));
        }
    }

    #[test]
    fn a_thousand_insertions_at_one_place_still_sort() {
        let first = Rank::between(None, None);
        let mut next = Rank::between(Some(&first), None);
        for _ in 0..1000 {
            let between = Rank::between(Some(&first), Some(&next));
            assert!(first < between && between < next);
            next = between;
        }
    }
}
