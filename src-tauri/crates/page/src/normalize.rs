//! Text reduced to what counts when words are compared.

pub(crate) use deroule_model::normalize::{fold, is_same_name, name_key};

/// The folded words of a text, separated by anything but letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    each_word(text).collect()
}

/// The folded words of a text, one at a time.
pub(crate) fn each_word(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter| !is_word_part(letter))
        .filter(|word| !word.is_empty())
        .map(fold)
        .filter(|word| !word.is_empty())
}

/// Whether a character is a letter, a digit, or an accent that combines with its letter.
pub(crate) fn is_word_part(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_accent(letter)
}

/// Whether a character is an accent that combines with the letter before it.
pub(crate) fn is_combining_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Whether one of the text's folded words is among `wanted`.
pub(crate) fn has_word(text: &str, wanted: &[&str]) -> bool {
    each_word(text).any(|word| wanted.contains(&word.as_str()))
}

/// The text on one line, with single spaces.
pub(crate) fn single_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `max_chars` characters of a text, with an ellipsis if there are more.
pub(crate) fn truncated(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Whether a text is blank, or only dashes and dots that fill an empty cell.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || "-–—−_.…*".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_dashes_and_dots_is_blank() {
        assert!(is_blank(" ------ "));
        assert!(is_blank("…"));
        assert!(!is_blank("- à voir"));
    }
}
