//! All that a drag does, done without one: by keys, and in words.

use serde_json::json;

use crate::opened::{self, begins, focused, select, slot};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";
const SWAPPED: &str = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";

#[test]
fn alt_and_arrows_move_a_slot_and_stretch_it() {
    let window = opened::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    begins(&window, SWAPPED);
    focused(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Alt+ArrowDown"]);
    begins(&window, AS_READ);
    focused(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Alt+ArrowRight"]);
    begins(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:05 pause",
    );
    window.keys(&["Alt+ArrowLeft"]);
    begins(&window, AS_READ);
}

#[test]
fn space_lifts_a_slot_arrows_aim_and_enter_drops_it() {
    let window = opened::day();
    select(&window, "bilan de l’été");
    window.keys(&["Space"]);
    window.reads("[data-testid=live]", "commencerait à 10h");
    window.keys(&["ArrowUp"]);
    window.reads("[data-testid=live]", "commencerait à 9h30");
    window.keys(&["Enter"]);
    begins(&window, SWAPPED);

    focused(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Space", "ArrowDown"]);
    window.reads("[data-testid=live]", "commencerait à 10h");
    window.keys(&["Escape"]);
    window.reads("[data-testid=live]", "Remis en place");
    begins(&window, SWAPPED);
}

#[test]
fn a_dialog_names_every_place_a_slot_can_go_to() {
    let window = opened::day();
    select(&window, "bilan de l’été");
    window.keys(&["m"]);
    window.reads("dialog[open] h2", "bilan de l’été");
    window.script(
        "[...document.querySelectorAll('[data-testid=places] button')]
           .find((one) => one.textContent.includes(arguments[0])).click()",
        &json!("tour de table"),
    );
    window.lacks("dialog[open]");
    begins(&window, SWAPPED);
}
