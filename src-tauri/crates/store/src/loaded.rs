//! The contents of a store in memory.

use chrono::{DateTime, Utc};
use deroule_model::State;

/// The contents of a store.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Every row.
    pub state: State,
    /// The number of writes so far.
    pub revision: u64,
    /// When it was written last.
    pub changed_at: DateTime<Utc>,
}
