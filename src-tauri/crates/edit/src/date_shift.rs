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
    /// `date` moved; `None` when it has no date any more, or one that no calendar has.
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
    use chrono::{Datelike, Days, NaiveDate};
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_keeps_its_place_among_the_weekdays_of_its_month() {
        let cases = [
            ("the last Friday of August", "2019-08-30", 1, "2020-08-28"),
            ("and back", "2020-08-28", -1, "2019-08-30"),
            ("the second Thursday", "2019-12-12", 1, "2020-12-10"),
            (
                "a fifth Friday where there are four",
                "2020-01-31",
                1,
                "2021-01-29",
            ),
            (
                "a fourth and last Friday where there are five",
                "2021-01-29",
                -1,
                "2020-01-31",
            ),
            (
                "a fourth Friday that is not the last",
                "2020-01-24",
                1,
                "2021-01-22",
            ),
            ("the first of a month", "2021-05-01", 1, "2022-05-07"),
            (
                "the leap day, a last Saturday",
                "2020-02-29",
                1,
                "2021-02-27",
            ),
            (
                "the last Saturday of February, to the leap day",
                "2019-02-23",
                1,
                "2020-02-29",
            ),
            ("many years", "2019-09-26", 11, "2030-09-26"),
        ];
        for (name, from, years, to) in cases {
            assert_eq!(
                Shift::Weekday(years).of(date(from)),
                Some(date(to)),
                "{name}"
            );
        }
        let is_last = |day: NaiveDate| (day + Days::new(7)).month() != day.month();
        for day in date("2019-01-01").iter_days().take(1500) {
            for years in [-3, -1, 0, 1, 2, 4, 28] {
                let moved = Shift::Weekday(years).of(day).unwrap();
                assert_eq!(moved.weekday(), day.weekday());
                assert_eq!(moved.month(), day.month());
                assert_eq!(moved.year(), day.year() + years);
                if is_last(day) {
                    assert!(is_last(moved), "{day} moved by {years} years");
                } else {
                    assert_eq!((moved.day() - 1) / 7, (day.day() - 1) / 7);
                }
            }
        }
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
