//! Assigns the words of a cell to its hours: `9h30-18h30 (mentors : 14h-18h30)`.

use crate::hours::{Hours, find_hours};
use crate::normalize::{single_line, words};

/// A range of hours, with the words before and after it that belong to it.
pub(super) struct LabelledHours {
    pub(super) hours: Hours,
    pub(super) before: String,
    pub(super) after: String,
    /// Whether the words after it could also belong to the next range.
    pub(super) is_ambiguous: bool,
}

/// The hours of a cell, each with its own words.
///
/// Punctuation decides which words between two ranges belong to which.
pub(super) fn labelled_hours(cell: &str) -> Vec<LabelledHours> {
    let (texts, ranges) = split_at_hours(cell);
    let text = |at: usize| texts.get(at).copied().unwrap_or_default();
    let last = ranges.len().saturating_sub(1);
    let mut before = label(text(0));
    let mut labelled = Vec::with_capacity(ranges.len());
    for (at, hours) in ranges.into_iter().enumerate() {
        let between = text(at + 1);
        let split = if at == last {
            Split::to_previous(between)
        } else {
            split(between, !before.is_empty(), !label(text(at + 2)).is_empty())
        };
        labelled.push(LabelledHours {
            hours,
            before,
            after: label(split.previous),
            is_ambiguous: split.is_ambiguous,
        });
        before = label(split.next);
    }
    labelled
}

/// The texts before, between and after the hours of a cell, and the hours.
fn split_at_hours(cell: &str) -> (Vec<&str>, Vec<Hours>) {
    let (mut texts, mut ranges, mut rest) = (Vec::new(), Vec::new(), cell);
    while let Some((before, hours, after)) = find_hours(rest) {
        // After a range, a single time is part of the words around it.
        if hours.end.is_none() && !ranges.is_empty() {
            break;
        }
        texts.push(before);
        ranges.push(hours);
        rest = after;
    }
    texts.push(rest);
    (texts, ranges)
}

/// The words between two ranges: those of the previous range and those of the next one.
struct Split<'t> {
    previous: &'t str,
    next: &'t str,
    is_ambiguous: bool,
}

impl<'t> Split<'t> {
    fn to_previous(text: &'t str) -> Self {
        Self {
            previous: text,
            next: "",
            is_ambiguous: false,
        }
    }

    fn to_next(text: &'t str) -> Self {
        Self {
            previous: "",
            next: text,
            is_ambiguous: false,
        }
    }

    fn at(text: &'t str, position: usize) -> Self {
        let (previous, next) = text.split_at_checked(position).unwrap_or((text, ""));
        Self {
            previous,
            next,
            is_ambiguous: false,
        }
    }
}

/// Splits the words between two ranges.
///
/// `previous_is_labelled` says whether words before the previous range belong to it, and
/// `next_has_words` whether words follow the next one.
fn split(text: &str, previous_is_labelled: bool, next_has_words: bool) -> Split<'_> {
    if let Some(parenthesis) = unclosed_parenthesis(text) {
        return Split::at(text, parenthesis);
    }
    match (starts_with_separator(text), ends_with_separator(text)) {
        (true, false) => return Split::to_next(text),
        (false, true) => return Split::to_previous(text),
        (true, true) if previous_is_labelled => return Split::to_next(text),
        (true, true) => return Split::to_previous(text),
        (false, false) => {}
    }
    // A line end or semicolon separates ranges. A comma can separate names.
    if let Some(separator) = text.rfind(['\n', ';']) {
        return Split::at(text, separator);
    }
    if previous_is_labelled {
        return Split::to_next(text);
    }
    let comma = text.rfind([',', '/']).filter(|_| !next_has_words);
    if let Some(comma) = comma {
        return Split::at(text, comma);
    }
    if text.trim_end().ends_with(':') {
        return Split::to_next(text);
    }
    let refers_back = text.trim_start().starts_with(['(', ':'])
        || matches!(
            words(text).first().map(String::as_str),
            Some("pour" | "for")
        );
    Split {
        is_ambiguous: !next_has_words && !refers_back && !label(text).is_empty(),
        ..Split::to_previous(text)
    }
}

/// The words that connect one range with the next.
const CONNECTORS: [&str; 6] = ["et", "and", "puis", "then", "mais", "but"];

/// Whether a punctuation mark or connector separates a text from the hours before it.
fn starts_with_separator(text: &str) -> bool {
    let words = words(text);
    let (space, _) = text.split_at(text.len() - text.trim_start().len());
    space.contains('\n')
        || text
            .trim_start()
            .starts_with([',', ';', '/', '+', '&', '|'])
        || (words.len() > 1
            && words
                .first()
                .is_some_and(|word| CONNECTORS.contains(&&**word)))
}

/// Whether a punctuation mark or connector separates a text from the hours after it.
fn ends_with_separator(text: &str) -> bool {
    let words = words(text);
    let (_, space) = text.split_at(text.trim_end().len());
    space.contains('\n')
        || text.trim_end().ends_with([',', ';', '/', '+', '&', '|'])
        || (words.len() > 1
            && words
                .last()
                .is_some_and(|word| CONNECTORS.contains(&&**word)))
}

/// The position of a parenthesis that opens and does not close.
fn unclosed_parenthesis(text: &str) -> Option<usize> {
    let open = text.rfind('(')?;
    text.get(open..)?.find(')').is_none().then_some(open)
}

/// The label in a text, without function words at its start and end.
fn label(text: &str) -> String {
    let function_words = [
        "pour", "les", "le", "la", "for", "the", "de", "des", "et", "and", "puis", "then", "mais",
        "but",
    ];
    let text = text.replace(['(', ')'], " ");
    let words: Vec<_> = text
        .split_inclusive(|letter: char| letter.is_whitespace() || ",;:/*&+|".contains(letter))
        .collect();
    let has_meaning = |word: &&str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        !word.is_empty() && !function_words.contains(&word.to_lowercase().as_str())
    };
    let first = words.iter().position(has_meaning);
    let last = words.iter().rposition(has_meaning);
    let (Some(first), Some(last)) = (first, last) else {
        return String::new();
    };
    let label = words.get(first..=last).unwrap_or_default().concat();
    single_line(label.trim_matches(|letter: char| !letter.is_alphanumeric()))
}
