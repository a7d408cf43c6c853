//! A change is a row before and after. Undo is nothing but the same changes, swapped and reversed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Attendance, Audience, Day, Idea, Programme, Room, Session, Silence, Slot, Source, Template,
    Track,
};

/// A row of any table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "table", content = "row", rename_all = "camelCase")]
pub enum Entity {
    /// A programme.
    Programme(Programme),
    /// An audience.
    Audience(Audience),
    /// A room.
    Room(Room),
    /// A session.
    Session(Session),
    /// A day.
    Day(Day),
    /// Hours of an audience on a day.
    Attendance(Attendance),
    /// A slot.
    Slot(Slot),
    /// A track.
    Track(Track),
    /// An idea.
    Idea(Idea),
    /// A template.
    Template(Template),
    /// A silenced finding.
    Silence(Silence),
    /// The page a programme comes from.
    Source(Source),
}

impl Entity {
    /// The id of the row, whatever its table.
    pub fn uuid(&self) -> Uuid {
        match self {
            Self::Programme(row) => row.id.0,
            Self::Audience(row) => row.id.0,
            Self::Room(row) => row.id.0,
            Self::Session(row) => row.id.0,
            Self::Day(row) => row.id.0,
            Self::Attendance(row) => row.id.0,
            Self::Slot(row) => row.id.0,
            Self::Track(row) => row.id.0,
            Self::Idea(row) => row.id.0,
            Self::Template(row) => row.id.0,
            Self::Silence(row) => row.id.0,
            Self::Source(row) => row.id.0,
        }
    }
}

/// One row created (`before` is none), rewritten, or deleted (`after` is none). Never both none;
/// both sides are the same row of the same table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// The row as it was.
    pub before: Option<Entity>,
    /// The row as it becomes.
    pub after: Option<Entity>,
}

impl Change {
    /// A row that comes into being.
    pub fn create(row: Entity) -> Self {
        Self {
            before: None,
            after: Some(row),
        }
    }

    /// A row that ceases to be.
    pub fn delete(row: Entity) -> Self {
        Self {
            before: Some(row),
            after: None,
        }
    }

    /// A row that becomes another version of itself.
    pub fn rewrite(before: Entity, after: Entity) -> Self {
        Self {
            before: Some(before),
            after: Some(after),
        }
    }

    /// Whichever side exists, the newer one first.
    pub fn row(&self) -> Option<&Entity> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// The changes that take `changes` back.
pub fn inverse(changes: &[Change]) -> Vec<Change> {
    changes
        .iter()
        .rev()
        .map(|change| Change {
            before: change.after.clone(),
            after: change.before.clone(),
        })
        .collect()
}
