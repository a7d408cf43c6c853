//! The workshop board: ideas in rounds and rooms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{RoomId, SlotId, TrackId};

/// Where on the board an idea goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Place {
    /// Into a track there is.
    Track {
        /// Which.
        track: TrackId,
    },
    /// Into a round and a room: into the track of that room, else into an empty track that has no
    /// room yet, which then gets it, else into a new track, `new_track`.
    Room {
        /// The parallel block.
        round: SlotId,
        /// The room.
        room: RoomId,
        /// The id of the track, should one have to be made.
        new_track: TrackId,
    },
}
