//! Milestones, which take no time: dragged in, moved, typed.

use crate::support::{self, expect_day, expect_focus, select, slot, slots};

#[test]
fn a_milestone_is_dragged_in_and_moved_and_takes_no_time() {
    let window = support::day();
    let onto = window.rect(&slot(&window, "pause")).at(0.5, 0.2);
    window.drag(window.rect("[data-block=milestone]").middle(), onto);
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 Repère, 11:00 pause, 11:15",
    );
    assert_eq!(slots(&window.store.plan())[3]["minutes"], 0);
    let onto = window.rect(&slot(&window, "tour de table")).at(0.5, 0.2);
    let card = window.rect(&slot(&window, "Repère"));
    window.drag(card.at(0.1, 0.5), onto);
    expect_day(
        &window,
        "09:00 accueil, 09:30 Repère, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause",
    );
}

#[test]
fn a_milestone_is_typed_as_a_block_or_with_a_zero() {
    let window = support::day();
    select(&window, "accueil");
    window.keys(&["/"]);
    expect_focus(&window, "[data-testid=typing] input");
    window.write("rep");
    window.reads("[data-testid=typing] [role=option]", "Repère");
    window.keys(&["Enter"]);
    window.write("0 Photo");
    window.keys(&["Enter", "Escape"]);
    expect_day(
        &window,
        "09:00 accueil, 09:30 Repère, 09:30 Photo, 09:30 tour de table",
    );
    window.stored("neither takes time", |plan| {
        slots(plan)[1..3].iter().all(|slot| slot["minutes"] == 0)
    });
}
