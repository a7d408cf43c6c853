//! Where the sessions of a page are found again: by their dates and by their titles.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::context::Entry;
use crate::dates::WrittenDay;
use crate::words::folded;

/// A session, and the day of it that is meant, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) entry: usize,
    pub(crate) day: usize,
}

/// The first place that is meant, and whether others may be.
pub(crate) struct Found {
    pub(crate) place: Place,
    pub(crate) has_others: bool,
}

/// Of each year the first place, and how many there are. Without a year stand those whose date could not
/// be told.
type Years = BTreeMap<Option<i32>, (Place, usize)>;

/// The places of sessions.
#[derive(Default)]
pub(crate) struct Index {
    /// By month and day, then by year.
    dates: BTreeMap<(u32, u32), Years>,
    titles: BTreeMap<String, usize>,
}

impl Index {
    /// Adds a session that comes after all those that are here.
    pub(crate) fn add(&mut self, entry: usize, added: &Entry) {
        let title = folded(&added.session.title);
        self.titles.entry(title).or_insert(entry);
        let days = added.session.days.iter().enumerate();
        let dated = days.filter_map(|(day, row)| Some((row.date?, Place { entry, day })));
        let mut is_dated = false;
        for (date, place) in dated {
            is_dated = true;
            self.put((date.month(), date.day()), Some(date.year()), place);
        }
        if is_dated {
            return;
        }
        let mut written: Vec<_> = added
            .written
            .iter()
            .map(|day| (day.month, day.day))
            .collect();
        written.sort_unstable();
        written.dedup();
        for day in written {
            self.put(day, None, Place { entry, day: 0 });
        }
    }

    fn put(&mut self, day: (u32, u32), year: Option<i32>, place: Place) {
        let years = self.dates.entry(day).or_default();
        years.entry(year).or_insert((place, 0)).1 += 1;
    }

    /// The first session of a title.
    pub(crate) fn titled(&self, title: &str) -> Option<usize> {
        self.titles.get(&folded(title)).copied()
    }

    /// The first session of a date. One written without a year may be of any; of those that are on
    /// the weekday that is written, if any is.
    pub(crate) fn dated(&self, day: &WrittenDay) -> Option<Found> {
        let years = self.dates.get(&(day.month, day.day))?;
        let is_of_year =
            |year: Option<i32>| year.is_none() || day.year.is_none() || year == day.year;
        let places = || {
            let places = years.iter();
            places.filter(move |(year, _)| is_of_year(**year))
        };
        let is_on_weekday = |year: Option<i32>| {
            let date = NaiveDate::from_ymd_opt(year?, day.month, day.day)?;
            Some(date.weekday() == day.weekday?)
        };
        let on_weekday = places().filter(|(year, _)| is_on_weekday(**year).unwrap_or(true));
        found(on_weekday).or_else(|| found(places()))
    }
}

fn found<'i>(places: impl Iterator<Item = (&'i Option<i32>, &'i (Place, usize))>) -> Option<Found> {
    let mut count = 0;
    let places = places.inspect(|(_, (_, more))| count += more);
    let place = places.map(|(_, (place, _))| *place).min()?;
    let has_others = count > 1;
    Some(Found { place, has_others })
}
