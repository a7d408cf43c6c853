//! Pages other than the organiser's: other tables, languages, years and slips.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

mod headings;
mod language;
mod limits;
mod sections;
mod tables;
mod years;

use deroule_edit::draft::DraftSession;
use deroule_page::{Options, ParsedPage, parse};

fn page(text: &str) -> ParsedPage {
    parse(text, &Options::default()).unwrap()
}

/// The lines and codes of the remarks that are not on most pages.
fn codes(page: &ParsedPage) -> Vec<(u32, &str)> {
    let remarks = page.remarks.iter();
    remarks
        .map(|remark| (remark.line, remark.message.code.as_str()))
        .filter(|(_, code)| {
            !matches!(
                *code,
                "remark-timezone-inferred" | "remark-audience-inferred"
            )
        })
        .collect()
}

fn dates(session: &DraftSession) -> Vec<String> {
    let days = session.days.iter();
    days.map(|day| {
        day.date
            .map_or("undated".to_owned(), |date| date.to_string())
    })
    .collect()
}

/// Audience, start and end of each attendance on the first day: `DIG 930-1830`.
fn attendance(session: &DraftSession) -> Vec<String> {
    let day = session.days.first().into_iter();
    day.flat_map(|day| &day.attendance)
        .map(|a| {
            let (start, end) = (a.start.0, a.end.0);
            let (from, to) = (start / 60 * 100 + start % 60, end / 60 * 100 + end % 60);
            format!("{} {from}-{to}", a.audience)
        })
        .collect()
}
