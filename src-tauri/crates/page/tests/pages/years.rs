//! The years of dates.

use chrono::NaiveDate;
use deroule_page::{Options, parse};

use super::{codes, dates, page};

#[test]
fn table_has_the_year_of_the_heading_above() {
    let table = "| Session | Date |\n|--|--|\n| Session DIG | 3 mai |\n";
    let parsed = page(&format!(
        "## Programme 2019\n\n{table}\n## Programme 2020\n\n{table}"
    ));
    let all: Vec<_> = parsed.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-05-03", "2020-05-03"]);
}

#[test]
fn section_has_the_year_of_the_heading_above() {
    let year = |year: u32| {
        format!(
            "## Programme {year}\n\n| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n\
             ### Session du 30 août\n\n- 9h - 12h : atelier {year}\n\n"
        )
    };
    let parsed = page(&format!("{}{}", year(2019), year(2020)));
    let found: Vec<_> = parsed
        .draft
        .sessions
        .iter()
        .map(|session| (dates(session), session.days[0].slots[0].title.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (vec!["2019-08-30".to_owned()], "atelier 2019"),
            (vec!["2020-08-30".to_owned()], "atelier 2020")
        ]
    );
    assert_eq!(codes(&parsed), []);
}

#[test]
fn section_that_matches_two_years_has_a_remark() {
    let table = "| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n";
    let parsed = page(&format!(
        "## Programme 2019\n\n{table}## Programme 2020\n\n{table}## Détail\n\n### Session du 30 août\n"
    ));
    assert_eq!(codes(&parsed), [(15, "remark-date-ambiguous")]);
}

#[test]
fn school_year_lasts_from_august_to_july() {
    let parsed = page(
        "## Programme 2019-2020\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n| Clôture | 3 juin |\n",
    );
    let all: Vec<_> = parsed.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-09-03", "2020-06-03"]);
}

#[test]
fn year_comes_from_the_options_then_from_the_next_occurrence_else_there_is_none() {
    let text = "| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n";
    let with = |year, today| {
        let options = Options {
            year,
            today,
            ..Options::default()
        };
        let parsed = parse(text, &options).unwrap();
        let code = codes(&parsed).first().map(|(_, code)| (*code).to_owned());
        (dates(&parsed.draft.sessions[0]), code.unwrap_or_default())
    };
    let today = NaiveDate::from_ymd_opt(2021, 9, 4);
    let dated = |date: &str, code: &str| (vec![date.to_owned()], code.to_owned());
    assert_eq!(with(Some(2022), today), dated("2022-09-03", ""));
    assert_eq!(
        with(None, today),
        dated("2022-09-03", "remark-year-guessed")
    );
    assert_eq!(with(None, None), (vec![], "remark-year-missing".to_owned()));
}

#[test]
fn existing_date_keeps_its_year() {
    let text = "| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n| Bilan | 4 septembre |\n";
    let options = Options {
        today: NaiveDate::from_ymd_opt(2024, 1, 1),
        existing_dates: vec![NaiveDate::from_ymd_opt(2021, 9, 3).unwrap()],
        ..Options::default()
    };
    let parsed = parse(text, &options).unwrap();
    let all: Vec<_> = parsed.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2021-09-03", "2024-09-04"]);
    let years = codes(&parsed);
    assert!(years.contains(&(3, "remark-year-known")), "{years:?}");
    assert!(years.contains(&(4, "remark-year-guessed")), "{years:?}");
}

#[test]
fn year_of_the_page_prevails_over_the_options_with_a_remark() {
    let text = "## Programme 2019\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n";
    let options = Options {
        year: Some(2020),
        ..Options::default()
    };
    let parsed = parse(text, &options).unwrap();
    assert_eq!(dates(&parsed.draft.sessions[0]), ["2019-09-03"]);
    assert_eq!(codes(&parsed), [(1, "remark-year-of-page")]);
}

/// A table of sessions on some dates, below a heading.
fn table(heading: &str, rows: &[&str]) -> String {
    let rows: String = rows
        .iter()
        .map(|date| format!("| Rencontre | {date} |\n"))
        .collect();
    format!("{heading}\n\n| Session | Date |\n|--|--|\n{rows}\n")
}

fn all_dates(text: &str, today: Option<(i32, u32, u32)>) -> Vec<String> {
    let today = today.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    let options = Options {
        today,
        ..Options::default()
    };
    let parsed = parse(text, &options).unwrap();
    parsed.draft.sessions.iter().flat_map(dates).collect()
}

#[test]
fn rows_continue_in_the_next_year_with_a_remark() {
    let text = table(
        "## Programme 2026",
        &["26 novembre", "14 janvier", "18 juin"],
    );
    assert_eq!(
        all_dates(&text, None),
        ["2026-11-26", "2027-01-14", "2027-06-18"]
    );
    assert_eq!(codes(&page(&text)), [(6, "remark-new-year-inferred")]);
}

