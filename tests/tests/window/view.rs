//! How a day is read: its height on the screen, as a list, with the crew's minutes.

use deroule_tests::window::Window;
use serde_json::json;

use crate::support::{self, slot};

/// How high a slot of thirty minutes is, in pixels.
fn height(window: &Window) -> f64 {
    window.rect(&slot(window, "tour de table")).height
}

/// Waits until it is as many times as high.
fn grows(window: &Window, from: f64, least: f64, most: f64) {
    window.shows_with(
        "const [css, from, least, most] = arguments[0];
         const high = document.querySelector(css).getBoundingClientRect().height / from;
         return least <= high && high <= most",
        &json!([slot(window, "tour de table"), from, least, most]),
    );
}

#[test]
fn keys_zoom_the_day_and_a_reload_keeps_the_zoom() {
    let window = support::day();
    let usual = height(&window);
    window.keys(&["Control+="]);
    grows(&window, usual, 1.1, 3.0);
    window.keys(&["Control+0"]);
    grows(&window, usual, 1.0, 1.0);
    window.keys(&["f"]);
    window.shows(
        "const axis = document.querySelector('[data-testid=axis]');
         return axis.scrollHeight <= axis.clientHeight + 1",
    );
    let fitted = height(&window);
    window.set("fr", "light");
    window.rect("[data-testid=axis]");
    grows(&window, fitted, 0.99, 1.01);
}

#[test]
fn a_reload_keeps_the_list() {
    let window = support::day();
    window.keys(&["l"]);
    window.rect("[data-testid=list]");
    window.set("fr", "light");
    window.reads("[data-testid=list]", "15 min");
}
