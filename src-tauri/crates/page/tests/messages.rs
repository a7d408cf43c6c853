//! Every remark has its words in French and in English.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The codes the sources mention, as string literals.
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

fn codes_in_words(language: &str) -> BTreeSet<String> {
    let path = here(&format!("../text/messages/{language}/remarks.ftl"));
    let words = fs::read_to_string(path).unwrap();
    let messages = words.lines().filter_map(|line| line.split_once(" ="));
    messages
        .map(|(code, _)| code.to_owned())
        .filter(|code| code.starts_with("remark-"))
        .collect()
}

#[test]
fn every_remark_is_worded_in_both_languages_and_no_words_are_left_over() {
    let mut codes = BTreeSet::new();
    codes_in_sources(&here("src"), &mut codes);
    // What a merge finds on the page that it does not do.
    codes_in_sources(&here("../plan/src"), &mut codes);
    // The one mentioned as an example in the documentation is a real one too.
    assert!(codes.contains("remark-start-differs"));
    assert_eq!(codes_in_words("fr"), codes);
    assert_eq!(codes_in_words("en"), codes);
}
