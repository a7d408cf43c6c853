//! The history of edits and the operation log.

use deroule_tests::window::Window;
use serde_json::json;

use crate::support::{self, click_text, expect_day, select};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";
const SWAPPED: &str = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";
const LONGER: &str = "09:00 accueil, 09:30 bilan de l’été, 10:35 tour de table, 11:05 pause";

/// Waits until the history marks the edit whose label contains `text` as the current one.
fn expect_current(window: &Window, text: &str) {
    window.shows_with(
        "return document.querySelector('dialog[open] [aria-current=step]')
           ?.innerText.includes(arguments[0]) ?? false",
        &json!(text),
    );
}

#[test]
fn history_goes_back_to_any_edit_and_forward_again() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(&window, SWAPPED);
    window.keys(&["Alt+ArrowRight"]);
    expect_day(&window, LONGER);

    window.keys(&["Control+h"]);
    expect_current(&window, "«\u{a0}bilan de l’été\u{a0}» à 1\u{a0}h\u{a0}05");
    window.reads(
        "dialog[open] li:nth-child(2)",
        "«\u{a0}bilan de l’été\u{a0}» après «\u{a0}accueil\u{a0}»",
    );
    window.reads("dialog[open] li:last-child", "Import");
    click_text(&window, "dialog[open] li:last-child button", "Import");
    expect_current(&window, "Import");
    window.shows("return document.querySelectorAll('dialog[open] .undone').length === 2");
    expect_day(&window, AS_READ);
    click_text(&window, "dialog[open] li button", "après");
    expect_day(&window, SWAPPED);
    click_text(&window, "dialog[open] li button", "1\u{a0}h\u{a0}05");
    expect_day(&window, LONGER);
    window.lacks("dialog[open] .undone");
}

#[test]
fn the_operation_log_restores_a_state_that_redo_cannot_reach() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(&window, SWAPPED);
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
    select(&window, "accueil");
    window.keys(&["Alt+ArrowRight"]);
    expect_day(&window, "09:00 accueil, 09:35 tour de table");

    // Redo cannot reach the swap after another edit.
    window.keys(&["Control+h"]);
    click_text(&window, "dialog[open] label", "Tout ce qui a été fait");
    window.reads("[data-testid=log] li:nth-child(2)", "Annulé");
    window.reads("[data-testid=log] li:nth-child(3)", "après");
    window.click("[data-testid=log] li:nth-child(3) button");
    expect_day(&window, SWAPPED);
    window.reads("[data-testid=log] li:first-child", "Retour à l’état");
    window.photograph("history-log");
    window.keys(&["Escape"]);
    window.click("[data-testid=toast-action]");
    expect_day(&window, "09:00 accueil, 09:35 tour de table");
}

#[test]
fn undo_and_redo_name_their_edit() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowRight"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:05 pause",
    );
    window.keys(&["Control+z"]);
    window.reads(
        "[data-testid=toast]",
        "Annulé\u{a0}: «\u{a0}bilan de l’été\u{a0}» à 1\u{a0}h\u{a0}05",
    );
    expect_day(&window, AS_READ);
    window.keys(&["Control+Shift+z"]);
    window.reads(
        "[data-testid=toast]",
        "Rétabli\u{a0}: «\u{a0}bilan de l’été\u{a0}» à 1\u{a0}h\u{a0}05",
    );
}
