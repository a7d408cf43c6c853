//! The years of dates that follow each other, such as the rows of a table: in order they run on over
//! New Year.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

/// A date whose year is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) month: u32,
    pub(super) day: u32,
    /// The years it may be in; any year where there are none.
    pub(super) pins: Vec<i32>,
    /// The days of the week that are written for it; any where there are none.
    pub(super) weekdays: Weekdays,
}

/// A set of days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weekdays(u8);

/// Where the years begin.
pub(super) enum Start {
    /// In this year, and never before it.
    In(i32),
    /// In any of these.
    Among(RangeInclusive<i32>),
}

/// The days of a year whose months all have 31.
const YEAR: i64 = 372;
/// What a step back costs for each day of it, and once; a step forward costs its days.
const BACK: i64 = 3;
const OUT_OF_ORDER: i64 = 30;
/// What it costs to fall back into an earlier year: as a rule a year that has begun goes on.
const YEAR_BACK: i64 = 400;
/// What it costs to go on in a later year but from late in the year to early in the next one.
const YEAR_LEFT: i64 = 400;
/// What a year costs in which the weekday is wrong: more than waiting for the next.
const WRONG_WEEKDAY: i64 = 900;
/// What it costs to begin a year late.
const YEAR_LATE: i64 = 365;
/// How many of the best years are followed for each row.
const FOLLOWED: usize = 8;

impl Weekdays {
    /// The same set with one day more.
    pub(super) fn with(self, weekday: Weekday) -> Self {
        Self(self.0 | 1 << weekday.num_days_from_monday())
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a date is on one of the days, as far as any is written.
    pub(super) fn allow(self, date: NaiveDate) -> bool {
        self.is_empty() || self.0 & 1 << date.weekday().num_days_from_monday() != 0
    }
}

impl Row {
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// Where a year puts it, in days; approximate, for the 29 February must have its place in any.
    pub(super) fn place(&self, year: i32) -> i64 {
        let month = i64::from(self.month.saturating_sub(1));
        i64::from(year) * YEAR + month * 31 + i64::from(self.day)
    }

    /// Whether it comes before another one in the year.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        (self.month, self.day) < (other.month, other.day)
    }

    fn cost(&self, year: i32) -> i64 {
        let wrong = self
            .date(year)
            .is_some_and(|date| !self.weekdays.allow(date));
        if wrong { WRONG_WEEKDAY } else { 0 }
    }
}

/// A year a row may be in, what it costs to come there, and from which of the years before.
#[derive(Clone, Copy)]
struct Way {
    year: i32,
    cost: i64,
    from: usize,
}

/// The years of rows in the page's order, those which take the fewest steps back. A list that runs
/// backwards is read from its end.
pub(super) fn years(rows: &[Row], start: &Start) -> Vec<i32> {
    if !runs_backwards(rows) {
        return in_order(rows.iter(), start);
    }
    let mut years = in_order(rows.iter().rev(), start);
    years.reverse();
    years
}

/// Whether most rows come soon after the one below them, be it over New Year.
fn runs_backwards(rows: &[Row]) -> bool {
    let (mut back, mut forth) = (0usize, 0usize);
    for pair in rows.windows(2) {
        if let [one, next] = pair {
            let ahead = (next.place(0) - one.place(0)).rem_euclid(YEAR);
            back += usize::from(ahead * 2 > YEAR);
            forth += usize::from(ahead > 0 && ahead * 2 <= YEAR);
        }
    }
    back > 1 && back > forth * 2
}

fn in_order<'r>(rows: impl Iterator<Item = &'r Row> + Clone, start: &Start) -> Vec<i32> {
    let mut all: Vec<Vec<Way>> = Vec::new();
    let mut before: Option<&Row> = None;
    for row in rows {
        let mut ways = match (before, all.last()) {
            (Some(before), Some(last)) => next_ways(before, last, row, start),
            _ => first_ways(row, start),
        };
        ways.sort_by_key(|way| (way.cost, way.year));
        ways.truncate(FOLLOWED);
        all.push(ways);
        before = Some(row);
    }
    let mut at = 0;
    let mut years: Vec<_> = all
        .iter()
        .rev()
        .map_while(|ways| {
            let way = ways.get(at)?;
            at = way.from;
            Some(way.year)
        })
        .collect();
    years.reverse();
    years
}

