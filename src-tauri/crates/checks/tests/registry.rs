//! The registry of rules is whole: its page is fresh, and every message has words.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deroule_checks::Rule;
use deroule_model::Language;
use deroule_text::Messages;

#[path = "../examples/checks.rs"]
#[allow(dead_code, reason = "the example prints the page")]
mod example;

#[test]
fn the_page_of_the_checks_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/checks.md");
    let page = fs::read_to_string(path).unwrap();
    assert_eq!(page, example::page(), "run script/types");
}

#[test]
fn every_message_of_a_rule_has_words_in_both_languages_and_belongs_to_one_rule() {
    let codes: Vec<&str> = Rule::ALL
        .iter()
        .flat_map(|rule| rule.codes())
        .copied()
        .collect();
    let unique: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(unique.len(), codes.len());
    for language in [Language::Fr, Language::En] {
        let messages = Messages::of(language);
        for code in &codes {
            for id in [(*code).to_owned(), format!("dismissed-{code}")] {
                assert_ne!(messages.text(&id), id, "{language:?}");
            }
        }
    }
}
