//! Edits of several selected slots, and edits that divide, merge, duplicate or split a slot.

use deroule_tests::window::{Point, Window};
use serde_json::json;

use crate::support::{self, expect_day, expect_focus, select, slot, slots, split};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";

#[test]
fn keys_select_move_delete_and_restore_several_slots() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Shift+ArrowDown"]);
    window.reads("[data-testid=chosen]", "2 créneaux");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(
        &window,
        "09:00 tour de table, 09:30 bilan de l’été, 10:30 accueil, 11:00 pause",
    );
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
    window.keys(&["Delete"]);
    expect_day(&window, "09:00 accueil, 09:30 pause");
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
}

#[test]
fn a_lasso_selects_slots_and_a_drag_moves_all_of_them() {
    let window = support::day();
    let (top, low) = support::slot_rects(&window, "accueil", "tour de table");
    // From the right of the first slot into the second slot.
    let from = Point {
        x: top.x + top.width + 8.0,
        y: top.y + 4.0,
    };
    let to = Point {
        x: low.x + low.width - 40.0,
        y: low.y + 6.0,
    };
    window.hold(from, to);
    window.reads("[data-testid=chosen]", "2 créneaux");
    // A lasso drags no slot, so no title follows the pointer.
    window.lacks("[data-testid=ghost]");
    window.release();
    window.reads("[data-testid=chosen]", "2 créneaux");
    let (moved, onto) = support::slot_rects(&window, "accueil", "bilan de l’été");
    window.hold(moved.at(0.5, 0.3), onto.at(0.5, 0.8));
    window.reads("[data-testid=ghost]", "accueil\n+\u{a0}1");
    window.release();
    expect_day(
        &window,
        "09:00 bilan de l’été, 10:00 accueil, 10:30 tour de table, 11:00 pause",
    );
}

#[test]
fn control_click_extends_the_selection_and_a_kind_applies_to_all() {
    let window = support::day();
    select(&window, "accueil");
    window.script(
        "const card = document.querySelector(arguments[0]);
         const at = card.getBoundingClientRect();
         card.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, button: 0, ctrlKey: true,
           clientX: at.x + 9, clientY: at.y + 5, bubbles: true }))",
        &json!(slot(&window, "bilan de l’été")),
    );
    window.reads("[data-testid=chosen]", "2 créneaux");
    window.keys(&["k"]);
    window.rect("[data-testid=kinds]");
    window.script(
        "[...document.querySelectorAll('[data-testid=kinds] button')]
           .find((one) => one.textContent === 'Activité').click()",
        &json!(null),
    );
    window.stored("both are activities", |plan| {
        let kinds: Vec<_> = slots(plan)
            .iter()
            .map(|slot| slot["kind"].clone())
            .collect();
        kinds[0] == "activity" && kinds[1] != "break" && kinds[2] == "activity"
    });
}

#[test]
fn keys_divide_merge_and_duplicate_a_slot() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["d"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 10:30 bilan de l’été, 11:00 pause",
    );
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
    focus_slot(&window, "tour de table");
    window.keys(&["j"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, bilan de l’été, 11:00 pause",
    );
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
    focus_slot(&window, "tour de table");
    window.keys(&["Control+d"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 tour de table, 10:30 bilan de l’été",
    );
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
}

#[test]
fn a_slot_is_divided_at_the_pointer() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.script(
        "const card = document.querySelector(arguments[0]);
         const box = card.getBoundingClientRect();
         card.dispatchEvent(new PointerEvent('pointermove',
           { clientX: box.x + 40, clientY: box.y + box.height / 3, bubbles: true }))",
        &json!(slot(&window, "bilan de l’été")),
    );
    window.keys(&["d"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 10:20 bilan de l’été, 11:00 pause",
    );
}

#[test]
fn keys_act_on_a_visible_slot_after_undo_removes_the_selected_one() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Control+d"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 tour de table, 10:30 bilan de l’été",
    );
    window.shows("return document.activeElement?.dataset.start === '600'");
    window.keys(&["Control+z"]);
    expect_day(&window, AS_READ);
    focus_slot(&window, "tour de table");
    window.keys(&["t"]);
    window.stored("two tracks in the visible slot", |plan| {
        slots(plan)[1]["tracks"].as_array().unwrap().len() == 2
    });
}

#[test]
fn keys_split_a_slot_into_tracks_and_join_them() {
    let window = support::day();
    split(&window, 1, "tour de table");
    window.keys(&["t"]);
    window.stored("a plain slot again", |plan| {
        slots(plan)[1]["tracks"].as_array().unwrap().is_empty()
    });
}

#[test]
fn dragging_with_alt_pins_a_slot() {
    let window = support::day();
    let (moved, onto) = support::slot_rects(&window, "tour de table", "bilan de l’été");
    window.script(
        "const [card, y] = arguments[0];
         const one = document.querySelector(card);
         const box = one.getBoundingClientRect();
         const send = (type, target, at, alt) => target.dispatchEvent(new PointerEvent(type, { pointerId: 1,
           button: 0, buttons: 1, clientX: box.x + 40, clientY: at, altKey: alt, bubbles: true }));
         document.querySelector('[data-testid=axis]').setPointerCapture = () => undefined;
         send('pointerdown', one, box.y, false);
         send('pointermove', window, box.y + 12, true);
         send('pointermove', window, y, true);
         send('pointerup', window, y, true)",
        &json!([slot(&window, "tour de table"), onto.y - moved.y + moved.y]),
    );
    window.stored("a pin at ten", |plan| {
        slots(plan).iter().any(|slot| {
            slot["title"] == "tour de table" && slot["pinned"] == true && slot["start"] == "10:00"
        })
    });
}

/// Gives a slot the focus by script. A second click would be a double click.
fn focus_slot(window: &Window, title: &str) {
    let css = slot(window, title);
    window.script("document.querySelector(arguments[0]).focus()", &json!(css));
    expect_focus(window, &css);
}
