//! Whether a session stands: the words for cancelled, to be confirmed and confirmed.

use deroule_plan::Status;

use crate::words::{folded, on_one_line};

/// The status a text tells, and the text without the words that tell it.
pub(crate) fn status_in(text: &str) -> (Option<Status>, String) {
    let phrases: [(&[&str], Status); 3] = [
        (
            &[
                "annulee",
                "annulees",
                "annule",
                "annules",
                "cancelled",
                "canceled",
            ],
            Status::Cancelled,
        ),
        (
            &[
                "a confirmer",
                "a definir",
                "a venir",
                "a preciser",
                "provisoire",
                "tbc",
                "tbd",
                "tba",
                "to be confirmed",
                "tentative",
            ],
            Status::Tentative,
        ),
        (
            &[
                "confirmee",
                "confirmees",
                "confirme",
                "confirmes",
                "confirmed",
            ],
            Status::Confirmed,
        ),
    ];
    for (words, status) in phrases {
        for phrase in words {
            if let Some(kept) = without(text, phrase) {
                return (Some(status), kept);
            }
        }
    }
    (None, on_one_line(text))
}

/// The text without a phrase and the parentheses, dashes and colons that set it apart; `None` where
/// the phrase is not in it.
fn without(text: &str, phrase: &str) -> Option<String> {
    let wanted: Vec<_> = phrase.split(' ').collect();
    let words: Vec<_> = text.split_whitespace().collect();
    let bare: Vec<_> = words
        .iter()
        .map(|word| folded(word.trim_matches(|letter: char| !letter.is_alphanumeric())))
        .collect();
    let at = bare
        .windows(wanted.len())
        .position(|window| window == wanted)?;
    let before = words.get(..at)?.join(" ");
    let after = words.get(at + wanted.len()..)?.join(" ");
    let joints = |letter: char| letter.is_whitespace() || "-–—:,(".contains(letter);
    let ends = |letter: char| letter.is_whitespace() || "-–—:,".contains(letter);
    let kept = format!(
        "{} {}",
        before.trim_end_matches(joints),
        after.trim_start_matches(ends)
    );
    Some(on_one_line(&kept))
}
