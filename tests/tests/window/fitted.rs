//! The ruler that fits the day in the window: where it begins, how low slots get, and that a drop shows what its preview
//! showed.

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, select, slot, slot_rects};

/// Opens a window on the first session of the organiser's page: fourteen slots, some of ten minutes.
fn organisers_day() -> Window {
    let store = Store::new();
    store.cli(&["import", paths::organisers_page().to_str().unwrap()]);
    let window = Window::open(store);
    window.click("[data-testid=session-link]");
    window.shows("return document.querySelectorAll('.slots > [data-testid=slot]').length >= 9");
    window
}

#[test]
fn a_whole_day_is_in_view_and_begins_near_the_top_at_every_size() {
    let window = organisers_day();
    for (width, height) in [(1024, 700), (1280, 800), (1920, 1080)] {
        window.resize(width, height);
        window.shows(
            "const axis = document.querySelector('[data-testid=axis]');
             const slots = [...document.querySelectorAll('.slots > [data-testid=slot]')]
               .filter((one) => one.dataset.start !== one.dataset.end)
               .map((one) => one.getBoundingClientRect());
             return axis.scrollHeight <= axis.clientHeight + 1 &&
               Math.min(...slots.map((one) => one.top)) <= 110 &&
               slots.every((one) => one.height >= 18) &&
               [...document.querySelectorAll('[data-testid=hour]')].length > 5",
        );
    }
}

/// A script that returns the places of all slots, in whole pixels.
const PLACES: &str = "return [...document.querySelectorAll('.slots > [data-testid=slot]')]
    .map((one) => [one.dataset.slot, Math.round(one.getBoundingClientRect().top),
      Math.round(one.getBoundingClientRect().height)].join(' '))
    .sort().join()";

#[test]
fn a_drop_leaves_every_slot_where_its_preview_was() {
    let window = organisers_day();
    let ids = window.script(
        "return [...document.querySelectorAll('.slots > [data-testid=slot]')]
           .sort((one, other) => one.dataset.start - other.dataset.start)
           .map((one) => one.dataset.slot)",
        &Value::Null,
    );
    let card = |at: usize| window.rect(&format!("[data-slot={}]", ids[at]));
    let before = window.script(PLACES, &Value::Null);
    // A short slot to below a long one: the hour lines between them bend.
    window.hold(card(1).at(0.4, 0.5), card(3).at(0.4, 0.9));
    window.shows_with(
        "return document.querySelector(arguments[0][0]).dataset.start !== arguments[0][1] &&
           document.getAnimations().length === 0",
        &json!([format!("[data-slot={}]", ids[1]), "570"]),
    );
    let previewed = window.script(PLACES, &Value::Null);
    assert_ne!(previewed, before);
    window.release();
    window.shows(
        "return document.querySelector('.card.moving') === null &&
           document.querySelector('[data-testid=saving]').dataset.saving === 'saved' &&
           document.getAnimations().length === 0",
    );
    assert_eq!(window.script(PLACES, &Value::Null), previewed);
}

#[test]
fn the_inspector_and_the_end_of_the_day_follow_a_drag() {
    let window = support::day();
    select(&window, "tour de table");
    let edge = window.rect(&format!("{} > .edge", slot(&window, "tour de table")));
    let (card, _) = slot_rects(&window, "tour de table", "pause");
    window.hold(
        edge.middle(),
        deroule_tests::window::Point {
            x: edge.middle().x,
            y: card.at(0.5, 1.5).y + 1.0,
        },
    );
    window.shows(
        "const label = [...document.querySelectorAll('[data-testid=inspector] label')]
           .find((one) => one.textContent === 'Durée');
         return document.getElementById(label.htmlFor).value.replaceAll('\\u00a0', ' ') === '45 min'",
    );
    window.reads("[data-testid=end]", "16h15");
    window.keys(&["Escape"]);
    window.release();
    window.reads("[data-testid=end]", "16h");
}
