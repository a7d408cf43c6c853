//! Nights in which the clock is put forward or back.

use deroule_checks as finding;
use deroule_checks::Finding;
use deroule_edit::{Edit, ProgrammeField};
use deroule_model::{Clock, Kind, Message, Minutes, State, Subject};

use crate::{after, id};

/// A night that begins at nine in the evening of `date`: until 2h30, 3h30 and 6h by the running order.
fn night(zone: &str, date: &str) -> State {
    let mut state = crate::day([
        crate::slot(10, "Veillée", Kind::Activity, 330),
        crate::slot(11, "Ronde", Kind::Activity, 60),
        crate::slot(12, "Sommeil", Kind::Activity, 150),
    ]);
    for edit in [
        Edit::SetProgramme {
            programme: id(1),
            field: ProgrammeField::Timezone(zone.to_owned()),
        },
        Edit::RescheduleSession {
            session: id(2),
            date: date.parse().ok(),
        },
        Edit::SetDayStart {
            day: id(3),
            start: Clock::at(21, 0),
        },
    ] {
        state = after(&state, &edit);
    }
    state
}

fn clock_findings(state: &State) -> Vec<Finding> {
    let all = finding::of_session(state, id(2));
    let of_clocks = |one: &Finding| one.message.code.starts_with("finding-clock");
    all.into_iter().filter(of_clocks).collect()
}

/// The times and the duration are in minutes.
fn message_of(code: &str, at: u32, by: u32, (title, written, clock): (&str, u32, u32)) -> Message {
    Message::new(code)
        .text("title", title)
        .time("at", Clock(at))
        .minutes("by", Minutes(by))
        .time("written", Clock(written))
        .time("clock", Clock(clock))
}

#[test]
fn a_time_the_clock_skips_is_a_finding_on_the_slot_that_meets_it() {
    let found = clock_findings(&night("Europe/Paris", "2026-03-28"));
    let veillee = ("Veillée", 26 * 60 + 30, 27 * 60 + 30);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].subject, Subject::Slot(id(10)));
    assert_eq!(
        found[0].message,
        message_of("finding-clock-forward", 26 * 60, 60, veillee)
    );
}

#[test]
fn a_time_the_clock_shows_twice_is_one_too() {
    let found = clock_findings(&night("Europe/Paris", "2026-10-24"));
    let veillee = ("Veillée", 26 * 60 + 30, 26 * 60 + 30);
    assert_eq!(
        found[0].message,
        message_of("finding-clock-twice", 27 * 60, 60, veillee)
    );
}

#[test]
fn a_slot_that_lasts_through_the_change_ends_at_another_time() {
    let mut state = night("Europe/Paris", "2026-10-24");
    state = after(
        &state,
        &Edit::ResizeSlot {
            slot: id(10),
            minutes: Minutes(540),
        },
    );
    let veillee = ("Veillée", 30 * 60, 29 * 60);
    assert_eq!(
        clock_findings(&state)[0].message,
        message_of("finding-clock-back", 27 * 60, 60, veillee)
    );
}

#[test]
fn the_southern_half_changes_its_clocks_at_other_dates_and_by_other_lengths() {
    let forward = clock_findings(&night("Australia/Sydney", "2026-10-03"));
    assert_eq!(forward[0].message.code, "finding-clock-forward");
    let back = clock_findings(&night("Australia/Sydney", "2026-04-04"));
    assert_eq!(back[0].message.code, "finding-clock-twice");
    let half = clock_findings(&night("Australia/Lord_Howe", "2026-10-03"));
    let veillee = ("Veillée", 26 * 60 + 30, 27 * 60);
    assert_eq!(
        half[0].message,
        message_of("finding-clock-forward", 26 * 60, 30, veillee)
    );
}

#[test]
fn any_other_night_and_any_other_zone_has_none() {
    for (zone, date) in [
        ("Europe/Paris", "2026-03-27"),
        ("Europe/Paris", "2026-03-29"),
        ("UTC", "2026-03-28"),
        ("Asia/Tokyo", "2026-03-28"),
        ("Nowhere/At_all", "2026-03-28"),
        ("Europe/Paris", "+12026-03-28"),
    ] {
        assert_eq!(clock_findings(&night(zone, date)), [], "{zone} {date}");
    }
}

#[test]
fn a_day_that_is_over_before_the_change_has_none() {
    let mut state = night("Europe/Paris", "2026-03-28");
    state = after(
        &state,
        &Edit::SetDayStart {
            day: id(3),
            start: Clock::at(9, 0),
        },
    );
    assert_eq!(clock_findings(&state), []);
}

#[test]
fn what_is_fixed_after_the_change_is_on_time() {
    // Alone after a start that no change meets: nothing is shifted.
    let mut state = night("Europe/Paris", "2026-03-28");
    for (slot, at) in [(11, 28 * 60), (12, 29 * 60)] {
        state = after(
            &state,
            &Edit::PinSlot {
                slot: id(slot),
                at: Some(Clock(at)),
            },
        );
    }
    let minutes = 240;
    state = after(
        &state,
        &Edit::ResizeSlot {
            slot: id(10),
            minutes: Minutes(minutes),
        },
    );
    assert_eq!(clock_findings(&state), []);
}
