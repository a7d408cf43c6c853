//! Which year a date is in when it does not say: a heading above it, the caller, or the next time
//! that date comes.

use chrono::{Datelike, NaiveDate};
use deroule_plan::Message;

use crate::Options;
use crate::dates::{WrittenDates, WrittenDay, find_dates, next_occurrence};
use crate::ledger::Ledger;
use crate::page::Block;

/// The years a page's headings give.
pub(crate) struct Years {
    headings: Vec<Heading>,
    /// The lines and levels of all headings.
    levels: Vec<(u32, u8)>,
    options: Options,
}

struct Heading {
    line: u32,
    first: i32,
    /// Whether it names a school year, from the first year's August to the next one's July.
    school: bool,
}

impl Years {
    /// Collects the years of the headings. One that gives a date gives it for itself alone.
    pub(crate) fn of(blocks: &[Block], options: &Options) -> Self {
        let headings = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { text, lines, .. } => heading(&text.text, lines.0),
                _ => None,
            })
            .collect();
        let levels = blocks.iter().filter_map(|block| match block {
            Block::Heading { level, lines, .. } => Some((lines.0, *level)),
            _ => None,
        });
        Self {
            headings,
            levels: levels.collect(),
            options: options.clone(),
        }
    }

    /// Whether the heading at a line gives a year.
    pub(crate) fn is_given_at(&self, line: u32) -> bool {
        self.headings.iter().any(|heading| heading.line == line)
    }

    /// Says so where the caller's year is not the one the page gives.
    pub(crate) fn compare_with_option(&self, ledger: &mut Ledger<'_>) {
        let Some(asked) = self.options.year else {
            return;
        };
        for heading in &self.headings {
            if asked != heading.first && !(heading.school && asked == heading.first + 1) {
                let message = Message::new("remark-year-of-page")
                    .text("year", heading.first.to_string())
                    .text("asked", asked.to_string());
                ledger.remark(heading.line, message);
            }
        }
    }

    /// The dates written at a line, in the calendar; none where they can't be told, which is said.
    pub(crate) fn dates(
        &self,
        written: &WrittenDates,
        text: &str,
        line: u32,
        ledger: &mut Ledger<'_>,
    ) -> Vec<NaiveDate> {
        let told = |day: &WrittenDay| self.year(day, line);
        let known = |day: &WrittenDay| {
            let same = |date: &&NaiveDate| (date.day(), date.month()) == (day.day, day.month);
            let dates = self.options.known.iter().filter(same);
            dates.max().map(NaiveDate::year)
        };
        let guessed = |day: &WrittenDay| {
            let next = next_occurrence(self.options.today?, day)?;
            Some(next.year())
        };
        let untold = || {
            let days = written.days.iter();
            days.filter(|day| day.year.is_none() && told(day).is_none())
        };
        let guessing = untold().any(|day| known(day).is_none());
        if guessing && self.options.today.is_none() {
            ledger.remark(line, Message::new("remark-year-missing").text("text", text));
            return Vec::new();
        }
        let dates =
            written.resolve(|day| told(day).or_else(|| known(day)).or_else(|| guessed(day)));
        let Some(mut dates) = dates else {
            let message = Message::new("remark-date-impossible").text("text", text);
            ledger.remark(line, message);
            return Vec::new();
        };
        if let (Some(_), Some(first)) = (untold().next(), dates.first()) {
            let code = if guessing {
                "remark-year-guessed"
            } else {
                "remark-year-known"
            };
            ledger.remark(line, Message::new(code).date("date", *first));
        }
        remark_on_weekdays(written, &dates, line, ledger);
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The year of the heading above a line, for a day written without one, where the line is in that
    /// heading's section.
    pub(crate) fn of_section(&self, day: &WrittenDay, line: u32) -> Option<i32> {
        let above = self.above(line)?;
        let between = self.levels.iter();
        let mut between = between.filter(|(at, _)| *at > above.line && *at < line);
        let level = self.levels.iter().find(|(at, _)| *at == above.line)?.1;
        let is_inside = between.all(|(_, between)| *between > level);
        is_inside.then(|| above.year(day))
    }

    fn above(&self, line: u32) -> Option<&Heading> {
        self.headings.iter().rfind(|heading| heading.line <= line)
    }

    fn year(&self, day: &WrittenDay, line: u32) -> Option<i32> {
        self.above(line)
            .map(|heading| heading.year(day))
            .or(self.options.year)
    }
}

impl Heading {
    fn year(&self, day: &WrittenDay) -> i32 {
        self.first + i32::from(self.school && day.month < 8)
    }
}

/// Whether a word is a year, or the short second one of a school year.
pub(crate) fn is_year(word: &str) -> bool {
    matches!(word.len(), 2 | 4) && word.chars().all(|letter| letter.is_ascii_digit())
}

fn heading(text: &str, line: u32) -> Option<Heading> {
    if find_dates(text).is_some() {
        return None;
    }
    let years: Vec<i32> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1990..2100).contains(year))
        .collect();
    let first = *years.first()?;
    let school = years.get(1) == Some(&(first + 1));
    Some(Heading {
        line,
        first,
        school,
    })
}

fn remark_on_weekdays(
    written: &WrittenDates,
    dates: &[NaiveDate],
    line: u32,
    ledger: &mut Ledger<'_>,
) {
    for day in &written.days {
        let wrong = dates.iter().find(|date| {
            let same = (date.day(), date.month()) == (day.day, day.month);
            same && day.weekday.is_some_and(|weekday| weekday != date.weekday())
        });
        if let Some(date) = wrong {
            ledger.remark(line, Message::new("remark-weekday").date("date", *date));
        }
    }
}
