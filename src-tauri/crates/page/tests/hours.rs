//! Hours as organisers write them.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use deroule_model::Clock;
use deroule_page::hours::{Hours, find_hours, leading_hours};

const fn at(hour: u32, minute: u32) -> Clock {
    Clock::at(hour, minute)
}

fn hours(text: &str) -> Option<(Clock, Option<Clock>, &str)> {
    leading_hours(text).map(|(hours, rest)| (hours.start, hours.end, rest.trim()))
}

#[test]
fn range_of_hours_is_parsed_in_all_spellings() {
    for text in [
        "9h30-18h30",
        "9h30 – 18h30",
        "9H30 — 18H30",
        "9:30-18:30",
        "09:30 → 18:30",
        "9:30am - 6:30pm",
        "9:30 AM to 6:30 PM",
        "9 h 30 - 18 h 30",
        "de 9h30 à 18h30",
        "from 9:30 to 18:30",
        "entre 9h30 et 18h30",
        "9h30 jusqu'à 18h30",
    ] {
        assert_eq!(
            hours(text),
            Some((at(9, 30), Some(at(18, 30)), "")),
            "{text}"
        );
    }
    assert_eq!(
        hours("9-10h : café"),
        Some((at(9, 0), Some(at(10, 0)), ": café"))
    );
    assert_eq!(
        hours("14h - 15 heures"),
        Some((at(14, 0), Some(at(15, 0)), ""))
    );
    assert_eq!(hours("11h à midi"), Some((at(11, 0), Some(at(12, 0)), "")));
}

#[test]
fn single_time_has_no_end() {
    assert_eq!(hours("14h"), Some((at(14, 0), None, "")));
    assert_eq!(
        hours("9h30 : accueil"),
        Some((at(9, 30), None, ": accueil"))
    );
    assert_eq!(hours("à 9h, accueil"), Some((at(9, 0), None, ", accueil")));
    assert_eq!(
        hours("14h 30 personnes"),
        Some((at(14, 0), None, "30 personnes"))
    );
}

#[test]
fn text_without_a_time_has_none() {
    for text in [
        "3 ateliers",
        "130h",
        "9h75",
        "45h",
        "12 hommes",
        "pause",
        "9",
        "9-10",
        "",
    ] {
        assert_eq!(hours(text), None, "{text}");
    }
}

#[test]
fn range_in_a_text_is_preferred_to_an_earlier_single_time() {
    let (before, hours, after) = find_hours("dès 9h, atelier 10h-12h30 (salle 2)").unwrap();
    assert_eq!(before, "dès 9h, atelier ");
    assert_eq!((hours.start, hours.end), (at(10, 0), Some(at(12, 30))));
    assert_eq!(after, " (salle 2)");
}

#[test]
fn end_in_the_early_hours_is_the_next_day_only_after_an_evening_start() {
    let past = |start, end| {
        let end = Some(end);
        Hours { start, end }.past_midnight().end
    };
    assert_eq!(past(at(22, 0), at(1, 0)), Some(at(25, 0)));
    assert_eq!(past(at(14, 0), at(1, 0)), Some(at(1, 0)));
}
