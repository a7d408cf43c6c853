//! Tables other than the organiser's.

use deroule_model::Status;
use deroule_page::ParsedPage;

use super::{attendance, codes, dates, page};

#[test]
fn english_table_is_read_in_any_order_of_columns() {
    let parsed = page(
        "# Fellowship\n\n## 2024\n\n| Venue | When | Hours | Audience | Topic | Title |\n|--|--|--|--|--|--|\n\
         | Main hall | Sept 26 | 9:30-18:30 | Fellows, Mentors | Maps | Kick-off |\n",
    );
    let session = &parsed.draft.sessions[0];
    assert_eq!(session.title, "Kick-off");
    assert_eq!(session.venue.as_deref(), Some("Main hall"));
    assert_eq!(session.theme.as_deref(), Some("Maps"));
    assert_eq!(dates(session), ["2024-09-26"]);
    assert_eq!(
        attendance(session),
        ["Fellows 930-1830", "Mentors 930-1830"]
    );
    assert_eq!(parsed.draft.timezone, None);
    assert_eq!(codes(&parsed), []);
    assert_eq!(parsed.unread, []);
}

#[test]
fn hours_in_a_cell_belong_to_the_audience_next_to_them() {
    for cell in [
        "9h30-18h30 pour les DIG, 14h-18h30 pour les mentors",
        "DIG : 9h30-18h30<br>Mentors : 14h-18h30",
        "9h30-18h30 (DIG) / 14h-18h30 (mentors)",
        "9h30-18h30 (Mentors : 14h-18h30)",
        "9h30-18h30 (mentors 14h-18h30)",
        "9h30-18h30, Mentors 14h-18h30",
        "9h30-18h30 DIG, mentors 14h-18h30",
        "9h30-18h30 pour les DIG, Mentors : 14h-18h30",
        "DIG 9h30-18h30 Mentors 14h-18h30",
        "9h30-18h30 DIG puis 14h-18h30 mentors",
        "9h30-18h30 et pour les mentors 14h-18h30",
    ] {
        let parsed = page(&format!(
            "## Programme 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG + Mentors | 26 septembre | {cell} |\n"
        ));
        let session = &parsed.draft.sessions[0];
        assert_eq!(
            attendance(session),
            ["DIG 930-1830", "Mentors 1400-1830"],
            "{cell}"
        );
        assert_eq!(codes(&parsed), [], "{cell}");
    }
}

#[test]
fn hours_of_several_audiences_belong_to_each() {
    for cell in [
        "DIG + EIG : 9h-12h ; Mentors : 14h-18h",
        "9h-12h (DIG, EIG), 14h-18h (Mentors)",
    ] {
        let parsed = page(&format!(
            "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG | 3 mai | {cell} |\n"
        ));
        let attending = attendance(&parsed.draft.sessions[0]);
        assert_eq!(
            attending,
            ["DIG 900-1200", "EIG 900-1200", "Mentors 1400-1800"],
            "{cell}"
        );
    }
}

#[test]
fn name_between_two_ranges_of_hours_has_a_remark() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG + Mentors | 3 mai | 9h-12h Mentors 14h-18h |\n",
    );
    let session = &parsed.draft.sessions[0];
    assert_eq!(attendance(session), ["DIG 1400-1800", "Mentors 900-1200"]);
    assert_eq!(codes(&parsed), [(5, "remark-hours-whose")]);
}

#[test]
fn session_of_several_days_has_its_hours_on_each() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG | 16 & 17 mai | 9h-17h |\n\n\
         ### 16 mai\n\n- 9h - 17h : atelier\n\n### 17 mai\n\n- 9h - 17h : bilan\n",
    );
    let session = &parsed.draft.sessions[0];
    assert_eq!(dates(session), ["2019-05-16", "2019-05-17"]);
    assert_eq!(session.days[0].attendance, session.days[1].attendance);
    assert_eq!(session.days[0].slots[0].title, "atelier");
    assert_eq!(session.days[1].slots[0].title, "bilan");
    assert_eq!(codes(&parsed), []);
}

#[test]
fn rows_have_the_status_of_their_title_or_date() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG | à confirmer | 9h-17h |\n\
         | Session DIG | | |\n| Session DIG (annulée) | 3 mai | 9h-17h |\n| ~~Session DIG~~ | 4 mai | 9h-17h |\n\
         | Session DIG | 5 mai (TBC) | 9h-17h |\n",
    );
    let found: Vec<_> = parsed
        .draft
        .sessions
        .iter()
        .map(|session| {
            (
                session.title.as_str(),
                session.status,
                dates(session).join(" "),
            )
        })
        .collect();
    let dig = "Session DIG";
    assert_eq!(
        found,
        [
            (dig, Some(Status::Tentative), "undated".to_owned()),
            (dig, None, String::new()),
            (dig, Some(Status::Cancelled), "2019-05-03".to_owned()),
            (dig, Some(Status::Cancelled), "2019-05-04".to_owned()),
            (dig, Some(Status::Tentative), "2019-05-05".to_owned()),
        ]
    );
    assert_eq!(
        codes(&parsed),
        [
            (5, "remark-status-tentative"),
            (6, "remark-hours-missing"),
            (7, "remark-status-cancelled"),
            (8, "remark-status-struck"),
            (9, "remark-status-tentative"),
        ]
    );
}

