//! The notice of a deletion, and its button that undoes it.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, click_text, select, titles};

/// Waits for the notice with `text` and undoes what it names.
fn undo(window: &Window, text: &str) {
    window.reads("[data-testid=toast]", text);
    window.reads("[data-testid=toast]", "Ctrl Z");
    window.reads("[data-testid=toast-status]", text);
    window.click("[data-testid=toast-action]");
    window.reads("[data-testid=toast]", "Annulé");
}

fn sessions(plan: &Value) -> usize {
    plan["sessions"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_deleted_session_is_brought_back_by_its_notice() {
    let window = Window::open(Store::with_page("automne.md"));
    window.shows("return document.querySelectorAll('[data-testid=session-row]').length === 2");
    window.click("[data-testid=session-row] .more .opener");
    click_text(&window, "[role=menuitem]", "Supprimer");
    window.stored("one session", |plan| sessions(plan) == 1);
    undo(&window, "supprimée");
    window.stored("two sessions", |plan| sessions(plan) == 2);
    window.shows("return document.querySelectorAll('[data-testid=session-row]').length === 2");
}

#[test]
fn a_deleted_slot_is_brought_back_by_its_notice() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Delete"]);
    window.stored("the slot gone", |plan| titles(plan, 0, 0).len() == 8);
    undo(&window, "«\u{a0}tour de table\u{a0}» supprimé");
    window.stored("the slot again", |plan| {
        titles(plan, 0, 0)[..2] == ["accueil", "tour de table"]
    });
    window.shows("return document.querySelectorAll('[data-testid=slot]').length === 9");
}

#[test]
fn a_deleted_programme_is_brought_back_by_its_notice() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click(".switcher .opener");
    click_text(&window, "[role=menuitem]", "Supprimer ce programme");
    window.reads("main", "Aucun programme");
    window.stored("nothing", Value::is_null);
    undo(&window, "supprimé");
    window.shows("return document.querySelectorAll('[data-testid=session-row]').length === 2");
    window.stored("two sessions", |plan| sessions(plan) == 2);
}

#[test]
fn the_deleted_sample_is_brought_back_by_its_notice() {
    let window = Window::open(Store::new());
    window.click("[data-testid=remove-sample]");
    window.reads("main", "Aucun programme");
    undo(&window, "supprimé");
    window.reads("[data-testid=sample]", "exemple");
    window.stored("the sample again", |plan| sessions(plan) > 0);
}

#[test]
fn a_notice_covers_no_slot_and_closes_with_its_button() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Delete"]);
    window.reads("[data-testid=toast]", "supprimé");
    let below = window.script(
        "const toast = document.querySelector('[data-testid=toast]').getBoundingClientRect();
         return [...document.querySelectorAll('[data-testid=slot], [data-testid=end]')]
           .filter((one) => one.getBoundingClientRect().bottom > toast.top
             && one.getBoundingClientRect().top < toast.bottom
             && one.getBoundingClientRect().left < toast.right
             && one.getBoundingClientRect().right > toast.left).length",
        &Value::Null,
    );
    assert_eq!(below, json!(0), "slots below the notice");
    window.click("[data-testid=toast] [aria-label=Fermer]");
    window.lacks("[data-testid=toast]");
}
