//! A block with one track for each of two audiences.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{click_text, expect_focus, select, slots, type_lines};

/// The tracks of the afternoon as lines: the audience, then starts and titles of the slots.
fn afternoon(plan: &Value) -> Vec<String> {
    let Some(tracks) = slots(plan)
        .get(3)
        .and_then(|slot| slot["tracks"].as_array())
    else {
        return Vec::new();
    };
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let track_line = |track: &Value| {
        let slots = track["slots"].as_array().unwrap().iter();
        let lines = slots.map(|slot| format!("{} {}", text(&slot["start"]), text(&slot["title"])));
        format!(
            "{}: {}",
            text(&track["audience"]),
            lines.collect::<Vec<_>>().join(", ")
        )
    };
    tracks.iter().map(track_line).collect()
}

/// Gives a track of the afternoon an audience and a first slot, and selects that slot. `track` is its index.
fn fill_track(window: &Window, track: usize, audience: &str, first: &str) {
    let plan = window.store.plan();
    let id = slots(&plan)[3]["tracks"][track]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let lane = format!("[data-track=\"{id}\"]");
    window.click(&lane);
    window.reads("[data-testid=inspector] option", audience);
    window.script(
        "const field = [...document.querySelectorAll('[data-testid=inspector] select')].at(-1);
         field.value = [...field.options].find((one) => one.text === arguments[0]).value;
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        &json!(audience),
    );
    window.reads(&lane, audience);
    click_text(
        window,
        "[data-testid=inspector] button",
        "Ajouter un créneau",
    );
    let card = format!(".lane:has({lane}) [data-testid=slot]");
    window.click(&card);
    expect_focus(window, &card);
    window.click("[data-testid=inspector] h2 button");
    expect_focus(window, "[data-testid=inspector] h2 input");
    window.keys(&["Control+a"]);
    window.write(first);
    window.keys(&["Enter"]);
    expect_focus(window, "[data-testid=inspector] h2 button");
    window.reads(&card, first);
    window.script("document.querySelector(arguments[0]).focus()", &json!(card));
    expect_focus(window, &card);
}

#[test]
fn a_block_of_two_audiences_lasts_as_long_as_its_longest_track() {
    let window = Window::open(Store::with_page("deux-publics.md"));
    window.resize(1600, 1060);
    window.click("[data-testid=session-link]");
    select(&window, "après-midi");
    window.keys(&["t"]);
    window.stored("two tracks", |plan| afternoon(plan).len() == 2);
    fill_track(&window, 0, "Jeunes", "Bilan des stages");
    type_lines(
        &window,
        &["Écrire sa feuille de route 1h15", "Pause 15", "Clinique 1h"],
    );
    fill_track(&window, 1, "Mentors", "Tour des binômes");
    type_lines(&window, &["Pause 15", "Échange de pratiques 1h30"]);
    window.stored("each audience has its own afternoon", |plan| {
        afternoon(plan)
            == [
                "Jeunes: 14:00 Bilan des stages, 14:30 Écrire sa feuille de route, 15:45 Pause, 16:00 Clinique",
                "Mentors: 14:00 Tour des binômes, 14:30 Pause, 14:45 Échange de pratiques",
            ]
    });
    window.photograph("two-audiences-fr-light");
    // Lengthen the longest track by a quarter of an hour. The block ends with it.
    window.click(&slot_in_track(&window, 0, 3));
    for _ in 0..3 {
        window.keys(&["Alt+ArrowRight"]);
    }
    window.stored("what follows starts later", |plan| {
        slots(plan)[4]["start"] == "17:15"
    });
    // The other track shows its free time.
    window.reads(".lane .free-minutes", "1\u{a0}h");
}

/// The selector of a slot of the afternoon, by the index of its track and its index there.
fn slot_in_track(window: &Window, track: usize, at: usize) -> String {
    let plan = window.store.plan();
    let id = slots(&plan)[3]["tracks"][track]["slots"][at]["id"].clone();
    format!("[data-slot=\"{}\"]", id.as_str().unwrap())
}
