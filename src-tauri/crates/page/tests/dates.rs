//! Dates as organisers write them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use chrono::{NaiveDate, Weekday};
use deroule_page::dates::{WrittenDay, find_dates, next_occurrence};

/// The dates of a text, in 2019 where it gives no year, as `2019-09-26 2019-09-27`.
fn dates(text: &str) -> String {
    let Some(found) = find_dates(text) else {
        return "none".to_owned();
    };
    match found.resolve(|_| Some(2019)) {
        Some(dates) => dates
            .iter()
            .map(NaiveDate::to_string)
            .collect::<Vec<_>>()
            .join(" "),
        None => "impossible".to_owned(),
    }
}

#[test]
fn day_and_month_are_a_date_in_french_and_english() {
    for text in [
        "26 septembre",
        "26 Sept.",
        "le 26 SEPTEMBRE",
        "Jeudi 26 septembre",
        "26 September",
        "Sept 26",
        "September 26th",
        "the 26th of September",
        "26 septembre 2019",
        "September 26, 2019",
        "2019-09-26",
        "26/09/2019",
        "26/9/19",
        "26/09",
        "Session du 26 septembre (DIG seuls)",
    ] {
        assert_eq!(dates(text), "2019-09-26", "{text}");
    }
    assert_eq!(dates("1er octobre"), "2019-10-01");
    assert_eq!(dates("30 aou\u{302}t"), "2019-08-30");
}

#[test]
fn lists_and_ranges_of_days_are_found() {
    for text in [
        "16 & 17 mai",
        "16 et 17 mai",
        "jeudi 16 et vendredi 17 mai",
        "16-17 May",
        "May 16-17",
        "du 16 au 17 mai",
    ] {
        assert_eq!(dates(text), "2019-05-16 2019-05-17", "{text}");
    }
    for text in [
        "du 16 au 18 mai",
        "16, 17 et 18 mai",
        "from 16 to 18 May",
        "16 mai au 18 mai 2019",
    ] {
        assert_eq!(dates(text), "2019-05-16 2019-05-17 2019-05-18", "{text}");
    }
    assert_eq!(
        dates("26 septembre et 3 octobre 2020"),
        "2020-09-26 2020-10-03"
    );
    assert_eq!(
        dates("du 30 août au 1er septembre"),
        "2019-08-30 2019-08-31 2019-09-01"
    );
    assert_eq!(
        dates("du 31 décembre au 1er janvier"),
        "2019-12-31 2020-01-01"
    );
}

#[test]
fn mar_is_tuesday_before_a_day_with_a_month_and_march_elsewhere() {
    for text in [
        "mar. 3 septembre",
        "Mar 3 sept. 2019",
        "Session du mar. 3 septembre 2019",
        "mar. 03/09/2019",
    ] {
        assert_eq!(dates(text), "2019-09-03", "{text}");
        let day = find_dates(text).unwrap().days[0];
        assert_eq!(day.weekday, Some(Weekday::Tue), "{text}");
    }
    assert_eq!(dates("mar. 1er octobre"), "2019-10-01");
    assert_eq!(dates("mar. 3 et jeu. 5 septembre"), "2019-09-03 2019-09-05");
    assert_eq!(dates("Mar 3"), "2019-03-03");
    assert_eq!(dates("3 mar. 2019"), "2019-03-03");
    assert_eq!(dates("Feb 26, Mar 3"), "2019-02-26 2019-03-03");
    assert_eq!(dates("Mar 3/4"), "2019-03-03 2019-03-04");
}

#[test]
fn date_that_does_not_exist_is_impossible() {
    assert_eq!(dates("31 septembre"), "impossible");
    assert_eq!(dates("29 février"), "impossible");
    assert_eq!(dates("29 février 2020"), "2020-02-29");
    assert_eq!(dates("du 18 au 16 mai"), "impossible");
}

#[test]
fn text_without_a_date_has_none() {
    for text in [
        "à confirmer",
        "Session 1/6",
        "14h - 15h",
        "3 ateliers",
        "mai",
        "2019",
        "",
    ] {
        assert_eq!(dates(text), "none", "{text}");
    }
}

#[test]
fn hours_next_to_a_date_are_no_days() {
    assert_eq!(dates("May 16, 9h30-18h30"), "2019-05-16");
    assert_eq!(dates("16 mai, 9h-17h"), "2019-05-16");
    assert_eq!(dates("Sept 26 - 9:30"), "2019-09-26");
}

#[test]
fn weekday_is_kept_as_written() {
    let found = find_dates("mercredi 26 septembre 2019").unwrap();
    let expected = WrittenDay {
        day: 26,
        month: 9,
        year: Some(2019),
        weekday: Some(Weekday::Wed),
    };
    assert_eq!(found.days, [expected]);
}

#[test]
fn next_occurrence_is_today_next_year_or_in_a_leap_year() {
    let today = NaiveDate::from_ymd_opt(2021, 9, 26).unwrap();
    let next = |text: &str| {
        let day = find_dates(text).unwrap().days[0];
        next_occurrence(today, &day).unwrap().to_string()
    };
    assert_eq!(next("26 septembre"), "2021-09-26");
    assert_eq!(next("25 septembre"), "2022-09-25");
    assert_eq!(next("29 février"), "2024-02-29");
}
