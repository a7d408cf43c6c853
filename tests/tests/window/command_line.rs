//! Edits of the command line while the window shows the same store.

use serde_json::Value;

use crate::support::{self, expect_day, select};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";
const SWAPPED: &str = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";
const LONGER: &str = "09:00 accueil, 09:30 bilan de l’été, 10:35 tour de table, 11:05 pause";

#[test]
fn edits_of_the_command_line_appear_on_focus_and_with_the_next_edit() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(&window, SWAPPED);

    window.store.cli(&["undo"]);
    window.script(
        "window.dispatchEvent(new FocusEvent('focus'))",
        &Value::Null,
    );
    expect_day(&window, AS_READ);

    window.store.cli(&["redo"]);
    window.keys(&["Alt+ArrowRight"]);
    expect_day(&window, LONGER);
    window.stored("both edits", |plan| {
        let second = &support::slots(plan)[1];
        second["title"] == "bilan de l’été" && second["minutes"] == 65
    });
}
