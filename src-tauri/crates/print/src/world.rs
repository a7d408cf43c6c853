//! Typst's view of the outside: one template, the fonts, and the data as JSON.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::error::PrintError;
use crate::fonts::FontSet;

/// For how many runs typst keeps an unused result.
const MAX_AGE: usize = 4;

/// The maximum of names for the template. Typst keeps file names for the life of the process.
const MAX_NAMES: usize = 4096;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The template, the data and the fonts of one run.
struct TypstWorld<'a> {
    template: Source,
    data: (FileId, Bytes),
    fonts: &'a FontSet,
}

/// Typesets the pages of a piece; `data` is its sheets as JSON.
///
/// Each piece of a document has a template of another name. Typst derives the location of an element from its
/// source file, and two elements of a document may not share a location.
pub(crate) fn typeset(
    data: String,
    piece: usize,
    fonts: &FontSet,
) -> Result<PagedDocument, PrintError> {
    let name = format!("sheet-{}.typ", piece % MAX_NAMES);
    let world = TypstWorld {
        template: Source::new(file(&name)?, include_str!("sheet.typ").to_owned()),
        fonts,
        data: (file("data.json")?, Bytes::from_string(data)),
    };
    let pages = typst::compile(&world).output;
    pages.map_err(|errors| first_error(&errors))
}

/// Drops the results in typst's cache that the last few sheets did not use.
pub(crate) fn evict_old() {
    typst::comemo::evict(MAX_AGE);
}

/// Empties typst's cache. It has some 10 MB a page.
pub(crate) fn evict_all() {
    typst::comemo::evict(0);
}

/// The first error as a [`PrintError`].
pub(crate) fn first_error(errors: &[SourceDiagnostic]) -> PrintError {
    let first = errors.first().map(|error| error.message.to_string());
    PrintError::Typesetting(first.unwrap_or_default())
}

fn file(name: &str) -> Result<FileId, PrintError> {
    let path = VirtualPath::new(name).map_err(|e| PrintError::Typesetting(format!("{e:?}")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for TypstWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            Ok(self.data.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// None: a sheet shows the date of its data, not today's.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
