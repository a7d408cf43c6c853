//! Which year a date is in when it does not say: what is written elsewhere for the same date, the
//! heading above it, the caller, the rows around it, or the next time that date comes.

mod run;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use deroule_model::Message;
use run::{Row, Start};
use written::{Whole, Written};

use crate::dates::{WrittenDates, WrittenDay, find_dates, next_occurrence};
use crate::ledger::Ledger;
use crate::limits::check;
use crate::page::Block;
use crate::standing::named;
use crate::table::SessionTable;
use crate::{Counted, Options, PageError};

/// The years of a page's dates.
pub(crate) struct Years {
    /// The headings that give a year.
    headings: Vec<Heading>,
    options: Options,
    /// The dates the programme has: month, day and year.
    known: BTreeSet<(u32, u32, i32)>,
    written: Written,
    /// The year of the first date written at a line without one.
    chosen: BTreeMap<u32, Chosen>,
}

struct Heading {
    line: u32,
    /// The last line of its section: the next heading of its level or a higher one.
    end: u32,
    level: u8,
    first: i32,
    /// Whether it names a school year, from the first year's August to the next one's July.
    school: bool,
}

/// The year chosen for a date, and why.
#[derive(Clone, Copy)]
struct Chosen {
    year: i32,
    why: Why,
    /// Whether the rows run over New Year here.
    new_year: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The page tells it.
    Told,
    /// The page tells it for the same date elsewhere, but another year above.
    Against(i32),
    /// The page tells the year; but elsewhere another one for the same date.
    Despite {
        year: i32,
        line: u32,
    },
    /// The programme knows the date.
    Known,
    Guessed,
}

/// Dates that follow each other on the page: the rows of a table, or headings of one section.
struct Sequence<'b> {
    /// The heading above that gives their year, by its place.
    section: Option<usize>,
    items: Vec<(u32, &'b WrittenDates)>,
}

/// The stretch of time in which a section's dates are that are resolved.
#[derive(Clone, Copy)]
struct Resolved {
    from: i64,
    to: i64,
    year: i32,
    guessed: bool,
}

