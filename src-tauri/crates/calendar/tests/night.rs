//! Nights with a clock change: slots keep their lengths, and each begins when the one before ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what fails by failing"
)]

mod support;

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use deroule_calendar::Export;
use deroule_model::Parent;
use support::{Builder, options, values};

/// The instant that a calendar program reads.
fn instant(line: &str) -> DateTime<Utc> {
    let (head, value) = line.split_once(':').unwrap();
    let local = NaiveDateTime::parse_from_str(value.trim_end_matches('Z'), "%Y%m%dT%H%M%S");
    match head.split_once("TZID=") {
        None => local.unwrap().and_utc(),
        Some((_, zone)) => {
            let zone: Tz = zone.parse().unwrap();
            let one = zone.from_local_datetime(&local.unwrap()).single();
            one.expect("a local time that is one instant").to_utc()
        }
    }
}

/// The start and end of each event.
fn spans(export: &Export) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let of = |name| {
        values(&export.text, name)
            .into_iter()
            .map(|line| instant(&line))
    };
    of("DTSTART").zip(of("DTEND")).collect()
}

fn night(zone: &str, date: &str, start: u32, minutes: &[u32]) -> Export {
    let mut builder = Builder::new(zone);
    let session = builder.session("Nuit");
    let day = builder.day(session, date, start);
    for (number, minutes) in minutes.iter().enumerate() {
        builder.slot(Parent::Day(day), &format!("Créneau {number}"), *minutes);
    }
    let mut slots = options();
    slots.slots = true;
    builder.export(&slots)
}

/// Asserts that slots keep their lengths, follow each other, and span the day.
fn keeps_its_lengths(zone: &str, date: &str, start: u32, minutes: &[u32]) {
    let spans = spans(&night(zone, date, start, minutes));
    let (day, slots) = spans.split_first().unwrap();
    let lengths: Vec<_> = slots.iter().map(|(from, to)| *to - *from).collect();
    let expected: Vec<_> = minutes
        .iter()
        .map(|minutes| TimeDelta::minutes(i64::from(*minutes)))
        .collect();
    assert_eq!(lengths, expected, "{zone} {date} {start}");
    for pair in slots.windows(2) {
        assert_eq!(pair[0].1, pair[1].0, "{zone} {date} {start}");
    }
    let whole = (slots[0].0, slots[slots.len() - 1].1);
    assert_eq!(*day, whole, "{zone} {date} {start}");
}

#[test]
fn slots_keep_their_lengths_across_every_clock_change() {
    for (zone, date) in [
        ("Europe/Paris", "2026-03-28"),
        ("Europe/Paris", "2026-10-24"),
        ("Australia/Sydney", "2026-10-03"),
        ("Australia/Sydney", "2026-04-04"),
        ("Australia/Lord_Howe", "2026-10-03"),
        ("America/Santiago", "2026-09-05"),
    ] {
        for start in [18 * 60, 23 * 60 + 30, 25 * 60, 26 * 60 + 30] {
            keeps_its_lengths(zone, date, start, &[60, 150]);
            keeps_its_lengths(zone, date, start, &[120, 30, 30, 60, 240]);
            keeps_its_lengths(zone, date, start, &[720]);
        }
    }
}

#[test]
fn a_skipped_time_is_written_in_utc_and_later_ones_in_local_time() {
    let export = night("Europe/Paris", "2026-03-28", 26 * 60 + 30, &[60, 150]);
    let starts = values(&export.text, "DTSTART");
    assert_eq!(starts[1], "DTSTART:20260329T013000Z");
    assert_eq!(starts[2], "DTSTART;TZID=Europe/Paris:20260329T043000");
    let codes: Vec<_> = export
        .warnings
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert!(codes.contains(&"calendar-skipped-hour"), "{codes:?}");
    assert!(codes.contains(&"calendar-clock-change"), "{codes:?}");
}

#[test]
fn a_night_without_a_clock_change_is_in_local_time() {
    let export = night("Europe/Paris", "2026-03-27", 26 * 60 + 30, &[60, 150]);
    let starts = values(&export.text, "DTSTART");
    assert_eq!(starts[1], "DTSTART;TZID=Europe/Paris:20260328T023000");
    assert_eq!(export.warnings, []);
}

#[test]
fn announced_hours_are_clock_times() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Nuit");
    let all = builder.audience("Tous");
    let day = builder.day(session, "2026-03-28", 20 * 60);
    builder.slot(Parent::Day(day), "Veillée", 600);
    builder.attends(day, all, 20 * 60, 30 * 60);
    let text = builder.export(&options()).text;
    assert_eq!(
        values(&text, "DTEND"),
        ["DTEND;TZID=Europe/Paris:20260329T060000"]
    );
}
