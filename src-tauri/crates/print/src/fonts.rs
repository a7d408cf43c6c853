//! The fonts a sheet is set in: Inter, which is built in, and the system's for what Inter lacks.
//!
//! The system's fonts are searched when the first sheet needs them, and not before: reading what they
//! cover takes a tenth of a second or more. Their order is by family, path and place in the file, so
//! that the same fonts give the same sheet.

use std::path::PathBuf;
use std::sync::{LazyLock, OnceLock};

use fontdb::{Database, FaceInfo, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, is_default_ignorable};
use typst::utils::LazyHash;

/// The family that is built in. The system may have another version of it, which is left alone.
const BUILT_IN: &str = "Inter";

static INTER: LazyLock<FontSet> = LazyLock::new(|| FontSet {
    book: LazyHash::new(FontBook::from_fonts(&inter())),
    fonts: inter().into_iter().map(LazyFont::read).collect(),
});

fn inter() -> Vec<Font> {
    let files: [&'static [u8]; 2] = [
        include_bytes!("../fonts/Inter-Regular.ttf"),
        include_bytes!("../fonts/Inter-SemiBold.ttf"),
    ];
    files
        .into_iter()
        .flat_map(|file| Font::iter(Bytes::new(file)))
        .collect()
}

/// The fonts that sheets may be set in.
pub struct Fonts {
    others: Others,
    all: OnceLock<FontSet>,
}

/// Where other fonts than Inter come from.
enum Others {
    None,
    System,
    Folder(PathBuf),
}

impl Fonts {
    /// Inter alone.
    pub const fn built_in() -> Self {
        Self::new(Others::None)
    }

    /// Inter, then those of the system.
    pub const fn of_system() -> Self {
        Self::new(Others::System)
    }

    /// Inter, then those of a folder.
    pub const fn of_folder(folder: PathBuf) -> Self {
        Self::new(Others::Folder(folder))
    }

    const fn new(others: Others) -> Self {
        Self {
            others,
            all: OnceLock::new(),
        }
    }

    /// The fonts to set `text` in: Inter alone where it has every character.
    pub(crate) fn set_for(&self, text: &str) -> &FontSet {
        let own = &*INTER;
        if text.chars().all(|letter| own.has(letter)) {
            return own;
        }
        self.all.get_or_init(|| FontSet::with(&self.others))
    }
}

/// Fonts in the order in which they are looked into.
pub(crate) struct FontSet {
    pub(crate) book: LazyHash<FontBook>,
    fonts: Vec<LazyFont>,
}

/// A font, read when it is first used.
struct LazyFont {
    /// The file and the place in it; none for what is built in.
    file: Option<(PathBuf, u32)>,
    font: OnceLock<Option<Font>>,
}

impl LazyFont {
    fn read(font: Font) -> Self {
        Self {
            file: None,
            font: OnceLock::from(Some(font)),
        }
    }

    fn get(&self) -> Option<Font> {
        let read = || {
            let (path, index) = self.file.as_ref()?;
            Font::new(Bytes::new(std::fs::read(path).ok()?), *index)
        };
        self.font.get_or_init(read).clone()
    }
}

impl FontSet {
    fn with(others: &Others) -> Self {
        let mut found = Database::new();
        match others {
            Others::None => {}
            Others::System => found.load_system_fonts(),
            Others::Folder(folder) => found.load_fonts_dir(folder),
        }
        let mut others: Vec<(FontInfo, PathBuf, u32)> = found
            .faces()
            .filter_map(|face| {
                let path = path_of(face)?;
                let info = found.with_face_data(face.id, FontInfo::new).flatten()?;
                // A font of last resort has a box for everything: nothing would seem to be missing.
                let is_of_use = info.family != BUILT_IN && !info.is_last_resort();
                is_of_use.then_some((info, path, face.index))
            })
            .collect();
        others.sort_by(|one, other| {
            let key = |(info, path, index): &(FontInfo, PathBuf, u32)| {
                (info.family.clone(), path.clone(), *index)
            };
            key(one).cmp(&key(other))
        });
        let mut book = FontBook::from_fonts(&inter());
        let mut fonts: Vec<LazyFont> = inter().into_iter().map(LazyFont::read).collect();
        for (info, path, index) in others {
            book.push(info);
            fonts.push(LazyFont {
                file: Some((path, index)),
                font: OnceLock::new(),
            });
        }
        Self {
            book: LazyHash::new(book),
            fonts,
        }
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)?.get()
    }

    /// Whether there is a glyph for a character, or none is needed.
    fn has(&self, letter: char) -> bool {
        let mut covers = (0..self.fonts.len()).filter_map(|index| self.book.info(index));
        letter.is_control()
            || is_default_ignorable(letter)
            || covers.any(|info| info.coverage.contains(u32::from(letter)))
    }
}

fn path_of(face: &FaceInfo) -> Option<PathBuf> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path.clone()),
        Source::Binary(_) => None,
    }
}
