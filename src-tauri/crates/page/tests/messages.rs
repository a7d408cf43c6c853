//! Every remark has a message in French and in English.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The codes in the string literals of sources.
fn codes_in_sources(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_in_sources(&path, codes);
            continue;
        }
        let source = fs::read_to_string(path).unwrap();
        let literals = source.split("\"remark-").skip(1);
        codes.extend(
            literals.filter_map(|rest| Some(format!("remark-{}", rest.split_once('"')?.0))),
        );
    }
}

fn codes_in_messages(language: &str) -> BTreeSet<String> {
    let path = here(&format!("../text/messages/{language}/remarks.ftl"));
    let messages = fs::read_to_string(path).unwrap();
    let messages = messages.lines().filter_map(|line| line.split_once(" ="));
    messages
        .map(|(code, _)| code.to_owned())
        .filter(|code| code.starts_with("remark-"))
        .collect()
}

#[test]
fn remarks_and_messages_have_the_same_codes_in_both_languages() {
    let mut codes = BTreeSet::new();
    codes_in_sources(&here("src"), &mut codes);
    // The remarks on rows that a merge keeps although the page has them no more.
    codes_in_sources(&here("../edit/src"), &mut codes);
    // The example in the documentation is a real code.
    assert!(codes.contains("remark-start-differs"));
    assert_eq!(codes_in_messages("fr"), codes);
    assert_eq!(codes_in_messages("en"), codes);
}
