//! The list of findings, and the settings of a programme.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, click_text, expect_focus, select, slots, type_lines};

const PANEL: &str = "[data-testid=findings]";

#[test]
fn findings_are_grouped_fixed_inline_and_closed_with_escape() {
    let window = support::day();
    // Two workshops without a room.
    select(&window, "tour de table");
    type_lines(&window, &["Atelier budget 30", "Atelier entretien 30"]);
    window.stored("two workshops", |plan| slots(plan).len() == 11);
    window.click("[data-testid=findings-count]");
    expect_focus(&window, PANEL);
    window.reads(&format!("{PANEL} h3"), "10 septembre");
    // A quiet rule has one line, whatever the number of its slots.
    window.reads(PANEL, "2 créneaux sont sans salle");
    let rows = window.count(&format!("{PANEL} [data-testid=finding]"));
    window.click(&format!("{PANEL} [data-testid=findings-group]"));
    window.shows_with(
        "return document.querySelectorAll('[data-testid=finding]').length === arguments[0]",
        &json!(rows + 2),
    );
    window.keys(&["Escape"]);
    window.lacks(PANEL);
    expect_focus(&window, "[data-testid=findings-count]");
}

#[test]
fn a_fix_in_the_list_is_named_by_what_it_does() {
    let window = crate::fixes::overrun();
    window.keys(&["Control+j"]);
    window.reads(&format!("{PANEL} [data-severity=conflict]"), "déborde");
    // The gravest finding of all is the first.
    window.shows(
        "return document.querySelector('[data-testid=findings] [data-severity]').dataset.severity === 'conflict'",
    );
    click_text(
        &window,
        &format!("{PANEL} [data-severity=conflict] [data-testid=finding-fix]"),
        "5",
    );
    window.lacks(&format!("{PANEL} [data-severity=conflict]"));
    window.stored("the break five minutes shorter", |plan| {
        slots(plan)[3]["minutes"] == 10
    });
}

#[test]
fn rooms_are_added_and_sized_in_the_settings() {
    let window = Window::open(Store::with_page("automne.md"));
    window.rect("[data-testid=session-row]");
    window.keys(&["Control+,"]);
    window.rect("[data-testid=setting-rooms] > .field");
    window.click("[data-testid=setting-rooms] > .field");
    window.write("Grenier");
    window.keys(&["Enter"]);
    let places = "[data-testid=setting-rooms] li .places input";
    window.click(places);
    window.write("12");
    window.keys(&["Enter"]);
    window.shows_with(
        "return document.querySelector(arguments[0]).value === '12'",
        &json!(places),
    );
    // The notice of a deletion waits until the dialog is closed.
    window.click("[data-testid=setting-rooms] li > button");
    window.lacks("[data-testid=setting-rooms] li");
    window.keys(&["Escape"]);
    window.lacks("dialog[open]");
    window.reads("[data-testid=toast]", "Salle Grenier supprimée");
    window.click("[data-testid=toast-action]");
    window.reads("[data-testid=toast]", "Annulé");
    window.keys(&["Control+,"]);
    window.shows_with(
        "return document.querySelector(arguments[0])?.value === '12'",
        &json!(places),
    );
}

#[test]
fn the_text_size_is_remembered() {
    let window = Window::open(Store::with_page("automne.md"));
    window.rect("[data-testid=session-row]");
    window.keys(&["Control+,"]);
    for size in ["115", "130", "150"] {
        window.click("[data-testid=text-size] button:last-child");
        window.reads("[data-testid=text-size] output", size);
    }
    let size = "return getComputedStyle(document.documentElement).fontSize";
    assert_eq!(window.script(size, &Value::Null), json!("24px"));
    window.script("location.reload()", &Value::Null);
    window.shows("return getComputedStyle(document.documentElement).fontSize === '24px'");
}
