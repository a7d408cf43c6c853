//! Turns a plan into day sheets: A4 pages, as PDF to print and as SVG to look at. Pure: the same plan
//! and options give the same bytes.
//!
//! [`sheet`], [`rows`] and [`crew`] say what is on the pages, in words; `sheet.typ` says where it stands; [`world`] is what
//! the typesetter may see: the template, the typeface and the data, nothing else. What the organiser
//! wrote reaches the template as data and is never read as markup.

mod crew;
mod rows;
mod sheet;
mod words;
mod world;

use chrono::NaiveDate;
pub use deroule_plan::Language;
use deroule_plan::{Plan, SessionId};
use thiserror::Error;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

/// Whom the sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everyone: the day as it is announced.
    Everyone,
    /// The crew: the day by the clock, room by room, with the time to set up and to tidy up.
    Crew,
}

/// Whom the sheet is for, how to word it, and what to date it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whom it is for.
    pub form: Form,
    /// The language.
    pub language: Language,
    /// The date of the data, printed at the foot.
    pub data_date: NaiveDate,
}

/// Why no page could be set.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The plan has no such session.
    #[error("there is no session {0}")]
    UnknownSession(SessionId),
    /// The typesetter gave up; its words.
    #[error("{0}")]
    Typesetting(String),
}

/// The day sheets of `sessions` as one PDF, a page or more a day.
///
/// # Errors
/// A [`PrintError`] when a session is not in the plan or the pages can't be set.
pub fn pdf(plan: &Plan, sessions: &[SessionId], options: &Options) -> Result<Vec<u8>, PrintError> {
    let document = document(plan, sessions, options)?;
    // By default it bears no time of day, so the same data gives the same bytes.
    typst_pdf::pdf(&document, &PdfOptions::default()).map_err(|errors| world::complaint(&errors))
}

/// The same pages, one SVG text a page.
///
/// # Errors
/// A [`PrintError`] when a session is not in the plan or the pages can't be set.
pub fn preview(
    plan: &Plan,
    sessions: &[SessionId],
    options: &Options,
) -> Result<Vec<String>, PrintError> {
    let document = document(plan, sessions, options)?;
    let svg = |page| typst_svg::svg(page, &SvgOptions::default());
    Ok(document.pages().iter().map(svg).collect())
}

fn document(
    plan: &Plan,
    sessions: &[SessionId],
    options: &Options,
) -> Result<PagedDocument, PrintError> {
    world::typeset(&sheet::sheets(plan, sessions, options)?)
}
