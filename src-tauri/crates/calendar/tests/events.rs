//! The events of a programme and the content of each.

mod support;

use deroule_calendar::{Language, Options};
use deroule_model::{AudienceId, Entity, Message, Minutes, Parent, SessionId, Status};
use support::{Builder, options, values};

/// A day of two audiences with everything in it: tracks, an idea, a room, a milestone.
struct Full {
    builder: Builder,
    fellows: AudienceId,
    mentors: AudienceId,
    session: SessionId,
}

fn full() -> Full {
    let mut builder = Builder::new("Europe/Paris");
    let fellows = builder.audience("DIG");
    let mentors = builder.audience("Mentors");
    let session = builder.session_with("Session de rentrée", |session| {
        session.venue = Some("Laptop".into());
        session.theme = Some("Se lancer".into());
        session.objectives = Some("Se connaître".into());
        session.links = vec!["https://exemple.fr/visio".into()];
    });
    let day = builder.day(session, "2019-09-26", 540);
    builder.attends(day, fellows, 570, 1110);
    builder.attends(day, mentors, 840, 1080);
    builder.slot(Parent::Day(day), "Accueil", 30);
    let block = builder.slot(Parent::Day(day), "Ateliers", None);
    let placed = builder.track(block, None, Some(fellows));
    builder.track(block, Some("Pour les mentors"), Some(mentors));
    builder.track(block, None, None);
    builder.slot(Parent::Track(placed), "Cadrage", 45);
    builder.slot(Parent::Day(day), "Fin", 0);
    let (idea, room) = (
        builder.idea("Feuille de route"),
        builder.room("Salle bleue"),
    );
    builder.place(idea, placed, room);
    Full {
        builder,
        fellows,
        mentors,
        session,
    }
}

#[test]
fn a_day_has_its_theme_hours_running_order_and_links_but_no_notes() {
    let export = full().builder.export(&options());
    assert_eq!(export.events, 1);
    assert_eq!(
        values(&export.text, "SUMMARY"),
        ["SUMMARY:Session de rentrée"]
    );
    assert_eq!(values(&export.text, "LOCATION"), ["LOCATION:Laptop"]);
    assert_eq!(
        values(&export.text, "CATEGORIES"),
        ["CATEGORIES:DIG,Mentors"]
    );
    assert_eq!(
        values(&export.text, "URL"),
        ["URL:https://exemple.fr/visio"]
    );
    assert_eq!(
        values(&export.text, "DESCRIPTION"),
        [[
            "DESCRIPTION:Thématique : Se lancer",
            "",
            "Objectifs : Se connaître",
            "",
            "DIG : 9h30 – 18h30",
            "Mentors : 14h – 18h",
            "",
            "Déroulé :",
            "9h – 9h30 : Accueil",
            "9h30 – 10h15 : Ateliers",
            "    • Feuille de route (Salle bleue)",
            "        9h30 – 10h15 : Cadrage",
            "    • Pour les mentors",
            "    • Piste 3",
            "10h15 : Fin",
            "",
            "https://exemple.fr/visio",
        ]
        .join("\\n")]
    );
    assert!(!export.text.contains("pour nous seuls"));
}

#[test]
fn set_up_and_teardown_change_nothing_in_a_calendar() {
    let public = full().builder;
    let mut crewed = full().builder;
    for row in &mut crewed.rows {
        if let Entity::Slot(slot) = row {
            (slot.setup, slot.teardown) = (Minutes(25), Minutes(40));
        }
    }
    for slots in [false, true] {
        let options = Options { slots, ..options() };
        assert_eq!(crewed.export(&options).text, public.export(&options).text);
    }
}

#[test]
fn english_has_its_own_times_and_labels() {
    let mut english = options();
    english.language = Language::En;
    let export = full().builder.export(&english);
    let description = values(&export.text, "DESCRIPTION").concat();
    assert!(description.contains("Theme: Se lancer"));
    assert!(description.contains("Running order:\\n09:00–09:30 Accueil\\n09:30–10:15 Ateliers"));
    assert!(description.contains("• Track 3"));
    assert!(description.contains("10:15 Fin"));
}

