//! Workshop ideas.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{IdeaId, ProgrammeId, SessionId};
use crate::rank::Rank;
use crate::row::Row;

/// A workshop someone proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Idea {
    /// Its id.
    pub id: IdeaId,
    /// The programme it belongs to.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// The session it was proposed for, if any.
    #[row(reference)]
    pub session: Option<SessionId>,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Who would lead it.
    pub facilitators: Vec<String>,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// Its place in the list.
    pub rank: Rank,
}
