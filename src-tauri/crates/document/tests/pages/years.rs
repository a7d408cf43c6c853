//! Which year a date is in.

use chrono::NaiveDate;
use deroule_document::{Options, read};

use super::{codes, dates, page};

#[test]
fn each_table_takes_the_year_of_the_heading_above_it() {
    let table = "| Session | Date |\n|--|--|\n| Session DIG | 3 mai |\n";
    let read = page(&format!(
        "## Programme 2019\n\n{table}\n## Programme 2020\n\n{table}"
    ));
    let all: Vec<_> = read.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-05-03", "2020-05-03"]);
}

#[test]
fn a_section_is_of_the_year_of_the_heading_above_it() {
    let year = |year: u32| {
        format!(
            "## Programme {year}\n\n| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n\
             ### Session du 30 août\n\n- 9h - 12h : atelier {year}\n\n"
        )
    };
    let read = page(&format!("{}{}", year(2019), year(2020)));
    let told: Vec<_> = read
        .draft
        .sessions
        .iter()
        .map(|session| (dates(session), session.days[0].slots[0].title.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (vec!["2019-08-30".to_owned()], "atelier 2019"),
            (vec!["2020-08-30".to_owned()], "atelier 2020")
        ]
    );
    assert_eq!(codes(&read), []);
}

#[test]
fn a_section_that_may_be_of_either_year_is_said() {
    let table = "| Session | Date |\n|--|--|\n| Rentrée | 30 août |\n\n";
    let read = page(&format!(
        "## Programme 2019\n\n{table}## Programme 2020\n\n{table}## Détail\n\n### Session du 30 août\n"
    ));
    assert_eq!(codes(&read), [(15, "remark-date-ambiguous")]);
}

#[test]
fn a_school_year_runs_from_august_to_july() {
    let read = page(
        "## Programme 2019-2020\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n| Clôture | 3 juin |\n",
    );
    let all: Vec<_> = read.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2019-09-03", "2020-06-03"]);
}

#[test]
fn a_date_without_any_year_takes_the_option_then_the_next_time_it_comes_else_none() {
    let text = "| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n";
    let with = |year, today| {
        let options = Options {
            year,
            today,
            ..Options::default()
        };
        let read = read(text, &options).unwrap();
        let code = codes(&read).first().map(|(_, code)| (*code).to_owned());
        (dates(&read.draft.sessions[0]), code.unwrap_or_default())
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
fn a_date_without_any_year_that_the_programme_knows_stays_what_it_is() {
    let text = "| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n| Bilan | 4 septembre |\n";
    let options = Options {
        today: NaiveDate::from_ymd_opt(2024, 1, 1),
        known: vec![NaiveDate::from_ymd_opt(2021, 9, 3).unwrap()],
        ..Options::default()
    };
    let read = read(text, &options).unwrap();
    let all: Vec<_> = read.draft.sessions.iter().flat_map(dates).collect();
    assert_eq!(all, ["2021-09-03", "2024-09-04"]);
    let years = codes(&read);
    assert!(years.contains(&(3, "remark-year-known")), "{years:?}");
    assert!(years.contains(&(4, "remark-year-guessed")), "{years:?}");
}

#[test]
fn the_year_of_the_page_is_kept_against_the_option_and_it_is_said() {
    let text = "## Programme 2019\n\n| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n";
    let options = Options {
        year: Some(2020),
        ..Options::default()
    };
    let read = read(text, &options).unwrap();
    assert_eq!(dates(&read.draft.sessions[0]), ["2019-09-03"]);
    assert_eq!(codes(&read), [(1, "remark-year-of-page")]);
}