#[test]
fn hours_span_all_attendances() {
    let full = full();
    let everyone = full.builder.export(&options());
    assert_eq!(
        values(&everyone.text, "DTSTART"),
        ["DTSTART;TZID=Europe/Paris:20190926T093000"]
    );
    assert_eq!(
        values(&everyone.text, "DTEND"),
        ["DTEND;TZID=Europe/Paris:20190926T183000"]
    );
    let mut one = options();
    one.audience = Some(full.mentors);
    let mentors = full.builder.export(&one);
    assert_eq!(
        values(&mentors.text, "DTSTART"),
        ["DTSTART;TZID=Europe/Paris:20190926T140000"]
    );
    assert!(mentors.text.contains("NAME:Parcours d’essai – Mentors\r\n"));
}

#[test]
fn the_calendar_of_an_audience_lacks_days_and_tracks_of_others() {
    let mut full = full();
    let alone = full.builder.session("Mentors seuls");
    let day = full.builder.day(alone, "2019-10-11", 840);
    full.builder.attends(day, full.mentors, 840, 1110);
    let mut one = options();
    one.audience = Some(full.fellows);
    let export = full.builder.export(&one);
    assert_eq!(
        values(&export.text, "SUMMARY"),
        ["SUMMARY:Session de rentrée"]
    );
    let description = values(&export.text, "DESCRIPTION").concat();
    assert!(description.contains("Feuille de route"));
    assert!(!description.contains("Pour les mentors"));
}

#[test]
fn each_day_of_a_session_is_an_event_and_an_undated_one_is_reported() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session("Séminaire");
    builder.day(session, "2020-05-16", 540);
    builder.day(session, "2020-05-17", 540);
    builder.day(session, "", 540);
    let export = builder.export(&options());
    assert_eq!(export.events, 2);
    assert_eq!(
        export.warnings,
        [Message::new("calendar-undated").text("title", "Séminaire")]
    );
}

#[test]
fn a_session_without_any_day_is_reported_too() {
    let mut builder = Builder::new("Europe/Paris");
    builder.session("Un jour");
    let export = builder.export(&options());
    assert_eq!(export.events, 0);
    assert_eq!(export.warnings[0].code, "calendar-undated");
}

#[test]
fn every_status_is_written_and_a_cancelled_session_stays() {
    for (status, line) in [
        (Status::Tentative, "STATUS:TENTATIVE"),
        (Status::Confirmed, "STATUS:CONFIRMED"),
        (Status::Cancelled, "STATUS:CANCELLED"),
    ] {
        let mut builder = Builder::new("Europe/Paris");
        let session = builder.session_with("Session", |session| session.status = status);
        builder.day(session, "2019-09-26", 540);
        assert_eq!(values(&builder.export(&options()).text, "STATUS"), [line]);
    }
}

#[test]
fn slots_are_free_time_besides_the_event_of_their_day() {
    let full = full();
    let mut slots = options();
    slots.slots = true;
    let export = full.builder.export(&slots);
    assert_eq!(
        values(&export.text, "SUMMARY"),
        [
            "SUMMARY:Session de rentrée",
            "SUMMARY:Accueil",
            "SUMMARY:Ateliers",
            "SUMMARY:Cadrage",
            "SUMMARY:Pour les mentors",
            "SUMMARY:Fin",
        ]
    );
    assert_eq!(
        values(&export.text, "LOCATION"),
        [
            "LOCATION:Laptop",
            "LOCATION:Laptop",
            "LOCATION:Laptop",
            "LOCATION:Salle bleue\\, Laptop",
            "LOCATION:Laptop",
            "LOCATION:Laptop",
        ]
    );
    assert_eq!(
        values(&export.text, "CATEGORIES")[3],
        "CATEGORIES:DIG",
        "a track for one audience is for that audience"
    );
    assert_eq!(values(&export.text, "TRANSP").len(), 5, "all but the day's");
    assert_eq!(
        values(&export.text, "DTEND").len(),
        5,
        "a milestone has a start and no end"
    );
}

