//! Reads who attends a session: `Session DIG + Mentors l'après-midi`, `(DIG seuls)`.

use std::collections::{BTreeMap, BTreeSet};

use crate::brackets::parentheses;
use crate::limits::MAX_AUDIENCES;
use crate::normalize::{each_word, fold, name_key, single_line};
use crate::title::truncated_title;

/// The part of a session's day that an audience attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Whole,
    Morning,
    Afternoon,
}

/// An audience in a title or cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attendee {
    pub(crate) name: String,
    pub(crate) part: DayPart,
}

/// The programme's audiences, in the order and spelling in which they first appear.
#[derive(Default)]
pub(crate) struct Audiences {
    pub(crate) names: Vec<String>,
    /// The names that no remark mentions yet.
    new: Vec<String>,
    /// The positions in `names`, by [`name_key`].
    positions: BTreeMap<String, usize>,
}

impl Audiences {
    /// The spelling of an existing audience's name.
    pub(crate) fn existing(&self, name: &str) -> Option<&String> {
        self.names.get(*self.positions.get(&name_key(name))?)
    }

    /// Adds an audience unless it exists. Returns the spelling of its name.
    pub(crate) fn add(&mut self, name: &str) -> String {
        let (name, exists) = self.spelling(name);
        // A page with more audiences is refused.
        if !exists && self.names.len() <= MAX_AUDIENCES {
            self.positions.insert(name_key(&name), self.names.len());
            self.names.push(name.clone());
            self.new.push(name.clone());
        }
        name
    }

    /// Takes the names that no remark mentions yet.
    pub(crate) fn take_new(&mut self) -> Vec<String> {
        std::mem::take(&mut self.new)
    }

    /// The spelling that an audience's name has or would have, and whether the audience exists.
    fn spelling(&self, name: &str) -> (String, bool) {
        if let Some(existing) = self.existing(name) {
            return (existing.clone(), true);
        }
        let mut letters = name.chars();
        let capitalised: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        (truncated_title(capitalised).0, false)
    }

    /// Adds the audiences in a session's title, such as `DIG` and `Mentors`.
    pub(crate) fn add_from_title(&mut self, title: &str) -> Vec<Attendee> {
        let attendees = self.find_in_title(title);
        self.add_all(attendees)
    }

    /// Adds the audiences in a cell that contains nothing else.
    pub(crate) fn add_from_cell(&mut self, cell: &str) -> Vec<Attendee> {
        let attendees = self.listed(cell, true);
        self.add_all(attendees)
    }

    fn add_all(&mut self, mut attendees: Vec<Attendee>) -> Vec<Attendee> {
        for attendee in &mut attendees {
            attendee.name = self.add(&attendee.name);
        }
        attendees
    }

    /// The audiences in a session's title. Adds none.
    pub(crate) fn find_in_title(&self, title: &str) -> Vec<Attendee> {
        let in_parentheses = parentheses(title)
            .filter_map(|span| title.get(span))
            .map(|list| self.listed(list, false))
            .find(|attendees| !attendees.is_empty());
        if let Some(attendees) = in_parentheses {
            return attendees;
        }
        let outside = title.split(['(', ':', '–', '—']).next().unwrap_or(title);
        match after_session_word(outside) {
            Some(rest) => self.listed(rest, false),
            None => self.existing_in(outside),
        }
    }

    /// The audiences in a list. Unless `only_names`, it can contain other words, too.
    fn listed(&self, text: &str, only_names: bool) -> Vec<Attendee> {
        let items = list_items(text);
        let has_several = items.len() > 1;
        let mut seen = BTreeSet::new();
        let mut attendees: Vec<Attendee> = Vec::new();
        for item in items {
            let item = ListItem::parse(&item, only_names);
            let is_audience = only_names
                || self.existing(&item.name).is_some()
                || item.looks_like_audience(has_several);
            if item.name.is_empty() || !is_audience {
                continue;
            }
            let (name, _) = self.spelling(&item.name);
            if seen.insert(name_key(&name)) {
                let part = item.part;
                attendees.push(Attendee { name, part });
            }
        }
        attendees
    }

