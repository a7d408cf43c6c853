//! What the typesetter may see: one template, the fonts, and the data as JSON.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::PrintError;
use crate::fonts::FontSet;

/// For how many runs an unused result is remembered.
const MEMORY: usize = 4;

/// How often a template may be named anew: the typesetter keeps the names for good.
const MOST_NAMES: usize = 4096;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The template, the data and the fonts of one run.
struct TypstWorld<'a> {
    template: Source,
    data: (FileId, Bytes),
    fonts: &'a FontSet,
}

/// Sets the pages of a piece; `data` is its sheets as JSON.
///
/// The pieces of one document have templates of different names: the typesetter derives the location of
/// an element from where its source stands, and no two elements of a document may have the same.
pub(crate) fn typeset(
    data: String,
    piece: usize,
    fonts: &FontSet,
) -> Result<PagedDocument, PrintError> {
    let name = format!("sheet-{}.typ", piece % MOST_NAMES);
    let world = TypstWorld {
        template: Source::new(file(&name)?, include_str!("sheet.typ").to_owned()),
        fonts,
        data: (file("data.json")?, Bytes::from_string(data)),
    };
    let pages = typst::compile(&world).output;
    pages.map_err(|errors| complaint(&errors))
}

/// Forgets what the typesetter computed, except for what the last few sheets used.
pub(crate) fn forget_old() {
    typst::comemo::evict(MEMORY);
}

/// Forgets all that the typesetter computed. It remembers some 10 MB a page.
pub(crate) fn forget_all() {
    typst::comemo::evict(0);
}

/// The typesetter's first complaint.
pub(crate) fn complaint(errors: &[SourceDiagnostic]) -> PrintError {
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

    /// A sheet shows the date of its data, never today's.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
