//! Chooses the years of the dates in tables and headings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::announced::{AnnouncedDates, Choices, DateSequence, TableDates};
use super::choice::{YearChoice, YearReason};
use super::guess::guess_first_year;
use super::headings::{Section, YearHeading, YearHeadings};
use super::mentions::{DateMention, DateMentions};
use super::section_span::SectionSpan;
use super::sequence::{FirstYear, SequenceDay, assign_years, assign_years_around_given};
use crate::dates::{WrittenDates, WrittenDay, next_occurrence};
use crate::options::Options;

/// Chooses years, one sequence after the other.
pub(super) struct Resolver<'a> {
    headings: &'a YearHeadings,
    mentions: &'a DateMentions,
    options: &'a Options,
    /// The dates that the programme already has, by month, day and year.
    existing_dates: BTreeSet<(u32, u32, i32)>,
    /// The resolved dates of each section.
    spans: BTreeMap<Section, SectionSpan>,
    /// The year of the first date at each line.
    choices: BTreeMap<u32, YearChoice>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(
        headings: &'a YearHeadings,
        mentions: &'a DateMentions,
        options: &'a Options,
    ) -> Self {
        let existing_dates = options
            .existing_dates
            .iter()
            .map(|date| (date.month(), date.day(), date.year()))
            .collect();
        Self {
            headings,
            mentions,
            options,
            existing_dates,
            spans: BTreeMap::new(),
            choices: BTreeMap::new(),
        }
    }

    /// Chooses the years of the dates in tables and headings, by line.
    pub(super) fn resolve(
        mut self,
        dated_headings: &[(u32, WrittenDates)],
        tables: &[TableDates<'_>],
    ) -> BTreeMap<u32, YearChoice> {
        let sequences: Vec<_> = tables
            .iter()
            .map(|table| DateSequence {
                section: self.headings.section(table.line),
                items: table.rows.clone(),
            })
            .collect();
        let mut all_choices: Vec<_> = sequences
            .iter()
            .map(|sequence| self.choose(sequence))
            .collect();
        let announced = AnnouncedDates::new(&sequences, &all_choices);
        for (sequence, choices) in sequences.iter().zip(&mut all_choices) {
            self.follow_mentions(sequence, choices, &announced);
        }
        for sequence in self.own_sessions(dated_headings, &announced).values() {
            let choices = self.choose(sequence);
            self.keep(sequence, choices);
        }
        for (sequence, choices) in sequences.iter().zip(all_choices) {
            self.keep(sequence, choices);
        }
        self.choices
    }

    /// The headings of sessions that no table announces, by section.
    fn own_sessions<'b>(
        &self,
        dated_headings: &'b [(u32, WrittenDates)],
        announced: &AnnouncedDates,
    ) -> BTreeMap<Section, DateSequence<'b>> {
        let mut sequences: BTreeMap<Section, DateSequence<'b>> = BTreeMap::new();
        for (line, written) in dated_headings {
            let is_own = |day: &WrittenDay| !announced.days.contains(&(day.month, day.day));
            if written.days.first().is_some_and(is_own) {
                let section = self.headings.section(*line);
                let empty = || DateSequence {
                    section,
                    items: Vec::new(),
                };
                let sequence = sequences.entry(section).or_insert_with(empty);
                sequence.items.push((*line, written));
            }
        }
        sequences
    }

    fn keep(&mut self, sequence: &DateSequence<'_>, choices: Choices) {
        let lines = sequence.items.iter().map(|(line, _)| *line);
        let chosen = lines
            .zip(choices)
            .filter_map(|(line, choice)| Some((line, choice?)));
        self.choices.extend(chosen);
    }

    /// Chooses the years of a sequence, and extends the span of its section.
    fn choose(&mut self, sequence: &DateSequence<'_>) -> Choices {
        let heading = self.headings.heading(sequence.section);
        let days = sequence.items.iter();
        let days: Vec<_> = days
            .map(|(_, written)| self.sequence_day(written, heading))
            .collect();
        let span = self.spans.get(&sequence.section).copied();
        let given_year = heading
            .map(|heading| heading.first_year)
            .or(self.options.year);
        let choices = match given_year {
            Some(given) => {
                let nearest =
                    span.and_then(|span| Some(span.nearest_year(days.first()?, Some(given))));
                let first = nearest.unwrap_or(given);
                self.choose_from_year(first, YearReason::Given, days.clone(), sequence)
            }
            None => self.choose_without_year(days.clone(), span, sequence),
        };
        for (day, choice) in days.iter().zip(&choices) {
            let Some(YearChoice { year, reason, .. }) = *choice else {
                continue;
            };
            let is_guessed = reason == YearReason::Guessed;
            let span = self.spans.entry(sequence.section);
            span.or_insert_with(|| SectionSpan::new(day, year, is_guessed))
                .extend(day, year);
        }
        choices
    }

    /// A day of a sequence, with the year written with it or that of its school year.
    fn sequence_day(&self, written: &WrittenDates, heading: Option<&YearHeading>) -> SequenceDay {
        let Some(day) = written.days.first() else {
            return SequenceDay::default();
        };
        let school_year = heading.filter(|heading| heading.is_school_year);
        let year = day.year.or(school_year.map(|heading| heading.year_of(day)));
        SequenceDay {
            month: day.month,
            day: day.day,
            possible_years: year.into_iter().collect(),
            weekdays: self.mentions.weekdays(day),
        }
    }

    /// Chooses the years of a sequence that begins in a year or soon after.
    fn choose_from_year(
        &self,
        first: i32,
        reason: YearReason,
        mut days: Vec<SequenceDay>,
        sequence: &DateSequence<'_>,
    ) -> Choices {
        let first_year = FirstYear::From(first);
        let has_year: Vec<_> = days
            .iter()
            .map(|day| !day.possible_years.is_empty())
            .collect();
        let mut years = assign_years(&days, &first_year);
        // Where the order allows two years, the year of the same date elsewhere decides.
        let mut is_changed = false;
        for at in 0..days.len() {
            let before = at.checked_sub(1).and_then(|at| days.get(at)).cloned();
            let Some((day, (_, written))) = days.get_mut(at).zip(sequence.items.get(at)) else {
                break;
            };
            let is_step_back = before.map_or(day.month < 7, |before| day.precedes(&before));
            let (Some(written), Some(year)) = (written.days.first(), years.get(at)) else {
                continue;
            };
            if is_step_back && day.possible_years.is_empty() {
                let mentions = self.session_mentions(written, sequence.section);
                let mentioned = mentions.map(|mention| mention.year);
                let possible: Vec<_> = mentioned
                    .filter(|mentioned| mentioned == year || *mentioned == year + 1)
                    .collect();
                is_changed |= possible.iter().any(|possible| possible != year);
                day.possible_years = possible;
            }
        }
        if is_changed {
            years = assign_years(&days, &first_year);
        }
        let mut before = first;
        let choices = years.iter().zip(has_year).map(|(year, has_year)| {
            let is_after_new_year = !has_year && *year > before;
            before = *year;
            Some(YearChoice {
                year: *year,
                reason,
                is_after_new_year,
            })
        });
        choices.collect()
    }

    /// The mentions of a day as the date of a session, except in the sections of other years.
    fn session_mentions(
        &self,
        day: &WrittenDay,
        section: Section,
    ) -> impl Iterator<Item = &DateMention> {
        let mentions = self.mentions.of_day(day);
        let mentions = mentions.filter(|mention| mention.is_session);
        mentions.filter(move |mention| {
            let other = self.headings.section(mention.line);
            let other = other.filter(|other| Some(*other) != section);
            let is_in_other = self.headings.heading(other).is_some_and(|other| {
                (other.first_year..=other.first_year + 1).contains(&mention.year)
            });
            section.is_none() || !is_in_other
        })
    }

    /// Chooses the years of a sequence for which neither a heading nor the options give one.
    fn choose_without_year(
        &self,
        mut days: Vec<SequenceDay>,
        span: Option<SectionSpan>,
        sequence: &DateSequence<'_>,
    ) -> Choices {
        let written = sequence.items.iter();
        let written: Vec<_> = written
            .filter_map(|(_, written)| written.days.first())
            .collect();
        for (day, written) in days.iter_mut().zip(&written) {
            if day.possible_years.is_empty() {
                let mentions = self.mentions.of_day(written);
                day.possible_years = mentions.map(|mention| mention.year).collect();
            }
        }
        let has_year: Vec<_> = days
            .iter()
            .map(|day| !day.possible_years.is_empty())
            .collect();
        if has_year.contains(&true) {
            return choices_around_given(&days, |_| YearReason::Given, &has_year);
        }
        if let (Some(span), Some(first)) = (span, days.first()) {
            let reason = if span.is_guessed {
                YearReason::Guessed
            } else {
                YearReason::Given
            };
            let first = span.nearest_year(first, None);
            return self.choose_from_year(first, reason, days, sequence);
        }
        match self.options.today {
            Some(today) => self.choose_from_today(days, &written, today),
            None => vec![None; days.len()],
        }
    }

    /// Chooses the years of a sequence from existing dates and from today.
    fn choose_from_today(
        &self,
        mut days: Vec<SequenceDay>,
        written: &[&WrittenDay],
        today: NaiveDate,
    ) -> Choices {
        for day in &mut days {
            let range = (day.month, day.day, i32::MIN)..=(day.month, day.day, i32::MAX);
            let existing = self.existing_dates.range(range);
            day.possible_years = existing.map(|(.., year)| *year).collect();
        }
        let is_existing: Vec<_> = days
            .iter()
            .map(|day| !day.possible_years.is_empty())
            .collect();
        let Some(last_existing) = is_existing.iter().rposition(|is_existing| *is_existing) else {
            let first = guess_first_year(&days, today);
            let years = assign_years(&days, &FirstYear::From(first));
            let choices = years.into_iter().map(|year| {
                Some(YearChoice {
                    year,
                    reason: YearReason::Guessed,
                    is_after_new_year: false,
                })
            });
            return choices.collect();
        };
        // What follows all existing dates is in the future.
        for (day, written) in days.iter_mut().zip(written).skip(last_existing + 1) {
            let next = next_occurrence(today, written).map(|date| date.year());
            day.possible_years = next.into_iter().collect();
        }
        let reason = |at| match is_existing.get(at) {
            Some(true) => YearReason::Existing,
            _ => YearReason::Guessed,
        };
        choices_around_given(&days, reason, &vec![true; days.len()])
    }

    /// Changes choices to the year of the same date elsewhere, unless a table announces that date.
    fn follow_mentions(
        &self,
        sequence: &DateSequence<'_>,
        choices: &mut [Option<YearChoice>],
        announced: &AnnouncedDates,
    ) {
        for ((_, written), choice) in sequence.items.iter().zip(choices) {
            let (Some(day), Some(choice)) = (written.days.first(), choice) else {
                continue;
            };
            let year = choice.year;
            if day.year.is_some() || choice.reason != YearReason::Given {
                continue;
            }
            if self
                .mentions
                .of_day(day)
                .any(|mention| mention.year == year)
            {
                continue;
            }
            let is_free = |mention: &&DateMention| {
                let date = (day.month, day.day, mention.year);
                !announced.dates.contains(&date)
            };
            let distance =
                |mention: &&DateMention| (mention.year.abs_diff(year), mention.year < year);
            let of_sessions = self.session_mentions(day, sequence.section);
            if let Some(nearest) = of_sessions.filter(is_free).min_by_key(distance) {
                choice.year = nearest.year;
                choice.reason = YearReason::SameDate { instead_of: year };
                choice.is_after_new_year = false;
                continue;
            }
            let mut elsewhere = self.mentions.of_day(day).filter(is_free);
            if let Some(mention) = elsewhere.find(|mention| !mention.is_session) {
                let (year, line) = (mention.year, mention.line);
                choice.reason = YearReason::Heading { year, line };
            }
        }
    }
}

/// Chooses the years of a sequence from those of some of its days.
fn choices_around_given(
    days: &[SequenceDay],
    reason: impl Fn(usize) -> YearReason,
    has_year: &[bool],
) -> Choices {
    let years = assign_years_around_given(days);
    let mut before: Option<i32> = None;
    let choices = years.iter().enumerate().map(|(at, year)| {
        let is_later = before.is_some_and(|before| *year > before);
        before = Some(*year);
        Some(YearChoice {
            year: *year,
            reason: reason(at),
            is_after_new_year: is_later && has_year.get(at) == Some(&false),
        })
    });
    choices.collect()
}
