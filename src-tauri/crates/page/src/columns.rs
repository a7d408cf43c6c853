//! What the columns of a table are, told from the words of their headers, in any order.

use crate::words::words;

/// What a column tells of a session.
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

/// The columns in the table's order; `None` for one that tells nothing known, or tells it again.
pub(crate) fn columns<'h>(headers: impl Iterator<Item = &'h str>) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for header in headers {
        let column = words(header).iter().find_map(|word| column(word));
        let again = column.is_some() && columns.contains(&column);
        columns.push(column.filter(|_| !again));
    }
    columns
}

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
