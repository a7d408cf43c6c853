//! The menu of a slot, opened with the right mouse button or a key.

use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, click_text, expect_day, expect_focus, select, slot, slots};

const MENU: &str = "[data-testid=slot-menu]";

/// Right-clicks a slot at a fraction of its height, which opens its menu.
fn open_menu(window: &Window, title: &str, down: f64) {
    let at = window.rect(&slot(window, title)).at(0.5, down);
    window.right_click(at);
    window.rect(MENU);
}

/// Clicks the item of the open menu with a name.
fn choose_item(window: &Window, name: &str) {
    let position = window.script(
        "return 1 + [...document.querySelectorAll('[data-testid=slot-menu] li')]
           .findIndex((one) => one.querySelector('span')?.textContent === arguments[0])",
        &json!(name),
    );
    window.click(&format!("{MENU} li:nth-child({position}) button"));
    window.lacks(MENU);
}

#[test]
fn a_right_click_opens_the_slot_menu_with_its_keys() {
    let window = support::day();
    open_menu(&window, "bilan de l’été", 0.5);
    for (name, key) in [
        ("Renommer", "F2"),
        ("Fixer l’heure", "P"),
        ("Dupliquer", "Ctrl D"),
        ("Supprimer le créneau", "Suppr"),
    ] {
        window.reads(&format!("{MENU} button:not(:disabled)"), name);
        window.reads(&format!("{MENU} kbd"), key);
    }
    click_text(&window, &format!("{MENU} button"), "Dupliquer");
    window.lacks(MENU);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 bilan de l’été, 12:00 pause",
    );
    window.keys(&["Control+z"]);
    // The slot lasts from 10h to 11h. Open the menu at a quarter of it.
    open_menu(&window, "bilan de l’été", 0.26);
    click_text(&window, &format!("{MENU} button"), "Couper en deux");
    window.stored("divided where the menu was opened", |plan| {
        let slots = slots(plan);
        slots.len() == 10 && slots[2]["minutes"] == 15 && slots[3]["minutes"] == 45
    });
}

#[test]
fn keys_open_navigate_and_close_the_slot_menu() {
    let window = support::day();
    select(&window, "pause");
    window.keys(&["Shift+F10"]);
    expect_focus(&window, &format!("{MENU} [role=menuitem]"));
    window.keys(&["Escape"]);
    window.lacks(MENU);
    expect_focus(&window, &slot(&window, "pause"));
    // ArrowUp goes from the first item to the last, which deletes the slot.
    window.keys(&["Shift+F10"]);
    expect_focus(&window, &format!("{MENU} [role=menuitem]"));
    window.keys(&["ArrowUp", "Enter"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 présentation des projets",
    );
    // The shortcut of an item works while the menu is open.
    window.keys(&["Shift+F10"]);
    expect_focus(&window, &format!("{MENU} [role=menuitem]"));
    window.keys(&["p"]);
    window.lacks(MENU);
    window.stored("the pin", |plan| slots(plan)[3]["pinned"] == true);
}

#[test]
fn a_slot_in_a_track_cannot_be_split_into_tracks() {
    let window = support::day();
    support::split(&window, 1, "tour de table");
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    let track_slot = |plan: &Value| slots(plan)[1]["tracks"][1]["slots"][0].clone();
    window.stored("the slot in the second track", |plan| {
        track_slot(plan)["title"] == "bilan de l’été"
    });
    let id = track_slot(&window.store.plan())["id"].clone();
    expect_focus(&window, &format!("[data-slot={id}]"));
    window.keys(&["Shift+F10"]);
    window.reads(&format!("{MENU} button:disabled"), "Mettre en pistes");
}

#[test]
fn a_right_click_beside_the_slots_opens_the_menu_of_the_day() {
    let window = support::day();
    select(&window, "pause");
    let axis = window.rect("[data-testid=axis]");
    window.right_click(axis.at(0.01, 0.5));
    window.reads(&format!("{MENU} button"), "Choisir toute la journée");
    click_text(
        &window,
        &format!("{MENU} button"),
        "Choisir toute la journée",
    );
    window.lacks(MENU);
    window.reads("[data-testid=chosen]", "9");
    let is_prevented = window.script(
        "const asked = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
         document.querySelector('nav .foot').dispatchEvent(asked);
         return asked.defaultPrevented",
        &Value::Null,
    );
    assert_eq!(is_prevented, true, "the webview's own menu does not open");
}

#[test]
fn slots_cut_or_copied_from_the_menu_can_be_pasted() {
    let window = support::day();
    open_menu(&window, "tour de table", 0.5);
    choose_item(&window, "Couper");
    expect_day(&window, "09:00 accueil, 09:30 bilan de l’été, 10:30 pause");
    select(&window, "pause");
    window.keys(&["Control+v"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 bilan de l’été, 10:30 pause, 10:45 tour de table",
    );
    open_menu(&window, "accueil", 0.5);
    choose_item(&window, "Copier");
    select(&window, "pause");
    window.keys(&["Control+v"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 bilan de l’été, 10:30 pause, 10:45 accueil, 11:15 tour de table",
    );
}
