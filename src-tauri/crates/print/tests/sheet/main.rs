//! The content of the sheets, as poppler reads it in the PDF.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what fails by failing"
)]

mod crew;
mod day;
mod fonts;
mod lanes;
mod night;
mod pieces;
mod reading;

use day::{Building, august, crewed, date};
use deroule_edit::{Edit, SessionField, SlotField};
use deroule_model::{Clock, DayId, Kind, Minutes, Parent, SessionId, SlotId, Status, TrackId};
use deroule_print::{Fonts, Form, Language, Options, PrintError, preview};
use reading::{pages, right_edge, text};

const FR: Options = Options {
    form: Form::Everyone,
    language: Language::Fr,
    notes: false,
    data_date: date_const(),
};
const WITH_NOTES: Options = Options { notes: true, ..FR };
const EN: Options = Options {
    language: Language::En,
    ..FR
};

const fn date_const() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2019, 8, 28).unwrap()
}

/// The fonts that every machine has.
static BUILT_IN: Fonts = Fonts::built_in();

fn pdf(building: &Building, options: &Options) -> Vec<u8> {
    let session = building.session();
    let printed = deroule_print::pdf(&building.plan, &[session], options, &BUILT_IN).unwrap();
    assert_eq!(printed.remarks, [], "every character has a glyph");
    printed.pages
}

fn sheet(building: &Building, options: &Options) -> String {
    text(&pdf(building, options))
}

fn slots(building: &Building) -> Vec<SlotId> {
    let day = building.plan.days(building.session()).next().unwrap().id;
    let slots = building.plan.slots(Parent::Day(day));
    slots.map(|slot| slot.id).collect()
}

