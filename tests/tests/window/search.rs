//! Searching the whole programme.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::json;

#[test]
fn a_slot_is_found_by_words_of_it_from_another_screen_and_is_selected() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+f"]);
    window.shows("return document.activeElement?.dataset.testid === 'palette'");
    window.write("ETE bilan");
    window.reads("[role=option][aria-selected=true]", "bilan de l’été");
    window.reads("[role=option][aria-selected=true]", "10 septembre · 10h");
    window.keys(&["Enter"]);
    window.lacks("dialog[open]");
    window.shows_with(
        "const slot = document.querySelector('[data-testid=axis] [data-slot][aria-pressed=true]');
         return slot?.querySelector('.title').textContent === arguments[0]",
        &json!("bilan de l’été"),
    );
    window.reads("[data-testid=inspector] h2", "bilan de l’été");
}

#[test]
fn an_idea_is_found_and_its_board_is_opened() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+f"]);
    window.shows("return document.activeElement?.dataset.testid === 'palette'");
    window.write("entretien");
    window.reads("[role=option][aria-selected=true]", "mener un entretien");
    window.keys(&["Enter"]);
    window.rect("[data-testid=cell]");
}
