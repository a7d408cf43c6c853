//! The first start: the sample programme, and the first import.

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::json;

use crate::support::click_text;

#[test]
fn the_sample_is_removed_in_one_click_and_restored_by_undo() {
    let window = Window::open(Store::new());
    window.reads("[data-testid=sample]", "exemple");
    window.stored("the sample", |plan| !plan["sessions"][0].is_null());
    let rows = window.count("[data-testid=session-row]");
    assert!(rows > 0, "the sample has sessions");

    window.click("[data-testid=remove-sample]");
    window.reads("main", "Aucun programme");
    window.stored("nothing", |plan| plan.is_null());

    window.keys(&["Control+z"]);
    window.reads("[data-testid=sample]", "exemple");
    window.stored("the sample again", |plan| !plan["sessions"][0].is_null());
    assert_eq!(window.count("[data-testid=session-row]"), rows);
}

#[test]
fn a_reload_shows_the_current_state_of_the_store() {
    let window = Window::open(Store::new());
    window.reads("[data-testid=sample]", "exemple");
    click_text(&window, "[data-testid=sample] button", "Le garder");
    window.lacks("[data-testid=sample]");
    window.set("en", "light");
    window.reads("main", "30 August");
    window.lacks("[data-testid=sample]");
}

#[test]
fn a_pasted_page_is_reported_and_then_merged() {
    let text = std::fs::read_to_string(paths::organisers_page()).unwrap();
    let title = text.lines().next().unwrap().trim_start_matches("# ");
    let window = Window::open(Store::new());
    window.keys(&["Control+o"]);
    window.rect("[data-testid=import-text]");
    window.script(
        "const field = document.querySelector('[data-testid=import-text]');
         field.value = arguments[0];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &json!(text),
    );
    window.reads("[data-testid=import-report]", "6 sessions");
    window.photograph("import-report");
    window.click("[data-testid=import-merge]");
    window.lacks("dialog[open]");
    window.reads("h1", title);
    window.shows("return document.querySelectorAll('[data-testid=session-row]').length === 6");
    window.stored("six sessions", |plan| {
        plan["sessions"]
            .as_array()
            .is_some_and(|all| all.len() == 6)
    });
}
