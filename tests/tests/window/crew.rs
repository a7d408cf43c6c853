//! Set-up times of the crew on the axis.

use serde_json::json;

use crate::support::{self, expect_day, fill, select, slot};

#[test]
fn set_up_is_shown_beside_the_day_and_takes_no_time() {
    let window = support::day();
    select(&window, "bilan de l’été");
    fill(&window, "Installation", "20");
    window.lacks("[data-testid=axis] .crew");
    select(&window, "tour de table");
    window.keys(&["c"]);
    window.reads("[data-testid=axis] .crew", "20\u{a0}min");
    window.shows_with(
        "const crew = document.querySelector('[data-testid=axis] .crew').getBoundingClientRect();
         const card = document.querySelector(arguments[0]).getBoundingClientRect();
         return Math.abs(crew.bottom - card.top) < 1",
        &json!(slot(&window, "bilan de l’été")),
    );
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00",
    );
    window.keys(&["c"]);
    window.lacks("[data-testid=axis] .crew");
}
