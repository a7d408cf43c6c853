//! The years of a page's dates.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use deroule_model::Message;

use super::announced::TableDates;
use super::choice::{YearChoice, YearReason};
use super::headings::{PageHeadings, YearHeadings};
use super::mentions::DateMentions;
use super::resolver::Resolver;
use super::weekdays::remark_weekdays;
use crate::blocks::Block;
use crate::dates::{WrittenDates, WrittenDay, next_occurrence};
use crate::error::{Counted, PageError};
use crate::limits::check_count;
use crate::options::Options;
use crate::report::Report;

/// The years of a page's dates.
pub(crate) struct PageYears {
    headings: YearHeadings,
    /// The year in the options.
    default_year: Option<i32>,
    today: Option<NaiveDate>,
    /// The year of the first date at each line.
    choices: BTreeMap<u32, YearChoice>,
}

impl PageYears {
    /// Chooses the years of the dates in a page's headings and tables.
    ///
    /// # Errors
    /// When too many headings have a date.
    pub(crate) fn of_page(
        page: &str,
        blocks: &[Block],
        tables: &[TableDates<'_>],
        options: &Options,
    ) -> Result<Self, PageError> {
        let PageHeadings {
            with_year: headings,
            with_date: dated_headings,
        } = PageHeadings::of_blocks(blocks);
        check_count(Counted::Sessions, dated_headings.len())?;
        let mut mentions = DateMentions::default();
        let in_headings = dated_headings.iter().map(|(line, dates)| (*line, dates));
        let in_tables = tables.iter().flat_map(|table| table.rows.iter().copied());
        for (line, written) in in_headings.chain(in_tables) {
            mentions.add(written, line, true);
        }
        for (line, text) in (1..).zip(page.split('\n')) {
            mentions.add_line(text, line);
        }
        let resolver = Resolver::new(&headings, &mentions, options);
        let choices = resolver.resolve(&dated_headings, tables);
        Ok(Self {
            headings,
            default_year: options.year,
            today: options.today,
            choices,
        })
    }

    /// Whether the heading at a line gives a year.
    pub(crate) fn is_heading_with_year(&self, line: u32) -> bool {
        self.headings.has_line(line)
    }

    /// Remarks on headings whose year differs from the one in the options.
    pub(crate) fn remark_option(&self, report: &mut Report<'_>) {
        let Some(asked) = self.default_year else {
            return;
        };
        for heading in self.headings.iter() {
            let first = heading.first_year;
            if asked != first && !(heading.is_school_year && asked == first + 1) {
                let message = Message::new("remark-year-of-page")
                    .text("year", first.to_string())
                    .text("asked", asked.to_string());
                report.remark(heading.line, message);
            }
        }
    }

    /// The dates of the calendar for dates at a line.
    ///
    /// None, with a remark, if the year is unknown or a date is impossible.
    pub(crate) fn dates(
        &self,
        written: &WrittenDates,
        text: &str,
        line: u32,
        report: &mut Report<'_>,
    ) -> Vec<NaiveDate> {
        let first = written.days.first().copied();
        let choice = first.filter(|day| day.year.is_none()).and_then(|day| {
            let choice = self.choices.get(&line).copied();
            choice.or_else(|| self.choose_alone(&day, line))
        });
        let needs_year = written.days.iter().any(|day| day.year.is_none());
        if needs_year && choice.is_none() {
            report.remark(line, Message::new("remark-year-missing").text("text", text));
            return Vec::new();
        }
        let dates = written.resolve(|day| {
            let (first, choice) = (first?, choice?);
            Some(choice.year + i32::from(day.is_new_year_after(&first)))
        });
        let Some(mut dates) = dates else {
            let message = Message::new("remark-date-impossible").text("text", text);
            report.remark(line, message);
            return Vec::new();
        };
        if let (Some(choice), Some(first)) = (choice, dates.first()) {
            choice.remark(*first, line, report);
        }
        remark_weekdays(written, &dates, line, report);
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The year that the section of a line gives to a day.
    pub(crate) fn section_year(&self, day: &WrittenDay, line: u32) -> Option<i32> {
        let heading = self.headings.heading(self.headings.section(line))?;
        heading.contains(line).then(|| heading.year_of(day))
    }

    /// Chooses the year of a date outside of any sequence.
    fn choose_alone(&self, day: &WrittenDay, line: u32) -> Option<YearChoice> {
        let heading = self.headings.heading(self.headings.section(line));
        let given = heading
            .map(|heading| heading.year_of(day))
            .or(self.default_year);
        let next = || Some(next_occurrence(self.today?, day)?.year());
        let reason = given.map_or(YearReason::Guessed, |_| YearReason::Given);
        let year = given.or_else(next)?;
        Some(YearChoice {
            year,
            reason,
            is_after_new_year: false,
        })
    }
}
