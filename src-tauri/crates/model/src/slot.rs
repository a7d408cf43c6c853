//! The slots of a running order, and the tracks of a parallel block.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::column::{Cell, CellError, Column, ReadCells};
use crate::id::{AudienceId, DayId, IdeaId, RoomId, SlotId, TrackId};
use crate::rank::Rank;
use crate::row::{Refers, Row};
use crate::terms::Kind;
use crate::time::{Clock, Minutes};

/// What a slot belongs to: the plenary of a day, or one track of a parallel block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum Parent {
    /// A day's running order.
    Day(DayId),
    /// A track's own short running order.
    Track(TrackId),
}

/// One item of a running order. A slot that has tracks is a parallel block; one of zero minutes is
/// a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// Where it stands.
    #[row(parent, columns("day", "track"))]
    pub parent: Parent,
    /// Its place in the running order.
    pub rank: Rank,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// How long it lasts; `None` only for a parallel block that lasts as long as its longest track.
    pub minutes: Option<Minutes>,
    /// Its minimum when time runs short; see [`deroule_schedule::elastic::limits`].
    pub min_minutes: Option<Minutes>,
    /// Its maximum when time is left.
    #[serde(default)]
    pub max_minutes: Option<Minutes>,
    /// Whether the day can do without it.
    #[serde(default)]
    pub optional: bool,
    /// A start that holds whatever comes before.
    pub pin: Option<Clock>,
    /// Where.
    #[row(reference)]
    pub room: Option<RoomId>,
    /// Its facilitators.
    pub facilitators: Vec<String>,
    /// The organiser's notes.
    pub notes: Option<String>,
    /// What has to be brought.
    pub material: Option<String>,
    /// How long its room is set up before it starts; the crew's, never the public's.
    #[serde(default)]
    pub setup: Minutes,
    /// How long its room is cleared after it ends; the crew's, never the public's.
    #[serde(default)]
    pub teardown: Minutes,
}

/// One lane of a parallel block. Without slots of its own it is one activity as long as its block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// The parallel block it belongs to.
    #[row(parent)]
    pub slot: SlotId,
    /// Its place among the tracks, left to right.
    pub rank: Rank,
    /// What it is called when no idea is placed in it.
    pub title: Option<String>,
    /// Where.
    #[row(reference)]
    pub room: Option<RoomId>,
    /// Whom it is for, when not for everyone.
    #[row(reference)]
    pub audience: Option<AudienceId>,
    /// The idea that runs in it.
    #[row(reference)]
    pub idea: Option<IdeaId>,
}

impl Refers for Parent {
    fn target(&self) -> Option<Uuid> {
        Some(match self {
            Self::Day(day) => day.0,
            Self::Track(track) => track.0,
        })
    }

    fn clear(&mut self) -> bool {
        false
    }
}

/// The columns `day` and `track`, of which one is empty.
impl Column for Parent {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        match self {
            Self::Day(day) => {
                day.write(cells);
                cells.push(Cell::Null);
            }
            Self::Track(track) => {
                cells.push(Cell::Null);
                track.write(cells);
            }
        }
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        let (day, track) = (
            <Option<DayId>>::read(cells)?,
            <Option<TrackId>>::read(cells)?,
        );
        match (day, track) {
            (Some(day), None) => Ok(Self::Day(day)),
            (None, Some(track)) => Ok(Self::Track(track)),
            _ => Err(CellError(
                "neither in a day nor in a track alone".to_owned(),
            )),
        }
    }
}