#[test]
fn second_table_of_a_section_continues_after_the_first() {
    let text = table("## Programme 2026", &["15 octobre", "10 décembre"])
        + &table("### Suite", &["14 janvier", "11 mars"]);
    assert_eq!(
        all_dates(&text, None),
        ["2026-10-15", "2026-12-10", "2027-01-14", "2027-03-11"]
    );
    let parallel = table("## Programme 2026", &["3 septembre", "10 juin"])
        + &table("### Mentors", &["7 octobre", "20 mai"]);
    assert_eq!(
        all_dates(&parallel, None),
        ["2026-09-03", "2027-06-10", "2026-10-07", "2027-05-20"]
    );
}

#[test]
fn headings_continue_in_the_next_year_as_rows_do() {
    let text = "# Programme 2026\n\n## 26 novembre\n\n9h - 12h : atelier\n\n## 14 janvier\n\n9h - 12h : bilan\n";
    assert_eq!(all_dates(text, None), ["2026-11-26", "2027-01-14"]);
}

#[test]
fn dates_of_one_row_continue_in_the_next_year() {
    let text = table(
        "## Programme 2026",
        &["30 décembre et 2 janvier", "15 janvier"],
    );
    assert_eq!(
        all_dates(&text, None),
        ["2026-12-30", "2027-01-02", "2027-01-15"]
    );
    let text = table("# P", &["du 30 décembre au 1er janvier 2027"]);
    assert_eq!(
        all_dates(&text, None),
        ["2026-12-30", "2026-12-31", "2027-01-01"]
    );
}

#[test]
fn year_of_the_same_date_elsewhere_decides_and_one_session_is_created() {
    let detail = "### Session du 15 octobre 2020\n\n- 9h - 10h : accueil\n";
    let text = table("# P", &["15 octobre", "20 novembre", "14 janvier"]) + detail;
    assert_eq!(
        all_dates(&text, None),
        ["2020-10-15", "2020-11-20", "2021-01-14"]
    );
    // It prevails over the heading above, with a remark.
    let text = table(
        "## Programme 2019",
        &["30 août", "15 octobre", "12 décembre"],
    ) + detail;
    assert_eq!(
        all_dates(&text, None),
        ["2019-08-30", "2020-10-15", "2019-12-12"]
    );
    assert_eq!(codes(&page(&text)), [(6, "remark-year-differs")]);
}

#[test]
fn year_in_prose_decides_only_without_a_heading() {
    let prose = "Première rencontre le 15 octobre 2020.\n\n";
    let text = prose.to_owned() + &table("## Rencontres", &["15 octobre", "14 janvier"]);
    assert_eq!(all_dates(&text, None), ["2020-10-15", "2021-01-14"]);
    let text = prose.to_owned() + &table("## Programme 2026", &["15 octobre"]);
    assert_eq!(all_dates(&text, None), ["2026-10-15"]);
    assert_eq!(codes(&page(&text)), [(7, "remark-year-elsewhere")]);
}

#[test]
fn sections_of_two_years_belong_to_their_own_rows() {
    let text = table("## Programme 2019", &["30 août"])
        + &table("## Programme 2020", &["30 août"])
        + "### Session du 30 août 2019\n\n### Session du 30 août 2020\n";
    assert_eq!(all_dates(&text, None), ["2019-08-30", "2020-08-30"]);
    assert_eq!(codes(&page(&text)), []);
}

#[test]
fn weekdays_decide_the_year_if_none_is_written() {
    let rows = ["lundi 21 septembre", "mardi 22 septembre"];
    let today = Some((2026, 11, 27));
    assert_eq!(
        all_dates(&table("# P", &rows), today),
        ["2026-09-21", "2026-09-22"]
    );
    // The weekday in a heading counts for the row of the same date.
    let text = table("# P", &["21 septembre"]) + "### Lundi 21 septembre\n";
    assert_eq!(all_dates(&text, today), ["2026-09-21"]);
    let text = table("## Programme 2026", &["jeudi 14 janvier", "11 février"]);
    assert_eq!(all_dates(&text, None), ["2027-01-14", "2027-02-11"]);
}

#[test]
fn wrong_weekday_in_a_heading_has_a_remark() {
    let text = table("## Programme 2026", &["15 octobre"]) + "### Session du lundi 15 octobre\n";
    assert_eq!(codes(&page(&text)), [(7, "remark-weekday")]);
}

#[test]
fn rows_with_guessed_years_stay_in_order() {
    let text = table("# P", &["15 octobre", "10 décembre", "14 janvier"]);
    assert_eq!(
        all_dates(&text, Some((2026, 11, 27))),
        ["2026-10-15", "2026-12-10", "2027-01-14"]
    );
    assert_eq!(
        all_dates(&text, Some((2027, 2, 1))),
        ["2027-10-15", "2027-12-10", "2028-01-14"]
    );
}

#[test]
fn rows_from_latest_to_earliest_stay_in_one_year() {
    let rows = ["10 décembre", "3 septembre", "3 juin", "14 janvier"];
    let text = table("## Programme 2026", &rows);
    assert_eq!(
        all_dates(&text, None),
        ["2026-12-10", "2026-09-03", "2026-06-03", "2026-01-14"]
    );
}