#[test]
fn a_normal_day_is_one_page_with_everything_on_it() {
    let text = sheet(&august(), &FR);
    assert_eq!(pages(&text), 1, "{text}");
    for words in [
        "Programme DIG 2019",
        "Session DIG",
        "vendredi 30 août 2019",
        "Laptop",
        "9h30 – 18h30",
        "Accueil café",
        "Clinique stratégique",
        "Grand atelier",
        "Sacha",
        "18h15",
        "Données du 28 août 2019",
        "1/1",
    ] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn sixteen_slots_with_notes_still_fit_on_one_page() {
    let slots = [("Un créneau dont le titre est long", Kind::Plenary, 35, 0); 16];
    let mut building = Building::of("Longue journée", &slots);
    for slot in self::slots(&building) {
        let field = SlotField::Notes(Some("Une note.\nEt une autre.".into()));
        building.edit(Edit::SetSlot { slot, field });
    }
    let text = sheet(&building, &WITH_NOTES);
    assert_eq!(pages(&text), 1, "{text}");
    assert_eq!(text.matches("Et une autre.").count(), 16, "{text}");
}

#[test]
fn english_writes_times_and_dates_its_own_way() {
    let text = sheet(&august(), &EN);
    for words in [
        "Friday 30 August 2019",
        "09:00",
        "14:30",
        "Workshop",
        "Data of 28 August 2019",
    ] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let building = august();
    assert_eq!(pdf(&building, &FR), pdf(&building, &FR));
}

#[test]
fn markup_in_a_title_is_printed_as_text() {
    let hostile = r##"#panic("x") $1^2$ *b* _i_ \n `c` <l> @r "q" // c"##;
    let text = sheet(
        &Building::of(hostile, &[(hostile, Kind::Plenary, 30, 0)]),
        &EN,
    );
    let plain: String = text.split_whitespace().collect();
    let expected: String = hostile.split_whitespace().collect();
    assert_eq!(plain.matches(&expected).count(), 2, "{text}");
}

#[test]
fn a_long_day_continues_on_a_second_page() {
    let title = "Un créneau dont le titre est long, ".repeat(4);
    let slots: Vec<_> = (0..40)
        .map(|_| (title.as_str(), Kind::Plenary, 15, 0))
        .collect();
    let building = Building::of("Longue journée", &slots);
    let text = sheet(&building, &FR);
    assert!(pages(&text) > 1, "{text}");
    let all = pages(&text);
    for (at, page) in text.split_terminator('\u{c}').enumerate() {
        for words in [
            "Longue journée",
            "vendredi 30 août 2019",
            &format!("{}/{all}", at + 1),
        ] {
            assert!(page.contains(words), "{words} is missing on:\n{page}");
        }
    }
    let session = building.session();
    let shown = preview(&building.plan, &[session], &FR, &BUILT_IN).unwrap();
    let shown = shown.pages;
    assert_eq!(shown.len(), pages(&text));
    assert!(shown.iter().all(|page| page.starts_with("<svg")));
}

#[test]
fn a_cancelled_session_says_so() {
    let mut building = august();
    let session = building.session();
    building.edit(Edit::SetSession {
        session,
        field: SessionField::Status(Status::Cancelled),
    });
    assert!(sheet(&building, &FR).contains("SESSION ANNULÉE"));
}

#[test]
fn a_day_without_a_running_order_gets_a_sheet_that_says_so() {
    let text = sheet(&Building::of("À composer", &[]), &FR);
    assert!(text.contains("pas encore composé"), "{text}");
    assert!(text.contains("vendredi 30 août 2019"), "{text}");
}

#[test]
fn a_missing_session_is_an_error() {
    let building = august();
    let stranger = SessionId(uuid::Uuid::from_u128(9_999));
    let answer = deroule_print::pdf(&building.plan, &[stranger], &FR, &BUILT_IN);
    assert!(matches!(answer.map(|_| ()), Err(PrintError::UnknownSession(id)) if id == stranger));
}

#[test]
fn every_kind_is_named_besides_its_colour() {
    let kinds = [
        (Kind::Welcome, "Accueil"),
        (Kind::Plenary, "Plénière"),
        (Kind::Activity, "Activité"),
        (Kind::Workshop, "Atelier"),
        (Kind::Break, "Pause"),
        (Kind::Meal, "Repas"),
        (Kind::FreeTime, "Temps libre"),
        (Kind::Travel, "Trajet"),
        (Kind::WrapUp, "Clôture"),
    ];
    let slots = kinds.map(|(kind, _)| ("Créneau", kind, 20, 0));
    let text = sheet(&Building::of("Tout", &slots), &FR);
    for (_, label) in kinds {
        let side = format!("{label} · 20 min");
        assert!(text.contains(&side), "{side} is missing:\n{text}");
    }
}

#[test]
fn pins_gaps_and_overruns_are_explained() {
    let mut building = Building::of(
        "Session",
        &[
            ("Un", Kind::Plenary, 30, 0),
            ("Deux", Kind::Plenary, 30, 0),
            ("Trois", Kind::Plenary, 30, 0),
        ],
    );
    assert!(!sheet(&building, &FR).contains("heure fixe"));
    let slots = slots(&building);
    for (slot, at) in [(slots[1], 590), (slots[2], 605)] {
        building.edit(Edit::PinSlot {
            slot,
            at: Some(Clock(at)),
        });
    }
    let text = sheet(&building, &FR);
    for words in [
        "heure fixe",
        "20 min libres",
        "Commence 15 min avant la fin de ce qui précède",
    ] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn the_end_of_the_day_is_shown_unless_a_milestone_shows_it() {
    let text = sheet(
        &Building::of("Session", &[("Un", Kind::Plenary, 35, 0)]),
        &FR,
    );
    assert!(text.contains("9h35"), "{text}");
}

#[test]
fn a_milestone_shows_its_notes() {
    let mut building = august();
    let slot = *slots(&building).last().unwrap();
    let field = SlotField::Notes(Some("Rendre les clés".into()));
    building.edit(Edit::SetSlot { slot, field });
    assert!(sheet(&building, &WITH_NOTES).contains("Rendre les clés"));
}

#[test]
fn a_track_shows_its_own_running_order() {
    let mut building = august();
    let block = slots(&building)[9];
    let track: TrackId = building.plan.tracks(block).nth(2).unwrap().id;
    for title in ["Cartes", "Retours"] {
        let add = Edit::AddSlot {
            id: SlotId(building.id()),
            parent: Parent::Track(track),
            before: None,
            title: title.into(),
            kind: Kind::Activity,
            minutes: Minutes(35),
            pin: None,
        };
        building.edit(add);
    }
    let text = sheet(&building, &FR);
    for words in ["14h30 Cartes", "15h05 Retours"] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn two_days_are_two_sheets() {
    let mut building = august();
    let second = Edit::AddDay {
        id: DayId(building.id()),
        session: building.session(),
        date: Some(date(31)),
    };
    building.edit(second);
    let text = sheet(&building, &FR);
    assert_eq!(pages(&text), 2, "{text}");
    assert!(
        text.contains("samedi 31 août 2019") && text.contains("2/2"),
        "{text}"
    );
}

#[test]
fn a_word_longer_than_a_line_stays_on_the_page() {
    let title = "Anticonstitutionnellement".repeat(12);
    let building = Building::of(&title, &[(title.as_str(), Kind::Plenary, 30, 0)]);
    let edge = right_edge(&pdf(&building, &FR));
    // A4 is 595 points wide; the margin is 17 mm.
    assert!(edge > 300.0 && edge < 548.0, "{edge}");
}

#[test]
fn notes_and_material_are_on_everyones_sheet_only_on_request() {
    let building = crewed();
    let theirs = [
        "Tables en îlots de six",
        "feutres, bulles en papier",
        "Matériel",
    ];
    let has = |text: &str| theirs.map(|words| text.contains(words));
    let crew = Options {
        form: Form::Crew,
        ..FR
    };
    assert_eq!(has(&sheet(&building, &FR)), [false; 3]);
    assert_eq!(has(&sheet(&building, &WITH_NOTES)), [true; 3]);
    assert_eq!(has(&sheet(&building, &crew)), [true; 3]);
}
