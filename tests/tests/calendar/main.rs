//! Exported iCalendar files, read by independent parsers.
//!
//! They are Python's `icalendar`, JavaScript's `ical.js` and the Rust crate `icalendar`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails its test"
)]

mod hard;
mod rust_reader;
#[path = "../../../src-tauri/crates/calendar/tests/support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use deroule_calendar::CalendarError;
use deroule_model::{AudienceId, ProgrammeId, SessionId};
use hard::Hard;
use serde_json::{Value, json};
use support::{Builder, options};
use uuid::Uuid;

/// The readers in `tests/calendar` that run as processes: program and script.
fn programs() -> [(PathBuf, PathBuf); 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let venv = root.join("target/venv/bin/python");
    let python = if venv.exists() {
        venv
    } else {
        "python3".into()
    };
    let scripts = root.join("tests/calendar");
    [
        (python, scripts.join("check.py")),
        ("node".into(), scripts.join("check.mjs")),
    ]
}

/// The faults that each reader reports about `ics`: Python, JavaScript, Rust. Empty if it finds none.
fn complaints(ics: &str, expected: &Value) -> [String; 3] {
    let dir = tempfile::tempdir().unwrap();
    let (file, expectations) = (dir.path().join("a.ics"), dir.path().join("a.json"));
    std::fs::write(&file, ics).unwrap();
    std::fs::write(&expectations, expected.to_string()).unwrap();
    let [python, javascript] = programs().map(|(program, script)| {
        let out = Command::new(&program)
            .arg(&script)
            .args([&file, &expectations])
            .output()
            .unwrap_or_else(|error| {
                panic!(
                    "{} does not start ({error}): run script/setup",
                    program.display()
                )
            });
        let complaint = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_ne!(out.status.code(), Some(3), "{complaint}");
        assert_eq!(out.status.success(), complaint.is_empty(), "{complaint}");
        complaint
    });
    [python, javascript, rust_reader::complaints(ics, expected)]
}

/// Fails if a reader reports a fault in `ics`.
fn assert_reads_as(ics: &str, expected: &Value) {
    assert_eq!(complaints(ics, expected).concat(), "");
}

#[test]
fn all_parsers_read_the_days_of_the_hard_programme_as_expected() {
    let hard = Hard::new(false);
    let export = hard.builder.export(&options());
    assert_reads_as(&export.text, &hard.expectations());
    let codes: Vec<_> = export.warnings.iter().map(|w| w.code.as_str()).collect();
    assert_eq!(codes, ["calendar-skipped-hour", "calendar-undated"]);
}

#[test]
fn all_parsers_read_the_slots_of_the_hard_programme_as_expected() {
    let hard = Hard::new(true);
    let mut slots = options();
    slots.slots = true;
    assert_reads_as(&hard.builder.export(&slots).text, &hard.expectations());
}

#[test]
fn clock_times_hold_in_every_kind_of_time_zone() {
    // Half-hour offsets and clock changes, Ramadan, a zone that abolished summer time, a zone without it.
    for name in [
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Europe/Dublin",
        "UTC",
    ] {
        let zone: Tz = name.parse().unwrap();
        let mut builder = Builder::new(name);
        let all = builder.audience("Tous");
        let mut events = Vec::new();
        for month in 0..30 {
            let date =
                NaiveDate::from_ymd_opt(2018 + month / 12, month as u32 % 12 + 1, 20).unwrap();
            let session = builder.session("Midi");
            let day = builder.day(session, &date.to_string(), 540);
            builder.attends(day, all, 720, 780);
            let at = |hour| {
                let local = zone.from_local_datetime(&date.and_hms_opt(hour, 0, 0).unwrap());
                let utc = local.single().unwrap().with_timezone(&Utc);
                utc.format("%Y-%m-%dT%H:%M:%SZ").to_string()
            };
            events.push(json!({
                "uid": format!("{day}@deroule"),
                "summary": "Midi",
                "location": null,
                "categories": ["Tous"],
                "description": null,
                "start": at(12),
                "end": at(13),
                "status": "CONFIRMED",
                "sequence": 7,
                "stamp": "2019-08-01T10:20:30Z",
                "modified": "2019-08-01T10:20:30Z",
                "transparent": false,
                "url": null,
            }));
        }
        let expected = json!({ "name": "Parcours d’essai", "events": events });
        assert_reads_as(&builder.export(&options()).text, &expected);
    }
}

