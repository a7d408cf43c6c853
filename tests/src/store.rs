//! A temporary store for each test, read by the command line.
//!
//! The command line is a second reader: it checks what the window claims to have written.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::paths;

/// A store file in a temporary directory.
pub struct Store {
    dir: TempDir,
}

impl Store {
    /// The path of a store that does not exist yet.
    #[expect(
        clippy::new_without_default,
        reason = "a default should not create a directory"
    )]
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A store with an imported page of `tests/pages`.
    pub fn with_page(name: &str) -> Self {
        let store = Self::new();
        let page = paths::root().join("tests/pages").join(name);
        store.cli(&["import", page.to_str().unwrap()]);
        store
    }

    /// The store file.
    pub fn path(&self) -> PathBuf {
        self.dir.path().join("plan.deroule")
    }

    /// The folder for the settings of the window: theme, language, last screen.
    pub fn home(&self) -> &Path {
        self.dir.path()
    }

    /// Runs the command line on the store and returns its French output. Fails if the command fails.
    pub fn cli(&self, words: &[&str]) -> String {
        let out = self.call(words);
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        let complaint = String::from_utf8_lossy(&out.stderr);
        assert!(
            out.status.success(),
            "deroule-cli {words:?}: {complaint}{text}"
        );
        text
    }

    /// The open programme as JSON, or `null` if there is none.
    pub fn plan(&self) -> Value {
        plan_in(&self.path())
    }

    fn call(&self, words: &[&str]) -> Output {
        call(&self.path(), words)
    }
}

/// The open programme of a store as JSON, or `null` if there is none.
pub fn plan_in(store: &Path) -> Value {
    let file = tempfile::NamedTempFile::new().unwrap();
    let out = call(
        store,
        &["export", "json", "--out", file.path().to_str().unwrap()],
    );
    if !out.status.success() {
        return Value::Null;
    }
    serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap()
}

fn call(store: &Path, words: &[&str]) -> Output {
    Command::new(paths::program("deroule-cli"))
        .arg("--store")
        .arg(store)
        .args(words)
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .unwrap()
}
