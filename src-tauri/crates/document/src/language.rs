//! Which language a page is in, told from its small words.

use crate::words::each_word;

/// Whether a page is in French, as far as its words tell.
pub(crate) fn is_french(page: &str) -> bool {
    let (mut french, mut english) = (0usize, 0usize);
    for word in each_word(page) {
        match word.as_str() {
            "le" | "la" | "les" | "des" | "du" | "et" | "avec" | "une" | "sur" | "pour"
            | "lieu" | "horaires" | "septembre" | "octobre" | "novembre" | "decembre"
            | "janvier" | "fevrier" | "avril" | "mai" | "juin" | "juillet" | "aout"
            | "dejeuner" | "accueil" | "atelier" | "ateliers" => french += 1,
            "the" | "and" | "with" | "of" | "for" | "on" | "to" | "venue" | "hours"
            | "september" | "october" | "november" | "december" | "january" | "february"
            | "april" | "may" | "june" | "july" | "august" | "lunch" | "welcome" | "workshop"
            | "workshops" => english += 1,
            _ => {}
        }
    }
    french > english
}
