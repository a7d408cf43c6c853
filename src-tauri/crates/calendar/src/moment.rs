//! The times of an event, in a form that every calendar program reads alike.
//!
//! Programs differ about a local time that a clock change skips or doubles. An event with such a time is written
//! in UTC, with a warning. Slots keep their lengths across a clock change ([`deroule_schedule::night`]).

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use deroule_model::Clock;
use deroule_schedule::night::{Instants, Irregularity, Reading};

/// The time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A whole date: there are no hours yet.
    AllDay {
        /// The date.
        start: NaiveDate,
        /// The day after, as the format demands.
        end: NaiveDate,
    },
    /// Local times in the programme's zone.
    Local(Span<NaiveDateTime>),
    /// Instants, where programs would differ about a local time.
    Utc(Span<DateTime<Utc>>),
}

/// A start, and a later end unless it is a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span<T> {
    /// The start.
    pub(crate) start: T,
    /// The end. None for a milestone: the format has no event with equal start and end.
    pub(crate) end: Option<T>,
}

/// All of `date`.
pub(crate) fn all_day(date: NaiveDate) -> When {
    When::AllDay {
        start: date,
        end: date.checked_add_days(Days::new(1)).unwrap_or(date),
    }
}

/// The time from `start` to `end` of `date` in `zone`; and which of the two a clock change
/// skips or doubles. `instants` is given where a clock change lies in between.
pub(crate) fn hours(
    zone: Tz,
    date: NaiveDate,
    (start, end): (Clock, Clock),
    instants: Option<Instants>,
) -> (When, Vec<(Clock, Irregularity)>) {
    let first = Reading::of(zone, date, start);
    let last = (end > start).then(|| Reading::of(zone, date, end));
    let odd: Vec<_> = [(start, Some(first)), (end, last)]
        .into_iter()
        .filter_map(|(time, reading)| Some((time, reading?.irregularity?)))
        .collect();
    if let Some((from, to)) = instants {
        let span = Span {
            start: from,
            end: (to > from).then_some(to),
        };
        return (from_instants(zone, span, odd.is_empty()), odd);
    }
    let when = if odd.is_empty() {
        When::Local(Span {
            start: first.local,
            end: last.map(|reading| reading.local),
        })
    } else {
        When::Utc(Span {
            start: first.instant,
            end: last.map(|reading| {
                // A start inside a skipped hour may read as later than its end.
                if reading.instant > first.instant {
                    reading.instant
                } else {
                    first.instant + (reading.local - first.local)
                }
            }),
        })
    };
    (when, odd)
}

/// Instants as local times, unless the clock shows one of them twice.
fn from_instants(zone: Tz, span: Span<DateTime<Utc>>, may_be_local: bool) -> When {
    let local = |instant: DateTime<Utc>| {
        let local = zone.from_utc_datetime(&instant.naive_utc()).naive_local();
        let is_single = matches!(zone.from_local_datetime(&local), LocalResult::Single(_));
        (is_single && may_be_local).then_some(local)
    };
    let end = span.end.map(local);
    match (local(span.start), end) {
        (Some(start), None) => When::Local(Span { start, end: None }),
        (Some(start), Some(Some(end))) => When::Local(Span {
            start,
            end: Some(end),
        }),
        (None, _) | (_, Some(None)) => When::Utc(span),
    }
}
