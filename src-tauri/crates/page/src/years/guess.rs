//! Guesses the year of a sequence for which nothing gives one.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::sequence::{FirstYear, SequenceDay, assign_years};
use super::weekdays::Weekdays;

/// How many years before and after today are tried.
const MAX_YEARS_AWAY: i32 = 10;

/// The first year of a sequence without any year.
///
/// It is the nearest year in which the weekdays are right. Without weekdays it is the first year in
/// which not all days are past.
pub(super) fn guess_first_year(days: &[SequenceDay], today: NaiveDate) -> i32 {
    let without_weekdays = days.iter().map(|day| SequenceDay {
        weekdays: Weekdays::default(),
        ..day.clone()
    });
    let without_weekdays: Vec<_> = without_weekdays.collect();
    let years = assign_years(&without_weekdays, &FirstYear::From(today.year()));
    // Equal days are counted, since each is tried in many years.
    let mut distinct: BTreeMap<_, usize> = BTreeMap::new();
    for (day, year) in days.iter().zip(years) {
        let shift = year - today.year();
        let key = (shift, day.month, day.day, day.weekdays);
        *distinct.entry(key).or_default() += 1;
    }
    let has_weekdays = days.iter().any(|day| !day.weekdays.is_empty());
    let dates = |first: i32| {
        distinct
            .iter()
            .map(move |((shift, month, day, weekdays), count)| {
                let date = NaiveDate::from_ymd_opt(first + shift, *month, *day);
                (date, *weekdays, *count)
            })
    };
    let penalty = |first: i32| {
        let impossible = dates(first).filter(|(date, ..)| date.is_none()).count();
        let wrong_weekdays: usize = dates(first)
            .filter(|(date, weekdays, _)| date.is_some_and(|date| !weekdays.allow(date)))
            .map(|(.., count)| count)
            .sum();
        let days_away = |date: NaiveDate| (date - today).num_days().abs();
        let possible = || dates(first).filter_map(|(date, ..)| date);
        let is_past = possible().max().is_some_and(|last| last < today);
        let distance = match has_weekdays {
            true => possible().map(days_away).min().unwrap_or_default(),
            false => i64::from(is_past) * 10_000 + i64::from(first - today.year() + MAX_YEARS_AWAY),
        };
        (impossible, wrong_weekdays, distance, first)
    };
    let candidates = today.year() - MAX_YEARS_AWAY..=today.year() + MAX_YEARS_AWAY;
    candidates
        .min_by_key(|first| penalty(*first))
        .unwrap_or(today.year())
}
