//! Scrolling during a drag, for a day that is higher than the window.

use deroule_tests::window::Point;
use serde_json::json;

use crate::support::{self, expect_day, slot};

#[test]
fn a_drag_held_at_the_lower_edge_scrolls_to_the_end_of_the_day() {
    let window = support::day();
    window.resize(1280, 620);
    // At the usual zoom the day is higher than the window.
    window.keys(&["Control+0"]);
    window.shows(
        "const axis = document.querySelector('[data-testid=axis]');
         return axis.scrollHeight > axis.clientHeight + 40",
    );
    window.settle();
    let axis = window.rect("[data-testid=axis]");
    let card = window.rect(&slot(&window, "accueil"));
    let low = axis.y + axis.height - 6.0;
    let x = card.at(0.5, 0.2).x;
    window.hold(card.at(0.5, 0.2), Point { x, y: low });
    window.shows_with(
        "const end = document.querySelector(arguments[0]).getBoundingClientRect().bottom;
         const axis = document.querySelector('[data-testid=axis]');
         return axis.scrollTop > 0 && end < axis.getBoundingClientRect().bottom - 40",
        &json!(slot(&window, "atelier n°2")),
    );
    window.reads("[data-testid=live]", "commencerait à 15h30");
    window.release();
    expect_day(&window, "09:00 tour de table, 09:30 bilan de l’été");
    window.stored("the welcome at the end of the day", |plan| {
        support::slots(plan).last().unwrap()["title"] == "accueil"
    });
}
