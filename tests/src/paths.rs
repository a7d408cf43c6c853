//! Where the programs under test are. They are built before the tests run, by `script/test`.

use std::path::{Path, PathBuf};

/// The top of the repository.
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

/// The organiser's page as its author wrote it, beside the repository; where it is not, ours of the same shape.
pub fn organisers_page() -> PathBuf {
    let own = root().join("../shared/programme/planning.md");
    if own.exists() {
        own
    } else {
        root().join("tests/pages/planning.md")
    }
}
