//! A crash loses neither the last edit nor its undo.

use crate::support::{self, expect_day, slot_rects};

#[test]
fn the_last_edit_survives_a_crash_and_can_be_undone() {
    let window = support::day();
    let (moved, onto) = slot_rects(&window, "bilan de l’été", "tour de table");
    window.drag(moved.at(0.5, 0.2), onto.at(0.5, 0.2));
    let after = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";
    expect_day(&window, after);

    let window = window.kill_and_reopen();
    window.click("[data-testid=session-link]");
    expect_day(&window, after);
    window.keys(&["Control+z"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause",
    );
}