/// The sessions of a table, each with its title, status and dates.
fn sessions(page: &ParsedPage) -> Vec<(&str, Option<Status>, String)> {
    let sessions = page.draft.sessions.iter();
    sessions
        .map(|session| {
            let dates = dates(session).join(" ");
            (session.title.as_str(), session.status, dates)
        })
        .collect()
}

#[test]
fn status_words_within_a_title_are_no_status() {
    let titles = [
        "Que faire d'un vol annulé ?",
        "Places confirmées et listes d'attente",
        "Le printemps à venir",
        "Budget provisoire",
        "TBD Records",
        "Cancelled flights and what to do",
        "Trains (annulés ou en retard)",
    ];
    let rows: String = (1..)
        .zip(titles)
        .map(|(day, title)| format!("| {title} | {day} mai | 9h-12h |\n"))
        .collect();
    let parsed = page(&format!(
        "## 2027\n\n| Session | Date | Horaires |\n|--|--|--|\n{rows}"
    ));
    let found: Vec<_> = sessions(&parsed)
        .into_iter()
        .map(|(title, status, _)| (title, status))
        .collect();
    assert_eq!(found, titles.map(|title| (title, None)));
    let about_status = |code: &str| code.starts_with("remark-status");
    assert!(!codes(&parsed).iter().any(|(_, code)| about_status(code)));
}

#[test]
fn struck_row_is_cancelled_and_keeps_its_cells() {
    for title in [
        "~~Bourse~~",
        "~~**Bourse**~~ [ANNULÉ]",
        "~~Bourse~~ – annulée",
        "~~Bourse (annulée)~~",
    ] {
        let parsed = page(&format!(
            "## 2027\n\n| Session | Date | Horaires | Lieu |\n|--|--|--|--|\n| {title} | ~~3 mai~~ | ~~9h-12h~~ | ~~Halle~~ |\n"
        ));
        let cancelled = Some(Status::Cancelled);
        assert_eq!(
            sessions(&parsed),
            [("Bourse", cancelled, "2027-05-03".to_owned())],
            "{title}"
        );
        let session = &parsed.draft.sessions[0];
        assert_eq!(session.venue.as_deref(), Some("Halle"), "{title}");
        assert_eq!(attendance(session), ["Participants 900-1200"], "{title}");
        let about = codes(&parsed)
            .into_iter()
            .filter(|(_, code)| code.starts_with("remark-st"));
        assert_eq!(about.count(), 1, "{title}: {:?}", codes(&parsed));
    }
}

#[test]
fn struck_date_is_no_date_unless_it_is_cancelled() {
    let row = |cell: &str| {
        let parsed = page(&format!(
            "## 2027\n\n| Session | Date |\n|--|--|\n| Bourse | {cell} |\n"
        ));
        let (_, status, dates) = sessions(&parsed).remove(0);
        (status, dates)
    };
    let may = || "2027-05-03".to_owned();
    assert_eq!(row("~~3 mai~~ annulé"), (Some(Status::Cancelled), may()));
    assert_eq!(
        row("~~3 mai~~ à confirmer"),
        (Some(Status::Tentative), String::new())
    );
    assert_eq!(row("3 mai, à confirmer"), (Some(Status::Tentative), may()));
}

#[test]
fn status_column_prevails_over_the_title_with_a_remark_if_they_differ() {
    let parsed = page(
        "## 2027\n\n| Session | Date | Statut |\n|--|--|--|\n| Bourse (annulée) | 3 mai | confirmée |\n\
         | Foire | 4 mai | non confirmée par le lieu |\n| Marché | 5 mai | confirmée |\n",
    );
    let statuses: Vec<_> = sessions(&parsed)
        .into_iter()
        .map(|(_, status, _)| status)
        .collect();
    let (confirmed, tentative) = (Some(Status::Confirmed), Some(Status::Tentative));
    assert_eq!(statuses, [confirmed, tentative, confirmed]);
    assert_eq!(
        codes(&parsed),
        [
            (5, "remark-status-confirmed"),
            (5, "remark-status-left"),
            (6, "remark-cell-unread"),
            (6, "remark-status-tentative"),
        ]
    );
}

