//! What a finding, a refusal or a dismissal is about.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::column::json_columns;
use crate::id::{
    AudienceId, DayId, DismissalId, IdeaId, ProgrammeId, RoomId, SessionId, SlotId, TagId,
    TemplateId, TrackId,
};

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
    /// A tag.
    Tag(TagId),
    /// A template.
    Template(TemplateId),
    /// A dismissal.
    Dismissal(DismissalId),
}

json_columns!(Subject);
