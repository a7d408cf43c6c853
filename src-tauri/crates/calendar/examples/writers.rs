//! Compares the time of two ways to write a calendar of 10,000 events: with calcard's types, as this crate does,
//! and with the types of the crate `icalendar`, then calcard's parser and writer. Both files have the same
//! lines. Figures: `docs/decisions/0017-icalendar-crate.md`.
//!
//! `cargo run --release --example writers [EVENTS]`

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example prints, and stops at the first fault"
)]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameter,
    ICalendarProperty, ICalendarStatus,
};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Utc};
use icalendar::{CalendarDateTime, Component, EventLike, EventStatus};

const ZONE: &str = "Europe/Paris";
const ROUNDS: usize = 9;

/// The content of an event.
struct Event {
    uid: String,
    stamp: DateTime<Utc>,
    start: NaiveDateTime,
    end: NaiveDateTime,
    summary: String,
    location: String,
    categories: Vec<String>,
    description: String,
}

fn main() {
    let number = std::env::args().nth(1);
    let number = number.map_or(10_000, |text| text.parse().unwrap());
    let events: Vec<Event> = (0..number).map(event).collect();
    assert_eq!(
        lines(&with_calcard(&events)),
        lines(&with_icalendar(&events))
    );
    // Alternating, so that other work on the machine affects both.
    let mut rounds: Vec<(Duration, Duration)> = (0..ROUNDS)
        .map(|_| {
            (
                time(|| with_calcard(&events)),
                time(|| with_icalendar(&events)),
            )
        })
        .collect();
    rounds.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
    let (calcard, icalendar) = rounds[ROUNDS / 2];
    println!("{number} events, median of {ROUNDS} rounds");
    println!("calcard                  {calcard:>8.1?}");
    println!("icalendar, then calcard  {icalendar:>8.1?}");
    println!(
        "ratio                    {:>8.2}",
        ratio(&(calcard, icalendar))
    );
}

fn ratio((one, other): &(Duration, Duration)) -> f64 {
    other.as_secs_f64() / one.as_secs_f64()
}

fn time(write: impl Fn() -> String) -> Duration {
    let start = Instant::now();
    assert!(!write().is_empty());
    start.elapsed()
}

/// The logical lines of a file. `icalendar` sorts the properties of an event by name.
fn lines(text: &str) -> BTreeSet<String> {
    let unfolded = text.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

fn event(number: u64) -> Event {
    let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let date = date.checked_add_days(Days::new(number % 700)).unwrap();
    let lines = (0..8).map(|slot| {
        format!(
            "{}h – {}h30 : Créneau {slot}, salle B ; étage 2",
            9 + slot,
            9 + slot
        )
    });
    Event {
        uid: format!("{number:08}@deroule"),
        stamp: DateTime::UNIX_EPOCH,
        start: date.and_hms_opt(9, 30, 0).unwrap(),
        end: date.and_hms_opt(18, 30, 0).unwrap(),
        summary: format!("Session n° {number} : « écouter », puis faire"),
        location: "12, rue du Four ; 2e étage".to_owned(),
        categories: vec!["DIG".to_owned(), "Mentors, anciens".to_owned()],
        description: lines.collect::<Vec<_>>().join("\n"),
    }
}

fn with_calcard(events: &[Event]) -> String {
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    head.add_property(ICalendarProperty::Version, "2.0");
    head.add_property(ICalendarProperty::Prodid, "-//Deroule//Deroule//FR");
    head.component_ids = (1..=u32::try_from(events.len()).unwrap()).collect();
    let mut components = vec![head];
    components.extend(events.iter().map(|event| {
        let mut out = ICalendarComponent::new(ICalendarComponentType::VEvent);
        out.add_property(ICalendarProperty::Uid, event.uid.clone());
        let stamp = PartialDateTime {
            tz_hour: Some(0),
            tz_minute: Some(0),
            ..local(event.stamp.naive_utc())
        };
        out.add_property(ICalendarProperty::Dtstamp, stamp);
        let zone = || [ICalendarParameter::tzid(ZONE.to_owned())];
        out.add_property_with_params(ICalendarProperty::Dtstart, zone(), local(event.start));
        out.add_property_with_params(ICalendarProperty::Dtend, zone(), local(event.end));
        out.add_property(ICalendarProperty::Summary, event.summary.clone());
        out.add_property(ICalendarProperty::Location, event.location.clone());
        let names = event.categories.iter().cloned().map(Into::into).collect();
        let categories = ICalendarEntry::new(ICalendarProperty::Categories);
        out.entries.push(categories.with_values(names));
        out.add_property(ICalendarProperty::Description, event.description.clone());
        out.add_property(ICalendarProperty::Status, ICalendarStatus::Confirmed);
        out
    }));
    finish(ICalendar { components })
}

fn with_icalendar(events: &[Event]) -> String {
    let mut calendar = icalendar::Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Deroule//Deroule//FR"));
    calendar.extend(events.iter().map(|event| {
        let local = |date_time| CalendarDateTime::WithTimezone {
            date_time,
            tzid: ZONE.to_owned(),
        };
        icalendar::Event::new()
            .uid(&event.uid)
            .timestamp(event.stamp)
            .starts(local(event.start))
            .ends(local(event.end))
            .summary(&event.summary)
            .location(&event.location)
            .categories(&event.categories)
            .description(&event.description)
            .status(EventStatus::Confirmed)
            .done()
    }));
    finish(ICalendar::parse(calendar.to_string()).unwrap())
}

/// Adds the time zone and writes the file.
fn finish(mut file: ICalendar) -> String {
    let new_year = |year| {
        let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        date.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()
    };
    file.add_timezone(ZONE, new_year(2025), new_year(2029));
    file.to_string()
}

fn local(time: NaiveDateTime) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(time.year()).ok(),
        month: small(time.month()),
        day: small(time.day()),
        hour: small(time.hour()),
        minute: small(time.minute()),
        second: small(time.second()),
        ..PartialDateTime::default()
    }
}
