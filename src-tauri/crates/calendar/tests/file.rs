//! The bytes of the file: lines, escapes, head and UIDs.

#![allow(clippy::unwrap_used, reason = "a failed step fails its test")]

mod support;

use calcard::Parser;
use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use deroule_model::{Clock, Entity, Parent, Status};
use proptest::prelude::*;
use support::{Builder, options, unfolded};

const NASTY: &str = "Été, hiver; « fin »\\n \"x\" 🧑‍🚀 \u{7} \r\ndeuxième ligne";

fn nasty() -> Builder {
    let mut builder = Builder::new("Europe/Paris");
    let audience = builder.audience("DIG, et; autres");
    for length in 0..90 {
        // Each title folds elsewhere, so that some folds meet an escape or a character of several octets.
        let title = format!("{}{}", "x".repeat(length), NASTY.repeat(6));
        let session = builder.session_with(&title, |session| {
            session.venue = Some(title.clone());
            session.theme = Some(title.clone());
        });
        let day = builder.day(session, "2019-09-26", 540);
        builder.attends(day, audience, 570, 1110);
        builder.slot(Parent::Day(day), &title, 30);
    }
    builder
}

/// The titles of the events, as calcard reads them.
fn summaries(text: &str) -> Vec<String> {
    let file = ICalendar::parse(text).unwrap();
    file.components
        .iter()
        .filter(|component| component.component_type.is_event())
        .map(|event| {
            let summary = event.property(&ICalendarProperty::Summary).unwrap();
            let text = summary.values.first().and_then(ICalendarValue::as_text);
            text.unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn every_line_ends_in_crlf_and_has_at_most_75_octets() {
    let text = nasty().export(&options()).text;
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn no_fold_falls_inside_an_escape() {
    let text = nasty().export(&options()).text;
    for line in text.split("\r\n") {
        let backslashes = line.bytes().rev().take_while(|b| *b == b'\\').count();
        assert!(backslashes % 2 == 0, "an escape is cut after {line}");
    }
}

#[test]
fn control_characters_are_dropped_and_line_ends_unified() {
    let text = nasty().export(&options()).text;
    assert!(text.replace("\r\n", "").chars().all(|c| !c.is_control()));
    assert!(!text.contains("\\r"));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let builder = nasty();
    let mut shuffled = Builder::new("Europe/Paris");
    shuffled.rows = builder.rows.iter().rev().cloned().collect();
    assert_eq!(
        builder.export(&options()),
        shuffled.export(&options()),
        "the order in which rows were read must not show"
    );
}

#[test]
fn every_text_reads_back_as_it_was_written() {
    let text = nasty().export(&options()).text;
    let kept = NASTY.replace('\u{7}', "").replace("\r\n", "\n").repeat(6);
    let expected: Vec<_> = (0..90)
        .map(|n| format!("{}{kept}", "x".repeat(n)))
        .collect();
    assert_eq!(summaries(&text), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_title_breaks_the_file(title in "\\PC{0,400}|(?s:.{0,60})|[,;\\\\\"n\r\n é🧭]{0,300}") {
        let mut builder = Builder::new("Europe/Paris");
        let session = builder.session(&title);
        builder.day(session, "2019-09-26", 540);
        let text = builder.export(&options()).text;
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
            prop_assert!(line.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 0);
        }
        let kept: String = title
            .replace("\r\n", "\n")
            .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
            .chars()
            .filter(|c| ['\n', '\t'].contains(c) || !c.is_control())
            .collect();
        prop_assert_eq!(summaries(&text), [kept]);
    }
}

#[test]
fn the_file_has_one_root_and_nothing_after_it() {
    let text = nasty().export(&options()).text;
    let mut parser = Parser::new(&text);
    assert!(matches!(parser.entry(), calcard::Entry::ICalendar(_)));
    assert!(matches!(parser.entry(), calcard::Entry::Eof));
}

#[test]
fn the_head_names_the_calendar_and_asks_for_an_hourly_refresh() {
    let lines = unfolded(&Builder::new("Europe/Paris").export(&options()).text);
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Deroule//Deroule//FR",
            "CALSCALE:GREGORIAN",
            "NAME:Parcours d’essai",
            "X-WR-CALNAME:Parcours d’essai",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "URL:https://agenda.example/p/a%2Cb%3Bc",
            "SOURCE;VALUE=URI:webcal://agenda.example/feed?export",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn a_change_of_title_time_or_status_keeps_the_uid() {
    let uids = |builder: &Builder| -> Vec<String> {
        let mut slots = options();
        slots.slots = true;
        let lines = unfolded(&builder.export(&slots).text);
        lines
            .into_iter()
            .filter(|line| line.starts_with("UID:"))
            .collect()
    };
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Avant");
    let day = builder.day(session, "2019-09-26", 540);
    builder.slot(Parent::Day(day), "Accueil", 30);
    let before = uids(&builder);
    for row in &mut builder.rows {
        match row {
            Entity::Session(session) => {
                session.title = "Après".into();
                session.status = Status::Cancelled;
            }
            Entity::Day(day) => day.date = "2020-01-10".parse().ok(),
            Entity::Slot(slot) => slot.pin = Some(Clock::at(10, 0)),
            _ => (),
        }
    }
    assert_eq!(before.len(), 2);
    assert_eq!(uids(&builder), before);
}
