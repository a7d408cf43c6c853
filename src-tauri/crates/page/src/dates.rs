//! Dates as organisers write them, in French and English: `26 septembre`, `1er octobre`,
//! `16 & 17 mai`, `du 16 au 18 mai`, `jeudi 26 septembre 2019`, `Sept 26`, `2019-09-26`, `26/09/2019`.

mod grammar;
mod token;

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use grammar::written_at;
use token::{Token, names_weekday, tokens};

/// A day of the year as written, whose year may be left to the context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day of the month, 1 to 31.
    pub day: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The year, where it is written.
    pub year: Option<i32>,
    /// The day of the week, where it is written.
    pub weekday: Option<Weekday>,
}

/// One or several dates written together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDates {
    /// The days, in the order written.
    pub days: Vec<WrittenDay>,
    /// Whether they are the first and last of a stretch rather than a list.
    pub stretch: bool,
    /// Where they stand in the text, in bytes.
    pub span: Range<usize>,
}

/// Finds the first dates in a text.
pub fn find_dates(text: &str) -> Option<WrittenDates> {
    dates_from(&tokens(text), 0).map(|(dates, _)| dates)
}

/// Finds all the dates in a text.
pub(crate) fn every_date(text: &str) -> impl Iterator<Item = WrittenDates> {
    let tokens = tokens(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        let (dates, next) = dates_from(&tokens, from)?;
        from = next;
        Some(dates)
    })
}

/// Whether a text may hold a date with its year or day of the week, told at a glance.
pub(crate) fn may_tell_year(text: &str) -> bool {
    let digits = text
        .as_bytes()
        .chunk_by(|one, next| one.is_ascii_digit() && next.is_ascii_digit());
    let mut digits = digits
        .filter(|run| run.first().is_some_and(u8::is_ascii_digit))
        .peekable();
    if digits.peek().is_none() {
        return false;
    }
    digits.any(|run| run.len() == 4) || text.contains('/') || names_weekday(text)
}

/// The first dates from a token on, and the place of the first token after them.
fn dates_from(tokens: &[Token], from: usize) -> Option<(WrittenDates, usize)> {
    let (first, (mut dates, next)) =
        (from..tokens.len()).find_map(|at| Some((at, written_at(tokens, at)?)))?;
    share_years(&mut dates.days);
    let start = tokens.get(first)?.span.start;
    let end = tokens.get(next.checked_sub(1)?)?.span.end;
    dates.span = start..end;
    Some((dates, next))
}

/// What is written once holds for all: `26 septembre et 3 octobre 2019`, and for those on either side
/// of New Year too: `30 décembre et 2 janvier 2020`.
fn share_years(days: &mut [WrittenDay]) {
    let mut after: Option<WrittenDay> = None;
    for day in days.iter_mut().rev() {
        let shared =
            after.and_then(|after| Some(after.year? - i32::from(after.is_new_year_after(day))));
        day.year = day.year.or(shared);
        after = Some(*day);
    }
    let mut before: Option<WrittenDay> = None;
    for day in days {
        let shared = before
            .and_then(|before| Some(before.year? + i32::from(day.is_new_year_after(&before))));
        day.year = day.year.or(shared);
        before = Some(*day);
    }
}

impl WrittenDay {
    /// Whether it is early in the year, and so in the next one, after a day late in the year.
    pub(crate) fn is_new_year_after(&self, before: &Self) -> bool {
        self.month < 7 && before.month >= 7
    }
}

/// The longest stretch of days that is one session.
const LONGEST_STRETCH: usize = 31;

impl WrittenDates {
    /// The dates, where `year` gives the year of those written without one (by month). `None` where
    /// a date does not exist or a stretch is reversed or longer than a month.
    pub fn resolve(&self, year: impl Fn(&WrittenDay) -> Option<i32>) -> Option<Vec<NaiveDate>> {
        let dates: Vec<_> = self
            .days
            .iter()
            .map(|day| NaiveDate::from_ymd_opt(day.year.or_else(|| year(day))?, day.month, day.day))
            .collect::<Option<_>>()?;
        let ([first, last], true) = (dates.as_slice(), self.stretch) else {
            return Some(dates);
        };
        // A stretch over New Year written without years.
        let last = if last < first && last.month() < first.month() {
            last.with_year(last.year() + 1)?
        } else {
            *last
        };
        let days: Vec<_> = first
            .iter_days()
            .take_while(|day| *day <= last)
            .take(LONGEST_STRETCH + 1)
            .collect();
        (1..=LONGEST_STRETCH).contains(&days.len()).then_some(days)
    }
}

/// The next date on or after `today` with this day and month; also finds the next 29 February.
pub fn next_occurrence(today: NaiveDate, day: &WrittenDay) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, day.month, day.day))
        .find(|date| *date >= today)
}
