//! The list view: selection and editing.

use deroule_tests::window::Window;
use serde_json::Value;

use crate::seminar;
use crate::support::{self, day_line, expect_focus, select, slot, slots, titles, type_lines};

/// The selector of the row of a slot.
fn row(window: &Window, title: &str) -> String {
    format!("[data-testid=list] {}", slot(window, title))
}

/// Clicks the title of a row while a key is down.
fn click_with(window: &Window, key: &str, title: &str) {
    window.hold_key(key);
    window.click(&format!("{} td.title", row(window, title)));
    window.release_key(key);
}

#[test]
fn shift_and_control_select_list_rows_and_keys_move_them() {
    let window = support::day();
    window.keys(&["l"]);
    window.click(&format!("{} td.title", row(&window, "tour de table")));
    expect_focus(&window, "[data-testid=list] td");
    click_with(&window, "Shift", "pause");
    window.reads("[data-testid=chosen]", "3 créneaux");
    click_with(&window, "Control", "bilan de l’été");
    window.reads("[data-testid=chosen]", "2 créneaux");
    window.keys(&["Alt+ArrowUp"]);
    window.stored("the selected slots next to each other", |plan| {
        day_line(plan).starts_with("09:00 accueil, 09:30 tour de table, 10:00 pause")
    });
    window.keys(&["Control+z"]);
    window.stored("the order as before", |plan| {
        day_line(plan).starts_with("09:00 accueil, 09:30 tour de table, 10:00 bilan")
    });
}

#[test]
fn an_invalid_cell_shows_an_error_and_keeps_the_typed_text() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["l"]);
    let cell = format!("{} td.length", row(&window, "tour de table"));
    window.click(&cell);
    expect_focus(&window, &cell);
    window.keys(&["Enter"]);
    expect_focus(&window, &format!("{cell} input"));
    window.keys(&["Control+a"]);
    window.write("longtemps");
    window.keys(&["Enter"]);
    window.rect(&format!("{cell} [role=alert]"));
    window.shows_with(
        "return document.querySelector(arguments[0])?.value === 'longtemps'",
        &Value::from(format!("{cell} input")),
    );
    window.keys(&["Control+a"]);
    window.write("45");
    window.keys(&["Enter"]);
    window.stored("the duration", |plan| slots(plan)[1]["minutes"] == 45);
}

#[test]
fn a_slot_typed_in_the_list_of_a_seminar_follows_the_selected_slot() {
    let window = seminar::three_days();
    select(&window, "accueil");
    window.keys(&["l"]);
    expect_focus(&window, "[data-testid=list] td");
    type_lines(&window, &["Tour du lieu 20"]);
    window.stored("the new slot after the selected one", |plan| {
        titles(plan, 0, 0)[..2] == ["accueil", "Tour du lieu"]
    });
    assert_eq!(titles(&window.store.plan(), 0, 1), [""; 0]);
}

#[test]
fn enter_saves_a_list_cell_and_moves_to_the_next_row() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["l"]);
    window.shows("return document.activeElement?.textContent === 'tour de table'");
    window.keys(&["Enter"]);
    window.shows("return document.activeElement?.matches('td input')");
    window.keys(&["Control+a"]);
    window.write("Tour de salle");
    window.keys(&["Enter"]);
    window.stored("the title", |plan| {
        slots(plan)[1]["title"] == "Tour de salle"
    });
    window.shows("return document.activeElement?.textContent.includes('bilan')");
    window.keys(&["ArrowRight", "Enter"]);
    window.shows("return document.activeElement?.matches('td input')");
    window.keys(&["Control+a"]);
    window.write("1h15");
    window.keys(&["Enter"]);
    window.stored("the duration", |plan| slots(plan)[2]["minutes"] == 75);
    window.keys(&["Escape", "l"]);
    window.rect("[data-testid=axis]");
}
