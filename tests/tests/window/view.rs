//! View options of a day that a reload keeps: the zoom and the list.

use deroule_tests::window::Window;
use serde_json::json;

use crate::support::{self, slot};

/// The height of a slot of thirty minutes, in pixels.
fn height(window: &Window) -> f64 {
    window.rect(&slot(window, "tour de table")).height
}

/// Waits until the height of that slot, divided by `base`, is between `min` and `max`.
fn expect_zoom(window: &Window, base: f64, min: f64, max: f64) {
    window.shows_with(
        "const [css, base, min, max] = arguments[0];
         const zoom = document.querySelector(css).getBoundingClientRect().height / base;
         return min <= zoom && zoom <= max",
        &json!([slot(window, "tour de table"), base, min, max]),
    );
}

#[test]
fn keys_zoom_the_day_and_a_reload_keeps_the_zoom() {
    let window = support::day();
    window.keys(&["Control+0"]);
    window.settle();
    let usual = height(&window);
    window.keys(&["Control+="]);
    expect_zoom(&window, usual, 1.1, 3.0);
    window.keys(&["Control+0"]);
    expect_zoom(&window, usual, 1.0, 1.0);
    window.keys(&["f"]);
    window.shows(
        "const axis = document.querySelector('[data-testid=axis]');
         return axis.scrollHeight <= axis.clientHeight + 1",
    );
    window.settle();
    let fitted = height(&window);
    window.set("fr", "light");
    window.rect("[data-testid=axis]");
    expect_zoom(&window, fitted, 0.99, 1.01);
}

#[test]
fn a_reload_keeps_the_list() {
    let window = support::day();
    window.keys(&["l"]);
    window.rect("[data-testid=list]");
    window.set("fr", "light");
    window.reads("[data-testid=list]", "15 min");
}
