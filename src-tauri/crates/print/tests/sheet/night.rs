//! Days that continue after midnight: the clock times and the names of days.

use deroule_edit::Edit;
use deroule_model::{Clock, Kind};
use deroule_print::{Form, Options};

use crate::day::Building;
use crate::{EN, FR, sheet, slots};

fn night() -> Building {
    let slots = [
        ("Dîner", Kind::Meal, 240, 0),
        ("Veillée", Kind::Activity, 60, 0),
        ("Rangement", Kind::WrapUp, 30, 0),
    ];
    let mut building = Building::of("Nuit", &slots);
    let day = building.plan.days(building.session()).next().unwrap().id;
    building.edit(Edit::SetDayStart {
        day,
        start: Clock::at(21, 30),
    });
    building
}

/// The text with single spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_time_after_midnight_is_a_clock_time_and_the_day_is_named_once() {
    let text = plain(&sheet(&night(), &FR));
    for words in ["21h30", "1h30", "2h30", "3h"] {
        assert!(text.contains(words), "{words} is missing: {text}");
    }
    for words in ["25h30", "26h30", "27h"] {
        assert!(!text.contains(words), "{words} is there: {text}");
    }
    assert_eq!(text.matches("sam. 31").count(), 1, "{text}");
    let text = plain(&sheet(&night(), &EN));
    assert!(text.contains("01:30") && text.contains("Sat 31"), "{text}");
}

#[test]
fn the_crews_sheet_names_the_day_too() {
    let crew = Options {
        form: Form::Crew,
        ..FR
    };
    let text = plain(&sheet(&night(), &crew));
    assert!(text.contains("21h30 – 1h30 Dîner"), "{text}");
    assert!(text.contains("1h30 – 2h30"), "{text}");
    assert_eq!(text.matches("sam. 31").count(), 1, "{text}");
}

#[test]
fn without_a_date_days_are_counted() {
    let mut building = night();
    let session = building.session();
    building.edit(Edit::RescheduleSession {
        session,
        date: None,
    });
    assert!(plain(&sheet(&building, &FR)).contains("+1 j"));
}

#[test]
fn a_pin_before_midnight_names_its_day_again() {
    let mut building = night();
    let last = slots(&building)[2];
    building.edit(Edit::PinSlot {
        slot: last,
        at: Some(Clock::at(23, 0)),
    });
    let text = plain(&sheet(&building, &FR));
    assert!(
        text.contains("sam. 31") && text.contains("ven. 30"),
        "{text}"
    );
}
