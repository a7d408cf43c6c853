//! Every message code in the sources has a text in both languages, and no text is unused.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deroule_model::{Language, Message};
use deroule_text::{DateStyle, Messages};
use fluent_bundle::FluentResource;

/// The prefixes of message codes.
const FAMILIES: [&str; 18] = [
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
    "sheet-",
    "event-",
    "log-",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// The folder of the messages.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("messages")
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

/// The message codes in string literals of the sources: a prefix, then lower-case letters, digits and hyphens.
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
fn every_code_in_the_sources_has_a_text_in_both_languages() {
    let codes = codes();
    for family in FAMILIES {
        let some = codes.iter().any(|code| code.starts_with(family));
        assert!(some, "no code begins with {family}");
    }
    for language in [Language::Fr, Language::En] {
        let messages = Messages::of(language);
        let missing: Vec<&String> = codes
            .iter()
            .filter(|code| messages.format(&Message::new(code.as_str())) == **code)
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

#[test]
fn every_message_is_used_in_the_sources() {
    let codes = codes();
    for language in ["fr", "en"] {
        for list in ["messages", "remarks", "sheet", "event"] {
            let path = folder().join(format!("{language}/{list}.ftl"));
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
fn every_file_is_read_in_both_languages() {
    let read: BTreeSet<String> = Messages::files().map(str::to_owned).collect();
    for language in ["fr", "en"] {
        let there: BTreeSet<String> = files(&folder().join(language), "ftl")
            .iter()
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(read, there, "{language}");
    }
}

#[test]
fn a_message_names_the_style_of_each_date() {
    for list in ["calendar", "messages", "remarks", "sheet"] {
        for language in ["fr", "en"] {
            let path = folder().join(format!("{language}/{list}.ftl"));
            let text = std::fs::read_to_string(path).unwrap();
            assert!(!text.contains("{ $date }"), "{language}/{list}");
            let styles = text.split("style: \"").skip(1);
            for style in styles.filter_map(|rest| rest.split_once('"')) {
                assert!(DateStyle::named(style.0).is_some(), "{}", style.0);
            }
        }
    }
}

/// The history shows labels of earlier years next to today's.
#[test]
fn the_label_of_an_edit_names_the_year_of_its_date() {
    let with_year = [DateStyle::Long, DateStyle::Date];
    for language in ["fr", "en"] {
        let path = folder().join(format!("{language}/messages.ftl"));
        let text = std::fs::read_to_string(path).unwrap();
        let labels = text.lines().filter(|line| line.starts_with("edit-"));
        let mut dates = 0;
        for label in labels {
            for style in label.split("style: \"").skip(1) {
                let name = style.split('"').next().unwrap();
                let style = DateStyle::named(name).unwrap();
                assert!(with_year.contains(&style), "{language}: {label}");
                dates += 1;
            }
        }
        assert!(dates >= 2, "{language}: {dates}");
    }
}

#[test]
fn every_fluent_file_parses_without_an_error() {
    let lists = files(&folder(), "ftl");
    assert!(lists.len() >= 6);
    for list in lists {
        let text = std::fs::read_to_string(&list).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(text) {
            panic!("{}: {errors:?}", list.display());
        }
    }
}
