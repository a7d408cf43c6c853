//! Days on which the clock is put forward or back. Slots keep their lengths then, so that from the change
//! on the clock shows other times than the running order: minutes since midnight are counted on from the
//! day's start or the last pin, which are times on the clock.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta,
    TimeZone, Utc,
};
use chrono_tz::Tz;
use deroule_model::{Clock, Minutes, SlotId, State};
use uuid::Uuid;

use crate::rule::{TimedDay, TimedSlot};

/// The years whose clock changes are known. A date outside is a slip of the pen.
pub const YEARS: RangeInclusive<i32> = 1970..=2200;

/// No running order gets here: a time further away is read as if it were here.
const FURTHEST: Clock = Clock::at(31 * 24, 0);

/// What is odd about a time on the day of a clock change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Irregularity {
    /// The clock jumps over it.
    Skipped,
    /// The clock shows it twice.
    Doubled,
}

/// A time on the clock of a zone, read as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the clock shows.
    pub local: NaiveDateTime,
    /// The instant: the first of two; of a skipped time the one it would be without the change.
    pub instant: DateTime<Utc>,
    /// Why it is no instant, or two.
    pub irregularity: Option<Irregularity>,
}

impl Reading {
    /// Reads the time `clock` of `date`.
    pub fn of(zone: Tz, date: NaiveDate, clock: Clock) -> Self {
        let since_midnight = TimeDelta::minutes(i64::from(clock.min(FURTHEST).0));
        let local = date.and_time(NaiveTime::MIN) + since_midnight;
        let found = zone.from_local_datetime(&local);
        let irregularity = match found {
            LocalResult::Single(_) => None,
            LocalResult::Ambiguous(..) => Some(Irregularity::Doubled),
            LocalResult::None => Some(Irregularity::Skipped),
        };
        let instant = found.earliest().map_or_else(
            || across_the_gap(zone, local),
            |time| time.with_timezone(&Utc),
        );
        Self {
            local,
            instant,
            irregularity,
        }
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

/// When something starts and ends.
pub type Instants = (DateTime<Utc>, DateTime<Utc>);

/// A day whose slots meet a clock change.
#[derive(Clone, Debug)]
pub struct Night {
    /// Its zone.
    pub zone: Tz,
    /// Its date.
    pub date: NaiveDate,
    /// When the clock is changed, as it shows before.
    pub at: Clock,
    /// By how many minutes it is put forward; back when negative.
    pub by: i64,
    /// When each slot is, and each track without slots, by its id.
    instants: BTreeMap<Uuid, Instants>,
}

/// The first place at which a day's times are not what the clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shifted {
    /// The slot that starts or ends there.
    pub slot: SlotId,
    /// What the running order says.
    pub written: Clock,
    /// What the clock shows.
    pub clock: Clock,
}

impl Night {
    /// What the clock change does to a day; none where it has no date, or no change meets its slots.
    pub fn of(state: &State, day: &TimedDay) -> Option<Self> {
        let row = state.day(day.id)?;
        let session = state.session(row.session)?;
        let zone: Tz = state.programme(session.programme)?.timezone.parse().ok()?;
        let date = row.date.filter(|date| YEARS.contains(&date.year()))?;
        // What starts at a skipped time starts after the change: one looks from an hour before.
        let from = match Reading::of(zone, date, day.start).irregularity {
            Some(Irregularity::Skipped) => day.start - Minutes(60),
            Some(Irregularity::Doubled) | None => day.start,
        };
        let to = Reading::of(zone, date, day.end).instant;
        let offset = |at: DateTime<Utc>| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
        let seconds = |at: DateTime<Utc>| i64::from(offset(at).local_minus_utc());
        // An hour on: lengths are kept, so that slots may end later than the clock says they do.
        let first = Reading::of(zone, date, from).instant;
        let last = to + TimeDelta::hours(1);
        let by = (seconds(last) - seconds(first)) / 60;
        if by == 0 {
            return None;
        }
        let length = u32::try_from((last - first).num_minutes()).ok()?;
        let changed = |minutes: u32| {
            seconds(first + TimeDelta::minutes(i64::from(minutes))) != seconds(first)
        };
        // The change lies in between: halving the stretch finds its minute.
        let (mut low, mut high) = (0, length);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if changed(middle) {
                high = middle
            } else {
                low = middle
            }
        }
        let mut night = Self {
            zone,
            date,
            at: from + Minutes(high),
            by,
            instants: BTreeMap::new(),
        };
        let anchor = (row.start, Reading::of(zone, date, row.start).instant);
        night.follow(state, &day.slots, anchor);
        night.first_shifted(&day.slots).is_some().then_some(night)
    }

    /// When a slot is, or a track without slots.
    pub fn instants(&self, id: Uuid) -> Option<Instants> {
        self.instants.get(&id).copied()
    }

    /// The first place at which `day`'s times are not what the clock shows, or not once.
    pub fn shifted(&self, day: &TimedDay) -> Option<Shifted> {
        self.first_shifted(&day.slots)
    }

    /// `anchor`: a time whose instant is known.
    fn follow(&mut self, state: &State, slots: &[TimedSlot], mut anchor: (Clock, DateTime<Utc>)) {
        for timed in slots {
            if let Some(pin) = state.slot(timed.id).and_then(|slot| slot.pin) {
                anchor = (pin, Reading::of(self.zone, self.date, pin).instant);
            }
            let at = |clock: Clock| {
                let since = i64::from(clock.0) - i64::from(anchor.0.0);
                anchor.1 + TimeDelta::minutes(since)
            };
            let own = (at(timed.start), at(timed.end));
            self.instants.insert(timed.id.0, own);
            for track in &timed.tracks {
                if track.slots.is_empty() {
                    self.instants.insert(track.id.0, own);
                }
                self.follow(state, &track.slots, (timed.start, own.0));
            }
        }
    }

    fn first_shifted(&self, slots: &[TimedSlot]) -> Option<Shifted> {
        slots.iter().find_map(|timed| {
            let (start, end) = self.instants(timed.id.0)?;
            let own = [(timed.start, start), (timed.end, end)]
                .into_iter()
                .find_map(|(written, instant)| self.shift(timed.id, written, instant));
            let tracks = timed.tracks.iter();
            own.or_else(|| {
                tracks
                    .into_iter()
                    .find_map(|track| self.first_shifted(&track.slots))
            })
        })
    }

    fn shift(&self, slot: SlotId, written: Clock, instant: DateTime<Utc>) -> Option<Shifted> {
        let midnight = self.date.and_time(NaiveTime::MIN);
        let local = self
            .zone
            .from_utc_datetime(&instant.naive_utc())
            .naive_local();
        let clock = u32::try_from((local - midnight).num_minutes())
            .ok()
            .map(Clock)?;
        let is_odd = Reading::of(self.zone, self.date, written)
            .irregularity
            .is_some();
        (clock != written || is_odd).then_some(Shifted {
            slot,
            written,
            clock,
        })
    }
}
