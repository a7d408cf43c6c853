//! Typesets a document of many sheets in pieces. Typst needs some 10 MB a page while it works; the finished
//! pages need a small part of that.

use std::ops::ControlFlow;

use typst_layout::{Page, PagedDocument};

use crate::error::PrintError;
use crate::fonts::Fonts;
use crate::missing::MissingGlyphs;
use crate::options::Progress;
use crate::sheet::{Piece, Sheets};
use crate::{compact, world};

/// How many sheets are typeset at once.
const SHEETS_PER_PIECE: usize = 5;

/// Called after each piece. Breaking cancels the document.
pub(crate) type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// The pages of a document, and their characters without a glyph.
pub(crate) struct Document {
    pub(crate) pages: PagedDocument,
    pub(crate) missing: MissingGlyphs,
}

/// Typesets all sheets.
///
/// Each page shows the number of pages, which is only clear at the end. The first attempt assumes a page a
/// sheet; where that is wrong the pages are set again.
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

/// Typesets all sheets as a document of `pages` pages.
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
    // A document without sheets is one empty piece.
    let pieces = total.div_ceil(SHEETS_PER_PIECE).max(1);
    for number in 0..pieces {
        let from = number * SHEETS_PER_PIECE;
        let until = (from + SHEETS_PER_PIECE).min(total);
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
            world::evict_old();
        } else {
            drop(document);
            world::evict_all();
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
