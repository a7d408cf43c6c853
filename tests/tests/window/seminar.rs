//! A session of several days.

use deroule_tests::window::{Point, Window};
use serde_json::Value;

use crate::support::{self, click_text, expect_focus, select, slot, titles};

/// Opens the session that most tests use, with two more days.
pub fn three_days() -> Window {
    let window = support::day();
    for days in [2, 3] {
        click_text(&window, "button", "Ajouter un jour");
        window.stored("one more day", |plan| {
            plan["sessions"][0]["days"].as_array().unwrap().len() == days
        });
    }
    window.shows("return document.querySelectorAll('[data-testid=axis] section h2').length === 3");
    window.settle();
    window
}

#[test]
fn days_added_to_a_seminar_have_consecutive_dates() {
    let window = three_days();
    window.reads("[data-testid=axis] section:nth-child(2) h2", "11 septembre");
    window.reads("[data-testid=axis] section:nth-child(3) h2", "12 septembre");
}

#[test]
fn dragging_a_slot_to_another_day_moves_it_there() {
    let window = three_days();
    // The days are higher than the window: the card is measured last, once nothing scrolls any more.
    let other = window.rect("[data-testid=axis] section:nth-child(2) .slots");
    let card = window.rect(&slot(&window, "tour de table"));
    let onto = Point {
        x: other.middle().x,
        y: card.y + 8.0,
    };
    window.drag(card.at(0.5, 0.3), onto);
    window.stored("the slot on the second day", |plan| {
        titles(plan, 0, 1) == ["tour de table"] && titles(plan, 0, 0).len() == 8
    });
    window.rect(&format!(
        "[data-testid=axis] section:nth-child(2) {}",
        "[data-testid=slot]"
    ));
    window.keys(&["Control+z"]);
    window.stored("the slot back on the first day", |plan| {
        titles(plan, 0, 1).is_empty() && titles(plan, 0, 0).len() == 9
    });
}

#[test]
fn keys_move_a_slot_past_the_end_of_a_day_into_the_next() {
    let window = three_days();
    select(&window, "atelier n°2");
    window.keys(&["Alt+ArrowDown"]);
    window.stored("the slot on the second day", |plan| {
        titles(plan, 0, 1) == ["atelier n°2"] && titles(plan, 0, 0).len() == 8
    });
    window.keys(&["Alt+ArrowUp"]);
    window.stored("the slot last on the first day", |plan| {
        titles(plan, 0, 1).is_empty() && titles(plan, 0, 0).last() == Some(&"atelier n°2")
    });
}

#[test]
fn changing_the_date_of_a_day_keeps_its_slots() {
    let window = three_days();
    select(&window, "atelier n°2");
    window.keys(&["Alt+ArrowDown"]);
    window.stored("the slot on the second day", |plan| {
        titles(plan, 0, 1) == ["atelier n°2"]
    });
    expect_focus(&window, "section:nth-child(2) [data-testid=slot]");
    // Without a selection the inspector shows the session.
    window.keys(&["Escape"]);
    window.reads("[data-testid=inspector] h2", "La session");
    window.script(
        "document.querySelectorAll('[data-testid=inspector] .date > button')[2].click()",
        &Value::Null,
    );
    window.click("[data-testid=inspector] [data-date='2026-09-17']");
    window.reads("[data-testid=axis] section:nth-child(3) h2", "17 septembre");
    window.script(
        "document.querySelectorAll('[data-testid=inspector] .date > button')[1].click()",
        &Value::Null,
    );
    window.click("[data-testid=inspector] [data-date='2026-09-14']");
    window.reads("[data-testid=axis] section:nth-child(2) h2", "14 septembre");
    window.stored("the days on their new dates", |plan| {
        let days = &plan["sessions"][0]["days"];
        days[1]["date"] == "2026-09-14"
            && days[2]["date"] == "2026-09-17"
            && titles(plan, 0, 1) == ["atelier n°2"]
    });
}
