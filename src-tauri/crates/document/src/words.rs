//! The words of a text, compared the way people write them.

pub(crate) use deroule_plan::spelling::folded;

/// The folded words of a text; anything but letters and digits parts them.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether one of the text's folded words is among `wanted`.
pub(crate) fn has_word(text: &str, wanted: &[&str]) -> bool {
    words(text)
        .iter()
        .any(|word| wanted.contains(&word.as_str()))
}

/// The text on one line, its white space made single.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
