//! Infers the kind of a slot from its title.

use deroule_model::Kind;

use crate::normalize::words;

/// The kind that a folded word stands for.
fn kind_of_word(word: &str) -> Option<Kind> {
    Some(match word {
        "accueil" | "arrivee" | "arrivees" | "welcome" | "arrival" | "arrivals"
        | "registration" | "bienvenue" => Kind::Welcome,
        "pause" | "break" | "recreation" => Kind::Break,
        "dejeuner" | "diner" | "repas" | "lunch" | "dinner" | "breakfast" | "meal" | "buffet"
        | "brunch" | "pique" | "picnic" | "aperitif" | "apero" => Kind::Meal,
        "atelier" | "ateliers" | "ateleir" | "ateleirs" | "workshop" | "workshops" => {
            Kind::Workshop
        }
        "restitution" | "restitutions" | "bilan" | "cloture" | "conclusion" | "fin" | "retour"
        | "retours" | "wrap" | "wrapup" | "closing" | "feedback" | "retrospective" | "end"
        | "debrief" | "debriefing" => Kind::WrapUp,
        "icebreaker" | "icebreakers" | "bulloterie" | "jeu" | "jeux" | "exercice" | "activite"
        | "activity" | "game" | "games" | "exercise" | "energizer" | "speeddating" => {
            Kind::Activity
        }
        "standup" | "presentation" | "presentations" | "recapitulatif" | "recap"
        | "planification" | "pleniere" | "plenary" | "introduction" | "keynote" | "conference"
        | "planning" | "discussion" | "tour" | "demo" | "demos" | "talk" | "talks" | "stand" => {
            Kind::Plenary
        }
        "trajet" | "trajets" | "deplacement" | "transfert" | "travel" | "transfer" | "depart"
        | "walk" | "bus" | "train" => Kind::Travel,
        _ => return None,
    })
}

/// Infers a slot's kind from its title.
///
/// The first word with a kind decides, as French puts the head word first: *planification des
/// ateliers* is a plenary and *atelier de présentation* a workshop. A break with a meal is a meal.
/// Coffee and freedom decide only where nothing else does.
///
/// Of alternatives (*continuation du café OU icebreaker*) the one that needs preparation wins.
pub fn infer_kind(title: &str) -> Kind {
    kinds_of_alternatives(title)
        .into_iter()
        .max_by_key(|kind| needs_preparation(*kind))
        .unwrap_or(Kind::Plenary)
}

/// Whether a title names alternatives of different kinds.
pub fn has_alternatives(title: &str) -> bool {
    let kinds = kinds_of_alternatives(title);
    kinds.iter().any(|kind| Some(kind) != kinds.first())
}

/// The kinds of the alternatives in a title, in order.
fn kinds_of_alternatives(title: &str) -> Vec<Kind> {
    let words = words(title);
    words
        .split(|word| word == "ou" || word == "or")
        .filter_map(kind_of_words)
        .collect()
}

fn kind_of_words(words: &[String]) -> Option<Kind> {
    let kinds = || words.iter().filter_map(|word| kind_of_word(word));
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let first = kinds().next();
    match first {
        Some(Kind::Break) if kinds().any(|kind| kind == Kind::Meal) => Some(Kind::Meal),
        Some(Kind::Meal) if kinds().any(|kind| kind == Kind::Travel) && has(&["vers", "to"]) => {
            Some(Kind::Travel)
        }
        // English puts the head word last: *workshop wrap-up*, *workshop feedback*.
        Some(Kind::Workshop) if has(&["wrap", "feedback", "debrief"]) => Some(Kind::WrapUp),
        Some(kind) => Some(kind),
        None if has(&["cafe", "coffee", "tea", "collation", "gouter"]) => Some(Kind::Break),
        None if has(&["libre", "libres", "free"]) => Some(Kind::FreeTime),
        None => None,
    }
}

fn needs_preparation(kind: Kind) -> bool {
    !matches!(kind, Kind::Break | Kind::Meal | Kind::FreeTime)
}
