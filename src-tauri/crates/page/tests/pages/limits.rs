//! Pages that hold more than anyone writes: what is said of them stays short.

use std::collections::BTreeMap;

use deroule_edit::LONGEST_TITLE;
use deroule_model::Argument;
use deroule_page::{
    Counted, MOST_ALIKE, MOST_REMARKS, MOST_UNREAD, Options, PageError, Reading, read,
};

use super::page;

const TABLE: &str = "# P\n\n## 2027\n\n| Session | Date | Horaires |\n|--|--|--|\n";

/// What all remarks together count, each kind as often as it was to be made.
fn count(reading: &Reading, code: &str) -> usize {
    let mut remarks = reading.remarks.iter();
    let kept = remarks.clone().filter(|remark| remark.message.code == code);
    let kept = kept.count();
    let last = remarks.rposition(|remark| remark.message.code == code);
    let next = last.and_then(|at| reading.remarks.get(at + 1));
    let more = next.filter(|remark| remark.message.code == "remark-more");
    let more = more.map_or(0, |more| match more.message.args["count"] {
        Argument::Number(count) => usize::try_from(count).unwrap(),
        _ => 0,
    });
    kept + more
}

#[test]
fn of_remarks_that_are_alike_the_first_are_kept_and_the_others_counted() {
    let rows = "| Rencontre | 31 septembre | 9h-12h |\n".repeat(4_000);
    let read = page(&format!("{TABLE}{rows}"));
    assert_eq!(read.draft.sessions.len(), 4_000);
    assert!(
        read.remarks.len() <= MOST_ALIKE * 3,
        "{}",
        read.remarks.len()
    );
    assert_eq!(count(&read, "remark-date-impossible"), 4_000);
    assert_eq!(count(&read, "remark-audience-missing"), 4_000);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for remark in &read.remarks {
        *kinds.entry(&remark.message.code).or_default() += 1;
    }
    assert!(
        kinds.values().all(|count| *count <= MOST_ALIKE),
        "{kinds:?}"
    );
    assert!(read.remarks.len() <= MOST_REMARKS + kinds.len() + 2);
}

#[test]
fn few_remarks_are_all_kept_in_the_order_of_the_page() {
    let rows = "| Rencontre | 31 septembre | 9h-12h |\n".repeat(MOST_ALIKE);
    let read = page(&format!("{TABLE}{rows}"));
    assert_eq!(count(&read, "remark-date-impossible"), MOST_ALIKE);
    let codes = |code: &str| {
        read.remarks
            .iter()
            .any(|remark| remark.message.code == code)
    };
    assert!(!codes("remark-more") && !codes("remark-others"));
    assert!(read.remarks.is_sorted_by_key(|remark| remark.line));
}

#[test]
fn a_table_of_two_thousand_columns_is_left_unread_and_little_is_said_of_it() {
    let row = |cell: &str| {
        format!(
            "| Rencontre | 3 mai {}|\n",
            format!("| {cell} ").repeat(1_998)
        )
    };
    let header = format!(
        "| Session | Date {}|\n{}|\n",
        "| x ".repeat(1_998),
        "|--".repeat(2_000)
    );
    let read = page(&format!("# P\n\n{header}{}", row("y").repeat(200)));
    assert_eq!(read.draft.sessions.len(), 0);
    assert!(read.remarks.len() < 10);
    assert_eq!(read.unread.len(), 201);
    let text: usize = read.unread.iter().map(|unread| unread.text.len()).sum();
    assert!(text < 201 * 1_100, "{text}");
}

#[test]
fn a_page_of_more_than_any_programme_is_refused() {
    let refused = |text: String| read(&text, &Options::default()).unwrap_err();
    let too_many = |what, limit| PageError::TooMany { what, limit };
    let rows = "| R | 3 mai | 9h-12h |\n".repeat(10_001);
    assert_eq!(
        refused(format!("{TABLE}{rows}")),
        too_many(Counted::Sessions, 10_000)
    );
    let headings = "## 3 mai 2027\n\n".repeat(10_001);
    assert_eq!(refused(headings), too_many(Counted::Sessions, 10_000));
    let ideas = "- a\n".repeat(40_001);
    assert_eq!(
        refused(format!("## Idées\n\n{ideas}")),
        too_many(Counted::Ideas, 40_000)
    );
    let names: String = (0..101)
        .map(|at| format!("| R | 3 mai | Groupe {at} |\n"))
        .collect();
    let table = "# P\n\n| Session | Date | Public |\n|--|--|--|\n";
    assert_eq!(
        refused(format!("{table}{names}")),
        too_many(Counted::Audiences, 100)
    );
    assert_eq!(
        refused("\n".repeat(250_001)),
        too_many(Counted::Lines, 250_000)
    );
    assert_eq!(
        refused("*".repeat(800_001)),
        too_many(Counted::Marks, 800_000)
    );
    let stretches = "| R | du 1er au 31 mai | |\n".repeat(1_291);
    assert_eq!(
        refused(format!("{TABLE}{stretches}")),
        too_many(Counted::Days, 40_000)
    );
    // None of them too many by itself.
    let stretches = "| R | du 1er au 31 mai | 9h-12h DIG |\n".repeat(700);
    assert_eq!(
        refused(format!("{TABLE}{stretches}")),
        too_many(Counted::Rows, 40_000)
    );
}

