//! Whether a session takes place: the words for cancelled, to be confirmed and confirmed. They are
//! read only where they stand alone, for within a title they are words like any other.

use deroule_model::{Message, Status};

use crate::inline::Inline;
use crate::ledger::Ledger;
use crate::parallel::enclosed;
use crate::words::{is_blank, on_one_line, words};

/// A status, and the words that tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) status: Status,
    pub(crate) words: String,
    /// Whether the words are the whole text, struck out.
    struck: bool,
}

/// A title or date with what it tells of the status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// The text without the words for a status, on one line.
    pub(crate) text: String,
    pub(crate) status: Option<Told>,
}

/// The status a text tells, and the text without the words that tell it: all of it, what stands in
/// brackets, or what follows a dash at the very end.
pub(crate) fn status_in(text: &str) -> (Option<Told>, String) {
    let text = on_one_line(text);
    if let Some(told) = alone(&text) {
        return (Some(told), String::new());
    }
    let in_brackets = enclosed(&text).find_map(|span| {
        let inside = text.get(span.start + 1..span.end - 1)?;
        Some((alone(inside)?, span))
    });
    if let Some((told, span)) = in_brackets {
        let mut kept = text.clone();
        kept.replace_range(span, " ");
        return (Some(told), on_one_line(&kept));
    }
    match after_dash(&text) {
        Some((told, kept)) => (Some(told), kept.to_owned()),
        None => (None, text),
    }
}

/// What a cell or heading names, and the status it tells. Struck as a whole it is cancelled; where
/// only words for a status stand beside what is struck, the struck words still name it.
pub(crate) fn named(inline: &Inline) -> Named {
    let (status, text) = status_in(&inline.text);
    if inline.all_struck {
        let status = status.filter(|told| told.status == Status::Cancelled);
        let words = on_one_line(&inline.text);
        let struck = Told {
            status: Status::Cancelled,
            words: words.clone(),
            struck: true,
        };
        let text = if text.is_empty() { words } else { text };
        return Named {
            text,
            status: status.or(Some(struck)),
        };
    }
    if text.is_empty() && !is_blank(&inline.struck) {
        let text = status_in(&inline.struck).1;
        return Named { text, status };
    }
    Named { text, status }
}

impl Named {
    /// A text that tells no status.
    pub(crate) fn of(text: &str) -> Self {
        let text = text.to_owned();
        Self { text, status: None }
    }
}

impl Told {
    /// Whether it is told by striking a whole text out.
    pub(crate) fn is_struck(&self) -> bool {
        self.struck
    }
}

impl Ledger<'_> {
    /// Says which words of a line are read as a status.
    pub(crate) fn remark_on_status(&mut self, line: u32, told: &Told) {
        let code = match told.status {
            _ if told.struck => "remark-status-struck",
            Status::Cancelled => "remark-status-cancelled",
            Status::Tentative => "remark-status-tentative",
            Status::Confirmed => "remark-status-confirmed",
        };
        self.remark(line, Message::new(code).text("text", &told.words));
    }
}

/// The status a text begins with, where it says nothing but what the status is; and what follows.
pub(crate) fn leading_status(text: &str) -> (Option<Told>, String) {
    let (told, rest) = status_in(text);
    if told.is_some() {
        return (told, rest);
    }
    // The longest phrase first: `à confirmer` begins with no shorter one, `non confirmée` must not.
    let ends = text.char_indices().filter_map(|(at, letter)| {
        let next = text.get(at..)?.chars().nth(1);
        let ends = letter.is_alphanumeric() && !next.is_some_and(char::is_alphanumeric);
        ends.then_some(at + letter.len_utf8())
    });
    let ends: Vec<_> = ends.take(LONGEST_PHRASE).collect();
    let found = ends.iter().rev().find_map(|end| {
        let (phrase, rest) = text.split_at_checked(*end)?;
        Some((alone(phrase)?, on_one_line(rest)))
    });
    found.map_or((None, rest), |(told, rest)| (Some(told), rest))
}

/// The most words a phrase for a status has.
const LONGEST_PHRASE: usize = 4;

/// The status that a text tells which tells nothing else. In doubt nothing is confirmed or cancelled.
fn alone(text: &str) -> Option<Told> {
    // Every phrase is short: a long text is none.
    if text.len() > 64 {
        return None;
    }
    let status = status_of(&words(text).join(" "))?;
    let asked = text.contains('?');
    Some(Told {
        status: if asked { Status::Tentative } else { status },
        words: text.trim().to_owned(),
        struck: false,
    })
}

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

/// The status told after a dash at the end of a text, and the text before the dash.
fn after_dash(text: &str) -> Option<(Told, &str)> {
    let dash = |letter: char| "-–—".contains(letter);
    let at = text.rfind(dash)?;
    let (before, after) = text.split_at_checked(at)?;
    let told = alone(after.trim_start_matches(dash))?;
    let kept = before.trim_end_matches(dash);
    // A hyphen belongs to a word, as in `pré-confirmé`.
    let apart = !after.starts_with('-') || kept.ends_with(char::is_whitespace);
    let kept = kept.trim_end();
    (apart && !kept.is_empty()).then_some((told, kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<Status>, String) {
        let (told, kept) = status_in(text);
        (told.map(|told| told.status), kept)
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
            assert_eq!(told(text), (None, text.to_owned()));
        }
    }

    #[test]
    fn a_status_stands_alone_in_brackets_or_after_a_dash_at_the_end() {
        for (text, status, kept) in [
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
            assert_eq!(told(text), (Some(status), kept.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_column_for_the_status_may_say_more_after_it() {
        let told = |text: &str| {
            let (told, rest) = leading_status(text);
            (told.map(|told| told.status), rest)
        };
        let some = |status, rest: &str| (Some(status), rest.to_owned());
        assert_eq!(told("Annulée, pluie"), some(Status::Cancelled, ", pluie"));
        assert_eq!(
            told("non confirmée par le lieu"),
            some(Status::Tentative, "par le lieu")
        );
        assert_eq!(told("reste à voir"), (None, "reste à voir".to_owned()));
    }
}
