//! Assigns years to a sequence of days, such as the rows of a table.
//!
//! Days in order continue across New Year. The years with the lowest total cost are chosen.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::weekdays::Weekdays;

/// A day of a sequence.
#[derive(Clone, Debug, Default)]
pub(super) struct SequenceDay {
    pub(super) month: u32,
    pub(super) day: u32,
    /// The years that are possible. Empty if all are.
    pub(super) possible_years: Vec<i32>,
    /// The days of the week that are written for it.
    pub(super) weekdays: Weekdays,
}

/// The year of the first day of a sequence.
pub(super) enum FirstYear {
    /// This year or the next. No day is earlier.
    From(i32),
    /// One of these years.
    Among(RangeInclusive<i32>),
}

/// The days of a year in which each month has 31.
const DAYS_PER_YEAR: i64 = 372;
/// The cost of each day of a step backwards. A step forwards costs 1 a day.
const COST_PER_DAY_BACK: i64 = 3;
/// The additional cost of a step backwards.
const COST_OF_STEP_BACK: i64 = 30;
/// The additional cost of a step to an earlier year.
const COST_OF_YEAR_BACK: i64 = 400;
/// The additional cost of a step to a later year that doesn't lead from autumn to spring.
const COST_OF_YEAR_FORWARD: i64 = 400;
/// The cost of a wrong weekday. It is higher than that of the next year.
const COST_OF_WRONG_WEEKDAY: i64 = 900;
/// The cost of beginning a year late.
const COST_OF_LATE_START: i64 = 365;
/// How many years before its first possible year a sequence can begin.
const MAX_YEARS_BEFORE_FIRST: i32 = 3;
/// How many years before its last possible year a sequence can begin.
const MAX_YEARS_BEFORE_LAST: i32 = 6;
/// How many of the cheapest years are kept for each day.
const MAX_CANDIDATES: usize = 8;

impl SequenceDay {
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// The approximate number of a day in a year, also of a 29 February that does not exist.
    pub(super) fn number(&self, year: i32) -> i64 {
        let month = i64::from(self.month.saturating_sub(1));
        i64::from(year) * DAYS_PER_YEAR + month * 31 + i64::from(self.day)
    }

    /// Whether it is earlier in the year than another day.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        (self.month, self.day) < (other.month, other.day)
    }

    fn cost(&self, year: i32) -> i64 {
        let is_wrong = self
            .date(year)
            .is_some_and(|date| !self.weekdays.allow(date));
        if is_wrong { COST_OF_WRONG_WEEKDAY } else { 0 }
    }
}

/// A year of a day, the total cost up to it, and the position of the candidate before it.
#[derive(Clone, Copy)]
struct Candidate {
    year: i32,
    cost: i64,
    previous: usize,
}

/// The years of the days of a sequence. A sequence that runs backwards is read from its end.
pub(super) fn assign_years(days: &[SequenceDay], first: &FirstYear) -> Vec<i32> {
    if !runs_backwards(days) {
        return cheapest_years(days.iter(), first);
    }
    let mut years = cheapest_years(days.iter().rev(), first);
    years.reverse();
    years
}

/// The years of a sequence in which some days have possible years.
pub(super) fn assign_years_around_given(days: &[SequenceDay]) -> Vec<i32> {
    let given = || days.iter().flat_map(|day| &day.possible_years);
    let (min, max) = (given().min().copied(), given().max().copied());
    let (min, max) = (min.unwrap_or_default(), max.unwrap_or_default());
    let earliest = (max - MAX_YEARS_BEFORE_LAST).max(min - MAX_YEARS_BEFORE_FIRST);
    assign_years(days, &FirstYear::Among(earliest..=max))
}

/// Whether most days are soon after the day below them, possibly across New Year.
fn runs_backwards(days: &[SequenceDay]) -> bool {
    let (mut backward, mut forward) = (0usize, 0usize);
    for pair in days.windows(2) {
        if let [day, next] = pair {
            let ahead = (next.number(0) - day.number(0)).rem_euclid(DAYS_PER_YEAR);
            backward += usize::from(ahead * 2 > DAYS_PER_YEAR);
            forward += usize::from(ahead > 0 && ahead * 2 <= DAYS_PER_YEAR);
        }
    }
    backward > 1 && backward > forward * 2
}

