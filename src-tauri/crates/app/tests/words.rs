//! Every message the sources can send has words in both languages.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deroule_app::Language;
use deroule_app::plan::Message;
use deroule_app::words::Words;
use fluent_bundle::FluentResource;

/// What the codes of messages begin with.
const FAMILIES: [&str; 6] = [
    "finding-",
    "fix-",
    "edit-",
    "problem-",
    "calendar-",
    "remark-",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The files below `folder` whose name ends in `extension`.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found
}

/// The codes in the string literals of the sources: what stands between two quotation marks and is
/// a family's name followed by small letters and hyphens.
fn codes() -> BTreeSet<String> {
    let mut sources = files(&root().join("src-tauri/src"), "rs");
    for entry in std::fs::read_dir(root().join("src-tauri/crates")).unwrap() {
        sources.extend(files(&entry.unwrap().path().join("src"), "rs"));
    }
    let mut codes = BTreeSet::new();
    for source in sources {
        let text = std::fs::read_to_string(source).unwrap();
        let spelled = |word: &&str| {
            let end = word.chars().last().is_some_and(char::is_alphanumeric);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            end && word.chars().all(plain)
        };
        let literals = text.split('"').filter(spelled);
        let own = literals.filter(|word| FAMILIES.iter().any(|family| word.starts_with(family)));
        codes.extend(own.map(str::to_owned));
    }
    codes
}

#[test]
fn every_code_in_the_sources_has_words_in_both_languages() {
    let codes = codes();
    for family in FAMILIES {
        let some = codes.iter().any(|code| code.starts_with(family));
        assert!(some, "no code begins with {family}");
    }
    for language in [Language::Fr, Language::En] {
        let words = Words::of(language);
        let wordless: Vec<&String> = codes
            .iter()
            .filter(|code| words.say(&Message::new(code.as_str())) == **code)
            .collect();
        assert!(wordless.is_empty(), "{language:?}: {wordless:?}");
    }
}

#[test]
fn every_fluent_file_parses_without_an_error() {
    let lists = files(&root().join("ui/src/i18n"), "ftl");
    assert!(lists.len() >= 6);
    for list in lists {
        let text = std::fs::read_to_string(&list).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(text) {
            panic!("{}: {errors:?}", list.display());
        }
    }
}
