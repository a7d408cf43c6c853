//! Slots that are kept to be used again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::TemplateId;
use crate::rank::Rank;
use crate::row::Row;
use crate::slot_spec::SlotSpec;
use crate::time::Clock;

/// Slots kept to be put into a day again. One of a single slot is a block of the palette. Templates
/// belong to the store and serve every programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub title: String,
    /// When its first slot started where it was saved.
    pub start: Option<Clock>,
    /// Its slots, in order.
    pub slots: Vec<SlotSpec>,
    /// Its place among the templates.
    pub rank: Rank,
}
