//! Moving the dates of one year into another.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How dates move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "by", rename_all = "camelCase")]
pub enum Shift {
    /// They are to be confirmed anew.
    None,
    /// By so many days, later or earlier.
    Days(i64),
    /// By so many years, to the same weekday of the same month: the third Friday stays the third
    /// Friday, the last one the last.
    Weekday(i32),
}

impl Shift {
    /// Where `date` comes to; `None` when it has no date any more, or one no calendar has.
    pub fn of(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::None => None,
            Self::Days(days) if days < 0 => date.checked_sub_days(Days::new(days.unsigned_abs())),
            Self::Days(days) => date.checked_add_days(Days::new(days.unsigned_abs())),
            Self::Weekday(years) => same_weekday(date, date.year().checked_add(years)?),
        }
    }
}

fn same_weekday(date: NaiveDate, year: i32) -> Option<NaiveDate> {
    let month = date.month();
    let next_week = date.checked_add_days(Days::new(7))?;
    let last = (1..=5u8)
        .rev()
        .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, date.weekday(), nth));
    if next_week.month() != month {
        return last;
    }
    let nth = u8::try_from((date.day() - 1) / 7 + 1).ok()?;
    NaiveDate::from_weekday_of_month_opt(year, month, date.weekday(), nth).or(last)
}

#[cfg(test)]
mod tests {
    use crate::date_shift::Shift;
    use chrono::{Datelike, NaiveDate};
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_friday_of_august_stays_the_last_friday_of_august() {
        let moved = Shift::Weekday(1).of(date("2019-08-30"));
        assert_eq!(moved, Some(date("2020-08-28")));
        let back = Shift::Weekday(-1).of(date("2020-08-28"));
        assert_eq!(back, Some(date("2019-08-30")));
    }

    #[test]
    fn the_second_thursday_stays_the_second_thursday() {
        let moved = Shift::Weekday(1).of(date("2019-12-12"));
        assert_eq!(moved, Some(date("2020-12-10")));
    }

    #[test]
    fn an_interval_counts_days_over_leap_days() {
        assert_eq!(
            Shift::Days(364).of(date("2019-09-26")),
            Some(date("2020-09-24"))
        );
        assert_eq!(
            Shift::Days(-1).of(date("2020-03-01")),
            Some(date("2020-02-29"))
        );
        assert_eq!(Shift::None.of(date("2020-03-01")), None);
    }

    proptest! {
        #[test]
        fn a_date_keeps_its_weekday_and_its_month(days in 0i64..20_000, years in -30i32..30) {
            let date = date("1990-01-01") + chrono::Duration::days(days);
            let moved = Shift::Weekday(years).of(date).unwrap();
            prop_assert_eq!(moved.weekday(), date.weekday());
            prop_assert_eq!((moved.month(), moved.year()), (date.month(), date.year() + years));
        }
    }
}
