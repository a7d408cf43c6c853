//! The words of a text, compared the way people write them.

use deroule_edit::LONGEST_TITLE;
use deroule_model::Message;

pub(crate) use deroule_model::spelling::folded;

/// The folded words of a text; anything but letters and digits parts them.
pub(crate) fn words(text: &str) -> Vec<String> {
    each_word(text).collect()
}

/// The folded words of a text, one at a time.
pub(crate) fn each_word(text: &str) -> impl Iterator<Item = String> {
    // A combining accent belongs to its letter.
    let parts =
        |letter: char| !letter.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&letter);
    text.split(parts)
        .filter(|word| !word.is_empty())
        .map(folded)
        .filter(|word| !word.is_empty())
}

/// Whether one of the text's folded words is among `wanted`.
pub(crate) fn has_word(text: &str, wanted: &[&str]) -> bool {
    each_word(text).any(|word| wanted.contains(&word.as_str()))
}

/// The text on one line, its white space made single.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, where it has more characters than `most`; that it goes on is marked.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// A title, and whether it was longer than any may be and is cut.
pub(crate) fn short_title(title: String) -> (String, bool) {
    if title.chars().nth(LONGEST_TITLE).is_none() {
        return (title, false);
    }
    (shortened(&title, LONGEST_TITLE - 1), true)
}

/// What there is to say of a title that is cut.
pub(crate) fn title_cut() -> Message {
    Message::new("remark-title-cut").number("most", LONGEST_TITLE)
}

/// Whether a cell says nothing: blank, or only dashes and dots put there to fill it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || "-–—−_.…*".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_dashes_says_nothing() {
        assert!(is_blank(" ------ "));
        assert!(is_blank("…"));
        assert!(!is_blank("- à voir"));
    }
}
