//! Which language a page is in: what its front matter says, else what its words tell. Those of
//! headings and of tables' headers tell more than others.

use deroule_model::Language;

use crate::ledger::Ledger;
use crate::page::Block;
use crate::words::{each_word, folded};

/// How much more a word of a heading or a header tells.
const WEIGHT: usize = 2;
/// The longest word that is one of those below, in bytes.
const LONGEST_WORD: usize = 14;

/// The language of a page; none where its words tell both alike or nothing.
pub(crate) fn language(page: &str, blocks: &[Block], ledger: &mut Ledger<'_>) -> Option<Language> {
    if let Some((line, language)) = in_front_matter(page) {
        ledger.take(line);
        return Some(language);
    }
    let mut count = Count::default();
    count.add(page, 1);
    for block in blocks {
        match block {
            Block::Heading { text, .. } => count.add(&text.text, WEIGHT),
            Block::Table(rows) => {
                for cell in rows.first().into_iter().flat_map(|row| &row.cells) {
                    count.add(&cell.text, WEIGHT);
                }
            }
            Block::Paragraph { .. } | Block::List(_) | Block::Rule(_) => {}
        }
    }
    count.language()
}

#[derive(Default)]
struct Count {
    french: usize,
    english: usize,
}

impl Count {
    fn add(&mut self, text: &str, weight: usize) {
        let short = text.split(|letter: char| letter.is_whitespace());
        let short = short.filter(|part| part.len() <= LONGEST_WORD * 4);
        for word in short.flat_map(each_word) {
            match language_of(&word) {
                Some(Language::Fr) => self.french += weight,
                Some(Language::En) => self.english += weight,
                None => {}
            }
        }
    }

    fn language(&self) -> Option<Language> {
        match self.french.cmp(&self.english) {
            std::cmp::Ordering::Greater => Some(Language::Fr),
            std::cmp::Ordering::Less => Some(Language::En),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The language that a folded word is of and the other has not.
fn language_of(word: &str) -> Option<Language> {
    Some(match word {
        // Small words.
        "le" | "la" | "les" | "l" | "des" | "du" | "de" | "d" | "et" | "avec" | "une" | "un"
        | "sur" | "pour" | "dans" | "au" | "aux" | "par" | "est" | "sont" | "nous" | "vous"
        // Months and days.
        | "janvier" | "fevrier" | "mars" | "avril" | "mai" | "juin" | "juillet" | "aout"
        | "septembre" | "octobre" | "novembre" | "decembre" | "lundi" | "mardi" | "mercredi"
        | "jeudi" | "vendredi" | "samedi" | "dimanche"
        // Columns, status and what a day is made of.
        | "seance" | "seances" | "rencontre" | "rencontres" | "lieu" | "lieux" | "salle"
        | "horaire" | "horaires" | "heure" | "heures" | "thematique" | "thematiques" | "objectif"
        | "objectifs" | "titre" | "intitule" | "statut" | "quand" | "publics" | "annule"
        | "annulee" | "confirme" | "confirmee" | "confirmer" | "accueil" | "dejeuner" | "atelier"
        | "ateliers" | "pleniere" | "cloture" | "bilan" | "idee" | "idees" | "journee"
        | "calendrier" | "deroule" => Language::Fr,
        "the" | "and" | "with" | "of" | "for" | "to" | "in" | "by" | "are" | "is" | "we" | "you"
        | "from" | "our"
        | "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august"
        | "september" | "october" | "november" | "december" | "monday" | "tuesday"
        | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        | "meeting" | "meetings" | "venue" | "location" | "room" | "hours" | "time" | "times"
        | "topic" | "topics" | "goal" | "goals" | "objectives" | "title" | "when" | "where"
        | "who" | "what" | "cancelled" | "canceled" | "confirmed" | "welcome" | "lunch"
        | "break" | "workshop" | "workshops" | "plenary" | "closing" | "opening" | "ideas"
        | "day" | "days" | "calendar" | "schedule" => Language::En,
        _ => return None,
    })
}

/// The language that the front matter names, and its line.
fn in_front_matter(page: &str) -> Option<(u32, Language)> {
    let mut lines = (1..).zip(page.split('\n').map(str::trim_end));
    let is_fence = |line: &str| line == "---";
    lines.next().filter(|(_, line)| is_fence(line))?;
    let inside: Vec<_> = lines
        .by_ref()
        .take_while(|(_, line)| !is_fence(line))
        .take(LONGEST_FRONT_MATTER)
        .collect();
    inside.into_iter().find_map(|(line, text)| {
        let (key, value) = text.split_once(':')?;
        let value = folded(value.trim().trim_matches(['"', '\'']));
        let is_key = matches!(key.trim(), "lang" | "language" | "langue");
        let tag = value.split(['-', '_']).next().unwrap_or_default();
        let language = match tag {
            "fr" | "francais" | "french" => Language::Fr,
            "en" | "english" | "anglais" => Language::En,
            _ => return None,
        };
        is_key.then_some((line, language))
    })
}

/// More lines than this are no front matter.
const LONGEST_FRONT_MATTER: usize = 100;
