//! Running orders pasted or under a heading, in the ways organisers write them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it can't go on"
)]

use deroule_model::{Argument, Kind};
use deroule_page::{
    Lines, MOST_SLOTS, MOST_UNREAD, Options, Remark, Unread, kinds, read, read_lines,
};

const fn at(hour: u32, minute: u32) -> u32 {
    hour * 60 + minute
}

fn lines(text: &str) -> Lines {
    read_lines(text).unwrap()
}

/// Title, minutes and pin of each slot.
fn slots(lines: &Lines) -> Vec<(&str, u32, Option<u32>)> {
    let slots = lines.slots.iter();
    slots
        .map(|slot| (slot.title.as_str(), slot.minutes, slot.pin))
        .collect()
}

fn codes(lines: &Lines) -> Vec<(u32, &str)> {
    let remarks = lines.remarks.iter();
    remarks
        .map(|remark| (remark.line, remark.message.code.as_str()))
        .collect()
}

#[test]
fn bullets_of_any_kind_or_none_are_read() {
    let dashes = lines("- 9h30 - 10h : Accueil 🎉\n- 10h - 11h : Plénière\n");
    for text in [
        "* 9h30 - 10h : Accueil 🎉\n* 10h - 11h : Plénière",
        "1. 9h30 - 10h : Accueil 🎉\n2. 10h - 11h : Plénière",
        "9h30 - 10h : Accueil 🎉\n10h - 11h : Plénière",
        "\t9h30-10h\tAccueil 🎉\r\n\t10h-11h\tPlénière\r\n",
        "• 9h30 – 10h : Accueil 🎉\n• 10h – 11h : Plénière",
        "- de 9h30 à 10h : **Accueil 🎉**\n- de 10h à 11h : Plénière",
        "- 9h30 : Accueil 🎉\n- 10h - 11h : Plénière",
    ] {
        assert_eq!(lines(text), dashes, "{text}");
    }
    assert_eq!(
        slots(&dashes),
        [("Accueil 🎉", 30, None), ("Plénière", 60, None)]
    );
    assert_eq!(dashes.start, Some(at(9, 30)));
}

#[test]
fn a_gap_and_an_overlap_pin_the_slot_after_and_are_said() {
    let read = lines("- 9h - 10h : standup\n- 10h30 - 11h : pause\n- 10h45 - 12h : atelier");
    assert_eq!(
        slots(&read),
        [
            ("standup", 60, None),
            ("pause", 30, Some(at(10, 30))),
            ("atelier", 75, Some(at(10, 45)))
        ]
    );
    assert_eq!(codes(&read), [(2, "remark-gap"), (3, "remark-overlap")]);
}

#[test]
fn the_last_slot_without_an_end_is_a_milestone_and_said_unless_it_is_the_end() {
    assert_eq!(codes(&lines("9h : accueil\n18h : fin de la journée")), []);
    let read = lines("9h : accueil\n18h : photo");
    assert_eq!(
        slots(&read),
        [("accueil", at(9, 0), None), ("photo", 0, None)]
    );
    assert_eq!(codes(&read), [(2, "remark-no-end")]);
}

#[test]
fn a_running_order_may_pass_midnight() {
    let read = lines("21h - 23h30 : jeux\n23h30 - 0h30 : trajet\n0h30 - 1h : bilan\n1h : fin");
    assert_eq!(
        slots(&read),
        [
            ("jeux", 150, None),
            ("trajet", 60, None),
            ("bilan", 30, None),
            ("fin", 0, None)
        ]
    );
    assert_eq!(codes(&read), []);
}

#[test]
fn a_night_goes_on_into_the_morning_without_a_fixed_time() {
    for text in [
        "22h - 4h : marche\n4h - 6h : veille\n6h - 8h : repos\n8h - 10h : bilan",
        "22h : marche\n4h : veille\n6h : repos\n8h - 10h : bilan",
    ] {
        let read = lines(text);
        assert_eq!(
            slots(&read),
            [
                ("marche", 360, None),
                ("veille", 120, None),
                ("repos", 120, None),
                ("bilan", 120, None)
            ]
        );
        assert_eq!(codes(&read), []);
    }
}

#[test]
fn an_end_before_the_start_is_said_and_the_slot_lasts_until_the_next() {
    let read = lines("14h - 13h : atelier\n15h : fin");
    assert_eq!(slots(&read), [("atelier", 60, None), ("fin", 0, None)]);
    assert_eq!(codes(&read), [(1, "remark-end-before-start")]);
}

