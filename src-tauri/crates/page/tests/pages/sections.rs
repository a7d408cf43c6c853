//! Sections, running orders, ideas and agendas outside the table.

use super::{attendance, codes, dates, page};

#[test]
fn a_section_the_table_does_not_announce_makes_a_session() {
    let read = page(
        "## 2019\n\n| Session | Date |\n|--|--|\n| Session DIG | 3 mai |\n\n### Session du 4 mai (DIG seuls), 9h-17h\n\n- 9h - 17h : atelier\n",
    );
    let session = &read.draft.sessions[1];
    assert_eq!(session.line, 7);
    assert_eq!(dates(session), ["2019-05-04"]);
    assert_eq!(attendance(session), ["DIG 900-1700"]);
    assert_eq!(session.days[0].slots.len(), 1);
    assert!(codes(&read).contains(&(7, "remark-session-not-in-table")));
}

#[test]
fn a_section_that_disagrees_with_the_table_on_who_attends_is_said() {
    let read = page(
        "## 2019\n\n| Session | Date | Horaires |\n|--|--|--|\n| Session DIG + Mentors | 3 mai | 9h-17h |\n\n### Session du 3 mai (DIG seuls)\n",
    );
    assert_eq!(codes(&read), [(7, "remark-attendance-disagrees")]);
    assert_eq!(attendance(&read.draft.sessions[0]).len(), 2);
}

#[test]
fn a_page_without_a_table_is_made_of_its_sections() {
    let read =
        page("# Journées 2019\n\n## 3 mai\n\n9h - 12h : atelier\n\n## 4 mai\n\n9h - 12h : bilan\n");
    let all: Vec<_> = read.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-05-03", "2019-05-04"]);
    assert!(
        read.draft
            .sessions
            .iter()
            .all(|session| session.days[0].slots.len() == 1)
    );
}

#[test]
fn a_running_order_under_no_date_makes_an_undated_session() {
    let read = page("# Journée type\n\n- 9h - 12h : atelier\n");
    assert_eq!(read.draft.sessions[0].title, "Journée type");
    assert_eq!(dates(&read.draft.sessions[0]), ["undated"]);
    assert_eq!(codes(&read), [(1, "remark-session-without-date")]);
}

#[test]
fn lines_below_definitions_of_links_are_read_at_their_own_place() {
    let read = page("# Journée type\n\n[lieu]: https://exemple.fr\n9h : atelier\n10h : bilan\n");
    let slots = &read.draft.sessions[0].days[0].slots;
    let lines: Vec<_> = slots.iter().map(|slot| slot.line).collect();
    assert_eq!(lines, [4, 5]);
    assert_eq!(read.unread[0].line, 3);
}

#[test]
fn a_second_running_order_for_the_same_day_is_unread_and_said() {
    let read = page("## 3 mai 2019\n\n- 9h - 12h : atelier\n\nVariante\n\n- 9h - 12h : bilan\n");
    assert_eq!(read.draft.sessions[0].days[0].slots.len(), 1);
    assert_eq!(codes(&read), [(7, "remark-second-running-order")]);
    let unread: Vec<_> = read.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [5, 7]);
}

#[test]
fn ideas_under_a_heading_of_their_own_belong_to_no_session() {
    let read = page(
        "# P\n\n## Session du 3 mai 2019\n\n## Idées d'ateliers\n\n- [ ] cartes 🗺️\n- budget\n  - détail\n",
    );
    let ideas: Vec<_> = read
        .draft
        .ideas
        .iter()
        .map(|idea| (idea.title.as_str(), idea.session))
        .collect();
    assert_eq!(ideas, [("cartes 🗺️", None), ("budget", None)]);
    assert_eq!(read.unread[0].text, "- détail");
}

#[test]
fn an_address_that_is_no_web_or_calendar_address_is_never_kept() {
    let read =
        page("# P\n\n## Agenda\n\n[agenda](javascript:alert(1))\n\n[agenda](file:///etc/passwd)\n");
    assert_eq!(
        (&read.draft.agenda_page_url, &read.draft.agenda_feed_url),
        (&None, &None)
    );
    assert_eq!(read.unread.len(), 2);
}
