//! Recognises the columns of a table of sessions by their headers.

use crate::normalize::words;

/// The property of a session that a column contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Title,
    Dates,
    Hours,
    Venue,
    Theme,
    Objectives,
    Audience,
    Status,
}

/// The columns in the table's order; `None` for unknown and repeated ones.
pub(crate) fn columns<'h>(headers: impl Iterator<Item = &'h str>) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for header in headers {
        let column = words(header).iter().find_map(|word| column(word));
        let is_repeated = column.is_some() && columns.contains(&column);
        columns.push(column.filter(|_| !is_repeated));
    }
    columns
}

/// The column that a folded word of a header names.
fn column(word: &str) -> Option<Column> {
    Some(match word {
        "session" | "sessions" | "seance" | "seances" | "titre" | "title" | "intitule" | "nom"
        | "name" | "event" | "evenement" | "rencontre" | "rencontres" => Column::Title,
        "date" | "dates" | "jour" | "jours" | "day" | "days" | "quand" | "when" => Column::Dates,
        "horaire" | "horaires" | "heure" | "heures" | "hours" | "hour" | "time" | "times" => {
            Column::Hours
        }
        "lieu" | "lieux" | "venue" | "place" | "location" | "where" | "salle" | "endroit" => {
            Column::Venue
        }
        "theme" | "themes" | "thematique" | "thematiques" | "topic" | "topics" | "sujet" => {
            Column::Theme
        }
        "objectif" | "objectifs" | "objective" | "objectives" | "goal" | "goals" | "but"
        | "buts" | "aims" => Column::Objectives,
        "public" | "publics" | "audience" | "audiences" | "participants" | "qui" | "who" => {
            Column::Audience
        }
        "statut" | "status" | "etat" => Column::Status,
        _ => return None,
    })
}
