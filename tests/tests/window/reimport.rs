//! A re-import after changes on the page and in the app.

use std::fs;

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::{Window, until};
use serde_json::{Value, json};

use crate::support::{expect_day, expect_focus, select, slots};

const CONFLICT: &str = "[data-testid=import-conflict]";

/// The id and the minutes of the slot with a title.
fn slot(plan: &Value, title: &str) -> Option<(String, u64)> {
    let found = slots(plan).iter().find(|slot| slot["title"] == title)?;
    Some((found["id"].as_str()?.to_owned(), found["minutes"].as_u64()?))
}

/// Writes a changed `pages/automne.md`: one slot is longer, the next is shorter and renamed.
fn changed_page(window: &Window) -> std::path::PathBuf {
    let page = fs::read_to_string(paths::root().join("tests/pages/automne.md")).unwrap();
    let changed = page
        .replace("9h30 - 10h : tour de table", "9h30 - 10h15 : tour de table")
        .replace(
            "10h - 11h : bilan de l’été",
            "10h15 - 11h : bilan des vacances",
        );
    assert_ne!(page, changed);
    let path = window.store.home().join("plus tard.md");
    fs::write(&path, changed).unwrap();
    path
}

/// Waits until one side of the conflict is selected.
fn expect_side(window: &Window, side: usize) {
    window.shows_with(
        "const [css, side] = arguments[0];
         return document.querySelectorAll(`${css} input`)[side]?.checked === true &&
           !document.querySelector('[data-testid=import-merge]').disabled",
        &json!([CONFLICT, side]),
    );
}

#[test]
fn a_reimport_asks_about_conflicts_and_merges_the_rest() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-link]");
    window.shows("return document.querySelectorAll('[data-testid=slot]').length === 9");
    let (renamed, _) = slot(&window.store.plan(), "bilan de l’été").unwrap();
    select(&window, "tour de table");
    window.keys(&["Alt+ArrowRight"]);
    expect_day(&window, "09:00 accueil, 09:30 tour de table, 10:05 bilan");

    let page = changed_page(&window);
    window.keys(&["Control+o"]);
    window.click("[data-testid=import-choose]");
    window.dialog().choose(&page);
    window.reads(CONFLICT, "tour de table");
    assert_eq!(window.count(CONFLICT), 1);
    window.reads(&format!("{CONFLICT} label:first-child"), "35");
    window.reads(&format!("{CONFLICT} label:last-child"), "45");
    window.reads("[data-testid=import-rows]", "bilan des vacances");
    expect_side(&window, 0);
    for (width, height) in [(1024, 700), (1920, 1080), (1280, 800)] {
        window.resize(width, height);
        for part in [CONFLICT, "[data-testid=import-merge]"] {
            window.shows_with(
                "const { top, left, right, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
                 return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight",
                &json!(part),
            );
        }
        window.photograph(&format!("import-conflict-{width}"));
    }

    // Select with the pointer, then with keys.
    window.click(&format!("{CONFLICT} label:last-child"));
    expect_side(&window, 1);
    expect_focus(&window, &format!("{CONFLICT} label:last-child input"));
    window.keys(&["ArrowLeft"]);
    expect_side(&window, 0);
    window.click("[data-testid=import-all-theirs]");
    expect_side(&window, 1);

    window.click("[data-testid=import-merge]");
    window.lacks("dialog[open]");
    window.stored("the page's minutes", |plan| {
        slot(plan, "tour de table").is_some_and(|(_, minutes)| minutes == 45)
            && slot(plan, "bilan des vacances") == Some((renamed.clone(), 45))
    });

    window.reads("[data-testid=toast]", "Import de");
    window.click("[data-testid=toast-action]");
    until("both slots as before the import", || {
        let plan = window.store.plan();
        let is_restored = slot(&plan, "tour de table")?.1 == 35;
        (is_restored && slot(&plan, "bilan de l’été") == Some((renamed.clone(), 60))).then_some(())
    });
}
