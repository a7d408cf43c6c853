//! A window on the day that most tests use, and helpers for its slots.

use deroule_tests::store::Store;
use deroule_tests::window::{Rect, Window};
use serde_json::{Value, json};

/// Opens a window on the first day of `pages/automne.md`.
pub fn day() -> Window {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-link]");
    window.shows("return document.querySelectorAll('[data-testid=slot]').length === 9");
    window
}

/// The selector of the first slot with a title.
pub fn slot(window: &Window, title: &str) -> String {
    let plan = window.store.plan();
    let found = slots(&plan).iter().find(|slot| slot["title"] == title);
    let id = found.unwrap_or_else(|| panic!("no slot has the title {title}"))["id"].clone();
    format!("[data-slot=\"{}\"]", id.as_str().unwrap())
}

/// The slots of the first session's first day, in order.
pub fn slots(plan: &Value) -> &[Value] {
    plan["sessions"][0]["days"][0]["slots"]
        .as_array()
        .map_or(&[], Vec::as_slice)
}

/// The titles of a day of a session, both counted from 0.
pub fn titles(plan: &Value, session: usize, day: usize) -> Vec<&str> {
    let slots = plan["sessions"][session]["days"][day]["slots"].as_array();
    let slots = slots.into_iter().flatten();
    slots.filter_map(|slot| slot["title"].as_str()).collect()
}

/// The starts and titles of the day in one line: "09:00 accueil, 09:30 tour de table".
pub fn day_line(plan: &Value) -> String {
    let lines = slots(plan).iter().map(|slot| {
        let (start, title) = (slot["start"].as_str(), slot["title"].as_str());
        format!("{} {}", start.unwrap(), title.unwrap())
    });
    lines.collect::<Vec<_>>().join(", ")
}

/// A script that returns the same line for the slots on the axis.
const SHOWN: &str = "() => {
    const two = (number) => String(number).padStart(2, '0');
    return [...document.querySelectorAll('[data-testid=axis] .slots > [data-testid=slot]')]
      .map((one) => [Number(one.dataset.start), one.querySelector('.title')?.textContent])
      .sort((one, other) => one[0] - other[0])
      .map(([at, title]) => `${two(Math.floor(at / 60))}:${two(at % 60)} ${title}`)
      .join(', ');
}";

/// Waits until the line of the day starts with `beginning`, on the screen and then in the store.
pub fn expect_day(window: &Window, beginning: &str) {
    window.shows_with(
        &format!("return ({SHOWN})().startsWith(arguments[0])"),
        &json!(beginning),
    );
    window.stored(beginning, |plan| day_line(plan).starts_with(beginning));
}

/// Selects a slot with a click, which gives it the focus.
pub fn select(window: &Window, title: &str) {
    let css = slot(window, title);
    window.click(&css);
    expect_focus(window, &css);
}

/// Splits a slot into two tracks. `at` is its index in the day.
pub fn split(window: &Window, at: usize, title: &str) {
    select(window, title);
    window.keys(&["t"]);
    window.stored("two tracks", |plan| {
        slots(plan)[at]["tracks"].as_array().unwrap().len() == 2
    });
}

/// Waits for an element that matches the selector and contains `text`, and clicks it by script.
pub fn click_text(window: &Window, css: &str, text: &str) {
    window.reads(css, text);
    window.script(
        "const [css, text] = arguments[0];
         [...document.querySelectorAll(css)].find((one) => one.innerText.includes(text)).click()",
        &json!([css, text]),
    );
}

/// Types lines after the selected slot.
pub fn type_lines(window: &Window, lines: &[&str]) {
    window.keys(&["n"]);
    for line in lines {
        expect_focus(window, "[data-testid=typing] input");
        window.write(line);
        window.keys(&["Enter"]);
    }
    window.keys(&["Escape"]);
    window.lacks("[data-testid=typing]");
}

/// Fills in the first field of the inspector with a label.
pub fn fill(window: &Window, label: &str, text: &str) {
    fill_in(window, "[data-testid=inspector]", label, text);
}

/// Fills in the first field of `form` with a label.
pub fn fill_in(window: &Window, form: &str, label: &str, text: &str) {
    // The field may be in a folded section.
    window.script(
        "document.querySelectorAll(`${arguments[0]} details`).forEach((one) => (one.open = true))",
        &json!(form),
    );
    window.reads(&format!("{form} label"), label);
    window.script(
        "const [form, label] = arguments[0];
         const name = [...document.querySelectorAll(`${form} label`)]
           .find((one) => one.innerText === label);
         document.getElementById(name.htmlFor).focus()",
        &json!([form, label]),
    );
    window.keys(&["Control+a"]);
    window.write(text);
    window.keys(&["Enter"]);
}

/// Waits until an element that matches the selector has the focus.
pub fn expect_focus(window: &Window, css: &str) {
    window.shows_with(
        "return document.activeElement?.matches(arguments[0]) ?? false",
        &json!(css),
    );
}

/// The boxes of two slots, after both are scrolled into view.
pub fn slot_rects(window: &Window, one: &str, other: &str) -> (Rect, Rect) {
    let (one, other) = (slot(window, one), slot(window, other));
    window.rect(&one);
    window.rect(&other);
    (window.rect(&one), window.rect(&other))
}
