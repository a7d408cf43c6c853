//! The times of events: their source, and the effect of a clock change.

mod support;

use chrono::NaiveDate;
use deroule_model::{Clock, Message, Parent};
use support::{Builder, options, values};

#[test]
fn without_attendance_the_running_order_gives_the_hours() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Libre");
    let day = builder.day(session, "2019-12-12", 600);
    builder.slot(Parent::Day(day), "Longue soirée", 60 * 15);
    let text = builder.export(&options()).text;
    assert_eq!(
        values(&text, "DTEND"),
        ["DTEND;TZID=Europe/Paris:20191213T010000"],
        "past midnight is the next date"
    );
    assert!(text.contains("10h – 1h (+1 j) : Longue soirée"));
}

#[test]
fn without_any_hours_the_event_fills_the_date_and_ends_the_day_after() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("À préciser");
    builder.day(session, "2019-12-31", 540);
    let text = builder.export(&options()).text;
    assert_eq!(values(&text, "DTSTART"), ["DTSTART;VALUE=DATE:20191231"]);
    assert_eq!(values(&text, "DTEND"), ["DTEND;VALUE=DATE:20200101"]);
    assert!(!text.contains("VTIMEZONE"), "no local time, no zone");
}

#[test]
fn a_local_time_the_clock_skips_is_written_in_utc_and_reported_once() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Nuit blanche");
    let day = builder.day(session, "2020-03-29", 150);
    builder.slot(Parent::Day(day), "Veille", 60);
    let mut slots = options();
    slots.slots = true;
    let export = builder.export(&slots);
    assert_eq!(
        values(&export.text, "DTSTART"),
        ["DTSTART:20200329T013000Z", "DTSTART:20200329T013000Z"]
    );
    assert_eq!(
        values(&export.text, "DTEND"),
        ["DTEND:20200329T023000Z", "DTEND:20200329T023000Z"],
        "it lasts as long as it was given"
    );
    assert_eq!(
        export.warnings,
        [Message::new("calendar-skipped-hour")
            .text("title", "Nuit blanche")
            .date("date", NaiveDate::from_ymd_opt(2020, 3, 29).unwrap())
            .time("time", Clock::at(2, 30))]
    );
}

#[test]
fn a_local_time_the_clock_doubles_is_written_in_utc_and_reported() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Nuit blanche");
    let day = builder.day(session, "2019-10-27", 60);
    builder.slot(Parent::Day(day), "Veille", 90);
    let export = builder.export(&options());
    assert_eq!(
        values(&export.text, "DTSTART"),
        ["DTSTART:20191026T230000Z"]
    );
    assert_eq!(values(&export.text, "DTEND"), ["DTEND:20191027T003000Z"]);
    assert_eq!(export.warnings[0].code, "calendar-doubled-hour");
}

#[test]
fn a_date_no_calendar_can_hold_is_left_out_and_reported() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("An 20199");
    builder.day(session, "+20199-09-26", 540);
    let export = builder.export(&options());
    assert_eq!(export.events, 0);
    assert_eq!(export.warnings[0].code, "calendar-far-date");
}

#[test]
fn hours_beyond_any_date_do_not_break_the_file() {
    let mut builder = Builder::new("Pacific/Kiritimati");
    let session = builder.session("Sans fin");
    let day = builder.day(session, "2200-12-31", u32::MAX);
    builder.slot(Parent::Day(day), "Toujours", u32::MAX);
    assert_eq!(builder.export(&options()).events, 1);
}

#[test]
fn a_skipped_end_is_still_after_the_start() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Veille");
    let all = builder.audience("Tous");
    let day = builder.day(session, "2020-03-29", 150);
    // 2h30 does not exist and reads as 3h30, which is after 3h15.
    builder.attends(day, all, 150, 195);
    let text = builder.export(&options()).text;
    assert_eq!(values(&text, "DTSTART"), ["DTSTART:20200329T013000Z"]);
    assert_eq!(values(&text, "DTEND"), ["DTEND:20200329T021500Z"]);
}

#[test]
fn a_date_that_a_zone_skipped_has_the_offset_of_the_day_before() {
    let mut builder = Builder::new("Pacific/Apia");
    let session = builder.session("Le jour qui manqua");
    let all = builder.audience("Tous");
    let day = builder.day(session, "2011-12-30", 540);
    builder.attends(day, all, 540, 600);
    let export = builder.export(&options());
    assert_eq!(
        values(&export.text, "DTSTART"),
        ["DTSTART:20111230T190000Z"]
    );
    assert_eq!(export.warnings.len(), 2);
}
