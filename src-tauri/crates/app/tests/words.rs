//! Every message the sources can send has words in both languages.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deroule_app::Language;
use deroule_app::plan::Message;
use deroule_app::words::Words;
use fluent_bundle::FluentResource;

/// What the codes of messages begin with.
const FAMILIES: [&str; 15] = [
    "finding-",
    "fix-",
    "edit-",
    "problem-",
    "calendar-",
    "remark-",
    "import-",
    "export-",
    "print-",
    "copy-",
    "report-",
    "row-",
    "field-",
    "value-",
    "dialog-",
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
fn every_message_in_the_lists_is_one_the_sources_send() {
    let codes = codes();
    for language in ["fr", "en"] {
        for list in ["messages", "remarks"] {
            let path = root().join(format!("ui/src/i18n/{language}/{list}.ftl"));
            let text = std::fs::read_to_string(path).unwrap();
            let named = |line: &str| {
                let (name, _) = line.split_once(" =")?;
                let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
                name.chars().all(plain).then(|| name.to_owned())
            };
            let names: BTreeSet<String> = text.lines().filter_map(named).collect();
            assert!(!names.is_empty());
            let unused: Vec<&String> = names.difference(&codes).collect();
            assert!(unused.is_empty(), "{language}/{list}: {unused:?}");
        }
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
