//! The no-break spaces of French typography.

use std::borrow::Cow;

use deroule_model::Language;

/// A narrow space that doesn't break, for French before `; ! ?`.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// A space that doesn't break.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// The organiser's text with the no-break spaces of its language.
///
/// In French no line may break before `: ; ? !` or inside guillemets. Only existing spaces change.
///
/// ```
/// use deroule_model::Language;
/// use deroule_text::fix_spacing;
///
/// assert_eq!(fix_spacing(Language::Fr, "Qui ?"), "Qui\u{202f}?");
/// assert_eq!(fix_spacing(Language::En, "Who ?"), "Who ?");
/// ```
pub fn fix_spacing(language: Language, text: &str) -> String {
    if language == Language::En {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let near = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
    let space = |(at, letter): (usize, &char)| {
        let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
        match (*letter, before, after) {
            (' ', _, Some(';' | '?' | '!')) => NARROW_NO_BREAK_SPACE,
            (' ', _, Some(':' | '»')) | (' ', Some('«'), _) => NO_BREAK_SPACE,
            (' ', Some('°'), Some(digit)) if digit.is_ascii_digit() => NO_BREAK_SPACE,
            (other, ..) => other,
        }
    };
    letters.iter().enumerate().map(space).collect()
}

/// How a text separates words that must stay on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spaces {
    /// With no-break spaces.
    NoBreak,
    /// With ordinary spaces.
    Plain,
}

impl Spaces {
    /// A formatted text with these spaces.
    pub(crate) fn apply(self, text: String) -> String {
        match self {
            Self::NoBreak => text,
            Self::Plain => plain_spaces(&text).into_owned(),
        }
    }
}

/// The text with ordinary spaces in place of no-break ones.
pub(crate) fn plain_spaces(text: &str) -> Cow<'_, str> {
    let is_special = |letter| matches!(letter, NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE);
    if text.contains(is_special) {
        Cow::Owned(text.replace(is_special, " "))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, fix_spacing, plain_spaces};

    #[test]
    fn french_marks_stay_on_the_line_of_their_word() {
        assert_eq!(
            fix_spacing(Language::Fr, "Qui ? « Nous » : tous !"),
            "Qui\u{202f}? «\u{a0}Nous\u{a0}»\u{a0}: tous\u{202f}!"
        );
        assert_eq!(
            fix_spacing(Language::Fr, "Atelier n° 1"),
            "Atelier n°\u{a0}1"
        );
        assert_eq!(fix_spacing(Language::En, "Who ?"), "Who ?");
    }

    #[test]
    fn plain_spaces_replace_both_no_break_spaces() {
        assert_eq!(plain_spaces("Avec\u{a0}: qui\u{202f}?"), "Avec : qui ?");
    }
}
