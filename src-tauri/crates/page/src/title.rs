//! Titles within the length that a plan accepts.

use deroule_edit::LONGEST_TITLE;
use deroule_model::Message;

use crate::normalize::truncated;

/// A title, truncated if it is too long, and whether it was.
pub(crate) fn truncated_title(title: String) -> (String, bool) {
    if title.chars().nth(LONGEST_TITLE).is_none() {
        return (title, false);
    }
    (truncated(&title, LONGEST_TITLE - 1), true)
}

/// The remark on a truncated title.
pub(crate) fn title_cut() -> Message {
    Message::new("remark-title-cut").number("most", LONGEST_TITLE)
}
