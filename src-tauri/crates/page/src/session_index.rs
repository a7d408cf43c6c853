//! Finds the sessions of a page by date or title.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use deroule_edit::draft::DraftSession;

use crate::dates::WrittenDay;
use crate::normalize::name_key;

/// A day of a session, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SessionRef {
    pub(crate) session: usize,
    pub(crate) day: usize,
}

/// The first session that matches a date.
pub(crate) struct DateMatch {
    pub(crate) session: SessionRef,
    /// Whether other sessions match, too.
    pub(crate) is_ambiguous: bool,
}

/// The first day in each year, and how many there are; `None` for days whose year is unknown.
type DaysByYear = BTreeMap<Option<i32>, (SessionRef, usize)>;

/// The sessions read so far, by date and title.
#[derive(Default)]
pub(crate) struct SessionIndex {
    /// By month and day.
    days: BTreeMap<(u32, u32), DaysByYear>,
    /// By [`name_key`] of the title.
    titles: BTreeMap<String, usize>,
}

impl SessionIndex {
    /// Adds the session at a position after all those already added.
    pub(crate) fn add(&mut self, session: usize, row: &DraftSession, written_days: &[WrittenDay]) {
        self.titles.entry(name_key(&row.title)).or_insert(session);
        let days = row.days.iter().enumerate();
        let dated = days.filter_map(|(day, row)| Some((row.date?, SessionRef { session, day })));
        let mut is_dated = false;
        for (date, day) in dated {
            is_dated = true;
            self.add_day((date.month(), date.day()), Some(date.year()), day);
        }
        if is_dated {
            return;
        }
        let mut written: Vec<_> = written_days
            .iter()
            .map(|day| (day.month, day.day))
            .collect();
        written.sort_unstable();
        written.dedup();
        for day in written {
            self.add_day(day, None, SessionRef { session, day: 0 });
        }
    }

    fn add_day(&mut self, month_and_day: (u32, u32), year: Option<i32>, day: SessionRef) {
        let years = self.days.entry(month_and_day).or_default();
        years.entry(year).or_insert((day, 0)).1 += 1;
    }

    /// The first session with a title.
    pub(crate) fn find_title(&self, title: &str) -> Option<usize> {
        self.titles.get(&name_key(title)).copied()
    }

    /// The first session on a date, on the written weekday if possible.
    ///
    /// A date without a year matches any year.
    pub(crate) fn find_date(&self, wanted: &WrittenDay) -> Option<DateMatch> {
        let years = self.days.get(&(wanted.month, wanted.day))?;
        let is_in_year =
            |year: Option<i32>| year.is_none() || wanted.year.is_none() || year == wanted.year;
        let in_year = || years.iter().filter(move |(year, _)| is_in_year(**year));
        let is_on_weekday = |year: Option<i32>| {
            let date = NaiveDate::from_ymd_opt(year?, wanted.month, wanted.day)?;
            Some(date.weekday() == wanted.weekday?)
        };
        let on_weekday = in_year().filter(|(year, _)| is_on_weekday(**year).unwrap_or(true));
        first_match(on_weekday).or_else(|| first_match(in_year()))
    }
}

fn first_match<'i>(
    days: impl Iterator<Item = (&'i Option<i32>, &'i (SessionRef, usize))>,
) -> Option<DateMatch> {
    let mut count = 0;
    let days = days.inspect(|(_, (_, in_year))| count += in_year);
    let session = days.map(|(_, (day, _))| *day).min()?;
    let is_ambiguous = count > 1;
    Some(DateMatch {
        session,
        is_ambiguous,
    })
}