#[test]
fn a_track_without_slots_is_an_event_of_its_blocks_length_once_it_has_a_title() {
    let mut builder = Builder::new("Europe/Paris");
    let mentors = builder.audience("Mentors");
    let session = builder.session_with("Session", |session| session.venue = Some("Laptop".into()));
    let day = builder.day(session, "2019-09-26", 600);
    let block = builder.slot(Parent::Day(day), "Ateliers", 75);
    let placed = builder.track(block, None, Some(mentors));
    let titled = builder.track(block, Some("Entretien"), None);
    let free = builder.track(block, None, None);
    let (idea, room) = (builder.idea("Budget"), builder.room("Salle bleue"));
    builder.place(idea, placed, room);
    for row in &mut builder.rows {
        if let Entity::Idea(row) = row {
            row.facilitators = vec!["Inès".into(), "Paul".into()];
        }
    }
    let mut slots = options();
    slots.slots = true;
    let export = builder.export(&slots);
    let last = |name: &str| values(&export.text, name).split_off(2);
    assert_eq!(last("SUMMARY"), ["SUMMARY:Budget", "SUMMARY:Entretien"]);
    let places = ["LOCATION:Salle bleue\\, Laptop", "LOCATION:Laptop"];
    assert_eq!(last("LOCATION"), places);
    assert_eq!(
        values(&export.text, "CATEGORIES"),
        ["CATEGORIES:Mentors"],
        "a track for one audience is for that audience"
    );
    let start = "DTSTART;TZID=Europe/Paris:20190926T100000";
    assert_eq!(last("DTSTART"), [start, start]);
    let end = "DTEND;TZID=Europe/Paris:20190926T111500";
    assert_eq!(last("DTEND"), [end, end]);
    let lines = [
        "DESCRIPTION:Session\\nAvec : Inès\\, Paul",
        "DESCRIPTION:Session",
    ];
    assert_eq!(last("DESCRIPTION"), lines);
    let uids = last("UID");
    assert!(uids[0].contains(&placed.to_string()) && uids[1].contains(&titled.to_string()));
    assert!(!export.text.contains(&free.to_string()));
    assert_eq!(builder.export(&slots).text, export.text);
}

#[test]
fn slots_outside_the_hours_of_an_audience_are_left_out() {
    let full = full();
    let mut slots = options();
    slots.slots = true;
    slots.audience = Some(full.mentors);
    let export = full.builder.export(&slots);
    assert_eq!(
        values(&export.text, "SUMMARY"),
        ["SUMMARY:Session de rentrée"]
    );
}

#[test]
fn stamp_and_sequence_come_from_the_revision() {
    let mut options = options();
    options.sequence = u32::MAX;
    let text = full().builder.export(&options).text;
    assert_eq!(values(&text, "DTSTAMP"), ["DTSTAMP:20190801T102030Z"]);
    assert_eq!(
        values(&text, "LAST-MODIFIED"),
        ["LAST-MODIFIED:20190801T102030Z"]
    );
    assert_eq!(values(&text, "SEQUENCE"), ["SEQUENCE:2147483647"]);
    assert!(!text.contains("METHOD"));
}

#[test]
fn only_the_chosen_sessions_are_exported() {
    let mut full = full();
    let other = full.builder.session("Autre");
    full.builder.day(other, "2019-11-28", 540);
    let mut one = options();
    one.sessions = Some(vec![full.session]);
    assert_eq!(full.builder.export(&one).events, 1);
}

#[test]
fn slots_for_others_or_before_an_audience_comes_are_left_out() {
    let mut builder = Builder::new("Europe/Paris");
    let fellows = builder.audience("DIG");
    let mentors = builder.audience("Mentors");
    let session = builder.session("Session");
    let day = builder.day(session, "2019-09-26", 780);
    builder.attends(day, fellows, 780, 1080);
    builder.attends(day, mentors, 840, 1080);
    builder.slot(Parent::Day(day), "Jusqu’à leur arrivée", 60);
    builder.slot(Parent::Day(day), "Bienvenue", 0);
    let block = builder.slot(Parent::Day(day), "Ateliers DIG", 60);
    builder.track(block, Some("Entre DIG"), Some(fellows));
    let mut slots = options();
    slots.slots = true;
    slots.audience = Some(mentors);
    let text = builder.export(&slots).text;
    assert_eq!(
        values(&text, "SUMMARY"),
        ["SUMMARY:Session", "SUMMARY:Bienvenue"]
    );
    assert!(!text.contains("Ateliers DIG"));
}

#[test]
fn the_first_link_that_is_an_address_becomes_the_url_of_the_event() {
    let mut builder = Builder::new("Europe/Paris");
    let session = builder.session_with("Session", |session| {
        session.links = [
            "le tableau blanc",
            "javascript:alert(1)",
            "https://exemple.fr/x y",
        ]
        .into_iter()
        .chain(["HTTPS://exemple.fr/z,1"])
        .map(str::to_owned)
        .collect();
    });
    builder.day(session, "2019-09-26", 540);
    let text = builder.export(&options()).text;
    assert_eq!(values(&text, "URL"), ["URL:HTTPS://exemple.fr/z%2C1"]);
    assert!(values(&text, "DESCRIPTION")[0].contains("le tableau blanc\\njavascript:alert(1)"));
}
