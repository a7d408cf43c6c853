//! A window on the day most tests work on, and the words to speak of its slots.

use deroule_tests::store::Store;
use deroule_tests::window::{Rect, Window};
use serde_json::{Value, json};

/// The day of `pages/automne.md` as the store tells it, open on the screen.
pub fn day() -> Window {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-link]");
    window.shows("return document.querySelectorAll('[data-testid=slot]').length === 9");
    window
}

/// The selector of the slot of that title. Titles may repeat; the first counts.
pub fn slot(window: &Window, title: &str) -> String {
    let plan = window.store.plan();
    let found = slots(&plan).iter().find(|slot| slot["title"] == title);
    let id = found.unwrap_or_else(|| panic!("no slot is called {title}"))["id"].clone();
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

/// "09:00 accueil, 09:30 tour de table": the day in a line.
pub fn day_line(plan: &Value) -> String {
    let lines = slots(plan).iter().map(|slot| {
        let (start, title) = (slot["start"].as_str(), slot["title"].as_str());
        format!("{} {}", start.unwrap(), title.unwrap())
    });
    lines.collect::<Vec<_>>().join(", ")
}

/// The same line, of what the axis shows.
const SHOWN: &str = "() => {
    const two = (number) => String(number).padStart(2, '0');
    return [...document.querySelectorAll('[data-testid=axis] .slots > [data-testid=slot]')]
      .map((one) => [Number(one.dataset.start), one.querySelector('.title')?.textContent])
      .sort((one, other) => one[0] - other[0])
      .map(([at, title]) => `${two(Math.floor(at / 60))}:${two(at % 60)} ${title}`)
      .join(', ');
}";

/// Waits until the day begins as told, on the screen and then in the store.
pub fn expect_day(window: &Window, beginning: &str) {
    window.shows_with(
        &format!("return ({SHOWN})().startsWith(arguments[0])"),
        &json!(beginning),
    );
    window.stored(beginning, |plan| day_line(plan).starts_with(beginning));
}

/// Selects a slot with a click, as the keys need it.
pub fn select(window: &Window, title: &str) {
    let css = slot(window, title);
    window.click(&css);
    expect_focus(window, &css);
}

/// Makes two tracks of the slot that stands at a place of the day, counted from 0.
pub fn split(window: &Window, at: usize, title: &str) {
    select(window, title);
    window.keys(&["t"]);
    window.stored("two tracks", |plan| {
        slots(plan)[at]["tracks"].as_array().unwrap().len() == 2
    });
}

/// Presses what bears a text: the first element of the selector that does, once it is there.
pub fn click_text(window: &Window, css: &str, text: &str) {
    window.reads(css, text);
    window.script(
        "const [css, text] = arguments[0];
         [...document.querySelectorAll(css)].find((one) => one.innerText.includes(text)).click()",
        &json!([css, text]),
    );
}

/// Types lines behind the chosen slot.
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

/// Writes a field of the inspector, the first one that is called so.
pub fn fill(window: &Window, label: &str, text: &str) {
    fill_in(window, "[data-testid=inspector]", label, text);
}

/// Writes the first field in `form` that has a label.
pub fn fill_in(window: &Window, form: &str, label: &str, text: &str) {
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

/// Waits until the keyboard is on an element.
pub fn expect_focus(window: &Window, css: &str) {
    window.shows_with(
        "return document.activeElement?.matches(arguments[0]) ?? false",
        &json!(css),
    );
}

/// Where two slots are, both in sight.
pub fn slot_rects(window: &Window, one: &str, other: &str) -> (Rect, Rect) {
    let (one, other) = (slot(window, one), slot(window, other));
    window.rect(&one);
    window.rect(&other);
    (window.rect(&one), window.rect(&other))
}
