//! Findings the organiser has dismissed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{DismissalId, ProgrammeId};
use crate::row::Row;
use crate::subject::Subject;

/// A finding that the organiser does not want to see again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Dismissal {
    /// Its id.
    pub id: DismissalId,
    /// The programme it was found in.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// Which finding, such as `finding-gap`.
    pub code: String,
    /// What it is about. With the programme as subject, it is dismissed everywhere.
    pub subject: Subject,
}
