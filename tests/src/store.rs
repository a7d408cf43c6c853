//! A store of its own for each test, and what is in it as the command line tells it: a second look
//! at what the window claims to have written.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::paths;

/// A store file in a directory that goes with it.
pub struct Store {
    dir: TempDir,
}

impl Store {
    /// A store that never held anything.
    #[expect(
        clippy::new_without_default,
        reason = "a directory is made, which a default does not tell"
    )]
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A store that holds a page of `tests/pages`.
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

    /// A home of its own for what the window remembers: theme, language, the last screen.
    pub fn home(&self) -> &Path {
        self.dir.path()
    }

    /// Runs the command line on the store; it has to succeed. What it answers in French.
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

    /// The whole open programme; `null` when there is none.
    pub fn plan(&self) -> Value {
        plan_in(&self.path())
    }

    fn call(&self, words: &[&str]) -> Output {
        call(&self.path(), words)
    }
}

/// The whole open programme of a store; `null` when there is none.
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
