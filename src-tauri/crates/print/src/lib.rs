//! Turns a plan into day sheets: A4 pages, as PDF to print and as SVG to look at. The same
//! plan, options and fonts give the same bytes.
//!
//! [`sheet`], [`rows`] and [`crew`] say what is on the pages; `sheet.typ` says where; [`document`] sets them piece by
//! piece, and [`compact`] keeps finished pages small; [`world`] is what
//! the typesetter may see: the template, the [`fonts`] and the data, nothing else; [`missing`] finds what
//! no font can show. What the organiser
//! wrote reaches the template as data and is never read as markup.

mod clock;
mod compact;
mod crew;
mod document;
mod fonts;
mod missing;
mod rows;
mod sheet;
mod world;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use deroule_model::{Message, SessionId, State};
use thiserror::Error;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

pub use deroule_model::Language;
pub use fonts::Fonts;

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
    /// Whether notes and material, which are the organiser's, are on everyone's sheet too. The crew's
    /// has them always.
    pub notes: bool,
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
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// How far a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many sheets are set.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// Pages, and what there is to say about them.
#[derive(Clone, Debug)]
pub struct Printed<T> {
    /// The pages.
    pub pages: T,
    /// The characters that no font has, each with the page and the text it stands in.
    pub remarks: Vec<Message>,
}

/// The day sheets of `sessions` as one PDF, a page or more a day.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use deroule_edit::{Edit, prepare};
/// # use deroule_model::{DayId, Language, State, ProgrammeId, SessionId};
/// # use uuid::Uuid;
/// # let (programme, session) = (ProgrammeId(Uuid::now_v7()), SessionId(Uuid::now_v7()));
/// # let date = NaiveDate::from_ymd_opt(2026, 10, 3);
/// # let add = Edit::AddProgramme {
/// #     id: programme,
/// #     title: "Mentors".into(),
/// #     timezone: "Europe/Paris".into(),
/// #     language: Language::En,
/// # };
/// # let mut state = prepare(&State::default(), &add, &mut Uuid::now_v7)?.after;
/// # let day = DayId(Uuid::now_v7());
/// # let add = Edit::AddSession { id: session, day, programme, title: "Kick-off".into(), date };
/// # state = prepare(&state, &add, &mut Uuid::now_v7)?.after;
/// use chrono::NaiveDate;
/// use deroule_print::{Fonts, Form, Options, pdf};
///
/// // A state with one session that has a date.
/// let options = Options {
///     form: Form::Everyone,
///     language: Language::En,
///     notes: false,
///     data_date: NaiveDate::from_ymd_opt(2026, 9, 30).ok_or("no such date")?,
/// };
/// let printed = pdf(&state, &[session], &options, &Fonts::built_in())?;
/// assert!(printed.pages.starts_with(b"%PDF"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// A [`PrintError`] when a session is not in the plan or the pages can't be set.
pub fn pdf(
    plan: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
) -> Result<Printed<Vec<u8>>, PrintError> {
    pdf_with_progress(plan, sessions, options, fonts, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// The same; `on_progress` hears how far it is, and breaks to cancel it.
///
/// # Errors
/// A [`PrintError`] when a session is not in the plan, the pages can't be set or it was cancelled.
pub fn pdf_with_progress(
    plan: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
    on_progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Printed<Vec<u8>>, PrintError> {
    let sheets = sheet::sheets(plan, sessions, options)?;
    let document = document::typeset(&sheets, fonts, on_progress)?;
    drop(sheets);
    let mut pdf_options = PdfOptions::default();
    // PDF/UA allows no character without a glyph.
    if document.missing.is_empty() {
        pdf_options.standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| PrintError::Typesetting(error.message().to_string()))?;
    }
    // By default it has no time of day, so the same data gives the same bytes.
    let pages = typst_pdf::pdf(&document.pages, &pdf_options)
        .map_err(|errors| world::complaint(&errors))?;
    Ok(Printed {
        pages,
        remarks: document.missing.remarks(),
    })
}

/// The same pages, one SVG text a page.
///
/// # Errors
/// A [`PrintError`] when a session is not in the plan or the pages can't be set.
pub fn preview(
    plan: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
) -> Result<Printed<Vec<String>>, PrintError> {
    let sheets = sheet::sheets(plan, sessions, options)?;
    let document = document::typeset(&sheets, fonts, &mut |_| ControlFlow::Continue(()))?;
    let svg = |page| typst_svg::svg(page, &SvgOptions::default());
    Ok(Printed {
        pages: document.pages.pages().iter().map(svg).collect(),
        remarks: document.missing.remarks(),
    })
}
