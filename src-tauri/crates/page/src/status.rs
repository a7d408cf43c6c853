//! The status of a session, in words: cancelled, to be confirmed, confirmed.
//!
//! The words count only where they stand alone. Within a title they are ordinary words.

use deroule_model::Message;
use deroule_model::Status;

use crate::brackets::brackets;
use crate::inline::Inline;
use crate::normalize::{is_blank, single_line, words};
use crate::report::Report;

/// The most words of a status phrase.
const MAX_PHRASE_WORDS: usize = 4;
/// The longest text that can be a status phrase, in bytes.
const MAX_PHRASE_BYTES: usize = 64;

/// A status, and the words that express it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatusPhrase {
    pub(crate) status: Status,
    pub(crate) words: String,
    /// Whether the words are a whole text that is struck out.
    pub(crate) is_struck: bool,
}

/// A title or date, split from its status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StatusSplit {
    /// The text without the status phrase, on one line.
    pub(crate) text: String,
    pub(crate) status: Option<StatusPhrase>,
}

impl StatusSplit {
    /// A text without a status.
    pub(crate) fn without_status(text: &str) -> Self {
        let text = text.to_owned();
        Self { text, status: None }
    }

    /// Splits a text from its status.
    ///
    /// The status phrase is the whole text, stands in brackets, or follows a dash at the end.
    pub(crate) fn of_text(text: &str) -> Self {
        let text = single_line(text);
        if let Some(phrase) = status_phrase(&text) {
            return Self {
                text: String::new(),
                status: Some(phrase),
            };
        }
        let in_brackets = brackets(&text).find_map(|span| {
            let inside = text.get(span.start + 1..span.end - 1)?;
            Some((status_phrase(inside)?, span))
        });
        if let Some((phrase, span)) = in_brackets {
            let mut rest = text.clone();
            rest.replace_range(span, " ");
            return Self {
                text: single_line(&rest),
                status: Some(phrase),
            };
        }
        match status_after_dash(&text) {
            Some((phrase, rest)) => Self {
                text: rest.to_owned(),
                status: Some(phrase),
            },
            None => Self { text, status: None },
        }
    }

    /// Splits the content of a cell or heading from its status.
    ///
    /// Content that is struck out entirely is cancelled. If all that is not struck is a status
    /// phrase, the struck words are the text.
    pub(crate) fn of_inline(inline: &Inline) -> Self {
        let Self { text, status } = Self::of_text(&inline.text);
        if inline.is_all_struck {
            let status = status.filter(|phrase| phrase.status == Status::Cancelled);
            let words = single_line(&inline.text);
            let struck = StatusPhrase {
                status: Status::Cancelled,
                words: words.clone(),
                is_struck: true,
            };
            let text = if text.is_empty() { words } else { text };
            return Self {
                text,
                status: status.or(Some(struck)),
            };
        }
        if text.is_empty() && !is_blank(&inline.struck) {
            let text = Self::of_text(&inline.struck).text;
            return Self { text, status };
        }
        Self { text, status }
    }

    /// Splits a text from the status at its beginning, as in a status column.
    pub(crate) fn of_leading_phrase(text: &str) -> Self {
        let split = Self::of_text(text);
        if split.status.is_some() {
            return split;
        }
        let word_ends = text.char_indices().filter_map(|(at, letter)| {
            let next = text.get(at..)?.chars().nth(1);
            let is_end = letter.is_alphanumeric() && !next.is_some_and(char::is_alphanumeric);
            is_end.then_some(at + letter.len_utf8())
        });
        let word_ends: Vec<_> = word_ends.take(MAX_PHRASE_WORDS).collect();
        // The longest phrase wins: `pas confirmée` and `pas encore confirmée` share their beginning.
        let leading = word_ends.iter().rev().find_map(|end| {
            let (phrase, rest) = text.split_at_checked(*end)?;
            Some((status_phrase(phrase)?, single_line(rest)))
        });
        match leading {
            Some((phrase, rest)) => Self {
                text: rest,
                status: Some(phrase),
            },
            None => split,
        }
    }
}

impl Report<'_> {
    /// Remarks that words of a line are read as a status.
    pub(crate) fn remark_status(&mut self, line: u32, phrase: &StatusPhrase) {
        let code = match phrase.status {
            _ if phrase.is_struck => "remark-status-struck",
            Status::Cancelled => "remark-status-cancelled",
            Status::Tentative => "remark-status-tentative",
            Status::Confirmed => "remark-status-confirmed",
        };
        self.remark(line, Message::new(code).text("text", &phrase.words));
    }
}

