//! Detects the language of a page from its front matter, or from its words.

use deroule_model::Language;

use crate::blocks::Block;
use crate::normalize::{each_word, fold};
use crate::report::Report;

/// The additional weight of a word in a heading or a table's header.
const HEADING_WEIGHT: usize = 2;
/// The longest word in the lists below, in bytes.
const MAX_WORD_BYTES: usize = 14;
/// The most lines of a front matter.
const MAX_FRONT_MATTER_LINES: usize = 100;

/// The language of a page; `None` if it has no words of either language, or as many of both.
pub(crate) fn detect_language(
    page: &str,
    blocks: &[Block],
    report: &mut Report<'_>,
) -> Option<Language> {
    if let Some((line, language)) = front_matter_language(page) {
        report.mark_read(line);
        return Some(language);
    }
    let mut counts = WordCounts::default();
    counts.add(page, 1);
    for block in blocks {
        match block {
            Block::Heading { text, .. } => counts.add(&text.text, HEADING_WEIGHT),
            Block::Table(rows) => {
                for cell in rows.first().into_iter().flat_map(|row| &row.cells) {
                    counts.add(&cell.text, HEADING_WEIGHT);
                }
            }
            Block::Paragraph { .. } | Block::List(_) | Block::Rule(_) => {}
        }
    }
    counts.language()
}

/// The weighted number of words of each language.
#[derive(Default)]
struct WordCounts {
    french: usize,
    english: usize,
}

impl WordCounts {
    fn add(&mut self, text: &str, weight: usize) {
        let parts = text.split(|letter: char| letter.is_whitespace());
        // A part can contain several words, and punctuation.
        let short = parts.filter(|part| part.len() <= MAX_WORD_BYTES * 4);
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

/// The only language that has a folded word.
fn language_of(word: &str) -> Option<Language> {
    Some(match word {
        // Function words.
        "le" | "la" | "les" | "l" | "des" | "du" | "de" | "d" | "et" | "avec" | "une" | "un"
        | "sur" | "pour" | "dans" | "au" | "aux" | "par" | "est" | "sont" | "nous" | "vous"
        // Months and days.
        | "janvier" | "fevrier" | "mars" | "avril" | "mai" | "juin" | "juillet" | "aout"
        | "septembre" | "octobre" | "novembre" | "decembre" | "lundi" | "mardi" | "mercredi"
        | "jeudi" | "vendredi" | "samedi" | "dimanche"
        // Columns, status and slots.
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

/// The language in the front matter, and its line.
fn front_matter_language(page: &str) -> Option<(u32, Language)> {
    let mut lines = (1..).zip(page.split('\n').map(str::trim_end));
    let is_fence = |line: &str| line == "---";
    lines.next().filter(|(_, line)| is_fence(line))?;
    let content: Vec<_> = lines
        .by_ref()
        .take_while(|(_, line)| !is_fence(line))
        .take(MAX_FRONT_MATTER_LINES)
        .collect();
    content.into_iter().find_map(|(line, text)| {
        let (key, value) = text.split_once(':')?;
        let value = fold(value.trim().trim_matches(['"', '\'']));
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
