//! The fonts of a sheet: Inter, which is built in, and the system's for characters that Inter lacks.
//!
//! The system's fonts are loaded when the first sheet needs them. Reading their coverage takes a tenth of a second or
//! more. They are sorted by family, path and index, so that the same fonts give the same sheet.

use std::path::PathBuf;
use std::sync::{LazyLock, OnceLock};

use fontdb::{Database, FaceInfo, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, is_default_ignorable};
use typst::utils::LazyHash;

/// The built-in family. Another version of it on the system is ignored.
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

/// The fonts that a sheet may use.
pub struct Fonts {
    others: Others,
    all: OnceLock<FontSet>,
}

/// The source of fonts besides Inter.
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

    /// Inter, then the fonts of the system.
    pub const fn of_system() -> Self {
        Self::new(Others::System)
    }

    /// Inter, then the fonts of a folder.
    pub const fn of_folder(folder: PathBuf) -> Self {
        Self::new(Others::Folder(folder))
    }

    const fn new(others: Others) -> Self {
        Self {
            others,
            all: OnceLock::new(),
        }
    }

    /// The fonts for `text`: Inter alone where it has every character.
    pub(crate) fn set_for(&self, text: &str) -> &FontSet {
        let own = &*INTER;
        if text.chars().all(|letter| own.has(letter)) {
            return own;
        }
        self.all.get_or_init(|| FontSet::with(&self.others))
    }
}

/// Fonts in the order in which typst tries them.
pub(crate) struct FontSet {
    pub(crate) book: LazyHash<FontBook>,
    fonts: Vec<LazyFont>,
}

/// A font that is read when it is first used.
struct LazyFont {
    /// The file and the index in it; none for a built-in font.
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
                // A font of last resort has a box for every character and would hide what is missing.
                let is_usable = info.family != BUILT_IN && !info.is_last_resort();
                is_usable.then_some((info, path, face.index))
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

    /// Whether a character has a glyph or needs none.
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
