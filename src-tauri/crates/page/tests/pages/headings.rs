//! Headings: the sessions and slots they name, and their unused words.

use deroule_model::Status;

use super::{attendance, codes, dates, page};

fn unread(page: &deroule_page::ParsedPage) -> Vec<(u32, &str)> {
    let lines = page.unread.iter();
    lines.map(|one| (one.line, one.text.as_str())).collect()
}

const TABLE: &str = "## Programme 2019\n\n| Session | Date | Horaires | Lieu |\n|--|--|--|--|\n| Session DIG | 30 août | 9h30-18h30 | Laptop |\n\n";

#[test]
fn headings_with_a_time_are_slots_of_the_session_above() {
    let parsed = page(&format!(
        "{TABLE}### Session du 30 août\n\n#### 9h30 - 10h : accueil\n\nAu rez-de-chaussée\n\n#### 10h - 18h30 : atelier\n"
    ));
    let slots = &parsed.draft.sessions[0].days[0].slots;
    let titles: Vec<_> = slots.iter().map(|slot| slot.title.as_str()).collect();
    assert_eq!(titles, ["accueil", "atelier"]);
    assert_eq!(unread(&parsed), [(11, "Au rez-de-chaussée")]);
}

#[test]
fn heading_with_a_time_above_a_running_order_is_unread() {
    let parsed = page(&format!(
        "{TABLE}### Session du 30 août\n\n#### 9h30 - 18h30 : journée\n\n- 9h30 - 18h30 : atelier\n"
    ));
    assert_eq!(parsed.draft.sessions[0].days[0].slots.len(), 1);
    assert_eq!(unread(&parsed), [(9, "#### 9h30 - 18h30 : journée")]);
}

#[test]
fn heading_without_a_session_and_second_title_are_unread() {
    let parsed = page(
        "# Journées\n\n## Planning des sessions\n\n### Attention : badge obligatoire\n\n# Autre titre\n",
    );
    assert_eq!(
        unread(&parsed),
        [
            (5, "### Attention : badge obligatoire"),
            (7, "# Autre titre")
        ]
    );
}

#[test]
fn unused_words_of_headings_and_labels_have_a_remark() {
    let parsed = page(
        "# P\n\n## Programme 2019 (sous réserve)\n\n## Agenda de Nantes\n\n**Idées d'ateliers : TOK**\n\n- cartes\n",
    );
    let left: Vec<_> = parsed
        .remarks
        .iter()
        .filter(|remark| remark.message.code == "remark-words-left")
        .map(|remark| (remark.line, format!("{:?}", remark.message.args["text"])))
        .collect();
    let text = |text: &str| format!("Text({text:?})");
    assert_eq!(
        left,
        [
            (3, text("sous réserve")),
            (5, text("Nantes")),
            (7, text("TOK"))
        ]
    );
    assert_eq!(parsed.draft.ideas.len(), 1);
}

#[test]
fn section_that_differs_from_the_table_has_a_remark() {
    let parsed = page(&format!(
        "{TABLE}### Session du 30 août, 10h-17h, chez Numa\n"
    ));
    assert_eq!(
        codes(&parsed),
        [(7, "remark-hours-disagree"), (7, "remark-words-left")]
    );
    assert_eq!(attendance(&parsed.draft.sessions[0]), ["DIG 930-1830"]);
    let parsed = page(&format!(
        "{TABLE}### Session du 30 août, 9h30-18h30, Laptop\n"
    ));
    assert_eq!(codes(&parsed), []);
}

#[test]
fn section_gives_the_hours_that_the_table_leaves_out() {
    let parsed = page(
        "## 2019\n\n| Session | Date |\n|--|--|\n| Session DIG | 30 août |\n\n### Session du 30 août, 10h-17h\n",
    );
    assert_eq!(dates(&parsed.draft.sessions[0]), ["2019-08-30"]);
    assert_eq!(attendance(&parsed.draft.sessions[0]), ["DIG 1000-1700"]);
    assert!(!codes(&parsed).contains(&(7, "remark-words-left")));
}

#[test]
fn unused_words_of_an_agenda_line_have_a_remark() {
    let parsed = page(
        "# P\n\n## Agenda\n\nLe code est 1234. Voir l'agenda : [ici](https://exemple.fr/a), mis à jour le lundi\n",
    );
    assert_eq!(
        codes(&parsed),
        [(5, "remark-words-left"), (5, "remark-words-left")]
    );
    let parsed = page("# P\n\nLe code est 1234, voir l'agenda : https://exemple.fr/a\n");
    assert_eq!(codes(&parsed), [(3, "remark-words-left")]);
    let parsed = page("# P\n\nAgenda : https://exemple.fr/a et webcal://exemple.fr/b\n");
    assert_eq!(codes(&parsed), []);
    assert_eq!(unread(&parsed), []);
}

#[test]
fn names_of_tracks_in_a_slot_title_have_a_remark() {
    let parsed = page("# P\n\n- 9h - 12h : ateliers (3 en parallèle : clinique, budget, jeux)\n");
    let slot = &parsed.draft.sessions[0].days[0].slots[0];
    assert_eq!((slot.title.as_str(), slot.tracks), ("ateliers", 3));
    assert!(codes(&parsed).contains(&(3, "remark-tracks-aside")));
}

#[test]
fn status_of_a_heading_is_in_brackets_or_struck_out_and_has_a_remark() {
    let parsed = page(&format!(
        "{TABLE}### ~~Session du 30 août~~\n\n### Session du 3 mai (annulée)\n"
    ));
    let found: Vec<_> = parsed
        .draft
        .sessions
        .iter()
        .map(|session| (session.title.as_str(), session.status))
        .collect();
    let cancelled = Some(Status::Cancelled);
    assert_eq!(
        found,
        [("Session DIG", cancelled), ("Session du 3 mai", cancelled)]
    );
    let codes = codes(&parsed);
    assert!(codes.contains(&(7, "remark-status-struck")), "{codes:?}");
    assert!(codes.contains(&(9, "remark-status-cancelled")), "{codes:?}");
}

#[test]
fn status_words_within_a_heading_stay_in_its_title() {
    let title = "Session du 4 mai 2027 : apprendre d'un vol annulé";
    let parsed = page(&format!("### {title}\n\n- 9h - 10h : accueil\n"));
    let session = &parsed.draft.sessions[0];
    assert_eq!((session.title.as_str(), session.status), (title, None));
}

#[test]
fn heading_with_a_status_finds_its_session_by_title() {
    let parsed = page(&format!(
        "{TABLE}### Session DIG (confirmée)\n\n- 9h30 - 18h30 : atelier\n"
    ));
    assert_eq!(parsed.draft.sessions.len(), 1);
    assert_eq!(parsed.draft.sessions[0].status, Some(Status::Confirmed));
    assert_eq!(parsed.draft.sessions[0].days[0].slots.len(), 1);
}
