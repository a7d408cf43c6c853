//! What a page says of the years and weekdays of its dates, wherever it says so.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::run::Weekdays;
use crate::dates::{WrittenDates, WrittenDay, every_date, may_tell_year};

/// The years and weekdays a page writes, by month and day.
#[derive(Default)]
pub(super) struct Written {
    years: BTreeMap<(u32, u32, i32), Whole>,
    weekdays: BTreeMap<(u32, u32), Weekdays>,
}

/// A date that is written with its year.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) year: i32,
    /// The first line it is written at.
    pub(super) line: u32,
    /// Whether it announces a session, as in a heading or a table; else it may be of anything.
    pub(super) announces: bool,
}

impl Written {
    /// Takes what a line of the page says, whatever it is.
    pub(super) fn take_line(&mut self, text: &str, line: u32) {
        if !may_tell_year(text) {
            return;
        }
        let text = text.replace(['*', '_', '~'], "");
        for dates in every_date(&text) {
            self.take(&dates, line, false);
        }
    }

    /// Takes dates that are written at a line.
    pub(super) fn take(&mut self, dates: &WrittenDates, line: u32, announces: bool) {
        for day in &dates.days {
            // Beside a year the weekday is of that year alone.
            if let (Some(weekday), None) = (day.weekday, day.year) {
                let weekdays = self.weekdays.entry((day.month, day.day)).or_default();
                *weekdays = weekdays.with(weekday);
            }
        }
        if dates.days.iter().any(|day| day.year.is_none()) {
            return;
        }
        for date in dates.resolve(|_| None).unwrap_or_default() {
            let whole = Whole {
                year: date.year(),
                line,
                announces,
            };
            let key = (date.month(), date.day(), date.year());
            let known = self.years.entry(key).or_insert(whole);
            if announces && !known.announces {
                *known = whole;
            }
        }
    }

    /// The years that are written for a day.
    pub(super) fn years(&self, day: &WrittenDay) -> impl Iterator<Item = &Whole> {
        let (month, day) = (day.month, day.day);
        let range = (month, day, i32::MIN)..=(month, day, i32::MAX);
        self.years.range(range).map(|(_, whole)| whole)
    }

    /// The weekdays of a day: the one written with it, else all that are written for it.
    pub(super) fn weekdays(&self, day: &WrittenDay) -> Weekdays {
        match day.weekday {
            Some(weekday) => Weekdays::default().with(weekday),
            None => {
                let written = self.weekdays.get(&(day.month, day.day));
                written.copied().unwrap_or_default()
            }
        }
    }
}
