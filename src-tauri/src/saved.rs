//! The files saved since the start: the only ones the window may ask to open.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Remembers what was saved.
#[derive(Default)]
pub struct Saved(Mutex<Vec<PathBuf>>);

impl Saved {
    /// Remembers a file.
    pub fn remember(&self, path: &Path) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.to_owned());
    }

    /// Whether a file was saved since the start.
    pub fn knows(&self, path: &Path) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .any(|known| known == path)
    }
}
