//! Documents that are typeset in pieces.

use std::ops::ControlFlow;

use deroule_model::Kind;
use deroule_print::{PrintError, Progress, pdf_with_progress};

use super::day::{Building, august};
use super::reading::{pages, text};
use super::{BUILT_IN, FR};

#[test]
fn pieces_make_one_document_with_continuous_page_numbers() {
    let building = august();
    // Typst must not confuse the pages of equal sheets.
    let sessions = [building.session(); 12];
    let mut calls = Vec::new();
    let printed = pdf_with_progress(&building.plan, &sessions, &FR, &BUILT_IN, &mut |progress| {
        calls.push(progress);
        ControlFlow::Continue(())
    });
    let pdf = printed.unwrap().pages;
    let text = text(&pdf);
    assert_eq!(pages(&text), 12);
    for page in 1..=12 {
        assert!(text.contains(&format!("{page}/12")), "page {page}:\n{text}");
    }
    assert_eq!(text.matches("Clinique stratégique").count(), 12);
    let end = Progress {
        done: 12,
        total: 12,
    };
    assert!(calls.len() > 1 && calls.last() == Some(&end), "{calls:?}");
}

#[test]
fn a_document_claims_to_be_accessible() {
    let building = august();
    for count in [1, 12] {
        let sessions = vec![building.session(); count];
        let printed = deroule_print::pdf(&building.plan, &sessions, &FR, &BUILT_IN).unwrap();
        let text = String::from_utf8_lossy(&printed.pages);
        assert!(text.contains("pdfuaid:part"), "{count} sheets");
    }
}

#[test]
fn page_numbers_count_sheets_of_several_pages() {
    let slots = [("Un créneau dont le titre est long", Kind::Plenary, 10, 0); 60];
    let building = Building::of("Longue journée", &slots);
    let sessions = [building.session(); 7];
    let printed = deroule_print::pdf(&building.plan, &sessions, &FR, &BUILT_IN).unwrap();
    let text = text(&printed.pages);
    let count = pages(&text);
    assert!(count > 7 && count.is_multiple_of(7), "{count} pages");
    for page in [1, count / 7, count / 7 + 1, count] {
        assert!(
            text.contains(&format!("{page}/{count}")),
            "page {page}:\n{text}"
        );
    }
}

#[test]
fn a_cancelled_document_stops_after_the_piece() {
    let building = august();
    let sessions = [building.session(); 40];
    let mut calls = 0;
    let printed = pdf_with_progress(&building.plan, &sessions, &FR, &BUILT_IN, &mut |_| {
        calls += 1;
        ControlFlow::Break(())
    });
    assert!(matches!(printed, Err(PrintError::Cancelled)));
    assert_eq!(calls, 1);
}