/// The years with the lowest total cost, by dynamic programming.
fn cheapest_years<'d>(
    days: impl Iterator<Item = &'d SequenceDay> + Clone,
    first: &FirstYear,
) -> Vec<i32> {
    let mut all: Vec<Vec<Candidate>> = Vec::new();
    let mut before: Option<&SequenceDay> = None;
    for day in days {
        let mut candidates = match (before, all.last()) {
            (Some(before), Some(last)) => next_candidates(before, last, day, first),
            _ => first_candidates(day, first),
        };
        candidates.sort_by_key(|candidate| (candidate.cost, candidate.year));
        candidates.truncate(MAX_CANDIDATES);
        all.push(candidates);
        before = Some(day);
    }
    let mut at = 0;
    let mut years: Vec<_> = all
        .iter()
        .rev()
        .map_while(|candidates| {
            let candidate = candidates.get(at)?;
            at = candidate.previous;
            Some(candidate.year)
        })
        .collect();
    years.reverse();
    years
}

fn first_candidates(day: &SequenceDay, first: &FirstYear) -> Vec<Candidate> {
    let candidate = |(year, cost): (i32, i64)| Candidate {
        year,
        cost: cost + day.cost(year),
        previous: 0,
    };
    if !day.possible_years.is_empty() {
        let years = day.possible_years.iter();
        return years.map(|year| candidate((*year, 0))).collect();
    }
    match first {
        FirstYear::From(year) => [(*year, 0), (year.saturating_add(1), COST_OF_LATE_START)]
            .map(candidate)
            .into(),
        FirstYear::Among(years) => years.clone().map(|year| candidate((year, 0))).collect(),
    }
}

fn next_candidates(
    before: &SequenceDay,
    last: &[Candidate],
    day: &SequenceDay,
    first: &FirstYear,
) -> Vec<Candidate> {
    let mut years = day.possible_years.clone();
    if years.is_empty() {
        let near = |last: &Candidate| [last.year - 1, last.year, last.year + 1];
        years = last.iter().flat_map(near).collect();
        if let FirstYear::From(first) = first {
            years.retain(|year| year >= first);
        }
        years.sort_unstable();
        years.dedup();
    }
    let candidate = |year: i32| {
        let costs = last.iter().enumerate().map(|(previous, candidate)| {
            let step = step_cost(before, candidate.year, day, year);
            (candidate.cost + step, previous)
        });
        let (cost, previous) = costs.min()?;
        Some(Candidate {
            year,
            cost: cost + day.cost(year),
            previous,
        })
    };
    years.into_iter().filter_map(candidate).collect()
}

/// The cost of a step from one day to the next.
fn step_cost(before: &SequenceDay, from: i32, day: &SequenceDay, to: i32) -> i64 {
    let days = day.number(to) - before.number(from);
    if days >= 0 {
        let is_usual = to == from || (before.month >= 7 && day.month < 7);
        return days + if is_usual { 0 } else { COST_OF_YEAR_FORWARD };
    }
    let year_back = if to < from { COST_OF_YEAR_BACK } else { 0 };
    COST_OF_STEP_BACK + year_back - COST_PER_DAY_BACK * days
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;

    fn sequence(days: &[(u32, u32)]) -> Vec<SequenceDay> {
        let sequence_day = |(day, month): &(u32, u32)| SequenceDay {
            month: *month,
            day: *day,
            ..SequenceDay::default()
        };
        days.iter().map(sequence_day).collect()
    }

    #[test]
    fn days_continue_across_new_year_unless_one_is_out_of_order() {
        let years = |days: &[(u32, u32)]| assign_years(&sequence(days), &FirstYear::From(2026));
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
    fn sequence_that_runs_backwards_is_read_from_its_end() {
        let years = |days: &[(u32, u32)]| assign_years(&sequence(days), &FirstYear::From(2026));
        assert_eq!(years(&[(10, 12), (3, 9), (3, 6), (14, 1)]), [2026; 4]);
        let across_new_year = [(11, 2), (14, 1), (10, 12), (26, 11)];
        assert_eq!(years(&across_new_year), [2027, 2027, 2026, 2026]);
    }

    #[test]
    fn days_before_a_given_year_lead_to_it() {
        let mut days = sequence(&[(10, 12), (14, 1), (3, 12), (4, 2)]);
        days[1].possible_years = vec![2027];
        let years = assign_years(&days, &FirstYear::Among(2024..=2028));
        assert_eq!(years, [2026, 2027, 2027, 2028]);
    }

    #[test]
    fn weekdays_choose_the_year() {
        let mut days = sequence(&[(15, 10), (14, 10)]);
        days[0].weekdays = Weekdays::default().with(Weekday::Thu);
        days[1].weekdays = Weekdays::default().with(Weekday::Thu);
        assert_eq!(assign_years(&days, &FirstYear::From(2026)), [2026, 2027]);
    }
}
