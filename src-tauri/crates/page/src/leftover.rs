//! The words of a line that were of no use, beside those that were and those that say nothing by
//! themselves.

use std::ops::Range;

use deroule_model::Message;

use crate::ledger::Ledger;
use crate::words::{folded, on_one_line};

/// Small words, which hold others together.
const SMALL: [&str; 31] = [
    "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "au", "aux", "a", "en", "et",
    "ou", "pour", "par", "sur", "dans", "avec", "n", "the", "of", "on", "in", "for", "and", "to",
    "with", "our",
];

/// Words that headings say what kind of thing follows with.
const STRUCTURE: [&str; 53] = [
    "programme",
    "programmes",
    "program",
    "planning",
    "plannings",
    "session",
    "sessions",
    "seance",
    "seances",
    "rencontre",
    "rencontres",
    "reunion",
    "reunions",
    "meeting",
    "meetings",
    "journee",
    "journees",
    "jour",
    "jours",
    "day",
    "days",
    "date",
    "dates",
    "calendrier",
    "calendar",
    "agenda",
    "presentation",
    "detaillee",
    "detaillees",
    "detail",
    "details",
    "detailed",
    "deroule",
    "deroules",
    "running",
    "order",
    "orders",
    "schedule",
    "overview",
    "liste",
    "list",
    "annee",
    "annees",
    "year",
    "scolaire",
    "school",
    "saison",
    "season",
    "atelier",
    "ateliers",
    "workshop",
    "workshops",
    "partage",
];

/// From the first to the last word of a text that is neither `known` (folded) nor small; `None`
/// where there is no such word.
pub(crate) fn left_over(text: &str, known: impl Fn(&str) -> bool) -> Option<String> {
    let is_left = |span: &Range<usize>| {
        let word = folded(text.get(span.clone()).unwrap_or_default());
        !SMALL.contains(&word.as_str()) && !known(&word)
    };
    let left: Vec<_> = words_at(text).into_iter().filter(is_left).collect();
    let (first, last) = (left.first()?, left.last()?);
    text.get(first.start..last.end).map(on_one_line)
}

/// Whether a word of a heading only says what kind of thing follows.
pub(crate) fn is_structure(word: &str) -> bool {
    STRUCTURE.contains(&word)
}

impl Ledger<'_> {
    /// Says which words of a line were of no use.
    pub(crate) fn remark_on_words(&mut self, line: u32, left: Option<String>) {
        if let Some(text) = left {
            self.remark(line, Message::new("remark-words-left").text("text", text));
        }
    }
}

/// Where the words of a text stand.
fn words_at(text: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        let combining = ('\u{300}'..='\u{36f}').contains(&letter);
        if !letter.is_alphanumeric() && !combining {
            continue;
        }
        let end = at + letter.len_utf8();
        match spans.last_mut() {
            Some(span) if span.end == at => span.end = end,
            _ => spans.push(at..end),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_runs_from_the_first_word_of_no_use_to_the_last() {
        let text = "Programme 2019 (sous réserve de financement)";
        let known = |word: &str| is_structure(word) || word == "2019";
        assert_eq!(
            left_over(text, known).as_deref(),
            Some("sous réserve de financement")
        );
        assert_eq!(left_over("Planning des sessions", is_structure), None);
    }
}
