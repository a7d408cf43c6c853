//! Tags of workshop ideas.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{ProgrammeId, TagId};
use crate::row::Row;
use crate::terms::Colour;

/// The colour of a tag. Ideas hold their tags by name, compared as [`is_same_name`](crate::normalize::is_same_name) does;
/// a tag without a row has no colour. A row stays when no idea has the tag any more: the colour returns with the tag.
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