    /// The existing audiences among the words of a text.
    fn existing_in(&self, text: &str) -> Vec<Attendee> {
        let words = each_word(text);
        let positions: BTreeSet<_> = words.filter_map(|word| self.positions.get(&word)).collect();
        let names = positions.into_iter().filter_map(|at| self.names.get(*at));
        names
            .map(|name| Attendee {
                name: name.clone(),
                part: DayPart::Whole,
            })
            .collect()
    }
}

/// The rest of a title that begins with a word for a session.
fn after_session_word(title: &str) -> Option<&str> {
    let title = title.trim();
    let end = title.find(char::is_whitespace)?;
    let (word, rest) = title.split_at_checked(end)?;
    let session_words = [
        "session",
        "sessions",
        "seance",
        "journee",
        "rencontre",
        "reunion",
        "meeting",
        "day",
    ];
    session_words.contains(&fold(word).as_str()).then_some(rest)
}

/// Whether a folded word means that nobody else attends.
pub(crate) fn means_alone(word: &str) -> bool {
    matches!(
        word,
        "seuls" | "seul" | "seules" | "seule" | "uniquement" | "only" | "alone"
    )
}

/// Splits a list such as `DIG + Mentors l'après-midi` into its items.
fn list_items(text: &str) -> Vec<String> {
    let mut items = vec![Vec::new()];
    let spaced = text.replace(['+', '&', ',', ';', '/', '\n'], " + ");
    for word in spaced.split_whitespace() {
        let word = word.trim_matches(['(', ')', '.', '*']);
        if matches!(fold(word).as_str(), "+" | "et" | "and" | "avec" | "with") {
            items.push(Vec::new());
        } else if let (false, Some(last)) = (word.is_empty(), items.last_mut()) {
            last.push(word);
        }
    }
    items.iter().map(|words| words.join(" ")).collect()
}

/// An item of a list of audiences.
struct ListItem {
    name: String,
    part: DayPart,
    /// Whether nobody else attends: `seuls`.
    is_alone: bool,
}

impl ListItem {
    /// Parses an item. Numbers count sessions (`Session DIG n°2`) unless they belong to names.
    fn parse(text: &str, has_numbered_names: bool) -> Self {
        let mut item = Self {
            name: String::new(),
            part: DayPart::Whole,
            is_alone: false,
        };
        for word in text.split_whitespace() {
            match fold(word).as_str() {
                "l'apres-midi" | "apres-midi" | "afternoon" | "pm" => {
                    item.part = DayPart::Afternoon;
                }
                "matin" | "matinee" | "morning" | "am" => item.part = DayPart::Morning,
                word if means_alone(word) => item.is_alone = true,
                "les" | "des" | "le" | "la" | "de" | "du" | "aux" | "the" | "in" | "for"
                | "pour" | "dans" | "l'" => {}
                number if !has_numbered_names && number.contains(|c: char| c.is_ascii_digit()) => {}
                _ => {
                    item.name.push_str(word);
                    item.name.push(' ');
                }
            }
        }
        item.name = single_line(&item.name);
        item
    }

    /// Whether the name looks like a group rather than a theme.
    ///
    /// A group is an acronym, a capitalised plural, alone, together with others, or present for
    /// part of the day.
    fn looks_like_audience(&self, has_several: bool) -> bool {
        let is_capitalised = self.name.starts_with(char::is_uppercase);
        let is_short = self.name.split_whitespace().count() <= 3;
        let is_acronym = self.name.chars().count() > 1
            && !self.name.chars().any(char::is_lowercase)
            && self.name.chars().any(char::is_alphabetic);
        let is_plural = self.name.ends_with('s');
        let is_attendance = self.is_alone || has_several || self.part != DayPart::Whole;
        is_short && is_capitalised && (is_acronym || is_plural || is_attendance)
    }
}