fn first_ways(row: &Row, start: &Start) -> Vec<Way> {
    let way = |(year, cost): (i32, i64)| Way {
        year,
        cost: cost + row.cost(year),
        from: 0,
    };
    if !row.pins.is_empty() {
        return row.pins.iter().map(|year| way((*year, 0))).collect();
    }
    match start {
        Start::In(year) => [(*year, 0), (year.saturating_add(1), YEAR_LATE)]
            .map(way)
            .into(),
        Start::Among(years) => years.clone().map(|year| way((year, 0))).collect(),
    }
}

fn next_ways(before: &Row, last: &[Way], row: &Row, start: &Start) -> Vec<Way> {
    let mut years = row.pins.clone();
    if years.is_empty() {
        let near = |way: &Way| [way.year - 1, way.year, way.year + 1];
        years = last.iter().flat_map(near).collect();
        if let Start::In(first) = start {
            years.retain(|year| year >= first);
        }
        years.sort_unstable();
        years.dedup();
    }
    let way = |year: i32| {
        let costs = last.iter().enumerate();
        let costs = costs.map(|(from, way)| (way.cost + step(before, way.year, row, year), from));
        let (cost, from) = costs.min()?;
        Some(Way {
            year,
            cost: cost + row.cost(year),
            from,
        })
    };
    years.into_iter().filter_map(way).collect()
}

/// What it costs to go from one row to the next.
fn step(before: &Row, from: i32, row: &Row, to: i32) -> i64 {
    let days = row.place(to) - before.place(from);
    if days >= 0 {
        let is_in_order = to == from || (before.month >= 7 && row.month < 7);
        return days + if is_in_order { 0 } else { YEAR_LEFT };
    }
    let year_back = if to < from { YEAR_BACK } else { 0 };
    OUT_OF_ORDER + year_back - BACK * days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(days: &[(u32, u32)]) -> Vec<Row> {
        let row = |(day, month): &(u32, u32)| Row {
            month: *month,
            day: *day,
            ..Row::default()
        };
        days.iter().map(row).collect()
    }

    #[test]
    fn rows_run_over_new_year_and_one_out_of_order_does_not() {
        let years = |days: &[(u32, u32)]| years(&rows(days), &Start::In(2026));
        assert_eq!(years(&[(26, 11), (14, 1), (18, 6)]), [2026, 2027, 2027]);
        assert_eq!(years(&[(10, 12), (17, 6)]), [2026, 2027]);
        assert_eq!(years(&[(14, 1), (11, 3), (11, 2), (17, 6)]), [2026; 4]);
        assert_eq!(years(&[(14, 1), (10, 12)]), [2026; 2]);
        assert_eq!(years(&[(8, 4), (3, 6), (4, 3)]), [2026; 3]);
        assert_eq!(years(&[(12, 11), (3, 12), (4, 8)]), [2026; 3]);
        let twice = [(5, 9), (5, 3), (5, 9), (5, 3)];
        assert_eq!(years(&twice), [2026, 2027, 2027, 2028]);
    }

    #[test]
    fn a_list_that_runs_backwards_is_read_from_its_end() {
        let years = |days: &[(u32, u32)]| years(&rows(days), &Start::In(2026));
        assert_eq!(years(&[(10, 12), (3, 9), (3, 6), (14, 1)]), [2026; 4]);
        let over = [(11, 2), (14, 1), (10, 12), (26, 11)];
        assert_eq!(years(&over), [2027, 2027, 2026, 2026]);
    }

    #[test]
    fn rows_before_a_known_year_lead_to_it() {
        let mut rows = rows(&[(10, 12), (14, 1), (3, 12), (4, 2)]);
        rows[1].pins = vec![2027];
        let years = years(&rows, &Start::Among(2024..=2028));
        assert_eq!(years, [2026, 2027, 2027, 2028]);
    }

    #[test]
    fn a_weekday_chooses_among_the_years_to_come() {
        let mut rows = rows(&[(15, 10), (14, 10)]);
        rows[0].weekdays = Weekdays::default().with(Weekday::Thu);
        rows[1].weekdays = Weekdays::default().with(Weekday::Thu);
        assert_eq!(years(&rows, &Start::In(2026)), [2026, 2027]);
    }
}