#[test]
fn twenty_thousand_ideas_and_two_thousand_sessions_are_read() {
    let ideas: String = (0..20_000).map(|at| format!("- idée {at}\n")).collect();
    assert_eq!(
        page(&format!("## Idées\n\n{ideas}")).draft.ideas.len(),
        20_000
    );
    let sessions: String = (0..2_000)
        .map(|at| {
            format!(
                "## {} mai {}\n\n- 9h - 10h : accueil\n\n",
                at % 28 + 1,
                1990 + at / 28
            )
        })
        .collect();
    let read = page(&sessions);
    assert_eq!(read.draft.sessions.len(), 2_000);
    assert!(
        read.draft
            .sessions
            .iter()
            .all(|session| session.days[0].slots.len() == 1)
    );
}

#[test]
fn the_years_sections_and_details_of_thousands_of_headings_are_told_apart() {
    let year = |year: u32| {
        format!(
            "## Programme {year}\n\n| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n### Session du 30 août\n\n- 9h : atelier {year}\n\n"
        )
    };
    let read = page(&(1990..2090).map(year).collect::<String>());
    assert_eq!(read.draft.sessions.len(), 100);
    for (at, session) in (1990..).zip(&read.draft.sessions) {
        assert_eq!(
            session.days[0].date.unwrap().to_string(),
            format!("{at}-08-30")
        );
        assert_eq!(session.days[0].slots[0].title, format!("atelier {at}"));
    }
}

#[test]
fn unread_lines_are_listed_up_to_a_number_and_counted_beyond() {
    let read = page(&"à suivre\n\n".repeat(MOST_UNREAD + 30));
    assert_eq!(read.unread.len(), MOST_UNREAD);
    let more: Vec<_> = read
        .remarks
        .iter()
        .filter(|remark| remark.message.code == "remark-unread-more")
        .map(|remark| (remark.line, remark.message.args["count"].clone()))
        .collect();
    let line = u32::try_from(MOST_UNREAD).unwrap() * 2 + 1;
    assert_eq!(more, [(line, Argument::Number(30))]);
    let endless = page(&"a".repeat(3_000_000));
    assert!(endless.unread[0].text.len() < 2_000);
}

#[test]
fn titles_longer_than_any_may_be_are_cut_and_it_is_said_where() {
    let long = "é".repeat(LONGEST_TITLE + 1);
    let fits = "é".repeat(LONGEST_TITLE);
    let text = |title: &str| {
        format!(
            "# {title}\n\n| Session | Date |\n|--|--|\n| {title} | 3 mai 2027 |\n\n### 4 mai 2027 {title}\n\n- 9h : {title}\n\n## Idées\n\n- {title}\n"
        )
    };
    let titles = |reading: &Reading| {
        let draft = &reading.draft;
        let slots = draft.sessions.iter().flat_map(|session| &session.days);
        let slots = slots
            .flat_map(|day| &day.slots)
            .map(|slot| slot.title.clone());
        let sessions = draft.sessions.iter().map(|session| session.title.clone());
        let ideas = draft.ideas.iter().map(|idea| idea.title.clone());
        draft
            .title
            .clone()
            .into_iter()
            .chain(sessions)
            .chain(slots)
            .chain(ideas)
            .collect::<Vec<_>>()
    };
    let read = page(&text(&long));
    let all = titles(&read);
    assert_eq!(all.len(), 5);
    assert!(
        all.iter()
            .all(|title| title.chars().count() == LONGEST_TITLE)
    );
    let cut = read
        .remarks
        .iter()
        .filter(|remark| remark.message.code == "remark-title-cut");
    assert_eq!(
        cut.map(|remark| remark.line).collect::<Vec<_>>(),
        [1, 5, 7, 9, 13]
    );
    let read = page(&format!("# {fits}\n\n- 9h : {fits}\n"));
    let cut = |remark: &deroule_page::Remark| remark.message.code == "remark-title-cut";
    assert!(!read.remarks.iter().any(cut));
}
