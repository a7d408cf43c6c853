//! Slots moved and resized with the pointer.

use deroule_tests::window::{Point, Window};
use serde_json::json;

use crate::support::{self, expect_day, select, slot, slot_rects, slots};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";

#[test]
fn dragging_a_slot_above_another_moves_it_and_shifts_later_times() {
    let window = support::day();
    expect_day(&window, AS_READ);
    let (moved, onto) = slot_rects(&window, "bilan de l’été", "tour de table");
    window.drag(moved.at(0.5, 0.2), onto.at(0.5, 0.2));
    expect_day(
        &window,
        "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause",
    );
    window.keys(&["Control+z"]);
    window.reads("[data-testid=toast]", "Annulé");
    expect_day(&window, AS_READ);
}

/// The lower edge of a slot, and the point to drag it to for a duration longer by half.
fn edge_and_half_longer(window: &Window, title: &str) -> (Point, Point) {
    let card = window.rect(&slot(window, title));
    let edge = window.rect(&format!("{} > .edge", slot(window, title)));
    let edge = edge.middle();
    let to = Point {
        x: edge.x,
        y: card.at(0.5, 1.5).y + 1.0,
    };
    (edge, to)
}

#[test]
fn dragging_the_lower_edge_lengthens_a_slot_and_shifts_later_times() {
    let window = support::day();
    expect_day(&window, AS_READ);
    let (edge, longer) = edge_and_half_longer(&window, "tour de table");
    window.drag(edge, longer);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:15 bilan de l’été, 11:15 pause",
    );
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
}

#[test]
fn a_drag_shows_the_conflict_that_a_drop_would_cause() {
    let window = support::day();
    select(&window, "présentation des projets");
    window.keys(&["p"]);
    window.stored("the pin", |plan| slots(plan)[4]["pinned"] == true);
    let (edge, longer) = edge_and_half_longer(&window, "tour de table");
    window.hold(edge, longer);
    window.reads(
        "[data-testid=drag-trouble][data-severity=conflict]",
        "fixé à 11h15",
    );
    window.reads("[data-testid=live]", "fixé à 11h15");
    window.photograph("session-drag-trouble");
    window.keys(&["Escape"]);
    window.lacks("[data-testid=drag-trouble]");
    window.release();
    expect_day(&window, AS_READ);
}

#[test]
fn escape_cancels_a_drag() {
    let window = support::day();
    let (moved, onto) = slot_rects(&window, "bilan de l’été", "tour de table");
    window.hold(moved.at(0.5, 0.2), onto.at(0.5, 0.2));
    // The axis shows a preview. The store is unchanged.
    window.reads("[data-testid=live]", "commencerait à 9h30");
    window.keys(&["Escape"]);
    window.reads("[data-testid=live]", "Remis en place");
    window.release();
    expect_day(&window, AS_READ);
}

#[test]
fn dropping_a_slot_outside_the_axis_changes_nothing() {
    let window = support::day();
    let (moved, _) = slot_rects(&window, "bilan de l’été", "tour de table");
    let outside = window.rect("nav [data-testid=go-board]").middle();
    window.hold(moved.at(0.5, 0.2), outside);
    window.reads("[data-testid=live]", "Rien ne peut aller ici");
    window.release();
    window.reads("[data-testid=live]", "Remis en place");
    expect_day(&window, AS_READ);
}

#[test]
fn shift_resizes_a_slot_without_snapping() {
    let window = support::day();
    let card = window.rect(&slot(&window, "tour de table"));
    let edge = window.rect(&format!("{} > .edge", slot(&window, "tour de table")));
    // A card is two pixels lower than its duration. The longer one gives the height of a minute more exactly.
    let minute = (window.rect(&slot(&window, "bilan de l’été")).height + 2.0) / 60.0;
    let to = Point {
        x: edge.middle().x,
        y: card.y + 37.0 * minute,
    };
    window.hold(edge.middle(), to);
    window.shows_with(ENDS, &json!([slot(&window, "tour de table"), "605"]));
    window.hold_key("Shift");
    window.nudge(to);
    window.shows_with(ENDS, &json!([slot(&window, "tour de table"), "607"]));
    window.release();
    window.release_key("Shift");
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:07 bilan de l’été, 11:07 pause",
    );
}

/// A script: whether the axis shows that a slot ends at a minute of the day.
const ENDS: &str = "return document.querySelector(arguments[0][0]).dataset.end === arguments[0][1]";
