//! Pages with more than anyone writes: their results stay short.

use std::collections::BTreeMap;

use deroule_edit::LONGEST_TITLE;
use deroule_model::Argument;
use deroule_page::{
    Counted, MAX_REMARKS, MAX_REMARKS_PER_CODE, MAX_UNREAD_LINES, Options, PageError, ParsedPage,
    parse,
};

use super::page;

const TABLE: &str = "# P\n\n## 2027\n\n| Session | Date | Horaires |\n|--|--|--|\n";

/// How many remarks of a code are kept and counted.
fn count(page: &ParsedPage, code: &str) -> usize {
    let mut remarks = page.remarks.iter();
    let kept = remarks.clone().filter(|remark| remark.message.code == code);
    let kept = kept.count();
    let last = remarks.rposition(|remark| remark.message.code == code);
    let next = last.and_then(|at| page.remarks.get(at + 1));
    let more = next.filter(|remark| remark.message.code == "remark-more");
    let more = more.map_or(0, |more| match more.message.args["count"] {
        Argument::Number(count) => usize::try_from(count).unwrap(),
        _ => 0,
    });
    kept + more
}

#[test]
fn first_remarks_of_a_code_are_kept_and_the_others_counted() {
    let rows = "| Rencontre | 31 septembre | 9h-12h |\n".repeat(4_000);
    let parsed = page(&format!("{TABLE}{rows}"));
    assert_eq!(parsed.draft.sessions.len(), 4_000);
    assert!(
        parsed.remarks.len() <= MAX_REMARKS_PER_CODE * 3,
        "{}",
        parsed.remarks.len()
    );
    assert_eq!(count(&parsed, "remark-date-impossible"), 4_000);
    assert_eq!(count(&parsed, "remark-audience-missing"), 4_000);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for remark in &parsed.remarks {
        *kinds.entry(&remark.message.code).or_default() += 1;
    }
    assert!(
        kinds.values().all(|count| *count <= MAX_REMARKS_PER_CODE),
        "{kinds:?}"
    );
    assert!(parsed.remarks.len() <= MAX_REMARKS + kinds.len() + 2);
}

#[test]
fn few_remarks_are_all_kept_in_the_order_of_the_page() {
    let rows = "| Rencontre | 31 septembre | 9h-12h |\n".repeat(MAX_REMARKS_PER_CODE);
    let parsed = page(&format!("{TABLE}{rows}"));
    assert_eq!(
        count(&parsed, "remark-date-impossible"),
        MAX_REMARKS_PER_CODE
    );
    let codes = |code: &str| {
        parsed
            .remarks
            .iter()
            .any(|remark| remark.message.code == code)
    };
    assert!(!codes("remark-more") && !codes("remark-others"));
    assert!(parsed.remarks.is_sorted_by_key(|remark| remark.line));
}

#[test]
fn table_of_two_thousand_columns_is_unread_with_few_remarks() {
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
    let parsed = page(&format!("# P\n\n{header}{}", row("y").repeat(200)));
    assert_eq!(parsed.draft.sessions.len(), 0);
    assert!(parsed.remarks.len() < 10);
    assert_eq!(parsed.unread.len(), 201);
    let text: usize = parsed.unread.iter().map(|unread| unread.text.len()).sum();
    assert!(text < 201 * 1_100, "{text}");
}

#[test]
fn page_with_too_many_rows_is_refused() {
    let refused = |text: String| parse(&text, &Options::default()).unwrap_err();
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
    let ranges = "| R | du 1er au 31 mai | |\n".repeat(1_291);
    assert_eq!(
        refused(format!("{TABLE}{ranges}")),
        too_many(Counted::Days, 40_000)
    );
    // Too many only together.
    let ranges = "| R | du 1er au 31 mai | 9h-12h DIG |\n".repeat(700);
    assert_eq!(
        refused(format!("{TABLE}{ranges}")),
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
    let parsed = page(&sessions);
    assert_eq!(parsed.draft.sessions.len(), 2_000);
    assert!(
        parsed
            .draft
            .sessions
            .iter()
            .all(|session| session.days[0].slots.len() == 1)
    );
}

#[test]
fn sections_of_one_hundred_years_belong_to_their_own_sessions() {
    let year = |year: u32| {
        format!(
            "## Programme {year}\n\n| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n### Session du 30 août\n\n- 9h : atelier {year}\n\n"
        )
    };
    let parsed = page(&(1990..2090).map(year).collect::<String>());
    assert_eq!(parsed.draft.sessions.len(), 100);
    for (at, session) in (1990..).zip(&parsed.draft.sessions) {
        assert_eq!(
            session.days[0].date.unwrap().to_string(),
            format!("{at}-08-30")
        );
        assert_eq!(session.days[0].slots[0].title, format!("atelier {at}"));
    }
}

#[test]
fn unread_lines_are_listed_up_to_the_limit_and_counted_beyond() {
    let parsed = page(&"à suivre\n\n".repeat(MAX_UNREAD_LINES + 30));
    assert_eq!(parsed.unread.len(), MAX_UNREAD_LINES);
    let more: Vec<_> = parsed
        .remarks
        .iter()
        .filter(|remark| remark.message.code == "remark-unread-more")
        .map(|remark| (remark.line, remark.message.args["count"].clone()))
        .collect();
    let line = u32::try_from(MAX_UNREAD_LINES).unwrap() * 2 + 1;
    assert_eq!(more, [(line, Argument::Number(30))]);
    let long = page(&"a".repeat(3_000_000));
    assert!(long.unread[0].text.len() < 2_000);
}

#[test]
fn long_titles_are_truncated_with_a_remark() {
    let long = "é".repeat(LONGEST_TITLE + 1);
    let fits = "é".repeat(LONGEST_TITLE);
    let text = |title: &str| {
        format!(
            "# {title}\n\n| Session | Date |\n|--|--|\n| {title} | 3 mai 2027 |\n\n### 4 mai 2027 {title}\n\n- 9h : {title}\n\n## Idées\n\n- {title}\n"
        )
    };
    let titles = |page: &ParsedPage| {
        let draft = &page.draft;
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
    let parsed = page(&text(&long));
    let all = titles(&parsed);
    assert_eq!(all.len(), 5);
    assert!(
        all.iter()
            .all(|title| title.chars().count() == LONGEST_TITLE)
    );
    let cut = parsed
        .remarks
        .iter()
        .filter(|remark| remark.message.code == "remark-title-cut");
    assert_eq!(
        cut.map(|remark| remark.line).collect::<Vec<_>>(),
        [1, 5, 7, 9, 13]
    );
    let parsed = page(&format!("# {fits}\n\n- 9h : {fits}\n"));
    let cut = |remark: &deroule_page::Remark| remark.message.code == "remark-title-cut";
    assert!(!parsed.remarks.iter().any(cut));
}
