//! Headings that give the year of the dates below them: `Programme 2019-2020`.

use crate::blocks::Block;
use crate::dates::{WrittenDates, WrittenDay, find_dates};
use crate::status::StatusSplit;

/// The years that a heading can give.
const HEADING_YEARS: std::ops::Range<i32> = 1990..2100;
/// The first month of a school year.
const SCHOOL_YEAR_START: u32 = 8;

/// The last heading with a year above a line, by position; `None` if there is none.
pub(super) type Section = Option<usize>;

/// A heading with a year.
pub(super) struct YearHeading {
    pub(super) line: u32,
    /// The line of the next heading of its level or a higher one.
    section_end: u32,
    level: u8,
    pub(super) first_year: i32,
    /// Whether the year lasts from August to July.
    pub(super) is_school_year: bool,
}

impl YearHeading {
    fn parse(text: &str, line: u32, level: u8) -> Option<Self> {
        let years: Vec<i32> = text
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|digits| digits.len() == 4)
            .filter_map(|digits| digits.parse().ok())
            .filter(|year| HEADING_YEARS.contains(year))
            .collect();
        let first_year = *years.first()?;
        let is_school_year = years.get(1) == Some(&(first_year + 1));
        Some(Self {
            line,
            section_end: u32::MAX,
            level,
            first_year,
            is_school_year,
        })
    }

    /// The year of a day below the heading.
    pub(super) fn year_of(&self, day: &WrittenDay) -> i32 {
        self.first_year + i32::from(self.is_school_year && day.month < SCHOOL_YEAR_START)
    }

    /// Whether a line is in the heading's section.
    pub(super) fn contains(&self, line: u32) -> bool {
        line <= self.section_end
    }
}

/// The headings with a year, in the page's order.
#[derive(Default)]
pub(super) struct YearHeadings(Vec<YearHeading>);

/// The headings of a page that are about time.
#[derive(Default)]
pub(super) struct PageHeadings {
    pub(super) with_year: YearHeadings,
    /// The headings with a date, by line. Their year is not that of the dates below them.
    pub(super) with_date: Vec<(u32, WrittenDates)>,
}

impl PageHeadings {
    pub(super) fn of_blocks(blocks: &[Block]) -> Self {
        let mut headings = Self::default();
        let mut open: Vec<usize> = Vec::new();
        for block in blocks {
            let Block::Heading { level, text, lines } = block else {
                continue;
            };
            let line = lines.0;
            let with_year = &mut headings.with_year.0;
            while let Some(at) = open.pop_if(|at: &mut usize| {
                let heading: Option<&YearHeading> = with_year.get(*at);
                heading.is_some_and(|heading| heading.level >= *level)
            }) {
                if let Some(heading) = with_year.get_mut(at) {
                    heading.section_end = line;
                }
            }
            if let Some(dates) = find_dates(&StatusSplit::of_inline(text).text) {
                headings.with_date.push((line, dates));
            } else if let Some(heading) = YearHeading::parse(&text.text, line, *level) {
                open.push(with_year.len());
                with_year.push(heading);
            }
        }
        headings
    }
}

impl YearHeadings {
    pub(super) fn iter(&self) -> impl Iterator<Item = &YearHeading> {
        self.0.iter()
    }

    /// The heading of a section.
    pub(super) fn heading(&self, section: Section) -> Option<&YearHeading> {
        self.0.get(section?)
    }

    /// The section of a line. A heading is in its own section.
    pub(super) fn section(&self, line: u32) -> Section {
        let below = self.0.partition_point(|heading| heading.line <= line);
        below.checked_sub(1)
    }

    /// Whether the heading at a line has a year.
    pub(super) fn has_line(&self, line: u32) -> bool {
        let at = self.0.partition_point(|heading| heading.line < line);
        self.0.get(at).is_some_and(|heading| heading.line == line)
    }
}

/// Whether a word is a year, or the short second year of a school year.
pub(crate) fn is_year(word: &str) -> bool {
    matches!(word.len(), 2 | 4) && word.chars().all(|letter| letter.is_ascii_digit())
}
