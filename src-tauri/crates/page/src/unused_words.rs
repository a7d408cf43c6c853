//! The words of a line that nothing was read from.

use std::ops::Range;

use crate::normalize::{fold, is_word_part, single_line};

/// Articles, prepositions and conjunctions.
const FUNCTION_WORDS: [&str; 31] = [
    "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "au", "aux", "a", "en", "et",
    "ou", "pour", "par", "sur", "dans", "avec", "n", "the", "of", "on", "in", "for", "and", "to",
    "with", "our",
];

/// Words with which headings say what kind of content follows.
const STRUCTURE_WORDS: [&str; 53] = [
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

/// The text from the first to the last unused word; `None` if every word is used.
///
/// Function words are neither used nor unused. `is_used` receives folded words.
pub(crate) fn unused_words(text: &str, is_used: impl Fn(&str) -> bool) -> Option<String> {
    let is_unused = |span: &Range<usize>| {
        let word = fold(text.get(span.clone()).unwrap_or_default());
        !FUNCTION_WORDS.contains(&word.as_str()) && !is_used(&word)
    };
    let unused: Vec<_> = word_spans(text).into_iter().filter(is_unused).collect();
    let (first, last) = (unused.first()?, unused.last()?);
    text.get(first.start..last.end).map(single_line)
}

/// Whether a folded word of a heading only says what kind of content follows.
pub(crate) fn is_structure(word: &str) -> bool {
    STRUCTURE_WORDS.contains(&word)
}

/// The spans of the words of a text, in bytes.
fn word_spans(text: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        if !is_word_part(letter) {
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
    fn unused_text_runs_from_the_first_unused_word_to_the_last() {
        let text = "Programme 2019 (sous réserve de financement)";
        let is_used = |word: &str| is_structure(word) || word == "2019";
        assert_eq!(
            unused_words(text, is_used).as_deref(),
            Some("sous réserve de financement")
        );
        assert_eq!(unused_words("Planning des sessions", is_structure), None);
    }
}
