//! The bracketed parts of a text.

use std::ops::Range;

/// The spans of text in parentheses, with the parentheses.
pub(crate) fn parentheses(text: &str) -> impl Iterator<Item = Range<usize>> {
    enclosed(text, '(', ')')
}

/// The spans of text in parentheses or square brackets, with the brackets.
pub(crate) fn brackets(text: &str) -> impl Iterator<Item = Range<usize>> {
    parentheses(text).chain(enclosed(text, '[', ']'))
}

fn enclosed(text: &str, opening: char, closing: char) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(opening)?;
        let end = start + text.get(start..)?.find(closing)? + 1;
        from = end;
        Some(start..end)
    })
}
