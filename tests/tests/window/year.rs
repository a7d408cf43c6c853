//! The year view: dragging a session to another date.

use deroule_tests::store::Store;
use deroule_tests::window::{Point, Window};
use serde_json::Value;

#[test]
fn dragging_a_session_to_another_date_of_the_year_moves_it() {
    let window = Window::open(Store::with_page("automne.md"));
    let from = window.rect("[data-testid=year] [data-date='2026-09-10']");
    let line = window.rect("[data-testid=year]");
    let share = window.script(
        "return Number(document.querySelector('[data-testid=year]').dataset.day)",
        &Value::Null,
    );
    let day = share.as_f64().unwrap() / 100.0 * line.width;
    let from = from.middle();
    let to = Point {
        x: from.x + 5.0 * day,
        y: from.y,
    };
    window.hold(from, to);
    window.reads("[data-testid=ghost]", "mardi 15 septembre 2026 +5 j");
    window.release();
    window.rect("[data-testid=year] [data-date='2026-09-15']");
    window.lacks("[data-testid=year] [data-date='2026-09-10']");
    window.stored("the new date", |plan| {
        plan["sessions"][0]["days"][0]["date"] == "2026-09-15"
    });

    window.keys(&["Control+z"]);
    window.rect("[data-testid=year] [data-date='2026-09-10']");
    window.stored("the old date", |plan| {
        plan["sessions"][0]["days"][0]["date"] == "2026-09-10"
    });
}
