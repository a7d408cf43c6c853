//! The table of sessions: its widths, a new session with a typed date, and dates that are taken.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::click_text;

fn sessions(plan: &Value) -> &[Value] {
    plan["sessions"].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_column_of_the_table_can_be_read_in_a_small_window() {
    let window = Window::open(Store::with_page("automne.md"));
    for (width, height) in [(960, 600), (1024, 700), (1280, 800)] {
        window.resize(width, height);
        // The last column has only a badge and a button.
        window.shows(
            "const columns = [...document.querySelectorAll('[data-testid=programme] th')];
             const content = document.querySelector('[data-testid=programme] .content');
             return columns.length === 6 &&
               columns.slice(0, 5).every((one) => one.getBoundingClientRect().width >= 90) &&
               columns[1].getBoundingClientRect().width >= 200 &&
               content.scrollWidth <= content.clientWidth",
        );
    }
}

#[test]
fn a_session_is_added_with_a_typed_date_and_usual_hours() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+n"]);
    window.shows("return document.activeElement?.dataset.testid === 'new-date'");
    window.write("jeu. 12 nov");
    window.reads("[data-testid=date-reading]", "jeudi 12 novembre 2026");
    window.reads("[data-testid=date-reading]", "libre");
    window.keys(&["Enter"]);
    window.shows("return document.activeElement?.dataset.testid === 'new-title'");
    window.write("Bilan");
    window.keys(&["Enter"]);
    window.stored("the session", |plan| {
        let all = sessions(plan);
        let (last, before) = (&all[all.len() - 1], &all[all.len() - 2]);
        all.len() == 3
            && last["title"] == "Bilan"
            && last["venue"] == "La Halle"
            && last["days"][0]["date"] == "2026-11-12"
            && last["days"][0]["audiences"] == before["days"][0]["audiences"]
    });
    window.lacks("[data-testid=new-session]");
    window.keys(&["Control+z"]);
    window.stored("the session gone in one step", |plan| {
        sessions(plan).len() == 2
    });
}

#[test]
fn several_days_are_typed_as_a_range() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+n"]);
    window.shows("return document.activeElement?.dataset.testid === 'new-date'");
    window.write("12-14 novembre");
    window.reads("[data-testid=date-reading]", "14 novembre 2026");
    window.keys(&["Enter", "Enter"]);
    window.stored("three days", |plan| {
        let days = sessions(plan).last().map(|one| &one["days"]);
        let dates: Vec<&Value> = days
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|day| &day["date"])
            .collect();
        dates == ["2026-11-12", "2026-11-13", "2026-11-14"]
    });
}

#[test]
fn escape_leaves_a_new_session_and_adds_nothing() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+n"]);
    window.shows("return document.activeElement?.dataset.testid === 'new-date'");
    window.write("12 nov");
    window.keys(&["Escape"]);
    window.lacks("[data-testid=new-session]");
    assert_eq!(sessions(&window.store.plan()).len(), 2);
}

#[test]
fn a_date_is_typed_in_the_table() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-row] .date > button");
    window.rect(".date .month");
    window.write("11/9");
    window.reads("[data-testid=date-reading]", "vendredi 11 septembre 2026");
    window.keys(&["Enter"]);
    window.lacks(".date .month");
    window.stored("the date", |plan| {
        sessions(plan)[0]["days"][0]["date"] == "2026-09-11"
    });
}

#[test]
fn two_sessions_of_one_date_are_told_apart_on_the_line_of_months() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-row] .date > button");
    window.rect(".date .month");
    window.write("8 octobre");
    window.reads("[data-testid=date-reading]", "Session Équipes");
    window.keys(&["Enter"]);
    window.shows_with(
        "const marks = [...document.querySelectorAll(arguments[0])]
           .map((one) => one.getBoundingClientRect());
         return marks.length === 2 && Math.abs(marks[0].top - marks[1].top) >= 10",
        &json!("[data-testid=year] [data-date='2026-10-08']"),
    );
}

#[test]
fn a_copy_to_a_new_year_mentions_cancelled_sessions() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-row] .status .opener");
    click_text(&window, "[role=menuitemradio]", "Annulée");
    window.rect("tr.cancelled");
    window.click("[data-testid=copy-programme-open]");
    window.reads(
        "[data-testid=copy-effect]",
        "La session annulée est reprise",
    );
}
