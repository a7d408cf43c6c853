//! Sections, running orders, ideas and agendas outside the tables.

use super::{attendance, codes, dates, page};

#[test]
fn section_that_no_table_announces_creates_a_session() {
    let parsed = page(
        "## 2019\n\n| Session | Date |\n|--|--|\n| Session DIG | 3 mai |\n\n### Session du 4 mai (DIG seuls), 9h-17h\n\n- 9h - 17h : atelier\n",
    );
    let session = &parsed.draft.sessions[1];
    assert_eq!(session.line, 7);
    assert_eq!(dates(session), ["2019-05-04"]);
    assert_eq!(attendance(session), ["DIG 900-1700"]);
    assert_eq!(session.days[0].slots.len(), 1);
    assert!(codes(&parsed).contains(&(7, "remark-session-not-in-table")));
}

#[test]
fn section_with_other_audiences_than_the_table_has_a_remark() {
    let parsed = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG + Mentors | 3 mai | 9h-17h |\n\n### Session du 3 mai (DIG seuls)\n",
    );
    assert_eq!(codes(&parsed), [(7, "remark-attendance-disagrees")]);
    assert_eq!(attendance(&parsed.draft.sessions[0]).len(), 2);
}

#[test]
fn page_without_a_table_has_the_sessions_of_its_sections() {
    let parsed =
        page("# Journées 2019\n\n## 3 mai\n\n9h - 12h : atelier\n\n## 4 mai\n\n9h - 12h : bilan\n");
    let all: Vec<_> = parsed.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-05-03", "2019-05-04"]);
    assert!(
        parsed
            .draft
            .sessions
            .iter()
            .all(|session| session.days[0].slots.len() == 1)
    );
}

#[test]
fn running_order_without_a_date_creates_an_undated_session() {
    let parsed = page("# Journée type\n\n- 9h - 12h : atelier\n");
    assert_eq!(parsed.draft.sessions[0].title, "Journée type");
    assert_eq!(dates(&parsed.draft.sessions[0]), ["undated"]);
    assert_eq!(codes(&parsed), [(1, "remark-session-without-date")]);
}

#[test]
fn lines_below_link_definitions_have_their_own_numbers() {
    let parsed = page("# Journée type\n\n[lieu]: https://exemple.fr\n9h : atelier\n10h : bilan\n");
    let slots = &parsed.draft.sessions[0].days[0].slots;
    let lines: Vec<_> = slots.iter().map(|slot| slot.line).collect();
    assert_eq!(lines, [4, 5]);
    assert_eq!(parsed.unread[0].line, 3);
}

#[test]
fn second_running_order_of_a_day_is_unread_with_a_remark() {
    let parsed = page("## 3 mai 2019\n\n- 9h - 12h : atelier\n\nVariante\n\n- 9h - 12h : bilan\n");
    assert_eq!(parsed.draft.sessions[0].days[0].slots.len(), 1);
    assert_eq!(codes(&parsed), [(7, "remark-second-running-order")]);
    let unread: Vec<_> = parsed.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [5, 7]);
}

#[test]
fn ideas_below_their_own_heading_belong_to_no_session() {
    let parsed = page(
        "# P\n\n## Session du 3 mai 2019\n\n## Idées d'ateliers\n\n- [ ] cartes 🗺️\n- budget\n  - détail\n",
    );
    let ideas: Vec<_> = parsed
        .draft
        .ideas
        .iter()
        .map(|idea| (idea.title.as_str(), idea.session))
        .collect();
    assert_eq!(ideas, [("cartes 🗺️", None), ("budget", None)]);
    assert_eq!(parsed.unread[0].text, "- détail");
}

#[test]
fn agenda_address_is_never_other_than_web_or_calendar() {
    let parsed =
        page("# P\n\n## Agenda\n\n[agenda](javascript:alert(1))\n\n[agenda](file:///etc/passwd)\n");
    assert_eq!(
        (&parsed.draft.agenda_page_url, &parsed.draft.agenda_feed_url),
        (&None, &None)
    );
    assert_eq!(parsed.unread.len(), 2);
}
