//! The files the organiser has pointed at since the start: the only ones the window may ask for.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Remembers files.
#[derive(Default)]
struct Files(Mutex<Vec<PathBuf>>);

impl Files {
    fn remember(&self, path: &Path) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.to_owned());
    }

    fn know(&self, path: &Path) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .any(|known| known == path)
    }
}

/// What was pointed at, and what for.
#[derive(Default)]
pub struct Pointed {
    saved: Files,
    dropped: Files,
}

impl Pointed {
    /// A file was saved.
    pub fn save(&self, path: &Path) {
        self.saved.remember(path);
    }

    /// Whether a file was saved since the start, and may be opened.
    pub fn is_saved(&self, path: &Path) -> bool {
        self.saved.know(path)
    }

    /// A file was dropped on the window.
    pub fn drop_on(&self, path: &Path) {
        self.dropped.remember(path);
    }

    /// Whether a file was dropped on the window since the start, and may be read.
    pub fn is_dropped(&self, path: &Path) -> bool {
        self.dropped.know(path)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Pointed;

    #[test]
    fn a_file_is_only_known_for_what_it_was_pointed_at() {
        let pointed = Pointed::default();
        let (page, sheet) = (Path::new("/plans/page.md"), Path::new("/plans/sheet.pdf"));
        pointed.drop_on(page);
        pointed.save(sheet);
        assert!(pointed.is_dropped(page) && !pointed.is_saved(page));
        assert!(pointed.is_saved(sheet) && !pointed.is_dropped(sheet));
        assert!(!pointed.is_dropped(Path::new("/etc/hosts")));
    }
}
