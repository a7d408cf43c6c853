//! The time in which the resolved dates of a section are.

use super::sequence::SequenceDay;

/// How many years before its last one a section can begin.
const MAX_YEARS_BACK: i32 = 12;

/// The first and last resolved date of a section, as day numbers.
#[derive(Clone, Copy)]
pub(super) struct SectionSpan {
    first: i64,
    last: i64,
    last_year: i32,
    /// Whether the year of the section's first date was guessed.
    pub(super) is_guessed: bool,
}

impl SectionSpan {
    /// The span of one date.
    pub(super) fn new(day: &SequenceDay, year: i32, is_guessed: bool) -> Self {
        let number = day.number(year);
        Self {
            first: number,
            last: number,
            last_year: year,
            is_guessed,
        }
    }

    /// Extends the span to a date.
    pub(super) fn extend(&mut self, day: &SequenceDay, year: i32) {
        let number = day.number(year);
        self.first = self.first.min(number);
        self.last = self.last.max(number);
        self.last_year = self.last_year.max(year);
    }

    /// The year, from `min_year` on, in which a day is nearest to the span.
    pub(super) fn nearest_year(&self, day: &SequenceDay, min_year: Option<i32>) -> i32 {
        let distance = |year: i32| {
            let number = day.number(year);
            (self.first - number).max(number - self.last).max(0)
        };
        let min_year = min_year
            .unwrap_or(self.last_year - 2)
            .max(self.last_year - MAX_YEARS_BACK);
        let years = min_year..=self.last_year + 1;
        years
            .min_by_key(|year| distance(*year))
            .unwrap_or(self.last_year)
    }
}
