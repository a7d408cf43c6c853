//! A slot without its place and id: what is copied, pasted, or kept as a template. What it refers to
//! (rooms, audiences, ideas) is looked for again where it is put down.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::column::json_columns;
use crate::id::{AudienceId, IdeaId, RoomId};
use crate::terms::Kind;
use crate::time::{Clock, Minutes};

/// A slot to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlotSpec {
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// How long it lasts; `None` for a parallel block that lasts as long as its longest track.
    pub minutes: Option<Minutes>,
    /// Its minimum.
    #[serde(default)]
    pub min_minutes: Option<Minutes>,
    /// Its maximum.
    #[serde(default)]
    pub max_minutes: Option<Minutes>,
    /// Whether the day can do without it.
    #[serde(default)]
    pub optional: bool,
    /// A start that holds whatever comes before.
    #[serde(default)]
    pub pin: Option<Clock>,
    /// How long it takes to set up before it.
    #[serde(default)]
    pub setup: Minutes,
    /// How long its room is cleared after it.
    #[serde(default)]
    pub teardown: Minutes,
    /// Where, if that room is there.
    #[serde(default)]
    pub room: Option<RoomId>,
    /// Its facilitators.
    #[serde(default)]
    pub facilitators: Vec<String>,
    /// The organiser's notes.
    #[serde(default)]
    pub notes: Option<String>,
    /// What has to be brought.
    #[serde(default)]
    pub material: Option<String>,
    /// Its tracks, left to right.
    #[serde(default)]
    pub tracks: Vec<TrackSpec>,
}

/// A track to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrackSpec {
    /// What it is called.
    pub title: Option<String>,
    /// Where, if that room is there.
    pub room: Option<RoomId>,
    /// Whom it is for, if that audience is there.
    pub audience: Option<AudienceId>,
    /// The idea that runs in it, if it is there.
    pub idea: Option<IdeaId>,
    /// Its own slots.
    pub slots: Vec<SlotSpec>,
}

impl SlotSpec {
    /// A plain slot.
    pub fn plain(title: impl Into<String>, kind: Kind, minutes: Minutes) -> Self {
        Self {
            title: title.into(),
            kind,
            minutes: Some(minutes),
            min_minutes: None,
            max_minutes: None,
            optional: false,
            pin: None,
            setup: Minutes::ZERO,
            teardown: Minutes::ZERO,
            room: None,
            facilitators: Vec::new(),
            notes: None,
            material: None,
            tracks: Vec::new(),
        }
    }

    /// The same without what is this day's alone: rooms, leads, ideas and audiences.
    #[must_use]
    pub fn without_assignments(mut self) -> Self {
        self.room = None;
        self.facilitators.clear();
        for track in &mut self.tracks {
            track.room = None;
            track.audience = None;
            track.idea = None;
            track.slots = track
                .slots
                .drain(..)
                .map(Self::without_assignments)
                .collect();
        }
        self
    }
}

json_columns!(Vec<SlotSpec>);
