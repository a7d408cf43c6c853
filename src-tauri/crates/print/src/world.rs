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
use crate::fonts::{Fonts, Shelf};

/// For how many runs an unused result is remembered.
const MEMORY: usize = 4;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The template, the data and the fonts of one run.
struct Desk<'a> {
    template: Source,
    data: (FileId, Bytes),
    shelf: &'a Shelf,
}

/// Sets the pages; `data` is the sheets as JSON.
pub(crate) fn typeset(data: String, fonts: &Fonts) -> Result<PagedDocument, PrintError> {
    let desk = Desk {
        template: Source::new(file("sheet.typ")?, include_str!("sheet.typ").to_owned()),
        shelf: fonts.shelf(&data),
        data: (file("data.json")?, Bytes::from_string(data)),
    };
    let pages = typst::compile(&desk).output;
    // The typesetter remembers what it has computed; keep what the last few sheets used.
    typst::comemo::evict(MEMORY);
    pages.map_err(|errors| complaint(&errors))
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

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
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
        self.shelf.font(index)
    }

    /// A sheet bears the date of its data; there is no today.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
