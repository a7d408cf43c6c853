//! Settings of a programme on the Agenda screen.

use serde_json::Value;

use crate::support::{self, expect_focus};

#[test]
fn changing_the_time_zone_keeps_clock_times_and_exports_them_in_that_zone() {
    let window = support::day();
    window.keys(&["Alt+4"]);
    window.reads("[data-testid=agenda] label", "Fuseau");
    window.script(
        "document.querySelector('[id$=-zone]').focus()",
        &Value::Null,
    );
    expect_focus(&window, "[id$=-zone]");
    window.keys(&["Control+a"]);
    window.write("Paris");
    window.reads("[role=alert]", "Fuseau inconnu");
    window.keys(&["Control+a"]);
    window.write("america/toronto");
    window.keys(&["Enter"]);
    window.stored("the IANA name of the zone", |plan| {
        plan["programme"]["timezone"] == "America/Toronto"
    });
    window.reads("[data-testid=events] li", "9h");
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = file.path().to_str().unwrap();
    window.store.cli(&["export", "ics", "--out", path]);
    let calendar = std::fs::read_to_string(path).unwrap();
    assert!(calendar.contains("DTSTART;TZID=America/Toronto:20260910T090000"));
}

#[test]
fn the_language_of_a_programme_is_changed_and_undone() {
    let window = support::day();
    window.keys(&["Alt+4"]);
    let english = "[data-testid=programme-language] label:last-child";
    window.reads(english, "English");
    window.click(english);
    window.stored("the programme in English", |plan| {
        plan["programme"]["language"] == "en"
    });
    window.photograph("agenda-language-fr-light");
    window.keys(&["Control+z"]);
    window.stored("the programme in French again", |plan| {
        plan["programme"]["language"] == "fr"
    });
}
