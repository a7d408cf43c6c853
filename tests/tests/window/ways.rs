//! When a day does not fit: the ways out, shown before they are taken.

use crate::opened::{self, begins, select, slots};

#[test]
fn an_overrun_offers_ways_out_that_are_shown_then_taken_then_taken_back() {
    let window = opened::day();
    select(&window, "présentation des projets");
    window.keys(&["p"]);
    window.stored("it is fixed", |plan| slots(plan)[4]["pinned"] == true);
    select(&window, "bilan de l’été");
    window.keys(&["Alt+ArrowRight"]);
    // Five minutes too long: the break before the fixed slot could give them.
    window.reads("[data-ways=finding-overrun] button", "5");
    window.keys(&["w"]);
    window.shows("return document.activeElement?.textContent.includes('pause')");
    let ends = "return [...document.querySelectorAll('[data-testid=slot]')]
        .some((one) => one.textContent.includes('pause') && one.dataset.start === '665' && one.dataset.end === arguments[0])";
    window.shows_with(ends, &"675".into());
    window.stored("nothing is written yet", |plan| {
        slots(plan)[3]["minutes"] == 15
    });
    window.keys(&["Enter"]);
    window.stored("the break gave five minutes", |plan| {
        slots(plan)[3]["minutes"] == 10 && slots(plan)[4]["start"] == "11:15"
    });
    window.lacks("[data-ways=finding-overrun]");
    window.keys(&["Control+z"]);
    window.stored("they are back", |plan| slots(plan)[3]["minutes"] == 15);
    window.reads("[data-ways=finding-overrun] button", "5");
}

#[test]
fn a_finding_set_aside_is_not_told_again() {
    let window = opened::day();
    select(&window, "présentation des projets");
    window.reads("[data-testid=inspector]", "Personne n’anime");
    window.click("[data-testid=inspector] [data-testid=silence]");
    window.shows("return !document.querySelector('[data-testid=inspector]').innerText.includes('Personne n’anime')");
    window.keys(&["Control+z"]);
    window.reads("[data-testid=inspector]", "Personne n’anime");
    begins(&window, "09:00 accueil");
}