#[test]
fn every_warning_and_error_has_a_message_in_both_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/text/messages");
    let unknown = Uuid::nil();
    let warnings = [
        ("calendar-undated", vec!["title"]),
        ("calendar-far-date", vec!["title", "date"]),
        ("calendar-skipped-hour", vec!["title", "date", "time"]),
        ("calendar-doubled-hour", vec!["title", "date", "time"]),
    ];
    let errors = [
        CalendarError::UnknownProgramme(ProgrammeId(unknown)),
        CalendarError::UnknownAudience(AudienceId(unknown)),
        CalendarError::UnknownSession(SessionId(unknown)),
        CalendarError::UnknownTimezone(String::new()),
    ]
    .map(|error| error.message());
    let errors = errors.iter().map(|message| {
        (
            message.code.as_str(),
            message.args.keys().map(String::as_str).collect(),
        )
    });
    for (code, arguments) in warnings.into_iter().chain(errors) {
        for language in ["fr", "en"] {
            let text = std::fs::read_to_string(folder.join(language).join("calendar.ftl")).unwrap();
            let start = format!("{code} = ");
            let line = text.lines().find(|line| line.starts_with(&start));
            let line = line.unwrap_or_else(|| panic!("{code} has no message in {language}"));
            for argument in &arguments {
                assert!(
                    line.contains(&format!("${argument}")),
                    "{line} lacks {argument}"
                );
            }
        }
    }
}

#[test]
fn the_parsers_report_every_fault() {
    let hard = Hard::new(false);
    let text = hard.builder.export(&options()).text;
    let zone = text.find("BEGIN:VTIMEZONE").unwrap()..text.find("BEGIN:VEVENT").unwrap();
    let mut without_zone = text.clone();
    without_zone.replace_range(zone, "");
    let wrong_values = [
        ("another title", text.replace("L’été", "L’hiver")),
        (
            "another hour",
            text.replace("20190830T093000", "20190830T103000"),
        ),
        (
            "another status",
            text.replace("STATUS:CANCELLED", "STATUS:CONFIRMED"),
        ),
        ("another number", text.replace("SEQUENCE:7", "SEQUENCE:8")),
    ];
    for (fault, text) in wrong_values {
        let complaints = complaints(&text, &hard.expectations());
        let all = complaints.iter().all(|complaint| !complaint.is_empty());
        assert!(all, "{fault}: {complaints:?}");
    }
    // The Rust reader does not read definitions of zones.
    let wrong_zones = [
        ("a zone without definition", without_zone),
        (
            "a wrong definition",
            text.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"),
        ),
    ];
    for (fault, text) in wrong_zones {
        let [python, javascript, _] = complaints(&text, &hard.expectations());
        let both = !python.is_empty() && !javascript.is_empty();
        assert!(both, "{fault}: {python} {javascript}");
    }
    let wrong_bytes = [
        ("bare line feeds", text.replace("\r\n", "\n")),
        ("an overlong line", text.replacen("\r\n ", "", 1)),
        (
            "a method",
            text.replace("VERSION:2.0", "METHOD:PUBLISH\r\nVERSION:2.0"),
        ),
        ("a cut escape", text.replacen("\\,", "\\\r\n ,", 1)),
    ];
    for (fault, text) in wrong_bytes {
        let [python, ..] = complaints(&text, &hard.expectations());
        assert!(!python.is_empty(), "{fault} went unnoticed");
    }
}
