//! The entries of the log.

use chrono::{DateTime, Utc};
use deroule_model::{Change, Message};
use uuid::Uuid;

/// An edit to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The label of the edit.
    pub label: Message,
    /// What it changes.
    pub changes: Vec<Change>,
    /// The edit as JSON with its version; `None` for changes that are not an edit of the domain.
    pub verb: Option<String>,
}

impl Entry {
    /// An entry without a verb.
    pub fn new(label: &Message, changes: &[Change]) -> Self {
        Self {
            label: label.clone(),
            changes: changes.to_vec(),
            verb: None,
        }
    }

    /// The same with its verb.
    #[must_use]
    pub fn with_verb(self, verb: Option<String>) -> Self {
        Self { verb, ..self }
    }
}

/// An edit that was undone or redone.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The revision the store is at now.
    pub revision: u64,
    /// The label of the edit.
    pub label: Message,
    /// The changes that were written: those of the edit for redo, their inverse for undo.
    pub changes: Vec<Change>,
    /// The next undo and redo, at most one of each.
    pub next: History,
}

/// One entry without its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHead {
    /// The number of the edit; later edits have higher ones.
    pub sequence: i64,
    /// The label of the edit.
    pub label: Message,
    /// When it was made, undone or redone.
    pub at: DateTime<Utc>,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Edits in force, newest first. The first one is undone next.
    pub done: Vec<EntryHead>,
    /// Undone edits, in the order of their redo.
    pub undone: Vec<EntryHead>,
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    /// An edit.
    Edit,
    /// It undid an edit.
    Undo,
    /// It redid an edit.
    Redo,
}

impl LogKind {
    pub(super) const ALL: [Self; 3] = [Self::Edit, Self::Undo, Self::Redo];

    /// Its name in the store.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// A listed entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Its number, counted from 1.
    pub number: i64,
    /// Its id.
    pub id: Uuid,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The device it was made on; empty if unknown.
    pub device: String,
    /// Its kind.
    pub kind: LogKind,
    /// The label of the edit.
    pub label: Message,
}
