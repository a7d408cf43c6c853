//! Dates, clock times and durations against `formats.json`. The window's tests read the same file.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::NaiveDate;
use deroule_model::{Clock, Language, Message, Minutes};
use deroule_text::{DateStyle, Messages};
use serde::Deserialize;

#[derive(Deserialize)]
struct Formats {
    clocks: Vec<Written>,
    times: Vec<Written>,
    durations: Vec<Written>,
    dates: Vec<Date>,
}

#[derive(Deserialize)]
struct Written {
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

fn check(list: &[Written], format: impl Fn(&Messages, u32) -> String) {
    for one in list {
        let write = |language| spaced(&format(Messages::of(language), one.minutes));
        assert_eq!(write(Language::Fr), one.fr);
        assert_eq!(write(Language::En), one.en);
    }
}

#[test]
fn clock_times_and_durations_are_written_as_the_window_writes_them() {
    let formats = formats();
    check(&formats.clocks, |text, time| text.clock(Clock(time)));
    check(&formats.times, |text, time| text.time(Clock(time)));
    check(&formats.durations, |text, minutes| {
        text.duration(Minutes(minutes))
    });
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
    assert_eq!(
        fr.hours(Clock::at(18, 0), Clock::at(26, 30)),
        "18h\u{a0}– 2h30\u{a0}(+1\u{a0}j)"
    );
    assert_eq!(
        en.hours(Clock::at(18, 0), Clock::at(26, 30)),
        "18:00–02:30\u{a0}(+1\u{a0}d)"
    );
    assert_eq!(fr.end(Clock::at(23, 0), Clock::at(26, 30)), "2h30");
    assert_eq!(
        fr.end(Clock::at(1, 0), Clock::at(26, 30)),
        "2h30\u{a0}+1\u{a0}j"
    );
    let date = NaiveDate::from_ymd_opt(2026, 3, 28);
    assert_eq!(fr.day_of(date, Clock::at(26, 30)), "dim.\u{a0}29");
    assert_eq!(en.day_of(date, Clock::at(26, 30)), "Sun\u{a0}29");
    assert_eq!(fr.day_of(None, Clock::at(26, 30)), "+1\u{a0}j");
}

#[test]
fn plain_messages_keep_the_spaces_of_arguments() {
    let plain = Messages::plain(Language::Fr);
    assert_eq!(plain.time(Clock::at(26, 30)), "2h30 (+1 j)");
    let text = plain.fill("event-theme", &[("text", "Qui\u{a0}?")]);
    assert_eq!(text, "Thématique : Qui\u{a0}?");
}
