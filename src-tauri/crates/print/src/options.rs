//! What a document depends on, and what comes of it.

use chrono::NaiveDate;
use deroule_model::{Language, Message};

/// Whom the sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everyone: the day in the order of its slots.
    Everyone,
    /// The crew: set-up, slots and teardown by the clock, each with its room.
    Crew,
}

/// The options of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whom the sheets are for.
    pub form: Form,
    /// The language of all text that is not the organiser's.
    pub language: Language,
    /// Whether everyone's sheet has notes and material. The crew's always has them.
    pub notes: bool,
    /// The date of the data, at the foot of each page.
    pub data_date: NaiveDate,
}

/// The progress of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many sheets are typeset.
    pub done: usize,
    /// How many sheets the document has.
    pub total: usize,
}

/// Pages and remarks about them.
#[derive(Clone, Debug)]
pub struct Printed<T> {
    /// The pages, as PDF or SVG.
    pub pages: T,
    /// Name the characters that no font has, with page and text.
    pub remarks: Vec<Message>,
}
