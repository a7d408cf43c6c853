//! Templates: a saved day, and a saved slot in the block palette.

use deroule_tests::window::Window;

use crate::support::{self, click_text, expect_day, expect_focus, select, slot, titles};

/// Opens the menu of templates and clicks an item.
fn click_template_item(window: &Window, text: &str) {
    window.click("[data-testid=templates]");
    click_text(window, "[role=menuitem]", text);
}

#[test]
fn a_day_template_is_inserted_in_another_session_and_undone_in_one_step() {
    let window = support::day();
    click_template_item(&window, "Garder la journée");
    window.rect("dialog[open]");
    window.click("[data-testid=template-save]");
    window.lacks("dialog[open]");
    click_text(&window, "[data-testid=session-link]", "8 oct.");
    window.reads("[data-testid=axis]", "Journée à composer");
    click_template_item(&window, "Session Équipes");
    window.stored("the whole day in the second session", |plan| {
        let first = titles(plan, 0, 0);
        titles(plan, 1, 0) == first && first.len() == 9
    });
    window.keys(&["Control+z"]);
    window.stored("nothing in the second session", |plan| {
        titles(plan, 1, 0).is_empty()
    });
}

#[test]
fn a_saved_block_is_dragged_from_the_palette_and_typed_by_name() {
    let window = support::day();
    select(&window, "tour de table");
    click_template_item(&window, "Garder les créneaux choisis");
    window.rect("dialog[open]");
    window.click("[data-testid=template-save]");
    window.lacks("dialog[open]");
    let block = "[data-testid=blocks] button[data-block]:last-of-type";
    window.reads(block, "tour de table");
    let onto = window.rect(&slot(&window, "pause")).at(0.5, 0.2);
    window.drag(window.rect(block).middle(), onto);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 tour de table, 11:30 pause",
    );
    select(&window, "accueil");
    window.keys(&["/"]);
    expect_focus(&window, "[data-testid=typing] input");
    window.write("tour");
    window.reads("[data-testid=typing] [role=option]", "tour de table");
    window.keys(&["Enter", "Escape"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 tour de table, 10:30 bilan de l’été, 11:30 tour de table",
    );
}
