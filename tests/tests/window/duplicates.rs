//! Duplicates: a session on another date, a programme in another year.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::Value;

use crate::support::click_text;

/// A session without the fields that a duplicate does not keep.
fn without_own_fields(session: &Value) -> Value {
    let mut session = session.clone();
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                for key in ["id", "date", "status", "idea"] {
                    map.remove(key);
                }
                map.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut session);
    session
}

fn dates(plan: &Value) -> Vec<&str> {
    let sessions = plan["sessions"].as_array();
    sessions
        .into_iter()
        .flatten()
        .filter_map(|session| session["days"][0]["date"].as_str())
        .collect()
}

#[test]
fn a_session_duplicated_to_a_date_keeps_its_content() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=session-row] .more .opener");
    click_text(&window, "[role=menuitem]", "Dupliquer");
    window.reads("[data-testid=copy-effect]", "9 créneaux");
    window.click("dialog[open] .date > button");
    window.click("dialog[open] [data-date='2026-09-24']");
    window.click("[data-testid=copy-session]");
    window.lacks("dialog[open]");
    window.stored("the copy between the two", |plan| {
        dates(plan) == ["2026-09-10", "2026-09-24", "2026-10-08"]
            && without_own_fields(&plan["sessions"][1]) == without_own_fields(&plan["sessions"][0])
    });
    window.keys(&["Control+z"]);
    window.stored("the copy gone", |plan| {
        dates(plan) == ["2026-09-10", "2026-10-08"]
    });
}

#[test]
fn a_programme_copied_to_the_next_year_keeps_weekdays_and_is_undone_in_one_step() {
    let window = Window::open(Store::with_page("automne.md"));
    window.click("[data-testid=copy-programme-open]");
    window.reads("[data-testid=copy-preview]", "jeudi 10 septembre 2026");
    // Both are the second Thursday of their month.
    window.reads("[data-testid=copy-preview]", "jeudi 9 septembre 2027");
    window.reads("[data-testid=copy-preview]", "jeudi 14 octobre 2027");
    window.click("[data-testid=copy-programme]");
    window.lacks("dialog[open]");
    window.reads("[data-testid=session-row]", "9 septembre");
    window.stored("the copy is the open programme", |plan| {
        dates(plan) == ["2027-09-09", "2027-10-14"]
    });
    window.keys(&["Control+z"]);
    window.reads("[data-testid=session-row]", "10 septembre");
    window.stored("only the first programme is left", |plan| {
        dates(plan) == ["2026-09-10", "2026-10-08"]
    });
}
