//! A day that runs past midnight.

use serde_json::Value;

use crate::support::{self, fill, select, slots, type_lines};

/// Start, minutes and title of the slots after the afternoon.
fn evening(plan: &Value) -> Vec<String> {
    let added = slots(plan).iter().skip(9);
    added
        .map(|slot| {
            let (start, title) = (slot["start"].as_str(), slot["title"].as_str());
            format!("{} {} {}", start.unwrap(), slot["minutes"], title.unwrap())
        })
        .collect()
}

#[test]
fn slots_typed_past_midnight_stay_in_the_same_day() {
    let window = support::day();
    select(&window, "atelier n°2");
    type_lines(
        &window,
        &[
            "20h - 23h : Dîner",
            "23h - 0h30 : Bal",
            "0h30 - 1h : Bus",
            "Rangement 30",
        ],
    );
    window.stored("the evening in order", |plan| {
        evening(plan)
            == [
                "20:00 180 Dîner",
                "23:00 90 Bal",
                "24:30 30 Bus",
                "25:00 30 Rangement",
            ]
    });
    window.shows(
        "return [...document.querySelectorAll('[data-testid=axis] .time')].slice(-2)
           .map((one) => one.innerText.trim()).join() === '0h30\u{a0}(+1\u{a0}j),1h\u{a0}(+1\u{a0}j)'",
    );
    select(&window, "Rangement");
    window.photograph("late-fr-light");
    // An end before the start is on the next morning.
    fill(&window, "Fin", "2h");
    window.stored("a duration of an hour", |plan| {
        evening(plan)[3] == "25:00 60 Rangement"
    });
    fill(&window, "Début", "1h15");
    window.stored("a pin in the same night", |plan| {
        evening(plan)[3] == "25:15 60 Rangement"
    });
}
