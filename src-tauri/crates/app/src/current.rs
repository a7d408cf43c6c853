//! The state in memory.

use chrono::{DateTime, Utc};
use deroule_model::{ProgrammeId, State};
use deroule_store::{History, Loaded, Store, StoreError};

use crate::wire::UndoState;

/// The state in memory, as of one revision of the store. It changes only as a whole.
pub(crate) struct Current {
    pub(crate) state: State,
    pub(crate) revision: u64,
    /// When the last change was made. Exports carry this time and not the present one.
    pub(crate) changed_at: DateTime<Utc>,
    /// What undo and redo would do.
    pub(crate) steps: UndoState,
    /// The programme opened last, if one was.
    pub(crate) current_programme: Option<ProgrammeId>,
}

impl Current {
    /// The state as a store holds it.
    pub(crate) fn loaded(&self) -> Loaded {
        Loaded {
            state: self.state.clone(),
            revision: self.revision,
            changed_at: self.changed_at,
        }
    }
}

pub(crate) fn load(store: &Store) -> Result<Current, StoreError> {
    let loaded = store.load()?;
    Ok(Current {
        state: loaded.state,
        revision: loaded.revision,
        changed_at: loaded.changed_at,
        steps: steps(store.history(1)?),
        current_programme: None,
    })
}

/// What undo and redo would do.
pub(crate) fn steps(history: History) -> UndoState {
    UndoState {
        undo: history.done.into_iter().next().map(|head| head.label),
        redo: history.undone.into_iter().next().map(|head| head.label),
    }
}
