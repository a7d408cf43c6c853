//! Who attends, as titles say it: `Session DIG + Mentors l'après-midi`, `(DIG seuls)`.

use crate::parallel::parentheses;
use crate::words::{folded, on_one_line, words};

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
#[derive(Clone, Default)]
pub(crate) struct Audiences {
    pub(crate) names: Vec<String>,
    /// Those not yet told to the organiser.
    pub(crate) new: Vec<String>,
}

impl Audiences {
    /// The name an audience goes by, however it is capitalised here.
    pub(crate) fn known(&self, name: &str) -> Option<String> {
        let wanted = folded(name);
        self.names
            .iter()
            .find(|known| folded(known) == wanted)
            .cloned()
    }

    /// The name an audience goes by; it becomes one of the programme's if it is not yet.
    pub(crate) fn name(&mut self, name: &str) -> String {
        self.known(name).unwrap_or_else(|| {
            let mut letters = name.chars();
            let capitalised: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(letters)
                .collect();
            self.names.push(capitalised.clone());
            self.new.push(capitalised.clone());
            capitalised
        })
    }

    /// The audiences a session's title names, such as `DIG` and `Mentors`.
    pub(crate) fn in_title(&mut self, title: &str) -> Vec<Attendee> {
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
        self.listed(cell, true)
    }

    fn listed(&mut self, text: &str, sure: bool) -> Vec<Attendee> {
        let names = pieces(text);
        let several = names.len() > 1;
        let mut attendees: Vec<Attendee> = Vec::new();
        for piece in names {
            let piece = Piece::read(&piece, sure);
            let likely = sure || self.known(&piece.name).is_some() || piece.is_name(several);
            if piece.name.is_empty() || !likely {
                continue;
            }
            let name = self.name(&piece.name);
            if !attendees.iter().any(|attendee| attendee.name == name) {
                let part = piece.part;
                attendees.push(Attendee { name, part });
            }
        }
        attendees
    }

    fn known_in(&self, text: &str) -> Vec<Attendee> {
        let words = words(text);
        self.names
            .iter()
            .filter(|name| words.contains(&folded(name)))
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
