//! The crew's sheet: what it has, and what everyone's lacks.

use deroule_edit::{Edit, SlotField};
use deroule_model::{Kind, Minutes, Parent, SlotId};
use deroule_print::{Form, Options};

use crate::day::{Building, august, crewed};
use crate::reading::pages;
use crate::{EN, FR, sheet, slots};

const CREW: Options = Options {
    form: Form::Crew,
    ..FR
};
const CREW_EN: Options = Options {
    form: Form::Crew,
    ..EN
};

/// The lines of a sheet's text with single spaces.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect()
}

/// Asserts that the sheet has these lines, in this order.
fn in_order(text: &str, wanted: &[&str]) {
    let lines = lines(text);
    let mut rest = lines.iter();
    for line in wanted {
        assert!(
            rest.any(|found| found == line),
            "{line} is missing:\n{text}"
        );
    }
}

#[test]
fn set_up_and_teardown_are_sorted_by_the_clock() {
    let text = sheet(&crewed(), &CREW);
    assert_eq!(pages(&text), 1, "{text}");
    in_order(
        &text,
        &[
            "Feuille de l’équipe",
            "8h15 – 9h Installation · Accueil café",
            "Matériel : gobelets, badges",
            "9h – 9h30 Accueil café",
            "14h – 14h30 Bulloterie Camille Grand atelier",
            "Matériel : feutres, bulles en papier",
            "14h05 – 14h30 Installation · Atelier n° 1 Grand atelier",
            "Tables en îlots de six Salle bleue",
            "14h30 – 14h40 Rangement · Bulloterie Grand atelier",
            "17h30 – 18h15 Restitution et suite",
            "18h15 – 18h55 Rangement · Restitution et suite",
            "18h15 Fin",
            "Feuille de l’équipe · Données du 28 août 2019 1/1",
        ],
    );
}

#[test]
fn english_has_the_same_rows() {
    in_order(
        &sheet(&crewed(), &CREW_EN),
        &[
            "Crew sheet",
            "Room Notes",
            "08:15 – 09:00 Set-up · Accueil café",
            "Material: gobelets, badges",
            "14:30 – 14:40 Tidy-up · Bulloterie Grand atelier",
            "14:30 – 15:45 Track 3 Atelier n° 1",
            "Crew sheet · Data of 28 August 2019 1/1",
        ],
    );
}

#[test]
fn notes_and_material_appear_once_in_the_first_row() {
    let text = sheet(&crewed(), &CREW);
    for words in ["gobelets, badges", "Tables en îlots de six"] {
        assert_eq!(text.matches(words).count(), 1, "{words}:\n{text}");
    }
}

#[test]
fn each_track_is_a_row_with_its_room_and_its_facilitators() {
    in_order(
        &sheet(&crewed(), &CREW),
        &[
            "14h30 – 15h45 Atelier n° 1",
            "14h30 – 15h45 Clinique stratégique Atelier n° 1 · Sacha Grand atelier",
            "14h30 – 15h45 Feuille de route Atelier n° 1 Salle bleue",
            "14h30 – 15h45 Piste 3 Atelier n° 1",
        ],
    );
}

#[test]
fn a_slot_of_a_track_has_its_own_set_up_in_the_room_of_its_track() {
    let mut building = crewed();
    let track = building.plan.tracks(slots(&building)[9]).nth(1).unwrap().id;
    let slot = SlotId(building.id());
    building.edit(Edit::AddSlot {
        id: slot,
        parent: Parent::Track(track),
        before: None,
        title: "Cartes".into(),
        kind: Kind::Activity,
        minutes: Minutes(35),
        pin: None,
    });
    let field = SlotField::Setup(Minutes(10));
    building.edit(Edit::SetSlot { slot, field });
    in_order(
        &sheet(&building, &CREW),
        &[
            "14h20 – 14h30 Installation · Cartes Salle bleue",
            "14h30 – 15h05 Cartes Feuille de route Salle bleue",
        ],
    );
}

#[test]
fn a_day_without_set_up_has_times_titles_and_rooms() {
    let text = sheet(&august(), &CREW);
    assert_eq!(pages(&text), 1, "{text}");
    in_order(
        &text,
        &[
            "9h – 9h30 Accueil café",
            "14h – 14h30 Bulloterie Camille Grand atelier",
        ],
    );
    assert!(!text.contains("Installation"), "{text}");
}

#[test]
fn a_day_without_a_running_order_says_so() {
    let text = sheet(&Building::of("À composer", &[]), &CREW);
    assert!(text.contains("pas encore composé"), "{text}");
}

#[test]
fn a_row_that_fits_on_a_page_is_not_broken_across_two_and_no_word_is_lost() {
    let slots = [("Un créneau", Kind::Plenary, 15, 0); 30];
    let mut building = Building::of("Longue journée", &slots);
    for slot in self::slots(&building) {
        let field = SlotField::Notes(Some("Début.\nMilieu.\nTerme.".into()));
        building.edit(Edit::SetSlot { slot, field });
    }
    let text = sheet(&building, &CREW);
    assert!(pages(&text) > 1, "{text}");
    let count = |page: &str, word: &str| page.matches(word).count();
    assert_eq!(count(&text, "Milieu."), 30, "{text}");
    for page in text.split_terminator('\u{c}') {
        assert_eq!(count(page, "Début."), count(page, "Terme."), "{page}");
        assert!(page.contains("Feuille de l’équipe"), "{page}");
    }
}

#[test]
fn notes_longer_than_a_page_continue_on_the_next() {
    let mut building = Building::of("Session", &[("Un", Kind::Plenary, 30, 0)]);
    let slot = slots(&building)[0];
    let field = SlotField::Notes(Some("Ligne.\n".repeat(120)));
    building.edit(Edit::SetSlot { slot, field });
    let text = sheet(&building, &CREW);
    assert_eq!(text.matches("Ligne.").count(), 120, "{text}");
}

#[test]
fn everyones_sheet_is_the_same_with_and_without_set_up_and_teardown() {
    let with = crewed();
    let mut without = crewed();
    for slot in slots(&without) {
        for field in [
            SlotField::Setup(Minutes::ZERO),
            SlotField::Teardown(Minutes::ZERO),
        ] {
            without.edit(Edit::SetSlot { slot, field });
        }
    }
    assert_ne!(sheet(&with, &CREW), sheet(&without, &CREW));
    for options in [&FR, &EN] {
        assert_eq!(sheet(&with, options), sheet(&without, options));
    }
}
