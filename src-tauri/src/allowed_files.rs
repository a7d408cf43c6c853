//! The files that the organiser saved or dropped since the start. The window may request no others.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A list of files.
#[derive(Default)]
struct Files(Mutex<Vec<PathBuf>>);

impl Files {
    fn remember(&self, path: &Path) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.to_owned());
    }

    fn contains(&self, path: &Path) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .any(|known| known == path)
    }
}

/// Which files may be opened or read.
#[derive(Default)]
pub struct AllowedFiles {
    saved: Files,
    dropped: Files,
}

impl AllowedFiles {
    /// A file was saved.
    pub fn save(&self, path: &Path) {
        self.saved.remember(path);
    }

    /// Whether a file was saved since the start, and may be opened.
    pub fn is_saved(&self, path: &Path) -> bool {
        self.saved.contains(path)
    }

    /// A file was dropped on the window.
    pub fn drop_on(&self, path: &Path) {
        self.dropped.remember(path);
    }

    /// Whether a file was dropped on the window since the start, and may be read.
    pub fn is_dropped(&self, path: &Path) -> bool {
        self.dropped.contains(path)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::AllowedFiles;

    #[test]
    fn a_file_is_only_known_for_what_it_was_pointed_at() {
        let allowed = AllowedFiles::default();
        let (page, sheet) = (Path::new("/plans/page.md"), Path::new("/plans/sheet.pdf"));
        allowed.drop_on(page);
        allowed.save(sheet);
        assert!(allowed.is_dropped(page) && !allowed.is_saved(page));
        assert!(allowed.is_saved(sheet) && !allowed.is_dropped(sheet));
        assert!(!allowed.is_dropped(Path::new("/etc/hosts")));
    }
}
