//! When an event is, in the one form that every calendar program understands.
//!
//! A local time that a clock change skips or doubles is read differently by every program, so
//! an event with such a time is written in UTC, and the organiser is told.

use std::ops::RangeInclusive;

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// The whole of a date: its hours are not known yet.
    AllDay {
        /// The date.
        start: NaiveDate,
        /// The day after, as the format wants it.
        end: NaiveDate,
    },
    /// Local times of the programme's zone.
    Local(Span<NaiveDateTime>),
    /// Instants, where a local time would be misread.
    Utc(Span<DateTime<Utc>>),
}

/// A start and, unless it is a mere moment, a later end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span<T> {
    /// The start.
    pub(crate) start: T,
    /// The end; none for a milestone, for the format has no event of zero length with an end.
    pub(crate) end: Option<T>,
}

/// What is odd about a local time on the day of a clock change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// The clock jumps over it.
    Skipped,
    /// The clock shows it twice.
    Doubled,
}

/// The years whose dates are written. Anything outside is a slip of the pen; it would have the clock
/// changes of centuries listed, and those of long ago by seconds, which the format can't tell.
pub(crate) const YEARS: RangeInclusive<i32> = 1970..=2200;

/// No running order gets here: a start or an end further away is written as if it were here.
const FURTHEST: u32 = 31 * 24 * 60;

/// The whole of `date`.
pub(crate) fn all_day(date: NaiveDate) -> When {
    When::AllDay {
        start: date,
        end: date.checked_add_days(Days::new(1)).unwrap_or(date),
    }
}

/// From `start` to `end`, in minutes since midnight of `date` in `zone`; and which of the two are
/// odd.
pub(crate) fn hours(zone: Tz, date: NaiveDate, start: u32, end: u32) -> (When, Vec<(u32, Oddity)>) {
    let first = Reading::of(zone, date, start);
    let last = (end > start).then(|| Reading::of(zone, date, end));
    let odd: Vec<_> = [(start, Some(first)), (end, last)]
        .into_iter()
        .filter_map(|(minutes, reading)| Some((minutes, reading?.oddity?)))
        .collect();
    let when = if odd.is_empty() {
        When::Local(Span {
            start: first.local,
            end: last.map(|reading| reading.local),
        })
    } else {
        When::Utc(Span {
            start: first.utc,
            end: last.map(|reading| {
                // What starts inside a skipped hour may seem to end before it starts.
                if reading.utc > first.utc {
                    reading.utc
                } else {
                    first.utc + (reading.local - first.local)
                }
            }),
        })
    };
    (when, odd)
}

/// One local time, read.
#[derive(Clone, Copy)]
struct Reading {
    local: NaiveDateTime,
    utc: DateTime<Utc>,
    oddity: Option<Oddity>,
}

impl Reading {
    fn of(zone: Tz, date: NaiveDate, minutes: u32) -> Self {
        let since_midnight = TimeDelta::minutes(i64::from(minutes.min(FURTHEST)));
        let local = date.and_time(NaiveTime::MIN) + since_midnight;
        let found = zone.from_local_datetime(&local);
        let oddity = match found {
            LocalResult::Single(_) => None,
            LocalResult::Ambiguous(..) => Some(Oddity::Doubled),
            LocalResult::None => Some(Oddity::Skipped),
        };
        let utc = found.earliest().map_or_else(
            || across_the_gap(zone, local),
            |time| time.with_timezone(&Utc),
        );
        Self { local, utc, oddity }
    }
}

/// A skipped local time, read with the offset that was in force before the clock jumped. Whole
/// hours back always lead out of the gap: the longest on record is a day.
fn across_the_gap(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    (1..=48)
        .map(TimeDelta::hours)
        .find_map(|back| {
            let before = zone.from_local_datetime(&(local - back)).latest()?;
            Some(before.with_timezone(&Utc) + back)
        })
        .unwrap_or_else(|| local.and_utc())
}
