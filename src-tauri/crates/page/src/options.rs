//! Facts that a page may leave out.

use chrono::NaiveDate;

/// What the caller knows and a page may leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The year of dates for which the page gives none.
    pub year: Option<i32>,
    /// Today, in the programme's time zone.
    ///
    /// A date without any year is the next one from today on. If `today` is `None`, it is undated.
    pub today: Option<NaiveDate>,
    /// The dates that the programme already has.
    ///
    /// A date without any year that is one of them keeps its year, however much time has passed.
    pub existing_dates: Vec<NaiveDate>,
}
