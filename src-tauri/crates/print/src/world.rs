//! What the typesetter may see: one template, one typeface in two weights, and the data as JSON.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::PrintError;
use crate::sheet::Sheets;

macro_rules! inter {
    ($weight:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../ui/node_modules/@expo-google-fonts/inter/",
            $weight,
            "/Inter_",
            $weight,
            ".ttf"
        ))
    };
}

/// For how many runs an unused result is remembered.
const MEMORY: usize = 4;

/// What stays the same from one sheet to the next.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let files: [&'static [u8]; 2] = [inter!("400Regular"), inter!("600SemiBold")];
    let fonts: Vec<Font> = files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect();
    Shop {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// The template and the data of one run.
struct Desk {
    template: Source,
    data: (FileId, Bytes),
}

/// Sets the pages.
pub(crate) fn typeset(sheets: &Sheets) -> Result<PagedDocument, PrintError> {
    let json = serde_json::to_vec(sheets).map_err(|e| PrintError::Typesetting(e.to_string()))?;
    let desk = Desk {
        template: Source::new(file("sheet.typ")?, include_str!("sheet.typ").to_owned()),
        data: (file("data.json")?, Bytes::new(json)),
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

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
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
        SHOP.fonts.get(index).cloned()
    }

    /// A sheet bears the date of its data; there is no today.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
