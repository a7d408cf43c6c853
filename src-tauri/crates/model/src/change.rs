//! A change is a row before and after. Undo is nothing but the same changes, swapped and reversed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tables::Entity;

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
