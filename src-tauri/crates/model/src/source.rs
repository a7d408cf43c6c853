//! The page a programme comes from, as it was last read; a programme may be read from several. It is the base of the three-way merge when
//! the page is read again: what changed on the page since, and what changed here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::column::{Cell, CellError, Column, ReadCells, json_columns};
use crate::id::{AudienceId, DayId, IdeaId, ProgrammeId, SessionId, SlotId, SourceId};
use crate::row::Row;

/// A programme's source page as it was last read. Each reading that changes it has an id of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Names this reading.
    pub id: SourceId,
    /// The programme that was read from it.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// The page.
    #[row(columns("path", "text", "year", "read_on", "dates"))]
    pub page: SourcePage,
    /// Which row each part of the page became.
    pub anchors: Anchors,
}

/// The text of a page and everything its reading depended on: read again with the same options, it
/// says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourcePage {
    /// The file, absolute; none for a page that was pasted.
    pub path: Option<String>,
    /// Its whole text.
    pub text: String,
    /// The year that was given for dates without one.
    pub year: Option<i32>,
    /// The day on which it was read.
    pub read_on: NaiveDate,
    /// Every date it was understood to name.
    pub dates: Vec<NaiveDate>,
}

/// Which row each part of a page became. Parts are found again by their lines, in the page's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Anchors {
    /// The audiences by the names the page has for them.
    pub audiences: Vec<(String, AudienceId)>,
    /// The sessions.
    pub sessions: Vec<SessionAnchor>,
    /// The slots: line and row.
    pub slots: Vec<(u32, SlotId)>,
    /// The ideas: line and row.
    pub ideas: Vec<(u32, IdeaId)>,
    /// Sessions that a reading cancelled because the page no longer had them.
    #[serde(default)]
    pub cancelled: Vec<SessionId>,
}

impl Anchors {
    /// Every row that a part of the page became.
    pub fn ids(&self) -> impl Iterator<Item = Uuid> + '_ {
        let audiences = self.audiences.iter().map(|(_, id)| id.0);
        let sessions = self.sessions.iter().map(|row| row.id.0);
        let days = self
            .sessions
            .iter()
            .flat_map(|row| &row.days)
            .map(|id| id.0);
        let slots = self.slots.iter().map(|(_, id)| id.0);
        let ideas = self.ideas.iter().map(|(_, id)| id.0);
        audiences
            .chain(sessions)
            .chain(days)
            .chain(slots)
            .chain(ideas)
    }
}

/// Which rows a session of a page and its days became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionAnchor {
    /// The line of the page, counted from 1.
    pub line: u32,
    /// The session.
    pub id: SessionId,
    /// Its days, in the page's order.
    pub days: Vec<DayId>,
}

impl Column for SourcePage {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        self.path.write(cells);
        self.text.write(cells);
        self.year.write(cells);
        self.read_on.write(cells);
        self.dates.write(cells);
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        Ok(Self {
            path: Column::read(cells)?,
            text: Column::read(cells)?,
            year: Column::read(cells)?,
            read_on: Column::read(cells)?,
            dates: Column::read(cells)?,
        })
    }
}

json_columns!(Anchors);
