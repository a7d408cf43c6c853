//! Who attends, as titles say it: `Session DIG + Mentors l'après-midi`, `(DIG seuls)`.

use std::collections::{BTreeMap, BTreeSet};

use crate::limits::MOST_AUDIENCES;
use crate::parallel::parentheses;
use crate::words::{each_word, folded, on_one_line, short_title};

/// What part of a session an audience attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Whole,
    Morning,
    Afternoon,
}

/// An audience named by a title or cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attendee {
    pub(crate) name: String,
    pub(crate) part: Part,
}

/// The programme's audiences in the order met, under the name first met.
#[derive(Default)]
pub(crate) struct Audiences {
    pub(crate) names: Vec<String>,
    /// Those not yet told to the organiser.
    pub(crate) new: Vec<String>,
    /// Their places among the names, by the folded name.
    places: BTreeMap<String, usize>,
}

impl Audiences {
    /// The name an audience goes by, however it is capitalised here.
    pub(crate) fn known(&self, name: &str) -> Option<&String> {
        self.names.get(*self.places.get(&folded(name))?)
    }

    /// The name an audience goes by; it becomes one of the programme's if it is not yet.
    pub(crate) fn name(&mut self, name: &str) -> String {
        let (name, is_known) = self.name_of(name);
        // A page of more audiences than this is refused.
        if !is_known && self.names.len() <= MOST_AUDIENCES {
            self.places.insert(folded(&name), self.names.len());
            self.names.push(name.clone());
            self.new.push(name.clone());
        }
        name
    }

    /// The name an audience goes by or would go by, and whether it is known.
    fn name_of(&self, name: &str) -> (String, bool) {
        if let Some(known) = self.known(name) {
            return (known.clone(), true);
        }
        let mut letters = name.chars();
        let capitalised: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        (short_title(capitalised).0, false)
    }

    /// The audiences a session's title names, such as `DIG` and `Mentors`.
    pub(crate) fn in_title(&mut self, title: &str) -> Vec<Attendee> {
        let found = self.seen_in_title(title);
        self.keep(found)
    }

    /// The same, where the title only repeats who attends.
    pub(crate) fn seen_in_title(&self, title: &str) -> Vec<Attendee> {
        let aside = parentheses(title)
            .filter_map(|span| title.get(span))
            .map(|aside| self.listed(aside, false))
            .find(|attendees| !attendees.is_empty());
        if let Some(attendees) = aside {
            return attendees;
        }
        let outside = title.split(['(', ':', '–', '—']).next().unwrap_or(title);
        match after_session_word(outside) {
            Some(rest) => self.listed(rest, false),
            None => self.known_in(outside),
        }
    }

    /// The audiences listed in a cell that names nothing else.
    pub(crate) fn in_cell(&mut self, cell: &str) -> Vec<Attendee> {
        let found = self.listed(cell, true);
        self.keep(found)
    }

    fn keep(&mut self, mut attendees: Vec<Attendee>) -> Vec<Attendee> {
        for attendee in &mut attendees {
            attendee.name = self.name(&attendee.name);
        }
        attendees
    }

    fn listed(&self, text: &str, sure: bool) -> Vec<Attendee> {
        let names = pieces(text);
        let several = names.len() > 1;
        let mut seen = BTreeSet::new();
        let mut attendees: Vec<Attendee> = Vec::new();
        for piece in names {
            let piece = Piece::read(&piece, sure);
            let likely = sure || self.known(&piece.name).is_some() || piece.is_name(several);
            if piece.name.is_empty() || !likely {
                continue;
            }
            let (name, _) = self.name_of(&piece.name);
            if seen.insert(folded(&name)) {
                let part = piece.part;
                attendees.push(Attendee { name, part });
            }
        }
        attendees
    }

    fn known_in(&self, text: &str) -> Vec<Attendee> {
        let words = each_word(text);
        let places: BTreeSet<_> = words.filter_map(|word| self.places.get(&word)).collect();
        let names = places.into_iter().filter_map(|at| self.names.get(*at));
        names
            .map(|name| Attendee {
                name: name.clone(),
                part: Part::Whole,
            })
            .collect()
    }
}

/// What follows the word that says it is a session; `None` where no such word begins the title.
fn after_session_word(title: &str) -> Option<&str> {
    let title = title.trim();
    let end = title.find(char::is_whitespace)?;
    let (word, rest) = title.split_at_checked(end)?;
    let sessions = [
        "session",
        "sessions",
        "seance",
        "journee",
        "rencontre",
        "reunion",
        "meeting",
        "day",
    ];
    sessions.contains(&folded(word).as_str()).then_some(rest)
}

/// Whether a folded word says that no one else attends.
pub(crate) fn says_who_alone(word: &str) -> bool {
    matches!(
        word,
        "seuls" | "seul" | "seules" | "seule" | "uniquement" | "only" | "alone"
    )
}

/// Parts `DIG + Mentors l'après-midi` at its joints.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![Vec::new()];
    let spaced = text.replace(['+', '&', ',', ';', '/', '\n'], " + ");
    for word in spaced.split_whitespace() {
        let word = word.trim_matches(['(', ')', '.', '*']);
        if matches!(folded(word).as_str(), "+" | "et" | "and" | "avec" | "with") {
            pieces.push(Vec::new());
        } else if let (false, Some(last)) = (word.is_empty(), pieces.last_mut()) {
            last.push(word);
        }
    }
    pieces.iter().map(|words| words.join(" ")).collect()
}

/// One name with what is said of it.
struct Piece {
    name: String,
    part: Part,
    /// `seuls`: no one else.
    alone: bool,
}

impl Piece {
    /// A title's numbers count sessions (`Session DIG n°2`); a cell's belong to the name.
    fn read(text: &str, with_numbers: bool) -> Self {
        let mut piece = Self {
            name: String::new(),
            part: Part::Whole,
            alone: false,
        };
        for word in text.split_whitespace() {
            match folded(word).as_str() {
                "l'apres-midi" | "apres-midi" | "afternoon" | "pm" => piece.part = Part::Afternoon,
                "matin" | "matinee" | "morning" | "am" => piece.part = Part::Morning,
                alone if says_who_alone(alone) => piece.alone = true,
                "les" | "des" | "le" | "la" | "de" | "du" | "aux" | "the" | "in" | "for"
                | "pour" | "dans" | "l'" => {}
                number if !with_numbers && number.contains(|c: char| c.is_ascii_digit()) => {}
                _ => {
                    piece.name.push_str(word);
                    piece.name.push(' ');
                }
            }
        }
        piece.name = on_one_line(&piece.name);
        piece
    }

    /// Whether it looks like the name of a group rather than a theme: an acronym, a capitalised
    /// plural, or something said to be alone or to be joined by another.
    fn is_name(&self, several: bool) -> bool {
        let capital = self.name.starts_with(char::is_uppercase);
        let short = self.name.split_whitespace().count() <= 3;
        let acronym = self.name.chars().count() > 1
            && !self.name.chars().any(char::is_lowercase)
            && self.name.chars().any(char::is_alphabetic);
        let plural = self.name.ends_with('s');
        let told = self.alone || several || self.part != Part::Whole;
        short && capital && (acronym || plural || told)
    }
}