/// The status phrase that is the whole text. A question mark makes any status tentative.
fn status_phrase(text: &str) -> Option<StatusPhrase> {
    if text.len() > MAX_PHRASE_BYTES {
        return None;
    }
    let status = status_of(&words(text).join(" "))?;
    let is_question = text.contains('?');
    Some(StatusPhrase {
        status: if is_question {
            Status::Tentative
        } else {
            status
        },
        words: text.trim().to_owned(),
        is_struck: false,
    })
}

/// The status phrase after the last dash of a text, and the text before that dash.
fn status_after_dash(text: &str) -> Option<(StatusPhrase, &str)> {
    let is_dash = |letter: char| "-–—".contains(letter);
    let at = text.rfind(is_dash)?;
    let (before, after) = text.split_at_checked(at)?;
    let phrase = status_phrase(after.trim_start_matches(is_dash))?;
    let before = before.trim_end_matches(is_dash);
    // A hyphen without a space before it joins a word: `pré-confirmé`.
    let separates = !after.starts_with('-') || before.ends_with(char::is_whitespace);
    let before = before.trim_end();
    (separates && !before.is_empty()).then_some((phrase, before))
}

/// The status that a folded phrase means.
fn status_of(phrase: &str) -> Option<Status> {
    Some(match phrase {
        "annule" | "annulee" | "annules" | "annulees" | "supprime" | "supprimee" | "supprimes"
        | "supprimees" | "n a pas lieu" | "n aura pas lieu" | "n ont pas lieu"
        | "n auront pas lieu" | "cancelled" | "canceled" | "called off" => Status::Cancelled,
        "a confirmer"
        | "a definir"
        | "a venir"
        | "a preciser"
        | "a fixer"
        | "a determiner"
        | "a valider"
        | "provisoire"
        | "provisoires"
        | "en attente"
        | "sous reserve"
        | "non confirme"
        | "non confirmee"
        | "non confirmes"
        | "non confirmees"
        | "pas confirme"
        | "pas confirmee"
        | "pas confirmes"
        | "pas confirmees"
        | "pas encore confirme"
        | "pas encore confirmee"
        | "pas encore confirmes"
        | "pas encore confirmees"
        | "tbc"
        | "tbd"
        | "tba"
        | "to be confirmed"
        | "to be defined"
        | "to be determined"
        | "to be decided"
        | "to be announced"
        | "tentative"
        | "provisional"
        | "pending"
        | "unconfirmed"
        | "not confirmed"
        | "not yet confirmed" => Status::Tentative,
        "confirme" | "confirmee" | "confirmes" | "confirmees" | "confirmed" => Status::Confirmed,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(split: StatusSplit) -> (Option<Status>, String) {
        (split.status.map(|phrase| phrase.status), split.text)
    }

    #[test]
    fn words_within_a_title_are_no_status() {
        for text in [
            "Que faire d'un vol annulé ?",
            "Places confirmées et listes d'attente",
            "Le relais à venir",
            "Budget provisoire",
            "TBD Records",
            "A tentative map",
            "Atelier pré-confirmé",
            "Vols (annulés ou retardés)",
            "Relais - vols annulés",
            "Annulé : le récit",
        ] {
            assert_eq!(parts(StatusSplit::of_text(text)), (None, text.to_owned()));
        }
    }

    #[test]
    fn status_stands_alone_in_brackets_or_after_a_dash_at_the_end() {
        for (text, status, rest) in [
            ("annulée", Status::Cancelled, ""),
            ("À confirmer", Status::Tentative, ""),
            ("Relais (annulé)", Status::Cancelled, "Relais"),
            ("[CANCELLED] Relay", Status::Cancelled, "Relay"),
            (
                "Relais (❌ annulé !) du soir",
                Status::Cancelled,
                "Relais du soir",
            ),
            ("Relais - annulée", Status::Cancelled, "Relais"),
            ("Sails – TBC", Status::Tentative, "Sails"),
            ("Sails—confirmed", Status::Confirmed, "Sails"),
            ("Sails (confirmed?)", Status::Tentative, "Sails"),
            ("Relais (non confirmé)", Status::Tentative, "Relais"),
        ] {
            assert_eq!(
                parts(StatusSplit::of_text(text)),
                (Some(status), rest.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn status_column_may_continue_after_the_status() {
        let split = |text: &str| parts(StatusSplit::of_leading_phrase(text));
        let some = |status, rest: &str| (Some(status), rest.to_owned());
        assert_eq!(split("Annulée, pluie"), some(Status::Cancelled, ", pluie"));
        assert_eq!(
            split("non confirmée par le lieu"),
            some(Status::Tentative, "par le lieu")
        );
        assert_eq!(split("reste à voir"), (None, "reste à voir".to_owned()));
    }
}
