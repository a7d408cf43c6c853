//! Findings and their fixes, which are previewed before they are applied.

use deroule_tests::window::Window;
use serde_json::Value;

use crate::support::{self, click_text, expect_day, expect_focus, select, slot, slots};

/// Opens the day that most tests use, with an overrun of five minutes before a pinned slot.
pub fn overrun() -> Window {
    let window = support::day();
    select(&window, "présentation des projets");
    window.keys(&["p"]);
    window.stored("the pin", |plan| slots(plan)[4]["pinned"] == true);
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowRight"]);
    window
}

#[test]
fn an_overrun_offers_fixes_that_are_previewed_then_applied_then_undone() {
    let window = overrun();
    // The first fix shortens the break before the pinned slot by the five minutes of the overrun.
    window.reads("[data-rule=overrun] button", "5");
    window.keys(&["w"]);
    window.shows("return document.activeElement?.textContent.includes('pause')");
    let ends = "return [...document.querySelectorAll('[data-testid=slot]')]
        .some((one) => one.textContent.includes('pause') && one.dataset.start === '665' && one.dataset.end === arguments[0])";
    window.shows_with(ends, &"675".into());
    window.stored("nothing is written yet", |plan| {
        slots(plan)[3]["minutes"] == 15
    });
    window.keys(&["Enter"]);
    window.stored("the break five minutes shorter", |plan| {
        slots(plan)[3]["minutes"] == 10 && slots(plan)[4]["start"] == "11:15"
    });
    window.lacks("[data-rule=overrun]");
    window.keys(&["Control+z"]);
    window.stored("the five minutes back", |plan| {
        slots(plan)[3]["minutes"] == 15
    });
    window.reads("[data-rule=overrun] button", "5");
}

#[test]
fn a_dismissed_finding_is_not_shown_until_it_is_restored() {
    let window = support::day();
    let inspector = "[data-testid=inspector]";
    window.reads(inspector, "3 pistes sont encore libres");
    window.script(
        "[...document.querySelectorAll('[data-testid=inspector] .finding')]
           .find((one) => one.innerText.includes('atelier n°1')).querySelector('[data-testid=dismiss]').click()",
        &Value::Null,
    );
    let is_shown = "return document.querySelector('[data-testid=inspector]').innerText.includes('atelier n°1') === arguments[0]";
    window.shows_with(is_shown, &false.into());
    window.keys(&["Control+j"]);
    window.reads("[data-testid=dismissed]", "Mis de côté (1)");
    window.click("[data-testid=dismissed] summary");
    window.reads("[data-testid=dismissed] li", "Pistes libres · atelier n°1");
    click_text(
        &window,
        "[data-testid=dismissed] button",
        "Signaler à nouveau",
    );
    window.lacks("[data-testid=dismissed]");
    window.shows_with(is_shown, &true.into());
    window.keys(&["Control+z"]);
    window.shows_with(is_shown, &false.into());
}

#[test]
fn two_hours_without_a_break_offer_to_insert_one() {
    let window = support::day();
    select(&window, "tour de table");
    window.keys(&["Alt+ArrowRight"]);
    select(&window, "bilan de l’été");
    window.reads("[data-testid=inspector]", "De 9h à 11h05 sans pause");
    click_text(&window, "[data-testid=fix]", "Une pause à 10h05");
    expect_day(
        &window,
        "09:00 accueil, 09:30 tour de table, 10:05 Pause, 10:20 bilan de l’été",
    );
    window.shows(
        "return !document.querySelector('[data-testid=inspector]').innerText.includes('sans pause')",
    );
}

#[test]
fn an_overrun_without_minimums_is_shortened_with_a_digit_and_the_end_is_named() {
    let window = support::day();
    // The meal overruns the workshop that is fixed at 13:30 by half an hour.
    let block = slot(&window, "atelier n°1");
    window.click(&format!("{block} > .heading"));
    expect_focus(&window, &block);
    window.keys(&["p"]);
    window.stored("the pin", |plan| slots(plan)[6]["pinned"] == true);
    select(&window, "déjeuner");
    for _ in 0..6 {
        window.keys(&["Alt+ArrowRight"]);
    }
    window.stored("a longer meal", |plan| slots(plan)[5]["minutes"] == 105);
    window.reads("[data-rule=overrun] button", "30");
    // Its title stays visible beside the overrun.
    window.shows(
        "const title = [...document.querySelectorAll('[data-testid=slot] .title')]
           .find((one) => one.textContent === 'atelier n°1').getBoundingClientRect();
         const covered = document.elementFromPoint(title.left + 4, title.top + 6);
         return covered?.closest('[data-testid=slot]')?.textContent.includes('atelier n°1') ?? false",
    );
    window.keys(&["w"]);
    window.reads(
        "[role=menu] [role=menuitem]",
        "Raccourcir « déjeuner » à 1 h 15",
    );
    window.reads("[role=menu] [role=menuitem]", "fin 16h");
    let digit = window.script(
        "return [...document.querySelectorAll('[role=menu] [role=menuitem]')]
           .findIndex((one) => one.innerText.includes('Raccourcir « déjeuner » à 1 h 15')) + 1",
        &Value::Null,
    );
    window.shows("return document.activeElement?.matches('[role=menuitem]')");
    window.keys(&[&format!("{:.0}", digit.as_f64().unwrap())]);
    window.stored("the meal as it was", |plan| {
        slots(plan)[5]["minutes"] == 75 && slots(plan)[6]["start"] == "13:30"
    });
    window.lacks("[data-rule=overrun]");
    window.keys(&["Control+z"]);
    window.reads("[data-rule=overrun] button", "30");
}
