//! The dates with a year or a weekday, anywhere on a page.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::weekdays::Weekdays;
use crate::dates::{WrittenDates, WrittenDay, all_dates, may_contain_full_date};

/// The years and weekdays that a page contains, by month and day.
#[derive(Default)]
pub(super) struct DateMentions {
    /// By month, day and year.
    dates: BTreeMap<(u32, u32, i32), DateMention>,
    weekdays: BTreeMap<(u32, u32), Weekdays>,
}

/// A date with a year.
#[derive(Clone, Copy)]
pub(super) struct DateMention {
    pub(super) year: i32,
    /// The first line of the date.
    pub(super) line: u32,
    /// Whether it is the date of a session, in a heading or table, rather than any date.
    pub(super) is_session: bool,
}

impl DateMentions {
    /// Adds the dates in a line of the page.
    pub(super) fn add_line(&mut self, text: &str, line: u32) {
        if !may_contain_full_date(text) {
            return;
        }
        let text = text.replace(['*', '_', '~'], "");
        for dates in all_dates(&text) {
            self.add(&dates, line, false);
        }
    }

    /// Adds dates at a line.
    pub(super) fn add(&mut self, dates: &WrittenDates, line: u32, is_session: bool) {
        for day in &dates.days {
            // A weekday with a year is of that year only.
            if let (Some(weekday), None) = (day.weekday, day.year) {
                let weekdays = self.weekdays.entry((day.month, day.day)).or_default();
                *weekdays = weekdays.with(weekday);
            }
        }
        if dates.days.iter().any(|day| day.year.is_none()) {
            return;
        }
        for date in dates.resolve(|_| None).unwrap_or_default() {
            let mention = DateMention {
                year: date.year(),
                line,
                is_session,
            };
            let key = (date.month(), date.day(), date.year());
            let existing = self.dates.entry(key).or_insert(mention);
            if is_session && !existing.is_session {
                *existing = mention;
            }
        }
    }

    /// The mentions of a day, by year.
    pub(super) fn of_day(&self, day: &WrittenDay) -> impl Iterator<Item = &DateMention> {
        let (month, day) = (day.month, day.day);
        let range = (month, day, i32::MIN)..=(month, day, i32::MAX);
        self.dates.range(range).map(|(_, mention)| mention)
    }

    /// The weekday written with a day, or else all weekdays written for it anywhere.
    pub(super) fn weekdays(&self, day: &WrittenDay) -> Weekdays {
        match day.weekday {
            Some(weekday) => Weekdays::default().with(weekday),
            None => {
                let weekdays = self.weekdays.get(&(day.month, day.day));
                weekdays.copied().unwrap_or_default()
            }
        }
    }
}
