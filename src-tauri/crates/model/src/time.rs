//! Times of a day and durations, in minutes: a time is never taken for a duration, and sums never wrap around.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::column::{Cell, CellError, Column, ReadCells};

/// Minutes of an hour.
const HOUR: u32 = 60;

/// The most hours that a time or a duration may have: a day that runs through the next night.
const MAX_HOURS: u32 = 48;

/// A wall-clock time of a day, in minutes since its midnight. It may pass 24 h.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number & { readonly unit: \"clock\" }")]
pub struct Clock(pub u32);

/// A duration, in minutes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
#[ts(type = "number & { readonly unit: \"minutes\" }")]
pub struct Minutes(pub u32);

impl Clock {
    /// Midnight, at which the day begins.
    pub const MIDNIGHT: Self = Self(0);
    /// The latest time that an edit accepts. Computed times may pass it.
    pub const MAX: Self = Self::at(MAX_HOURS, 0);

    /// The time `hours:minutes`.
    ///
    /// ```
    /// use deroule_model::{Clock, Minutes};
    ///
    /// let start = Clock::at(9, 30);
    /// assert_eq!(start + Minutes(45), Clock::at(10, 15));
    /// assert_eq!(start.until(Clock::at(10, 0)), Some(Minutes(30)));
    /// assert_eq!(start.until(Clock::at(9, 0)), None);
    /// ```
    pub const fn at(hours: u32, minutes: u32) -> Self {
        Self(hours.saturating_mul(HOUR).saturating_add(minutes))
    }

    /// How long it is from this time until `later`; `None` if `later` is earlier.
    pub fn until(self, later: Self) -> Option<Minutes> {
        later.0.checked_sub(self.0).map(Minutes)
    }

    /// How far apart two times are, whichever is the earlier.
    pub const fn abs_diff(self, other: Self) -> Minutes {
        Minutes(self.0.abs_diff(other.0))
    }

    /// The time that much later; `None` if it is out of a number's range.
    pub fn checked_add(self, minutes: Minutes) -> Option<Self> {
        self.0.checked_add(minutes.0).map(Self)
    }

    /// The time that much earlier; `None` if that is before midnight.
    pub fn checked_sub(self, minutes: Minutes) -> Option<Self> {
        self.0.checked_sub(minutes.0).map(Self)
    }

    /// How long it is since midnight.
    pub const fn since_midnight(self) -> Minutes {
        Minutes(self.0)
    }
}

impl Minutes {
    /// No time at all: the duration of a milestone.
    pub const ZERO: Self = Self(0);
    /// The longest duration that an edit accepts. Computed durations may pass it.
    pub const MAX: Self = Self::hours(MAX_HOURS);
    /// More than any day has.
    pub const UNLIMITED: Self = Self(u32::MAX);

    /// A duration of whole hours.
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(HOUR))
    }

    /// Whether it is no time at all.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum; `None` if it is out of a number's range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` if `other` is longer.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// That many times as long, at most the largest number.
    #[must_use]
    pub const fn saturating_mul(self, times: u32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

/// Saturates at the largest number.
impl Add<Minutes> for Clock {
    type Output = Self;

    fn add(self, minutes: Minutes) -> Self {
        Self(self.0.saturating_add(minutes.0))
    }
}

/// Saturates at midnight.
impl Sub<Minutes> for Clock {
    type Output = Self;

    fn sub(self, minutes: Minutes) -> Self {
        Self(self.0.saturating_sub(minutes.0))
    }
}

/// How long it is since an earlier time. Saturates at zero if that is later; see [`Clock::until`].
impl Sub for Clock {
    type Output = Minutes;

    fn sub(self, earlier: Self) -> Minutes {
        Minutes(self.0.saturating_sub(earlier.0))
    }
}

/// Saturates at the largest number.
impl Add for Minutes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Saturates at the largest number.
impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Saturates at zero.
impl Sub for Minutes {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// Saturates at zero.
impl SubAssign for Minutes {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

/// Saturates at the largest number.
impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(durations: I) -> Self {
        durations.fold(Self::ZERO, Add::add)
    }
}

macro_rules! integer_columns {
    ($($name:ident),*) => {$(
        impl Column for $name {
            fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
                self.0.write(cells);
            }

            fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
                Column::read(cells).map(Self)
            }
        }
    )*};
}

integer_columns!(Clock, Minutes);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Clock, Minutes};
    use crate::column::{Cell, Column};

    proptest! {
        #[test]
        fn adding_what_lies_between_two_times_leads_to_the_later(start: u32, end: u32) {
            let (start, end) = (Clock(start), Clock(end));
            match start.until(end) {
                Some(minutes) => {
                    prop_assert_eq!(start + minutes, end);
                    prop_assert_eq!(start.checked_add(minutes), Some(end));
                    prop_assert_eq!(end - minutes, start);
                    prop_assert_eq!(end.checked_sub(minutes), Some(start));
                    prop_assert_eq!(end - start, minutes);
                }
                None => {
                    prop_assert!(end < start);
                    prop_assert_eq!(end - start, Minutes::ZERO);
                }
            }
        }

        #[test]
        fn operators_agree_with_checked_arithmetic_where_that_has_a_result(one: u32, other: u32) {
            let (time, one, other) = (Clock(one), Minutes(one), Minutes(other));
            prop_assert_eq!(time + other, time.checked_add(other).unwrap_or(Clock(u32::MAX)));
            prop_assert_eq!(time - other, time.checked_sub(other).unwrap_or(Clock::MIDNIGHT));
            prop_assert_eq!(one + other, one.checked_add(other).unwrap_or(Minutes::UNLIMITED));
            prop_assert_eq!(one - other, one.checked_sub(other).unwrap_or(Minutes::ZERO));
            prop_assert_eq!([one, other].into_iter().sum::<Minutes>(), one + other);
        }

        #[test]
        fn times_and_durations_are_plain_numbers_on_the_wire_and_in_cells(number: u32) {
            let text = number.to_string();
            prop_assert_eq!(serde_json::to_string(&Clock(number)).unwrap(), text.as_str());
            prop_assert_eq!(serde_json::from_str::<Minutes>(&text).unwrap(), Minutes(number));
            let (mut cells, time, minutes) = (Vec::new(), Clock(number), Minutes(number));
            time.write(&mut cells);
            minutes.write(&mut cells);
            prop_assert_eq!(cells, vec![Cell::Integer(number.into()); 2]);
        }
    }

    #[test]
    fn times_may_pass_midnight() {
        assert_eq!(Clock::at(23, 30) + Minutes(90), Clock::at(25, 0));
        assert_eq!(Clock::MIDNIGHT + Minutes::MAX, Clock::MAX);
        assert_eq!(Clock::MAX, Clock(2880));
    }
}
