//! Dates, clock times and durations against `formats.json`. The window's tests read the same file.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::NaiveDate;
use deroule_model::{Language, Message};
use deroule_text::{DateStyle, Messages};
use serde::Deserialize;

#[derive(Deserialize)]
struct Formats {
    clocks: Vec<Minutes>,
    times: Vec<Minutes>,
    durations: Vec<Minutes>,
    dates: Vec<Date>,
}

#[derive(Deserialize)]
struct Minutes {
    minutes: u32,
    fr: String,
    en: String,
}

#[derive(Deserialize)]
struct Date {
    date: NaiveDate,
    style: String,
    fr: String,
    en: String,
}

fn formats() -> Formats {
    serde_json::from_str(include_str!("formats.json")).unwrap()
}

/// The text with ordinary spaces. Other tests check no-break spaces.
fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn check(list: &[Minutes], format: fn(&Messages, u32) -> String) {
    for one in list {
        let write = |language| spaced(&format(Messages::of(language), one.minutes));
        assert_eq!(write(Language::Fr), one.fr);
        assert_eq!(write(Language::En), one.en);
    }
}

#[test]
fn clock_times_and_durations_are_written_as_the_window_writes_them() {
    let formats = formats();
    check(&formats.clocks, Messages::clock);
    check(&formats.times, Messages::time);
    check(&formats.durations, Messages::duration);
}

#[test]
fn dates_are_written_as_the_window_writes_them() {
    for one in formats().dates {
        let style = DateStyle::named(&one.style).unwrap();
        let write = |language| spaced(&Messages::of(language).date(one.date, style));
        assert_eq!(write(Language::Fr), one.fr);
        assert_eq!(write(Language::En), one.en);
    }
}

#[test]
fn a_message_names_the_style_of_its_date() {
    let date = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
    let guessed = Message::new("remark-year-guessed").date("date", date);
    let text = Messages::of(Language::Fr).format(&guessed);
    assert!(text.contains("vendredi 1er\u{a0}mai 2026"), "{text}");
    let moved = Message::new("edit-reschedule-session")
        .text("title", "DIG")
        .date("date", date);
    let text = Messages::of(Language::En).format(&moved);
    assert_eq!(text, "move “DIG” to 1 May 2026");
}

#[test]
fn after_midnight_the_clock_restarts_and_the_day_is_named() {
    let (fr, en) = (Messages::of(Language::Fr), Messages::of(Language::En));
    assert_eq!(fr.hours(1080, 1590), "18h\u{a0}– 2h30\u{a0}(+1\u{a0}j)");
    assert_eq!(en.hours(1080, 1590), "18:00–02:30\u{a0}(+1\u{a0}d)");
    assert_eq!(fr.end(1380, 1590), "2h30");
    assert_eq!(fr.end(60, 1590), "2h30\u{a0}+1\u{a0}j");
    let date = NaiveDate::from_ymd_opt(2026, 3, 28);
    assert_eq!(fr.day_of(date, 1590), "dim.\u{a0}29");
    assert_eq!(en.day_of(date, 1590), "Sun\u{a0}29");
    assert_eq!(fr.day_of(None, 1590), "+1\u{a0}j");
}

#[test]
fn plain_messages_keep_the_spaces_of_arguments() {
    let plain = Messages::plain(Language::Fr);
    assert_eq!(plain.time(1590), "2h30 (+1 j)");
    let text = plain.fill("event-theme", &[("text", "Qui\u{a0}?")]);
    assert_eq!(text, "Thématique : Qui\u{a0}?");
}
