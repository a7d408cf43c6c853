//! What an edit's texts and times have to be.

use deroule_model::{Clock, Minutes, Subject};

use crate::refusal::Refusal;

/// The most characters a title or a name may have.
pub const LONGEST_TITLE: usize = 1_000;

/// A title or name without surrounding blanks, refused when nothing is left or it is too long.
pub(crate) fn require_name(text: &str, subject: Subject) -> Result<String, Refusal> {
    title(Some(text.to_owned()), subject)?.ok_or(Refusal::Nameless(subject))
}

/// The same for a title that may be left out.
pub(crate) fn title(text: Option<String>, subject: Subject) -> Result<Option<String>, Refusal> {
    let text = trimmed(text);
    let is_too_long = |text: &String| text.chars().nth(LONGEST_TITLE).is_some();
    if text.as_ref().is_some_and(is_too_long) {
        return Err(Refusal::TooLong(subject));
    }
    Ok(text)
}

/// A text without surrounding blanks; none when nothing is left.
pub(crate) fn trimmed(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Texts without surrounding blanks, empty ones and repetitions left out.
pub(crate) fn trimmed_list(texts: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts.into_iter().filter_map(|text| trimmed(Some(text))) {
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}

/// A time that a day can hold.
pub(crate) fn time_in_range(time: Clock, subject: Subject) -> Result<Clock, Refusal> {
    duration_in_range(time.since_midnight(), subject).map(|_| time)
}

/// A duration that a day can hold.
pub(crate) fn duration_in_range(minutes: Minutes, subject: Subject) -> Result<Minutes, Refusal> {
    if minutes <= Minutes::MAX {
        Ok(minutes)
    } else {
        Err(Refusal::OutOfRange { subject, minutes })
    }
}
