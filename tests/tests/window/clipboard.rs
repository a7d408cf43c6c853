//! Copying and pasting, as text and as slots.

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, expect_day, select};

/// The slot lines of the first session in the organiser's page.
fn page_lines() -> String {
    let page = paths::organisers_page();
    let page = std::fs::read_to_string(page).unwrap();
    let day = page
        .split("### ")
        .find(|part| part.starts_with("Session du 30"))
        .unwrap();
    let lines = day
        .lines()
        .filter(|line| line.starts_with("- ") && line.contains("h"));
    let timed = lines.filter(|line| line[2..].starts_with(|first: char| first.is_ascii_digit()));
    timed.collect::<Vec<_>>().join("\n")
}

/// Sends a paste event with a text to the focused element.
fn paste(window: &Window, text: &str) {
    window.script(
        "const data = new DataTransfer();
         data.setData('text/plain', arguments[0]);
         (document.activeElement ?? document.body).dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        &json!(text),
    );
}

/// Sends a copy event and returns the copied text. The page keeps the clipboard data for a later paste.
fn copy(window: &Window) -> String {
    let text = window.script(
        "window.copied = new DataTransfer();
         document.activeElement.dispatchEvent(
           new ClipboardEvent('copy', { clipboardData: window.copied, bubbles: true, cancelable: true }));
         return window.copied.getData('text/plain')",
        &Value::Null,
    );
    text.as_str().unwrap().to_owned()
}

/// The slots of a session's first day and of their tracks, without ids.
fn slots_without_ids(session: &Value) -> Value {
    fn without_ids(slots: &mut Value) {
        for slot in slots.as_array_mut().unwrap() {
            slot.as_object_mut().unwrap().remove("id");
            for track in slot["tracks"].as_array_mut().unwrap() {
                track.as_object_mut().unwrap().remove("id");
                without_ids(&mut track["slots"]);
            }
        }
    }
    let mut slots = session["days"][0]["slots"].clone();
    without_ids(&mut slots);
    slots
}

#[test]
fn pasting_the_lines_of_a_page_equals_importing_it() {
    let store = Store::new();
    let page = paths::organisers_page();
    store.cli(&["import", page.to_str().unwrap()]);
    let window = Window::open(store);
    // The second session has no running order yet.
    window.script(
        "document.querySelectorAll('[data-testid=session-link]')[1].click()",
        &Value::Null,
    );
    window.shows("return document.querySelector('[data-testid=axis] .empty') !== null");
    paste(&window, &page_lines());
    window.shows("return document.querySelectorAll('[data-testid=axis] .slots > [data-testid=slot]').length === 14");
    window.stored("fourteen slots", |plan| {
        plan["sessions"][1]["days"][0]["slots"]
            .as_array()
            .unwrap()
            .len()
            == 14
    });
    let plan = window.store.plan();
    let (pasted, imported) = (
        slots_without_ids(&plan["sessions"][1]),
        slots_without_ids(&plan["sessions"][0]),
    );
    for (one, other) in pasted
        .as_array()
        .unwrap()
        .iter()
        .zip(imported.as_array().unwrap())
    {
        assert_eq!(one, other);
    }
    window.keys(&["Control+z"]);
    window.stored("the paste undone in one step", |plan| {
        plan["sessions"][1]["days"][0]["slots"] == json!([])
    });
}

#[test]
fn slots_are_copied_as_plain_lines_and_pasted_into_another_session() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Shift+ArrowDown"]);
    window.reads("[data-testid=chosen]", "2 créneaux");
    assert_eq!(
        copy(&window),
        "- 9h30 - 10h : tour de table\n- 10h - 11h : bilan de l’été"
    );
    window.script(
        "document.querySelectorAll('[data-testid=session-link]')[1].click()",
        &Value::Null,
    );
    window.shows("return document.querySelector('[data-testid=axis] .empty') !== null");
    window.script(
        "document.body.dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: window.copied, bubbles: true, cancelable: true }))",
        &Value::Null,
    );
    expect_second_session(&window, &["tour de table", "bilan de l’été"]);
}

#[test]
fn pasting_text_without_times_changes_nothing_and_is_announced() {
    let window = support::day();
    select(&window, "tour de table");
    paste(&window, "rien de tout cela");
    window.reads("[data-testid=live]", "Rien à coller");
    expect_day(&window, "09:00 accueil, 09:30 tour de table, 10:00 bilan");
}

fn expect_second_session(window: &Window, titles: &[&str]) {
    window.stored("the pasted slots", |plan| {
        let slots = plan["sessions"][1]["days"][0]["slots"].as_array().unwrap();
        slots
            .iter()
            .map(|slot| slot["title"].as_str().unwrap())
            .eq(titles.iter().copied())
    });
}
