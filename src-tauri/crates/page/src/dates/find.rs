//! Finds dates in a text.

use super::grammar::dates_at;
use super::token::{Token, has_weekday, tokens};
use super::written::WrittenDates;

/// Finds the first dates in a text.
pub fn find_dates(text: &str) -> Option<WrittenDates> {
    dates_from(&tokens(text), 0).map(|(dates, _)| dates)
}

/// Finds all dates in a text.
pub(crate) fn all_dates(text: &str) -> impl Iterator<Item = WrittenDates> {
    let tokens = tokens(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        let (dates, next) = dates_from(&tokens, from)?;
        from = next;
        Some(dates)
    })
}

/// Whether a text can contain a date with a year or a day of the week.
///
/// A quick test that saves most lines of a page from being split into tokens.
pub(crate) fn may_contain_full_date(text: &str) -> bool {
    let runs = text
        .as_bytes()
        .chunk_by(|one, next| one.is_ascii_digit() && next.is_ascii_digit());
    let mut numbers = runs
        .filter(|run| run.first().is_some_and(u8::is_ascii_digit))
        .peekable();
    if numbers.peek().is_none() {
        return false;
    }
    numbers.any(|run| run.len() == 4) || text.contains('/') || has_weekday(text)
}

/// The first dates at or after a token, and the position of the token after them.
fn dates_from(tokens: &[Token], from: usize) -> Option<(WrittenDates, usize)> {
    let (first, (mut dates, next)) =
        (from..tokens.len()).find_map(|at| Some((at, dates_at(tokens, at)?)))?;
    dates.share_years();
    let start = tokens.get(first)?.span.start;
    let end = tokens.get(next.checked_sub(1)?)?.span.end;
    dates.span = start..end;
    Some((dates, next))
}
