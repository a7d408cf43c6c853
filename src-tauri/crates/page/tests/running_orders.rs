//! Running orders as organisers write them, pasted or below a heading.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it can't go on"
)]

use deroule_model::{Argument, Clock, Kind};
use deroule_page::{
    MAX_SLOTS, MAX_UNREAD_LINES, Options, ParsedLines, Remark, UnreadLine, kinds, parse,
    parse_lines,
};

const fn at(hour: u32, minute: u32) -> Clock {
    Clock::at(hour, minute)
}

fn lines(text: &str) -> ParsedLines {
    parse_lines(text).unwrap()
}

/// Title, minutes and pin of each slot.
fn slots(lines: &ParsedLines) -> Vec<(&str, u32, Option<Clock>)> {
    let slots = lines.slots.iter();
    slots
        .map(|slot| (slot.title.as_str(), slot.minutes.0, slot.pin))
        .collect()
}

fn codes(lines: &ParsedLines) -> Vec<(u32, &str)> {
    let remarks = lines.remarks.iter();
    remarks
        .map(|remark| (remark.line, remark.message.code.as_str()))
        .collect()
}

#[test]
fn lines_are_read_with_any_bullet_or_none() {
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
fn gap_or_overlap_pins_the_next_slot_with_a_remark() {
    let parsed = lines("- 9h - 10h : standup\n- 10h30 - 11h : pause\n- 10h45 - 12h : atelier");
    assert_eq!(
        slots(&parsed),
        [
            ("standup", 60, None),
            ("pause", 30, Some(at(10, 30))),
            ("atelier", 75, Some(at(10, 45)))
        ]
    );
    assert_eq!(codes(&parsed), [(2, "remark-gap"), (3, "remark-overlap")]);
}

#[test]
fn last_slot_without_an_end_is_a_milestone_with_a_remark_unless_it_is_the_end() {
    assert_eq!(codes(&lines("9h : accueil\n18h : fin de la journée")), []);
    let parsed = lines("9h : accueil\n18h : photo");
    assert_eq!(
        slots(&parsed),
        [("accueil", 9 * 60, None), ("photo", 0, None)]
    );
    assert_eq!(codes(&parsed), [(2, "remark-no-end")]);
}

#[test]
fn running_order_continues_past_midnight() {
    let parsed = lines("21h - 23h30 : jeux\n23h30 - 0h30 : trajet\n0h30 - 1h : bilan\n1h : fin");
    assert_eq!(
        slots(&parsed),
        [
            ("jeux", 150, None),
            ("trajet", 60, None),
            ("bilan", 30, None),
            ("fin", 0, None)
        ]
    );
    assert_eq!(codes(&parsed), []);
}

#[test]
fn night_continues_into_the_morning_without_a_pin() {
    for text in [
        "22h - 4h : marche\n4h - 6h : veille\n6h - 8h : repos\n8h - 10h : bilan",
        "22h : marche\n4h : veille\n6h : repos\n8h - 10h : bilan",
    ] {
        let parsed = lines(text);
        assert_eq!(
            slots(&parsed),
            [
                ("marche", 360, None),
                ("veille", 120, None),
                ("repos", 120, None),
                ("bilan", 120, None)
            ]
        );
        assert_eq!(codes(&parsed), []);
    }
}

#[test]
fn slot_with_an_end_before_its_start_lasts_until_the_next_with_a_remark() {
    let parsed = lines("14h - 13h : atelier\n15h : fin");
    assert_eq!(slots(&parsed), [("atelier", 60, None), ("fin", 0, None)]);
    assert_eq!(codes(&parsed), [(1, "remark-end-before-start")]);
}

#[test]
fn lines_without_a_time_or_title_are_unread() {
    let parsed = lines("9h - 10h : accueil\n\nbonjour\n\n- 10h\n- apporter le café");
    assert_eq!(slots(&parsed), [("accueil", 60, None)]);
    let unread: Vec<_> = parsed.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [3, 5, 6]);
}

#[test]
fn parallel_tracks_are_counted_in_digits_words_and_english() {
    for (text, title, tracks) in [
        ("atelier n°1 (3 ateliers en parallèle)", "atelier n°1", 3),
        ("atelier n°2 (3 ateleirs en parallèle)", "atelier n°2", 3),
        ("Ateliers (trois en parallèle)", "Ateliers", 3),
        ("Workshops (4 parallel workshops) A", "Workshops A", 4),
        ("2 ateliers en parallèle", "2 ateliers en parallèle", 2),
        ("atelier (salle 3)", "atelier (salle 3)", 0),
    ] {
        let parsed = lines(&format!("- 9h - 10h : {text}"));
        assert_eq!(
            (parsed.slots[0].title.as_str(), parsed.slots[0].tracks),
            (title, tracks)
        );
        assert_eq!(codes(&parsed), []);
    }
    let uncounted = lines("- 9h - 10h : ateliers en parallèle");
    assert_eq!(uncounted.slots[0].tracks, 0);
    assert_eq!(codes(&uncounted), [(1, "remark-tracks-uncounted")]);
}

#[test]
fn kind_is_inferred_from_the_title() {
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
        assert_eq!(kinds::infer_kind(title), kind, "{title}");
    }
}

#[test]
fn alternatives_have_the_kind_that_needs_preparation_and_a_remark() {
    for title in ["continuation du café OU icebreaker", "icebreaker ou pause"] {
        let parsed = lines(&format!("9h - 10h : {title}"));
        assert_eq!(parsed.slots[0].kind, Kind::Activity);
        assert_eq!(codes(&parsed), [(1, "remark-undecided")]);
    }
}

/// A running order with a number of slots, one a line.
fn long_order(slots: usize) -> String {
    (0..slots)
        .map(|at| format!("- 9h : point {at}\n"))
        .collect()
}

#[test]
fn lines_beyond_the_slot_limit_are_unread() {
    let order = long_order(20_000);
    let pasted = lines(&order);
    assert_eq!(pasted.slots.len(), MAX_SLOTS);
    // The number of unread lines, listed or counted, and the first of them.
    let unread = |unread: &[UnreadLine], remarks: &[Remark]| {
        let more = remarks
            .iter()
            .find(|remark| remark.message.code == "remark-unread-more");
        let more = more.unwrap();
        assert_eq!(more.line, unread[MAX_UNREAD_LINES - 1].line + 1);
        let Argument::Number(count) = more.message.args["count"] else {
            panic!("{more:?}");
        };
        (
            unread.len() + usize::try_from(count).unwrap(),
            unread[0].line as usize,
        )
    };
    let left = 20_000 - MAX_SLOTS;
    let found = unread(&pasted.unread, &pasted.remarks);
    assert_eq!(found, (left, MAX_SLOTS + 1));
    let page = parse(&format!("## Séance\n{order}"), &Options::default()).unwrap();
    assert_eq!(page.draft.sessions[0].days[0].slots.len(), MAX_SLOTS);
    let found = unread(&page.unread, &page.remarks);
    assert_eq!(found, (left, MAX_SLOTS + 2));
}