#[test]
fn slips_in_a_table_have_remarks_on_their_lines() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires | Café |\n|--|--|--|--|\n| Session DIG | mercredi 26 septembre | 9h-17h | oui | trop |\n\
         | Session DIG | 31 septembre | 18h-9h | |\n| Session DIG | bientôt | 9h | |\n",
    );
    assert_eq!(
        codes(&parsed),
        [
            (3, "remark-column-unknown"),
            (5, "remark-cell-unread"),
            (5, "remark-cells-beyond"),
            (5, "remark-weekday"),
            (6, "remark-end-before-start"),
            (6, "remark-hours-missing"),
            (6, "remark-date-impossible"),
            (7, "remark-date-unread"),
            (7, "remark-hours-without-end"),
            (7, "remark-hours-missing"),
        ]
    );
    assert_eq!(dates(&parsed.draft.sessions[0]), ["2019-09-26"]);
}

#[test]
fn markdown_in_cells_is_read_as_text_and_links_have_a_remark() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Lieu |\n|--|--|--|\n| **Session** DIG \\| suite | 3 mai | [Laptop](https://exemple.fr) |\n",
    );
    let session = &parsed.draft.sessions[0];
    assert_eq!(session.title, "Session DIG | suite");
    assert_eq!(session.venue.as_deref(), Some("Laptop"));
    assert!(codes(&parsed).contains(&(5, "remark-link")));
    assert!(
        !codes(&parsed)
            .iter()
            .any(|(_, code)| *code == "remark-cells-beyond")
    );
}

#[test]
fn hours_without_an_audience_belong_to_participants_with_a_remark() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Rentrée | 3 mai | 9h-17h |\n",
    );
    assert_eq!(parsed.draft.audiences, ["Participants"]);
    assert_eq!(
        attendance(&parsed.draft.sessions[0]),
        ["Participants 900-1700"]
    );
    assert_eq!(codes(&parsed), [(5, "remark-audience-missing")]);
}

#[test]
fn audiences_differ_from_numbers_themes_and_each_other() {
    let rows = [
        "Session DIG n°1",
        "Session DIG 2",
        "Session Découverte",
        "Séance avec les Mentors",
        "Session dig & MENTORS",
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|title| format!("| {title} | 3 mai | 9h-17h |\n"))
        .collect();
    let parsed = page(&format!(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n{}",
        rows.concat()
    ));
    assert_eq!(parsed.draft.audiences, ["DIG", "Mentors"]);
    let attendance: Vec<_> = parsed.draft.sessions.iter().map(attendance).collect();
    let (dig, mentors) = ("DIG 900-1700", "Mentors 900-1700");
    assert_eq!(
        attendance,
        [
            vec![dig],
            vec![dig],
            vec![dig, mentors],
            vec![mentors],
            vec![dig, mentors]
        ]
    );
    assert_eq!(codes(&parsed), [(7, "remark-audience-missing")]);
}

#[test]
fn line_without_a_bar_after_a_table_is_no_row() {
    let parsed = page("## 2019\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 mai |\nÀ suivre\n");
    assert_eq!(parsed.draft.sessions.len(), 1);
    assert_eq!(parsed.unread[0].text, "À suivre");
}

#[test]
fn lines_between_link_definitions_and_a_table_keep_their_numbers() {
    let parsed = page(
        "[lieu]: https://exemple.fr\n---\nà relire\n| Session | Date |\n|--|--|\n| Rentrée | 3 mai |\n",
    );
    assert_eq!(parsed.draft.sessions[0].line, 6);
    let unread: Vec<_> = parsed.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [1, 3]);
}

#[test]
fn table_without_session_columns_is_unread() {
    let parsed = page("| Ville | Code |\n|--|--|\n| Nantes | 44 |\n");
    assert_eq!(parsed.draft.sessions, []);
    assert_eq!(parsed.unread.len(), 2);
}

#[test]
fn new_date_replaces_a_struck_one_with_a_remark() {
    let parsed = page("## 2019\n\n| Session | Date |\n|--|--|\n| Rentrée | ~~3 mai~~ 10 mai |\n");
    assert_eq!(dates(&parsed.draft.sessions[0]), ["2019-05-10"]);
    assert_eq!(parsed.draft.sessions[0].status, None);
    assert_eq!(codes(&parsed), [(5, "remark-struck")]);
}

#[test]
fn struck_venue_is_ignored_with_a_remark() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Lieu |\n|--|--|--|\n| Rentrée | 3 mai | ~~Laptop~~ |\n",
    );
    assert_eq!(parsed.draft.sessions[0].venue, None);
    assert_eq!(codes(&parsed), [(5, "remark-struck")]);
}
