//! Everything a store holds, in memory.

use chrono::{DateTime, Utc};
use deroule_model::State;

/// What a store holds.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Every row.
    pub state: State,
    /// How many times the plan was written.
    pub revision: u64,
    /// When it was written last.
    pub changed_at: DateTime<Utc>,
}
