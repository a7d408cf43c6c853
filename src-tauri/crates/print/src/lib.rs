//! Typesets day sheets: A4 pages as PDF, and as SVG for the preview.
//!
//! Pure: the same state, options and fonts give the same bytes.
//!
//! - [`sheet`], [`rows`] and [`crew`] collect the content of the pages; `sheet.typ` is their layout.
//! - [`document`] typesets them piece by piece; [`compact`] reduces the memory of finished pages.
//! - [`world`] gives typst the template, the [`fonts`] and the data, and nothing else.
//! - [`missing`] finds characters that no font has.
//!
//! The organiser's text reaches the template as data and is never read as markup.

mod compact;
mod crew;
mod document;
mod error;
mod fonts;
mod missing;
mod options;
mod rows;
mod sheet;
mod time_column;
mod world;

use std::ops::ControlFlow;

use deroule_model::{SessionId, State};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

pub use deroule_model::Language;
pub use error::PrintError;
pub use fonts::Fonts;
pub use options::{Form, Options, Printed, Progress};

/// The day sheets of `sessions` as one PDF. Each day begins on a new page.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use chrono::NaiveDate;
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
/// A [`PrintError`] when a session does not exist or the pages can't be set.
pub fn pdf(
    state: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
) -> Result<Printed<Vec<u8>>, PrintError> {
    pdf_with_progress(state, sessions, options, fonts, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// The same with progress: `on_progress` is called after each piece, and cancels by breaking.
///
/// # Errors
/// A [`PrintError`] when a session does not exist, the pages can't be set or the caller cancelled.
pub fn pdf_with_progress(
    state: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
    on_progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Printed<Vec<u8>>, PrintError> {
    let sheets = sheet::sheets(state, sessions, options)?;
    let document = document::typeset(&sheets, fonts, on_progress)?;
    drop(sheets);
    let mut pdf_options = PdfOptions::default();
    // PDF/UA allows no character without a glyph.
    if document.missing.is_empty() {
        pdf_options.standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| PrintError::Typesetting(error.message().to_string()))?;
    }
    // Without a creation time, so that the same data gives the same bytes.
    let pages = typst_pdf::pdf(&document.pages, &pdf_options)
        .map_err(|errors| world::first_error(&errors))?;
    Ok(Printed {
        pages,
        remarks: document.missing.remarks(),
    })
}

/// The pages that [`pdf`] prints, each as SVG.
///
/// # Errors
/// A [`PrintError`] when a session does not exist or the pages can't be set.
pub fn preview(
    state: &State,
    sessions: &[SessionId],
    options: &Options,
    fonts: &Fonts,
) -> Result<Printed<Vec<String>>, PrintError> {
    let sheets = sheet::sheets(state, sessions, options)?;
    let document = document::typeset(&sheets, fonts, &mut |_| ControlFlow::Continue(()))?;
    let svg = |page| typst_svg::svg(page, &SvgOptions::default());
    Ok(Printed {
        pages: document.pages.pages().iter().map(svg).collect(),
        remarks: document.missing.remarks(),
    })
}
