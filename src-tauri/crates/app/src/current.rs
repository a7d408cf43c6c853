//! The state in memory.

use chrono::{DateTime, Utc};
use deroule_model::{ProgrammeId, State};
use deroule_store::{History, Loaded, Store, StoreError};

use crate::wire::UndoState;

/// The state in memory, as of one revision of the store. It is only replaced as a whole.
pub(crate) struct Current {
    pub(crate) state: State,
    pub(crate) revision: u64,
    /// The time of the last change. Exports have this time and not the present one.
    pub(crate) changed_at: DateTime<Utc>,
    /// The next undo and redo.
    pub(crate) steps: UndoState,
    /// The programme that was opened last, if any.
    pub(crate) current_programme: Option<ProgrammeId>,
}

impl Current {
    /// The state as the store loads it.
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

/// The next undo and redo.
pub(crate) fn steps(history: History) -> UndoState {
    UndoState {
        undo: history.done.into_iter().next().map(|head| head.label),
        redo: history.undone.into_iter().next().map(|head| head.label),
    }
}
