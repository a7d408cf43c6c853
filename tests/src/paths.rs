//! Paths of the repository and of the programs under test. `script/test` builds the programs first.

use std::path::{Path, PathBuf};

/// The root folder of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

/// A program of the debug build.
pub fn program(name: &str) -> PathBuf {
    let path = root().join("target/debug").join(name);
    assert!(
        path.exists(),
        "{} is not built: run script/test, or `script/ui && cargo build -p deroule -p deroule-cli`",
        path.display()
    );
    path
}

/// A source page as an organiser wrote it.
///
/// It lies outside the repository. Where it is missing, this is a page of the same form in `tests/pages`.
pub fn organisers_page() -> PathBuf {
    let original = root().join("../shared/programme/planning.md");
    if original.exists() {
        original
    } else {
        root().join("tests/pages/planning.md")
    }
}
