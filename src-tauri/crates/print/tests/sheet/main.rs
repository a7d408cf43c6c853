//! What is on the sheets, read back from the PDF by another program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what fails by failing"
)]

mod day;

use std::io::Write;
use std::process::{Command, Stdio};

use day::{Building, august, date};
use deroule_plan::{Edit, Kind, SessionField, SessionId, Status};
use deroule_print::{Language, Options, PrintError, pdf, preview};

const FR: Options = Options {
    language: Language::Fr,
    data_date: date_const(),
};
const EN: Options = Options {
    language: Language::En,
    ..FR
};

const fn date_const() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2019, 8, 28).unwrap()
}

/// The text of a PDF as poppler reads it, pages apart by form feeds.
fn text(bytes: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is missing: run script/setup");
    reader.stdin.take().unwrap().write_all(bytes).unwrap();
    let read = String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap();
    // Poppler tells some spaces that don't break as plain ones.
    read.replace(['\u{a0}', '\u{202f}'], " ")
}

fn pages(text: &str) -> usize {
    text.matches('\u{c}').count()
}

fn sheet(building: &Building, options: &Options) -> String {
    text(&pdf(&building.plan, &[building.session()], options).unwrap())
}

#[test]
fn a_normal_day_is_one_page_with_everything_on_it() {
    let text = sheet(&august(), &FR);
    assert_eq!(pages(&text), 1, "{text}");
    for words in [
        "Programme DIG 2019",
        "Session DIG",
        "vendredi 30 août 2019",
        "Laptop",
        "9h30 – 18h30",
        "Accueil café",
        "Clinique stratégique",
        "Grand atelier",
        "Sacha",
        "feutres, bulles en papier",
        "18h15",
        "Données du 28 août 2019",
        "1/1",
    ] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn english_writes_times_and_dates_its_own_way() {
    let text = sheet(&august(), &EN);
    for words in [
        "Friday 30 August 2019",
        "09:00",
        "14:30",
        "Workshop",
        "Data of 28 August 2019",
    ] {
        assert!(text.contains(words), "{words} is missing:\n{text}");
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let building = august();
    let once = pdf(&building.plan, &[building.session()], &FR).unwrap();
    assert_eq!(
        once,
        pdf(&building.plan, &[building.session()], &FR).unwrap()
    );
}

#[test]
fn what_looks_like_markup_is_printed_as_it_is() {
    let hostile = r##"#panic("x") $1^2$ *b* _i_ \n `c` <l> @r "q" // c"##;
    let text = sheet(
        &Building::of(hostile, &[(hostile, Kind::Plenary, 30, 0)]),
        &EN,
    );
    let plain: String = text.split_whitespace().collect();
    let expected: String = hostile.split_whitespace().collect();
    assert_eq!(plain.matches(&expected).count(), 2, "{text}");
}

#[test]
fn a_glyph_the_typeface_lacks_does_not_stop_the_sheet() {
    let text = sheet(
        &Building::of("Fête 🎉 会", &[("🎉", Kind::Plenary, 30, 0)]),
        &FR,
    );
    assert!(text.contains("Fête"), "{text}");
}

#[test]
fn a_long_day_goes_on_on_a_second_page() {
    let title = "Un créneau dont le titre est long, ".repeat(4);
    let slots: Vec<_> = (0..40)
        .map(|_| (title.as_str(), Kind::Plenary, 15, 0))
        .collect();
    let building = Building::of("Longue journée", &slots);
    let text = sheet(&building, &FR);
    assert!(pages(&text) > 1, "{text}");
    assert!(text.contains(&format!("1/{}", pages(&text))), "{text}");
    let shown = preview(&building.plan, &[building.session()], &FR).unwrap();
    assert_eq!(shown.len(), pages(&text));
    assert!(shown.iter().all(|page| page.starts_with("<svg")));
}

#[test]
fn a_cancelled_session_says_so() {
    let mut building = august();
    let session = building.session();
    building.edit(Edit::SetSession {
        session,
        field: SessionField::Status(Status::Cancelled),
    });
    assert!(sheet(&building, &FR).contains("SESSION ANNULÉE"));
}

#[test]
fn a_day_without_a_running_order_gets_a_sheet_that_says_so() {
    let text = sheet(&Building::of("À composer", &[]), &FR);
    assert!(text.contains("pas encore composé"), "{text}");
    assert!(text.contains(&format!("{}", date(30).format("%Y"))));
}

#[test]
fn a_session_that_is_not_there_is_a_problem() {
    let building = august();
    let stranger = SessionId(uuid::Uuid::from_u128(9_999));
    let answer = pdf(&building.plan, &[stranger], &FR);
    assert!(matches!(answer, Err(PrintError::UnknownSession(id)) if id == stranger));
}
