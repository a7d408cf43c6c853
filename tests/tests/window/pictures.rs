//! Screenshots of typical days in both themes: calm, overrun, two tracks, three days, as a list.

use deroule_tests::window::Window;
use serde_json::Value;

use crate::fixes;
use crate::seminar;
use crate::support::{self, select, slots, split};

/// Takes a screenshot in each theme. `open` restores what a reload closes.
fn both_themes(window: &Window, name: &str, open: impl Fn(&Window)) {
    for theme in ["light", "dark"] {
        window.set("fr", theme);
        window.rect("[data-testid=session]");
        open(window);
        window.shows(
            "return document.fonts.status === 'loaded' && document.getAnimations().length === 0",
        );
        // An opened part is painted after two frames.
        window.script_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => arguments[1](null)))",
            &Value::Null,
        );
        window.photograph(&format!("{name}-fr-{theme}"));
    }
}

#[test]
fn screenshots_of_a_calm_day_on_the_axis_and_as_a_list() {
    let window = support::day();
    both_themes(&window, "calm-day", |window| {
        window.rect("[data-testid=slot]");
    });
    window.keys(&["l"]);
    both_themes(&window, "calm-list", |window| {
        window.rect("[data-testid=list-row]");
    });
}

#[test]
fn screenshots_of_an_overrun_with_its_fixes() {
    let window = fixes::overrun();
    both_themes(&window, "overrun", |window| {
        window.rect("[data-rule=overrun]");
        window.keys(&["w"]);
        window.rect("[data-rule=overrun] [role=menu]");
    });
}

#[test]
fn screenshots_of_a_morning_in_two_tracks() {
    let window = support::day();
    let first_title = |plan: &Value, track: usize| {
        let slots = &slots(plan)[1]["tracks"][track]["slots"];
        slots[0]["title"].as_str().map(str::to_owned)
    };
    split(&window, 2, "bilan de l’été");
    select(&window, "tour de table");
    window.keys(&["Alt+ArrowDown"]);
    window.stored("a slot in the first track", |plan| {
        first_title(plan, 0).is_some_and(|title| title == "tour de table")
    });
    select(&window, "présentation des projets");
    window.keys(&["Alt+ArrowUp"]);
    window.stored("the slot before the break", |plan| {
        slots(plan)[2]["title"] == "présentation des projets"
    });
    window.keys(&["Alt+ArrowUp"]);
    window.stored("a slot in the second track", |plan| {
        first_title(plan, 1).is_some_and(|title| title == "présentation des projets")
    });
    both_themes(&window, "two-tracks", |window| {
        window.rect("[data-testid=track]");
    });
}

#[test]
fn screenshots_of_a_seminar_of_three_days() {
    let window = seminar::three_days();
    both_themes(&window, "seminar", |window| {
        window.rect("[data-testid=axis] section:nth-child(3)");
    });
}
