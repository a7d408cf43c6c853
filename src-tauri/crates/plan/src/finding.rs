//! What an attentive assistant would point out, computed from the state by pure passes. Each finding
//! names its subject, and its fixes are edits.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AudienceId, DayId, Edit, IdeaId, Message, ProgrammeId, RoomId, SessionId, SlotId, TrackId,
};

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, such as `finding-overrun`.
    pub message: Message,
    /// What it is about; selecting the finding selects this.
    pub subject: Subject,
    /// Ways out, best first.
    pub fixes: Vec<Fix>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely a mistake.
    Warning,
    /// Can't happen as planned.
    Conflict,
}

/// A way out: what it is called, and the edit that takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// What it is called, such as `fix-announce-start`.
    pub label: Message,
    /// The edit.
    pub edit: Edit,
}

/// What something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum Subject {
    /// A programme.
    Programme(ProgrammeId),
    /// An audience.
    Audience(AudienceId),
    /// A room.
    Room(RoomId),
    /// A session.
    Session(SessionId),
    /// A day.
    Day(DayId),
    /// A slot.
    Slot(SlotId),
    /// A track.
    Track(TrackId),
    /// An idea.
    Idea(IdeaId),
}
