//! The year view: dragging a session to another date.

use deroule_tests::store::Store;
use deroule_tests::window::Window;

#[test]
fn dragging_a_session_to_another_date_of_the_year_moves_it() {
    let window = Window::open(Store::with_page("automne.md"));
    let from = window.rect("[data-date='2026-09-10'] button").middle();
    let to = window.rect("[data-date='2026-09-15']").middle();
    window.drag(from, to);
    window.rect("[data-date='2026-09-15'] button");
    window.lacks("[data-date='2026-09-10'] button");
    window.stored("the new date", |plan| {
        plan["sessions"][0]["days"][0]["date"] == "2026-09-15"
    });

    window.keys(&["Control+z"]);
    window.rect("[data-date='2026-09-10'] button");
    window.stored("the old date", |plan| {
        plan["sessions"][0]["days"][0]["date"] == "2026-09-10"
    });
}
