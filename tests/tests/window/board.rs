//! Ideas on the workshop board, and colours of tags.

use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{self, click_text, slots};

#[test]
fn an_idea_is_dragged_into_a_round_to_another_track_and_back() {
    let window = support::day();
    window.keys(&["Alt+3"]);
    window.rect("[data-testid=board]");
    let plan = window.store.plan();
    let idea = plan["ideas"][0]["id"].as_str().unwrap();
    let round = slots(&plan)
        .iter()
        .find(|slot| slot["title"] == "atelier n°1")
        .unwrap();
    let cell = |at: usize| {
        let track = round["tracks"][at]["id"].as_str().unwrap();
        format!("[data-testid=cell][data-track=\"{track}\"]")
    };
    let listed = format!("[data-testid=idea][data-idea=\"{idea}\"]");
    let placed = |at: usize| {
        format!(
            "{} [data-testid=placed-idea][data-idea=\"{idea}\"]",
            cell(at)
        )
    };

    drag(&window, &listed, &cell(0));
    window.rect(&placed(0));
    window.stored("the idea in the first track", |plan| tracks(plan) == [0]);

    drag(&window, &placed(0), &cell(1));
    window.rect(&placed(1));
    window.lacks(&placed(0));
    window.stored("the idea in the second track", |plan| tracks(plan) == [1]);

    drag(&window, &placed(1), "[data-list] form");
    window.lacks("[data-testid=placed-idea]");
    window.stored("the idea in no track", |plan| tracks(plan).is_empty());

    window.keys(&["Control+z"]);
    window.rect(&placed(1));
    window.stored("the idea back in its track", |plan| tracks(plan) == [1]);
}

#[test]
fn a_tag_gets_a_colour_that_its_ideas_show() {
    let window = support::day();
    window.keys(&["Alt+3"]);
    window.click("[data-testid=idea]");
    window.rect("[data-testid=idea-dialog]");
    support::fill_in(&window, "[data-testid=idea-dialog]", "Mots-clés", "argent");
    click_text(&window, "[data-testid=idea-tags] button", "#argent");
    // Neither the dialog nor the window clips the menu.
    window.shows(
        "const items = [...document.querySelectorAll('[data-testid=idea-tags] [role=menuitemradio]')];
         return items.length === 8 && items.every((item) => {
           const { x, y, width, height } = item.getBoundingClientRect();
           return item.contains(document.elementFromPoint(x + width / 2, y + height / 2));
         })",
    );
    window.photograph("tag-colours");
    click_text(
        &window,
        "[data-testid=idea-tags] [role=menuitemradio]",
        "Rose",
    );
    window.stored("the colour", |plan| {
        plan["tags"] == json!([{ "name": "argent", "colour": "rose" }])
    });
    window.photograph("idea-tags");
    window.keys(&["Escape"]);
    window.lacks("dialog[open]");
    let is_coloured = "return document.querySelector('[data-testid=idea]')
        .style.getPropertyValue('--c') === 'var(--audience-rose)'";
    window.shows(is_coloured);
    window.keys(&["Control+z"]);
    window.stored("no colour", |plan| plan["tags"] == json!([]));
    window.shows(&is_coloured.replace("===", "!=="));
}

fn drag(window: &Window, from: &str, to: &str) {
    window.drag(window.rect(from).middle(), window.rect(to).middle());
}

/// Indices of the tracks of the first round that have an idea.
fn tracks(plan: &Value) -> Vec<usize> {
    let round = slots(plan)
        .iter()
        .find(|slot| slot["title"] == "atelier n°1");
    let tracks = round.unwrap()["tracks"].as_array().unwrap();
    let held = tracks
        .iter()
        .enumerate()
        .filter(|(_, track)| track["idea"] != json!(null));
    held.map(|(at, _)| at).collect()
}

#[test]
fn pasted_lines_are_ideas_in_one_step_and_those_without_a_place_come_first() {
    let window = support::day();
    window.keys(&["Alt+3"]);
    window.rect("[data-testid=board]");
    let ideas = |plan: &Value| plan["ideas"].as_array().map_or(0, Vec::len);
    let before = ideas(&window.store.plan());
    window.script(
        "const data = new DataTransfer();
         data.setData('text/plain', '- cartographier\\n- animer\\n- raconter');
         document.querySelector('[data-testid=idea-search]').dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        &Value::Null,
    );
    window.stored("three more ideas", |plan| ideas(plan) == before + 3);
    window.reads("[data-list] h2", &format!("À placer ({})", before + 3));

    let cell = "[data-testid=cell]";
    drag(&window, "[data-list] > [data-testid=idea]", cell);
    window.rect(&format!("{cell} [data-testid=placed-idea]"));
    window.reads("[data-list] h2", &format!("À placer ({})", before + 2));
    window.reads("[data-testid=ideas-placed] summary", "Placées (1)");

    window.keys(&["Control+z", "Control+z"]);
    window.stored("the lines gone in one step", |plan| ideas(plan) == before);
}