#[test]
fn lines_without_a_time_or_below_a_slot_are_unread() {
    let read = lines("9h - 10h : accueil\n\nbonjour\n\n- 10h\n- apporter le café");
    assert_eq!(slots(&read), [("accueil", 60, None)]);
    let unread: Vec<_> = read.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [3, 5, 6]);
}

#[test]
fn parallel_workshops_are_counted_in_figures_words_and_english() {
    for (text, title, tracks) in [
        ("atelier n°1 (3 ateliers en parallèle)", "atelier n°1", 3),
        ("atelier n°2 (3 ateleirs en parallèle)", "atelier n°2", 3),
        ("Ateliers (trois en parallèle)", "Ateliers", 3),
        ("Workshops (4 parallel workshops) A", "Workshops A", 4),
        ("2 ateliers en parallèle", "2 ateliers en parallèle", 2),
        ("atelier (salle 3)", "atelier (salle 3)", 0),
    ] {
        let read = lines(&format!("- 9h - 10h : {text}"));
        assert_eq!(
            (read.slots[0].title.as_str(), read.slots[0].tracks),
            (title, tracks)
        );
        assert_eq!(codes(&read), []);
    }
    let uncounted = lines("- 9h - 10h : ateliers en parallèle");
    assert_eq!(uncounted.slots[0].tracks, 0);
    assert_eq!(codes(&uncounted), [(1, "remark-tracks-uncounted")]);
}

#[test]
fn a_kind_is_told_from_the_words_of_the_title() {
    for (title, kind) in [
        ("Accueil café", Kind::Welcome),
        ("Welcome coffee", Kind::Welcome),
        ("Pause", Kind::Break),
        ("Coffee break", Kind::Break),
        ("Café", Kind::Break),
        ("Déjeuner libre", Kind::Meal),
        ("Pause déjeuner", Kind::Meal),
        ("Lunch break", Kind::Meal),
        ("Temps libre", Kind::FreeTime),
        ("Free time", Kind::FreeTime),
        ("Atelier de présentation", Kind::Workshop),
        ("Planification des ateliers", Kind::Plenary),
        ("Workshop wrap-up", Kind::WrapUp),
        ("Restitution", Kind::WrapUp),
        ("Bilan de la journée", Kind::WrapUp),
        ("Icebreaker", Kind::Activity),
        ("Trajet vers la gare", Kind::Travel),
        ("Mot de la directrice", Kind::Plenary),
    ] {
        assert_eq!(kinds::kind(title), kind, "{title}");
    }
}

#[test]
fn where_a_choice_is_left_the_kind_is_the_one_to_prepare_and_it_is_said() {
    for title in ["continuation du café OU icebreaker", "icebreaker ou pause"] {
        let read = lines(&format!("9h - 10h : {title}"));
        assert_eq!(read.slots[0].kind, Kind::Activity);
        assert_eq!(codes(&read), [(1, "remark-undecided")]);
    }
}

/// A running order of so many slots, one a line.
fn endless(slots: usize) -> String {
    (0..slots)
        .map(|at| format!("- 9h : point {at}\n"))
        .collect()
}

#[test]
fn what_no_day_could_hold_is_left_unread_line_by_line() {
    let endless = endless(20_000);
    let pasted = lines(&endless);
    assert_eq!(pasted.slots.len(), MOST_SLOTS);
    // Of the lines that are left only the first are listed, and the others counted.
    let unread = |unread: &[Unread], remarks: &[Remark]| {
        let more = remarks
            .iter()
            .find(|remark| remark.message.code == "remark-unread-more");
        let more = more.unwrap();
        assert_eq!(more.line, unread[MOST_UNREAD - 1].line + 1);
        let Argument::Number(count) = more.message.args["count"] else {
            panic!("{more:?}");
        };
        (
            unread.len() + usize::try_from(count).unwrap(),
            unread[0].line as usize,
        )
    };
    let left = 20_000 - MOST_SLOTS;
    let told = unread(&pasted.unread, &pasted.remarks);
    assert_eq!(told, (left, MOST_SLOTS + 1));
    let page = read(&format!("## Séance\n{endless}"), &Options::default()).unwrap();
    assert_eq!(page.draft.sessions[0].days[0].slots.len(), MOST_SLOTS);
    let told = unread(&page.unread, &page.remarks);
    assert_eq!(told, (left, MOST_SLOTS + 2));
}
