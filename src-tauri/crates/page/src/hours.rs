//! Times of day as organisers write them: `9h30`, `9 h 30`, `09:30`, `9-10h`, `de 9h à 17h30`.
//!
//! `24h` to `29h59` are early hours of the next day.

use crate::normalize::fold;
use deroule_model::{Clock, Minutes};

/// A time, or a range of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The start.
    pub start: Clock,
    /// The end, as written. It may be before `start`.
    pub end: Option<Clock>,
}

/// From this time on, an end in the early hours is the next day's.
const EVENING: Clock = Clock::at(18, 0);
/// The last of the early hours.
const EARLY_HOURS: Clock = Clock::at(6, 0);
/// The length of a day.
pub(crate) const DAY: Minutes = Minutes::hours(24);
/// The midnight at which a day ends.
pub(crate) const NEXT_MIDNIGHT: Clock = Clock::at(24, 0);

impl Hours {
    /// Moves an end in the early hours to the next day if the start is in the evening.
    #[must_use]
    pub fn past_midnight(self) -> Self {
        let end = self.end.map(|end| {
            if end < self.start && self.start >= EVENING && end <= EARLY_HOURS {
                end + DAY
            } else {
                end
            }
        });
        Self { end, ..self }
    }
}

/// Parses the hours at the beginning of a text. Returns them and the rest of the text.
pub fn leading_hours(text: &str) -> Option<(Hours, &str)> {
    let text = text.trim_start();
    let after_from = after_word(text, &["de", "des", "from", "entre", "between"]);
    if let Some(found) = after_from.and_then(range) {
        return Some(found);
    }
    if let Some(found) = range(text) {
        return Some(found);
    }
    let text = after_word(text, &["a", "des", "at", "from", "vers"]).unwrap_or(text);
    let (start, rest) = time(text)?;
    Some((Hours { start, end: None }, rest))
}

/// Finds the first hours in a text. Returns the text before, the hours, and the text after.
///
/// A range is preferred to a single time.
pub fn find_hours(text: &str) -> Option<(&str, Hours, &str)> {
    let starts = || word_starts(text);
    starts()
        .find_map(|at| parse_at(text, at, |from| prefixed_range(from)))
        .or_else(|| starts().find_map(|at| parse_at(text, at, leading_hours)))
}

fn parse_at<'t>(
    text: &'t str,
    at: usize,
    parse: impl Fn(&'t str) -> Option<(Hours, &'t str)>,
) -> Option<(&'t str, Hours, &'t str)> {
    let (before, from) = text.split_at_checked(at)?;
    parse(from).map(|(hours, rest)| (before, hours, rest))
}

fn prefixed_range(text: &str) -> Option<(Hours, &str)> {
    after_word(text, &["de", "from", "entre", "between"])
        .and_then(range)
        .or_else(|| range(text))
}

/// The starts of words in a text. Hours begin there, so that `130h` is not read as `30h`.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_inside = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let is_start = !is_inside && letter.is_alphanumeric();
        is_inside = letter.is_alphanumeric();
        is_start.then_some(at)
    })
}

fn range(text: &str) -> Option<(Hours, &str)> {
    // In `9-10h` the start has its unit from the end.
    let (start, rest) = time(text).or_else(|| bare_hour(text))?;
    let (end, rest) = time(after_separator(rest)?)?;
    let end = Some(end);
    Some((Hours { start, end }, rest))
}

fn bare_hour(text: &str) -> Option<(Clock, &str)> {
    let (hour, rest) = number(text.trim_start())?;
    (hour < 30).then_some((Clock::at(hour, 0), rest))
}

/// The text after the sign or word between a start and an end.
fn after_separator(text: &str) -> Option<&str> {
    let text = text.trim_start();
    for sign in ["->", "-", "–", "—", "‒", "−", "‑", "→"] {
        if let Some(rest) = text.strip_prefix(sign) {
            return Some(rest);
        }
    }
    after_word(text, &["a", "to", "until", "till", "et", "and", "jusqu'a"])
}

/// The text after one of these folded words, if it begins with one.
fn after_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let end = text.find(|letter: char| !letter.is_alphabetic() && !"'’".contains(letter))?;
    let (word, rest) = text.split_at_checked(end)?;
    words.contains(&fold(word).as_str()).then_some(rest)
}

/// Parses the time at the beginning of a text.
fn time(text: &str) -> Option<(Clock, &str)> {
    let text = text.trim_start();
    if let Some(rest) = after_word_or_end(text, &["midi", "noon"]) {
        return Some((Clock::at(12, 0), rest));
    }
    if let Some(rest) = after_word_or_end(text, &["minuit", "midnight"]) {
        return Some((NEXT_MIDNIGHT, rest));
    }
    let (hour, rest) = number(text)?;
    if hour >= 30 {
        return None;
    }
    if let Some(rest) = rest.strip_prefix(':') {
        let (minute, rest) = minute(rest)?;
        return twelve_hour(hour, rest)
            .map(|(hour, rest)| (Clock::at(hour, minute), rest))
            .or(Some((Clock::at(hour, minute), rest)));
    }
    if let Some((hour, rest)) = twelve_hour(hour, rest) {
        return Some((Clock::at(hour, 0), rest));
    }
    french_time(hour, rest)
}

/// `h`, `h30`, ` h 30` or ` heures`, after the hour.
fn french_time(hour: u32, text: &str) -> Option<(Clock, &str)> {
    let spaced = text.trim_start();
    let rest = spaced.strip_prefix(['h', 'H'])?;
    let rest = ["eures", "eure", "rs", "r"]
        .iter()
        .find_map(|tail| rest.strip_prefix(tail))
        .unwrap_or(rest);
    if let Some((minute, rest)) = minute(rest) {
        return Some((Clock::at(hour, minute), rest));
    }
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    // A space before the minutes needs one before the `h`: `9 h 30`, but not `14h 30 personnes`.
    let spaced_minute = (spaced.len() < text.len())
        .then(|| minute(rest.trim_start()))
        .flatten();
    Some(
        spaced_minute.map_or((Clock::at(hour, 0), rest), |(minute, rest)| {
            (Clock::at(hour, minute), rest)
        }),
    )
}

fn twelve_hour(hour: u32, text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let (half, rest) = text.split_at_checked(2)?;
    if rest.starts_with(char::is_alphanumeric) || !(1..=12).contains(&hour) {
        return None;
    }
    match fold(half).as_str() {
        "am" => Some((hour % 12, rest)),
        "pm" => Some((hour % 12 + 12, rest)),
        _ => None,
    }
}

fn after_word_or_end<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let end = text
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end)?;
    words.contains(&fold(word).as_str()).then_some(rest)
}

/// One or two digits.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    if !(1..=2).contains(&end) {
        return None;
    }
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

/// Exactly two digits below 60.
fn minute(text: &str) -> Option<(u32, &str)> {
    let (minute, rest) = number(text)?;
    (text.len() - rest.len() == 2 && minute < 60).then_some((minute, rest))
}
