//! Slots moved into and out of the tracks of a block, with the pointer and with keys.

use deroule_tests::window::Window;
use serde_json::Value;

use crate::support::{self, expect_day, expect_focus, select, slot, slots, split, titles};

/// The titles in a track of the first block.
fn titles_in_track(plan: &Value, track: usize) -> Vec<&str> {
    let block = slots(plan)
        .iter()
        .find(|slot| slot["title"] == "atelier n°1");
    let slots = block.unwrap()["tracks"][track]["slots"].as_array();
    slots
        .into_iter()
        .flatten()
        .filter_map(|slot| slot["title"].as_str())
        .collect()
}

/// The selector of a track of the first block.
fn lane(window: &Window, track: usize) -> String {
    let plan = window.store.plan();
    let block = slots(&plan)
        .iter()
        .find(|slot| slot["title"] == "atelier n°1");
    let id = block.unwrap()["tracks"][track]["id"].as_str().unwrap();
    format!("[data-track=\"{id}\"]")
}

#[test]
fn a_slot_is_dragged_into_a_track_to_another_and_out_again() {
    let window = support::day();
    // The whole day is visible, so that a drag does not scroll.
    window.resize(1600, 1060);
    let pause = slot(&window, "pause");
    let first = window.rect(&lane(&window, 0));
    window.drag(window.rect(&pause).at(0.5, 0.3), first.middle());
    window.stored("the break in the first track", |plan| {
        titles_in_track(plan, 0) == ["pause"]
    });
    // The store is updated before the window.
    window.lacks("[data-testid=slot].moving");
    let second = window.rect(&lane(&window, 1));
    window.drag(window.rect(&pause).at(0.5, 0.3), second.middle());
    window.stored("the break in the second track", |plan| {
        titles_in_track(plan, 0) != ["pause"] && titles_in_track(plan, 1) == ["pause"]
    });
    // The store is updated before the window.
    window.lacks("[data-testid=slot].moving");
    let onto = window.rect(&slot(&window, "tour de table")).at(0.5, 0.2);
    window.drag(window.rect(&pause).at(0.5, 0.3), onto);
    expect_day(&window, "09:00 accueil, 09:30 pause, 09:45 tour de table");
}

#[test]
fn keys_move_a_slot_through_the_tracks_of_a_block_and_out_again() {
    let window = support::day();
    select(&window, "déjeuner");
    for track in 0..3 {
        window.keys(&["Alt+ArrowDown"]);
        window.stored("the meal in the next track", |plan| {
            titles_in_track(plan, track) == ["déjeuner"]
        });
    }
    window.keys(&["Alt+ArrowDown"]);
    window.stored("the meal after the block", |plan| {
        titles(plan, 0, 0)[5..7] == ["atelier n°1", "déjeuner"]
    });
}

#[test]
fn a_slot_that_ends_with_its_block_is_resized_by_its_lower_edge() {
    let window = support::day();
    // The block and the slot dragged into it last an hour each.
    split(&window, 2, "bilan de l’été");
    select(&window, "présentation des projets");
    window.keys(&["Alt+ArrowUp"]);
    window.stored("the slot before the break", |plan| {
        slots(plan)[3]["title"] == "présentation des projets"
    });
    window.keys(&["Alt+ArrowUp"]);
    let track_slot = |plan: &Value| slots(plan)[2]["tracks"][1]["slots"][0].clone();
    window.stored("the slot in the second track", |plan| {
        track_slot(plan)["title"] == "présentation des projets"
    });
    let id = track_slot(&window.store.plan())["id"].clone();
    let card = format!("[data-slot={id}]");
    expect_focus(&window, &card);
    let (rect, edge) = (
        window.rect(&card),
        // The edge of the block covers the lower half of this edge.
        window.rect(&format!("{card} > .edge")).at(0.5, 0.2),
    );
    // Drag the edge to half the height. The slot is drawn up to its lane's end, some minutes before its own.
    window.drag(edge, rect.at(0.5, 0.56));
    window.stored("half an hour", |plan| track_slot(plan)["minutes"] == 30);
}

#[test]
fn joining_tracks_moves_their_slots_into_the_day() {
    let window = support::day();
    split(&window, 2, "bilan de l’été");
    // Move the slot after the block into the last track of the block.
    select(&window, "pause");
    window.keys(&["Alt+ArrowUp"]);
    window.stored("the break in the second track", |plan| {
        titles(plan, 0, 0)[3] == "présentation des projets"
    });
    select(&window, "bilan de l’été");
    window.keys(&["t"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 pause, 10:15 présentation des projets",
    );
    expect_focus(&window, &slot(&window, "pause"));
    window.keys(&["Control+z"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 présentation des projets",
    );
}
