//! Headings: what they lead to, and their words that lead nowhere.

use deroule_model::Status;

use super::{attendance, codes, dates, page};

fn unread(read: &deroule_page::Reading) -> Vec<(u32, &str)> {
    let lines = read.unread.iter();
    lines.map(|one| (one.line, one.text.as_str())).collect()
}

const TABLE: &str = "## Programme 2019\n\n| Session | Date | Horaires | Lieu |\n|--|--|--|--|\n| Session DIG | 30 août | 9h30-18h30 | Laptop |\n\n";

#[test]
fn headings_that_give_a_time_are_the_slots_of_the_session_above_them() {
    let read = page(&format!(
        "{TABLE}### Session du 30 août\n\n#### 9h30 - 10h : accueil\n\nAu rez-de-chaussée\n\n#### 10h - 18h30 : atelier\n"
    ));
    let slots = &read.draft.sessions[0].days[0].slots;
    let titles: Vec<_> = slots.iter().map(|slot| slot.title.as_str()).collect();
    assert_eq!(titles, ["accueil", "atelier"]);
    assert_eq!(unread(&read), [(11, "Au rez-de-chaussée")]);
}

#[test]
fn a_heading_that_gives_a_time_above_a_running_order_is_unread_and_the_order_is_read() {
    let read = page(&format!(
        "{TABLE}### Session du 30 août\n\n#### 9h30 - 18h30 : journée\n\n- 9h30 - 18h30 : atelier\n"
    ));
    assert_eq!(read.draft.sessions[0].days[0].slots.len(), 1);
    assert_eq!(unread(&read), [(9, "#### 9h30 - 18h30 : journée")]);
}

#[test]
fn a_heading_that_leads_nowhere_and_a_second_title_are_unread() {
    let read = page(
        "# Journées\n\n## Planning des sessions\n\n### Attention : badge obligatoire\n\n# Autre titre\n",
    );
    assert_eq!(
        unread(&read),
        [
            (5, "### Attention : badge obligatoire"),
            (7, "# Autre titre")
        ]
    );
}

#[test]
fn words_beside_the_year_or_the_announcement_of_a_heading_or_label_are_said() {
    let read = page(
        "# P\n\n## Programme 2019 (sous réserve)\n\n## Agenda de Nantes\n\n**Idées d'ateliers : TOK**\n\n- cartes\n",
    );
    let left: Vec<_> = read
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
    assert_eq!(read.draft.ideas.len(), 1);
}

#[test]
fn a_section_that_differs_from_the_table_or_adds_to_it_is_said() {
    let read = page(&format!(
        "{TABLE}### Session du 30 août, 10h-17h, chez Numa\n"
    ));
    assert_eq!(
        codes(&read),
        [(7, "remark-hours-disagree"), (7, "remark-words-left")]
    );
    assert_eq!(attendance(&read.draft.sessions[0]), ["DIG 930-1830"]);
    let read = page(&format!(
        "{TABLE}### Session du 30 août, 9h30-18h30, Laptop\n"
    ));
    assert_eq!(codes(&read), []);
}

#[test]
fn a_section_gives_the_hours_that_the_table_leaves_out() {
    let read = page(
        "## 2019\n\n| Session | Date |\n|--|--|\n| Session DIG | 30 août |\n\n### Session du 30 août, 10h-17h\n",
    );
    assert_eq!(dates(&read.draft.sessions[0]), ["2019-08-30"]);
    assert_eq!(attendance(&read.draft.sessions[0]), ["DIG 1000-1700"]);
    assert!(!codes(&read).contains(&(7, "remark-words-left")));
}

#[test]
fn what_a_line_tells_beside_the_agenda_is_said() {
    let read = page(
        "# P\n\n## Agenda\n\nLe code est 1234. Voir l'agenda : [ici](https://exemple.fr/a), mis à jour le lundi\n",
    );
    assert_eq!(
        codes(&read),
        [(5, "remark-words-left"), (5, "remark-words-left")]
    );
    let read = page("# P\n\nLe code est 1234, voir l'agenda : https://exemple.fr/a\n");
    assert_eq!(codes(&read), [(3, "remark-words-left")]);
    let read = page("# P\n\nAgenda : https://exemple.fr/a et webcal://exemple.fr/b\n");
    assert_eq!(codes(&read), []);
    assert_eq!(unread(&read), []);
}

#[test]
fn what_a_slot_says_of_its_tracks_beside_their_number_is_said() {
    let read = page("# P\n\n- 9h - 12h : ateliers (3 en parallèle : clinique, budget, jeux)\n");
    let slot = &read.draft.sessions[0].days[0].slots[0];
    assert_eq!((slot.title.as_str(), slot.tracks), ("ateliers", 3));
    assert!(codes(&read).contains(&(3, "remark-tracks-aside")));
}

#[test]
fn a_heading_tells_a_status_in_brackets_or_struck_out_and_it_is_said() {
    let read = page(&format!(
        "{TABLE}### ~~Session du 30 août~~\n\n### Session du 3 mai (annulée)\n"
    ));
    let told: Vec<_> = read
        .draft
        .sessions
        .iter()
        .map(|session| (session.title.as_str(), session.status))
        .collect();
    let cancelled = Some(Status::Cancelled);
    assert_eq!(
        told,
        [("Session DIG", cancelled), ("Session du 3 mai", cancelled)]
    );
    let codes = codes(&read);
    assert!(codes.contains(&(7, "remark-status-struck")), "{codes:?}");
    assert!(codes.contains(&(9, "remark-status-cancelled")), "{codes:?}");
}

#[test]
fn words_for_a_status_within_a_heading_stay_in_its_title() {
    let title = "Session du 4 mai 2027 : apprendre d'un vol annulé";
    let read = page(&format!("### {title}\n\n- 9h - 10h : accueil\n"));
    let session = &read.draft.sessions[0];
    assert_eq!((session.title.as_str(), session.status), (title, None));
}

#[test]
fn a_heading_finds_its_session_by_title_though_it_tells_a_status_beside() {
    let read = page(&format!(
        "{TABLE}### Session DIG (confirmée)\n\n- 9h30 - 18h30 : atelier\n"
    ));
    assert_eq!(read.draft.sessions.len(), 1);
    assert_eq!(read.draft.sessions[0].status, Some(Status::Confirmed));
    assert_eq!(read.draft.sessions[0].days[0].slots.len(), 1);
}