impl Years {
    /// Finds the years of a page's dates. A heading that gives a date gives its year for itself alone.
    pub(crate) fn of(
        page: &str,
        blocks: &[Block],
        tables: &[SessionTable<'_>],
        options: &Options,
    ) -> Result<Self, PageError> {
        let mut years = Self {
            headings: Vec::new(),
            options: Options {
                known: Vec::new(),
                ..options.clone()
            },
            known: options
                .known
                .iter()
                .map(|date| (date.month(), date.day(), date.year()))
                .collect(),
            written: Written::default(),
            chosen: BTreeMap::new(),
        };
        let mut dated = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for block in blocks {
            if let Block::Heading { level, text, lines } = block {
                while let Some(at) = open.pop_if(|at: &mut usize| {
                    let heading: Option<&Heading> = years.headings.get(*at);
                    heading.is_some_and(|heading| heading.level >= *level)
                }) {
                    if let Some(heading) = years.headings.get_mut(at) {
                        heading.end = lines.0;
                    }
                }
                match find_dates(&named(text).text) {
                    Some(written) => dated.push((lines.0, written)),
                    None => {
                        if let Some(heading) = heading(&text.text, lines.0, *level) {
                            open.push(years.headings.len());
                            years.headings.push(heading);
                        }
                    }
                }
            }
        }
        check(Counted::Sessions, dated.len())?;
        check(
            Counted::Sessions,
            tables.iter().map(SessionTable::len).sum(),
        )?;
        let rows = tables.iter().flat_map(SessionTable::dates);
        for (line, written) in dated.iter().map(|(line, dates)| (*line, dates)).chain(rows) {
            years.written.take(written, line, true);
        }
        for (line, text) in (1..).zip(page.split('\n')) {
            years.written.take_line(text, line);
        }
        years.resolve(&dated, tables);
        Ok(years)
    }

    /// Whether the heading at a line gives a year.
    pub(crate) fn is_given_at(&self, line: u32) -> bool {
        let at = self.headings.partition_point(|heading| heading.line < line);
        self.headings
            .get(at)
            .is_some_and(|heading| heading.line == line)
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
        let first = written.days.first().copied();
        let chosen = first.filter(|day| day.year.is_none());
        let chosen = chosen.and_then(|day| {
            let chosen = self.chosen.get(&line).copied();
            chosen.or_else(|| self.alone(&day, line))
        });
        let untold = written.days.iter().any(|day| day.year.is_none());
        if untold && chosen.is_none() {
            ledger.remark(line, Message::new("remark-year-missing").text("text", text));
            return Vec::new();
        }
        let dates = written.resolve(|day| {
            let (first, chosen) = (first?, chosen?);
            Some(chosen.year + i32::from(day.is_new_year_after(&first)))
        });
        let Some(mut dates) = dates else {
            let message = Message::new("remark-date-impossible").text("text", text);
            ledger.remark(line, message);
            return Vec::new();
        };
        if let (Some(chosen), Some(first)) = (chosen, dates.first()) {
            chosen.remark(*first, line, ledger);
        }
        remark_on_weekdays(written, &dates, line, ledger);
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// The year of the heading above a line, for a day written without one, where the line is in that
    /// heading's section.
    pub(crate) fn of_section(&self, day: &WrittenDay, line: u32) -> Option<i32> {
        let above = self.headings.get(self.above(line)?)?;
        (line <= above.end).then(|| above.year(day))
    }

    /// The place of the last heading down to a line that gives a year.
    fn above(&self, line: u32) -> Option<usize> {
        let below = self
            .headings
            .partition_point(|heading| heading.line <= line);
        below.checked_sub(1)
    }

    /// The year of a date that follows no other.
    fn alone(&self, day: &WrittenDay, line: u32) -> Option<Chosen> {
        let told = self.above(line).and_then(|at| self.headings.get(at));
        let told = told.map(|heading| heading.year(day)).or(self.options.year);
        let guessed = || Some(next_occurrence(self.options.today?, day)?.year());
        let why = told.map_or(Why::Guessed, |_| Why::Told);
        let year = told.or_else(guessed)?;
        Some(Chosen {
            year,
            why,
            new_year: false,
        })
    }

    fn resolve(&mut self, dated: &[(u32, WrittenDates)], tables: &[SessionTable<'_>]) {
        let mut sections: BTreeMap<Option<usize>, Resolved> = BTreeMap::new();
        let mut announced: BTreeSet<(u32, u32, i32)> = BTreeSet::new();
        let mut days: BTreeSet<(u32, u32)> = BTreeSet::new();
        let sequences: Vec<_> = tables
            .iter()
            .map(|table| Sequence {
                section: self.above(table.line()),
                items: table.dates().collect(),
            })
            .collect();
        let mut runs: Vec<_> = sequences
            .iter()
            .map(|sequence| self.run(sequence, &mut sections))
            .collect();
        for (sequence, run) in sequences.iter().zip(&runs) {
            for ((_, written), chosen) in sequence.items.iter().zip(run) {
                let first = written.days.first();
                let year = |day: &WrittenDay| {
                    let later = day.is_new_year_after(first?);
                    Some((*chosen)?.year + i32::from(later))
                };
                days.extend(written.days.iter().map(|day| (day.month, day.day)));
                for date in written.resolve(year).unwrap_or_default() {
                    days.insert((date.month(), date.day()));
                    announced.insert((date.month(), date.day(), date.year()));
                }
            }
        }
        for (sequence, run) in sequences.iter().zip(&mut runs) {
            self.follow_what_is_written(sequence, run, &announced);
        }
        // What no table announces is a session of its own, in the page's order.
        let mut own: BTreeMap<Option<usize>, Sequence<'_>> = BTreeMap::new();
        for (line, written) in dated {
            let day = written.days.first();
            if day.is_some_and(|day| !days.contains(&(day.month, day.day))) {
                let section = self.above(*line);
                let empty = || Sequence {
                    section,
                    items: Vec::new(),
                };
                let sequence = own.entry(section).or_insert_with(empty);
                sequence.items.push((*line, written));
            }
        }
        for sequence in own.values() {
            let run = self.run(sequence, &mut sections);
            self.keep(sequence, run);
        }
        for (sequence, run) in sequences.iter().zip(runs) {
            self.keep(sequence, run);
        }
    }

    fn keep(&mut self, sequence: &Sequence<'_>, run: Vec<Option<Chosen>>) {
        let lines = sequence.items.iter().map(|(line, _)| *line);
        let chosen = lines
            .zip(run)
            .filter_map(|(line, chosen)| Some((line, chosen?)));
        self.chosen.extend(chosen);
    }

    /// The years of a sequence, in a section whose other dates may tell where it begins.
    fn run(
        &self,
        sequence: &Sequence<'_>,
        sections: &mut BTreeMap<Option<usize>, Resolved>,
    ) -> Vec<Option<Chosen>> {
        let heading = sequence.section.and_then(|at| self.headings.get(at));
        let rows = sequence.items.iter();
        let rows: Vec<_> = rows
            .map(|(_, written)| self.row(written, heading))
            .collect();
        let known = sections.get(&sequence.section).copied();
        let run = match heading.map(|heading| heading.first).or(self.options.year) {
            Some(first) => {
                let begins =
                    known.and_then(|known| Some(known.nearest(rows.first()?, Some(first))));
                self.run_from(begins.unwrap_or(first), Why::Told, rows.clone(), sequence)
            }
            None => self.run_without_year(rows.clone(), known, sequence),
        };
        let places = rows.iter().zip(&run);
        for (row, chosen) in places.filter_map(|(row, chosen)| Some((row, (*chosen)?))) {
            let place = row.place(chosen.year);
            let resolved = sections.entry(sequence.section).or_insert(Resolved {
                from: place,
                to: place,
                year: chosen.year,
                guessed: chosen.why == Why::Guessed,
            });
            resolved.from = resolved.from.min(place);
            resolved.to = resolved.to.max(place);
            resolved.year = resolved.year.max(chosen.year);
        }
        run
    }

    /// A date of a sequence with the years that it tells itself or its heading's school year does.
    fn row(&self, written: &WrittenDates, heading: Option<&Heading>) -> Row {
        let Some(day) = written.days.first() else {
            return Row::default();
        };
        let school = heading.filter(|heading| heading.school);
        let year = day.year.or(school.map(|heading| heading.year(day)));
        Row {
            month: day.month,
            day: day.day,
            pins: year.into_iter().collect(),
            weekdays: self.written.weekdays(day),
        }
    }

    /// The years of rows of which the first is in the year given, or soon after.
    fn run_from(
        &self,
        first: i32,
        why: Why,
        mut rows: Vec<Row>,
        sequence: &Sequence<'_>,
    ) -> Vec<Option<Chosen>> {
        let start = Start::In(first);
        let is_pinned: Vec<_> = rows.iter().map(|row| !row.pins.is_empty()).collect();
        let mut years = run::years(&rows, &start);
        // Where the order leaves the choice, what is written for the date elsewhere makes it.
        let mut is_led = false;
        for at in 0..rows.len() {
            let before = at.checked_sub(1).and_then(|at| rows.get(at)).cloned();
            let Some((row, (_, written))) = rows.get_mut(at).zip(sequence.items.get(at)) else {
                break;
            };
            let falls = before.map_or(row.month < 7, |before| row.precedes(&before));
            let (Some(day), Some(year)) = (written.days.first(), years.get(at)) else {
                continue;
            };
            if falls && row.pins.is_empty() {
                let mut told: Vec<_> = self.announced(day, sequence.section).collect();
                told.retain(|told| told.year == *year || told.year == *year + 1);
                is_led |= told.iter().any(|told| told.year != *year);
                row.pins = told.iter().map(|told| told.year).collect();
            }
        }
        if is_led {
            years = run::years(&rows, &start);
        }
        let mut before = first;
        let chosen = years.iter().zip(is_pinned).map(|(year, is_pinned)| {
            let new_year = !is_pinned && *year > before;
            before = *year;
            Some(Chosen {
                year: *year,
                why,
                new_year,
            })
        });
        chosen.collect()
    }

    /// The years that are written for a day in headings and tables, but for those which another
    /// heading has for its own.
    fn announced(&self, day: &WrittenDay, section: Option<usize>) -> impl Iterator<Item = &Whole> {
        let whole = self.written.years(day).filter(|whole| whole.announces);
        whole.filter(move |whole| {
            let other = self.above(whole.line).filter(|at| Some(*at) != section);
            let other = other.and_then(|at| self.headings.get(at));
            let is_of_other =
                other.is_some_and(|other| (other.first..=other.first + 1).contains(&whole.year));
            section.is_none() || !is_of_other
        })
    }

    /// The years of rows for which neither a heading nor the caller gives one.
    fn run_without_year(
        &self,
        mut rows: Vec<Row>,
        section: Option<Resolved>,
        sequence: &Sequence<'_>,
    ) -> Vec<Option<Chosen>> {
        let days = sequence.items.iter();
        let days: Vec<_> = days
            .filter_map(|(_, written)| written.days.first())
            .collect();
        for (row, day) in rows.iter_mut().zip(&days) {
            if row.pins.is_empty() {
                row.pins = self.written.years(day).map(|whole| whole.year).collect();
            }
        }
        let told: Vec<_> = rows.iter().map(|row| !row.pins.is_empty()).collect();
        if told.contains(&true) {
            return chosen(&rows, |_| Why::Told, &told);
        }
        if let (Some(section), Some(row)) = (section, rows.first()) {
            let why = if section.guessed {
                Why::Guessed
            } else {
                Why::Told
            };
            return self.run_from(section.nearest(row, None), why, rows, sequence);
        }
        for row in &mut rows {
            let range = (row.month, row.day, i32::MIN)..=(row.month, row.day, i32::MAX);
            row.pins = self.known.range(range).map(|(.., year)| *year).collect();
        }
        let known: Vec<_> = rows.iter().map(|row| !row.pins.is_empty()).collect();
        let Some(today) = self.options.today else {
            return vec![None; rows.len()];
        };
        match known.iter().rposition(|known| *known) {
            Some(last) => {
                // What comes after all that is known is yet to come.
                for (row, day) in rows.iter_mut().zip(&days).skip(last + 1) {
                    let next = next_occurrence(today, day).map(|date| date.year());
                    row.pins = next.into_iter().collect();
                }
                let why = |at| match known.get(at) {
                    Some(true) => Why::Known,
                    _ => Why::Guessed,
                };
                chosen(&rows, why, &vec![true; rows.len()])
            }
            None => {
                let first = nearest_start(&rows, today);
                let years = run::years(&rows, &Start::In(first));
                let chosen = years.into_iter().map(|year| {
                    Some(Chosen {
                        year,
                        why: Why::Guessed,
                        new_year: false,
                    })
                });
                chosen.collect()
            }
        }
    }

    /// Lets what is written for the same date elsewhere decide, where no row has that date.
    fn follow_what_is_written(
        &self,
        sequence: &Sequence<'_>,
        run: &mut [Option<Chosen>],
        announced: &BTreeSet<(u32, u32, i32)>,
    ) {
        for ((_, written), chosen) in sequence.items.iter().zip(run) {
            let (Some(day), Some(chosen)) = (written.days.first(), chosen) else {
                continue;
            };
            let year = chosen.year;
            if day.year.is_some() || chosen.why != Why::Told {
                continue;
            }
            if self.written.years(day).any(|whole| whole.year == year) {
                continue;
            }
            let free = |whole: &&Whole| !announced.contains(&(day.month, day.day, whole.year));
            let nearest = |whole: &&Whole| (whole.year.abs_diff(year), whole.year < year);
            let told = self.announced(day, sequence.section).filter(free);
            if let Some(told) = told.min_by_key(nearest) {
                (chosen.year, chosen.why) = (told.year, Why::Against(year));
                chosen.new_year = false;
                continue;
            }
            let mut elsewhere = self.written.years(day).filter(free);
            if let Some(whole) = elsewhere.find(|whole| !whole.announces) {
                let (year, line) = (whole.year, whole.line);
                chosen.why = Why::Despite { year, line };
            }
        }
    }
}

impl Heading {
    fn year(&self, day: &WrittenDay) -> i32 {
        self.first + i32::from(self.school && day.month < 8)
    }
}

impl Resolved {
    /// The year, not before the first one, that puts a row nearest to what is resolved.
    fn nearest(&self, row: &Row, first: Option<i32>) -> i32 {
        let away = |year: i32| {
            let place = row.place(year);
            (self.from - place).max(place - self.to).max(0)
        };
        let from = first.unwrap_or(self.year - 2).max(self.year - 12);
        let years = from..=self.year + 1;
        years.min_by_key(|year| away(*year)).unwrap_or(self.year)
    }
}

impl Chosen {
    fn remark(&self, date: NaiveDate, line: u32, ledger: &mut Ledger<'_>) {
        let message = match self.why {
            Why::Guessed => Message::new("remark-year-guessed"),
            Why::Known => Message::new("remark-year-known"),
            Why::Against(year) => {
                Message::new("remark-year-differs").text("year", year.to_string())
            }
            Why::Despite { year, line } => Message::new("remark-year-elsewhere")
                .text("year", year.to_string())
                .number("line", line as usize),
            Why::Told if self.new_year => {
                Message::new("remark-new-year-inferred").text("year", self.year.to_string())
            }
            Why::Told => return,
        };
        ledger.remark(line, message.date("date", date));
    }
}

/// The years of rows some of which are pinned; New Year is told where the order alone goes over it.
fn chosen(rows: &[Row], why: impl Fn(usize) -> Why, pinned: &[bool]) -> Vec<Option<Chosen>> {
    let pins = || rows.iter().flat_map(|row| &row.pins);
    let (first, last) = (pins().min().copied(), pins().max().copied());
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    // Before the first year that is told, no more than a few years may have to be gone back.
    let start = Start::Among((last - 6).max(first - 3)..=last);
    let years = run::years(rows, &start);
    let mut before: Option<i32> = None;
    let chosen = years.iter().enumerate().map(|(at, year)| {
        let later = before.is_some_and(|before| *year > before);
        before = Some(*year);
        Some(Chosen {
            year: *year,
            why: why(at),
            new_year: later && pinned.get(at) == Some(&false),
        })
    });
    chosen.collect()
}

/// The year in which rows begin that tell none: one in which their weekdays are true, the nearest;
/// without weekdays the first whose rows are not all past.
fn nearest_start(rows: &[Row], today: NaiveDate) -> i32 {
    let bare = rows.iter().map(|row| Row {
        weekdays: run::Weekdays::default(),
        ..row.clone()
    });
    let bare: Vec<_> = bare.collect();
    let years = run::years(&bare, &Start::In(today.year()));
    // Alike rows count once: what is tried below is tried for several years.
    let mut distinct: BTreeMap<_, usize> = BTreeMap::new();
    for (row, year) in rows.iter().zip(years) {
        let shift = year - today.year();
        let key = (shift, row.month, row.day, row.weekdays);
        *distinct.entry(key).or_default() += 1;
    }
    let by_weekday = rows.iter().any(|row| !row.weekdays.is_empty());
    let dates = |first: i32| {
        let rows = distinct.iter();
        rows.map(move |((shift, month, day, weekdays), count)| {
            let date = NaiveDate::from_ymd_opt(first + shift, *month, *day);
            (date, *weekdays, *count)
        })
    };
    let score = |first: i32| {
        let missing = dates(first).filter(|(date, ..)| date.is_none()).count();
        let wrong: usize = dates(first)
            .filter(|(date, weekdays, _)| date.is_some_and(|date| !weekdays.allow(date)))
            .map(|(.., count)| count)
            .sum();
        let away = |date: NaiveDate| (date - today).num_days().abs();
        let dates = || dates(first).filter_map(|(date, ..)| date);
        let past = dates().max().is_some_and(|last| last < today);
        let distance = match by_weekday {
            true => dates().map(away).min().unwrap_or_default(),
            false => i64::from(past) * 10_000 + i64::from(first - today.year() + 10),
        };
        (missing, wrong, distance, first)
    };
    let around = today.year() - 10..=today.year() + 10;
    around
        .min_by_key(|first| score(*first))
        .unwrap_or(today.year())
}

/// Whether a word is a year, or the short second one of a school year.
pub(crate) fn is_year(word: &str) -> bool {
    matches!(word.len(), 2 | 4) && word.chars().all(|letter| letter.is_ascii_digit())
}

fn heading(text: &str, line: u32, level: u8) -> Option<Heading> {
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
        end: u32::MAX,
        level,
        first,
        school,
    })
}

/// Says which of a line's dates are not on the day of the week that is written.
pub(crate) fn remark_on_weekdays(
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
