//! A block of the palette: dragged in, pinned, renamed, deleted.

use serde_json::Value;

use crate::support::{self, expect_day, expect_focus, slot, slots};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";

#[test]
fn a_block_is_dragged_in_pinned_renamed_and_deleted() {
    let window = support::day();
    let before = window.rect(&slot(&window, "bilan de l’été")).at(0.5, 0.2);
    window.drag(window.rect("[data-block=activity]").middle(), before);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 Activité, 10:30 bilan de l’été, 11:30 pause",
    );
    assert_eq!(slots(&window.store.plan()).len(), 10, "one slot is added");

    let added = slot(&window, "Activité");
    expect_focus(&window, &added);
    window.keys(&["p"]);
    window.shows_with(
        "return document.querySelector(arguments[0]).textContent.includes('heure fixe')",
        &added.as_str().into(),
    );
    window.stored("the pin", |plan| third(plan)["pinned"] == true);
    expect_focus(&window, &added);
    window.keys(&["p"]);
    window.stored("no pin", |plan| third(plan)["pinned"] == false);

    expect_focus(&window, &added);
    window.keys(&["F2"]);
    expect_focus(&window, "input");
    window.keys(&["Control+a"]);
    window.write("Jeu de cartes");
    window.keys(&["Enter"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 Jeu de cartes, 10:30 bilan de l’été",
    );

    expect_focus(&window, &added);
    window.keys(&["Delete"]);
    expect_day(&window, AS_READ);
    window.lacks(&added);
}

fn third(plan: &Value) -> &Value {
    &slots(plan)[2]
}
