//! Keyboard alternatives to dragging, and fast input.

use serde_json::json;

use crate::support::{self, day_line, expect_day, expect_focus, select, slot};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";
const SWAPPED: &str = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";

#[test]
fn alt_and_arrows_move_and_resize_a_slot() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(&window, SWAPPED);
    expect_focus(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Alt+ArrowDown"]);
    expect_day(&window, AS_READ);
    expect_focus(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Alt+ArrowRight"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:05 pause",
    );
    window.keys(&["Alt+ArrowLeft"]);
    expect_day(&window, AS_READ);
}

#[test]
fn space_lifts_a_slot_arrows_aim_and_enter_drops_it() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Space"]);
    window.reads("[data-testid=live]", "commencerait à 10h");
    window.keys(&["ArrowUp"]);
    window.reads("[data-testid=live]", "commencerait à 9h30");
    window.keys(&["Enter"]);
    expect_day(&window, SWAPPED);

    expect_focus(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Space", "ArrowDown"]);
    window.reads("[data-testid=live]", "commencerait à 10h");
    window.keys(&["Escape"]);
    window.reads("[data-testid=live]", "Remis en place");
    expect_day(&window, SWAPPED);
}

#[test]
fn a_slot_lifted_while_its_last_drop_is_saved_stays_lifted() {
    let window = support::day();
    select(&window, "bilan de l’été");
    // All keys at once: the drop is saved when the slot is lifted again.
    window.script(
        "for (const key of [' ', 'ArrowUp', 'Enter', ' ']) {
           document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
         }",
        &serde_json::Value::Null,
    );
    window.stored("the drop", |plan| day_line(plan).starts_with(SWAPPED));
    window
        .shows("return document.querySelector('[data-testid=saving]').dataset.saving === 'saved'");
    window.reads(".card.moving .title", "bilan de l’été");
    window.reads("[data-testid=live]", "commencerait à 10h");
    window.keys(&["Enter"]);
    expect_day(&window, AS_READ);
}

#[test]
fn the_move_dialog_moves_a_slot_to_a_listed_position() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["m"]);
    window.reads("dialog[open] h2", "bilan de l’été");
    window.script(
        "[...document.querySelectorAll('[data-testid=places] button')]
           .find((one) => one.textContent.includes(arguments[0])).click()",
        &json!("tour de table"),
    );
    window.lacks("dialog[open]");
    expect_day(&window, SWAPPED);
}

#[test]
fn a_title_typed_right_after_a_shortcut_keeps_all_letters() {
    let window = support::day();
    select(&window, "bilan de l’été");
    let title = slot(&window, "bilan de l’été");
    for typed in ["Jeu", "Tri", "Duo"] {
        // All keys at once: the result of the first arrives while the title is being typed.
        let letters = typed.split("").filter(|letter| !letter.is_empty());
        let chords: Vec<&str> = ["p", "F2", "Control+a"]
            .into_iter()
            .chain(letters)
            .collect();
        window.keys(&chords);
        window.keys(&["Enter"]);
        expect_day(
            &window,
            &format!("09:00 accueil, 09:30 tour de table, 10:00 {typed}, 11:00 pause"),
        );
        expect_focus(&window, &title);
    }
}

#[test]
fn keys_in_quick_succession_act_on_the_selected_slot() {
    let window = support::day();
    select(&window, "tour de table");
    // The result of the first key arrives after the arrow has moved the selection.
    window.keys(&["p", "ArrowDown"]);
    window.stored("the pin", |plan| support::slots(plan)[1]["pinned"] == true);
    expect_focus(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["n", "Escape"]);
    window.lacks("[data-testid=typing]");
    expect_focus(&window, &slot(&window, "bilan de l’été"));
    window.keys(&["Delete"]);
    expect_day(&window, "09:00 accueil, 09:30 tour de table, 10:00 pause");
}

#[test]
fn clicking_another_slot_saves_the_open_field_and_selects_that_slot() {
    let window = support::day();
    let (summer, pause) = (slot(&window, "bilan de l’été"), slot(&window, "pause"));
    select(&window, "bilan de l’été");
    window.click("[data-testid=inspector] h2 button");
    expect_focus(&window, "[data-testid=inspector] h2 input");
    window.keys(&["Control+a"]);
    window.write("Bilan");
    window.click(&pause);
    expect_focus(&window, &pause);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 Bilan, 11:00 pause",
    );
    window.reads("[data-testid=inspector] h2", "pause");

    // Likewise for the title field of a card, and for the field of new slots.
    select(&window, "Bilan");
    window.keys(&["F2"]);
    expect_focus(&window, &format!("{summer} input"));
    window.keys(&["Control+a"]);
    window.write("Été");
    window.click(&pause);
    expect_focus(&window, &pause);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 Été, 11:00 pause",
    );
    window.keys(&["n"]);
    expect_focus(&window, "[data-testid=typing] input");
    window.write("Questions 15");
    window.keys(&["Enter"]);
    window.stored("one more slot", |plan| support::slots(plan).len() == 10);
    window.click(&summer);
    window.lacks("[data-testid=typing]");
    expect_focus(&window, &summer);
    window.reads("[data-testid=inspector] h2", "Été");
}
