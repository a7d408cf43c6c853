//! Tags of workshop ideas.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{ProgrammeId, TagId};
use crate::row::Row;
use crate::terms::Colour;

/// The colour of a tag. Ideas hold their tags by name; a tag without a row has no colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// The programme it belongs to.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// Its name, unique in its programme.
    pub name: String,
    /// The colour of its chips, and of the cards of its ideas.
    pub colour: Colour,
}
