//! A document of many sheets, set in pieces: the typesetter needs some 10 MB a page while it works,
//! and the pages themselves a small part of that.

use std::ops::ControlFlow;

use typst_layout::{Page, PagedDocument};

use crate::fonts::Fonts;
use crate::missing::MissingGlyphs;
use crate::sheet::{Piece, Sheets};
use crate::{PrintError, Progress, compact, world};

/// How many sheets are set at once.
const PIECE: usize = 5;

/// What is told of each step, and may stop the work.
pub(crate) type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Pages of a document, and the glyphs that they lack.
pub(crate) struct Document {
    pub(crate) pages: PagedDocument,
    pub(crate) missing: MissingGlyphs,
}

/// Sets all sheets.
///
/// Each page shows how many pages there are, which is known once they are set. The first guess is a
/// page a sheet; where it's wrong the pages are set again.
pub(crate) fn typeset(
    sheets: &Sheets,
    fonts: &Fonts,
    on_progress: OnProgress<'_>,
) -> Result<Document, PrintError> {
    let guess = sheets.sheets.len();
    let document = typeset_as(sheets, guess, fonts, on_progress)?;
    match document.pages.pages().len() {
        pages if pages == guess => Ok(document),
        pages => {
            drop(document);
            typeset_as(sheets, pages, fonts, on_progress)
        }
    }
}

/// Sets all sheets as parts of a document of so many pages.
fn typeset_as(
    sheets: &Sheets,
    pages: usize,
    fonts: &Fonts,
    on_progress: OnProgress<'_>,
) -> Result<Document, PrintError> {
    let total = sheets.sheets.len();
    let whole = Piece {
        common: &sheets.common,
        pages_before: 0,
        pages,
        sheets: &sheets.sheets,
    };
    let fonts = fonts.set_for(&json(&whole)?);
    let mut set: Vec<Page> = Vec::new();
    let mut info = None;
    let mut missing = MissingGlyphs::default();
    // Without sheets there is one piece all the same: a document without pages.
    let pieces = total.div_ceil(PIECE).max(1);
    for number in 0..pieces {
        let from = number * PIECE;
        let until = (from + PIECE).min(total);
        let piece = Piece {
            pages_before: set.len(),
            sheets: sheets.sheets.get(from..until).unwrap_or_default(),
            ..whole
        };
        let data = json(&piece)?;
        let mut document = world::typeset(data.clone(), number, fonts)?;
        missing.find(document.pages(), set.len(), &data);
        let first_new = set.len();
        set.extend(document.pages().iter().cloned());
        info.get_or_insert_with(|| document.info_mut().clone());
        if pieces == 1 {
            world::forget_old();
        } else {
            drop(document);
            world::forget_all();
            for page in set.iter_mut().skip(first_new) {
                compact::frame(&mut page.frame);
            }
        }
        let progress = Progress { done: until, total };
        if on_progress(progress).is_break() {
            return Err(PrintError::Cancelled);
        }
    }
    Ok(Document {
        pages: PagedDocument::new(set.into(), info.unwrap_or_default()),
        missing,
    })
}

fn json(piece: &Piece<'_>) -> Result<String, PrintError> {
    serde_json::to_string(piece).map_err(|error| PrintError::Typesetting(error.to_string()))
}
