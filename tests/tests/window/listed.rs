//! The list view, written by keys.

use serde_json::Value;

use crate::opened::{self, select, slots};

#[test]
fn cells_of_the_list_are_written_by_keys_and_enter_goes_on_below() {
    let window = opened::day();
    select(&window, "tour de table");
    window.keys(&["l"]);
    window.rect("[data-testid=list]");
    window.script(
        "document.querySelector('[data-testid=list] td[tabindex=\"0\"]').focus()",
        &Value::Null,
    );
    window.shows("return document.activeElement?.textContent === 'tour de table'");
    window.keys(&["Enter"]);
    window.shows("return document.activeElement?.matches('td input')");
    window.keys(&["Control+a"]);
    window.write("Tour de salle");
    window.keys(&["Enter"]);
    window.stored("the title is written", |plan| {
        slots(plan)[1]["title"] == "Tour de salle"
    });
    window.shows("return document.activeElement?.textContent.includes('bilan')");
    window.keys(&["ArrowRight", "Enter"]);
    window.shows("return document.activeElement?.matches('td input')");
    window.keys(&["Control+a"]);
    window.write("1h15");
    window.keys(&["Enter"]);
    window.stored("the duration is written", |plan| {
        slots(plan)[2]["minutes"] == 75
    });
    window.keys(&["Escape", "l"]);
    window.rect("[data-testid=axis]");
}
