//! The verbs of the organiser.

use chrono::NaiveDate;
use deroule_model::{
    Attendance, AudienceId, Clock, Colour, DayId, DismissalId, IdeaId, Kind, Language, Minutes,
    Parent, ProgrammeId, RoomId, SessionId, SlotId, SlotSpec, SourceId, SourcePage, Subject, TagId,
    TemplateId, TrackId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date_shift::Shift;
use crate::draft::Draft;
use crate::fields::{
    AudienceField, Hours, IdeaField, ProgrammeField, RoomField, SessionField, SlotField, TrackField,
};
use crate::three_way::{Base, Resolution};

/// What the organiser wants changed. Ids of new rows come with the edit, so that the caller can refer
/// to what it asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[allow(
    missing_docs,
    reason = "a variant's sentence tells what its fields are"
)]
pub enum Edit {
    /// Several edits as one: all of them or none, undone in one step.
    Batch { edits: Vec<Self> },

    /// Begins a programme.
    AddProgramme {
        id: ProgrammeId,
        title: String,
        timezone: String,
        language: Language,
    },
    /// Changes one field of a programme.
    SetProgramme {
        programme: ProgrammeId,
        field: ProgrammeField,
    },
    /// Deletes a programme with everything in it.
    DeleteProgramme { programme: ProgrammeId },
    /// Merges what a page says into a programme; creates the programme if there is none of that id.
    ImportDraft {
        programme: ProgrammeId,
        draft: Box<Draft>,
        /// What the page said when it was last read; none if unknown.
        base: Option<Box<Base>>,
        /// The readings there were when the merge was prepared: it is refused where there are others.
        sources: Vec<SourceId>,
        /// The page, to be kept as the next merge's base; none keeps none.
        page: Option<Box<SourcePage>>,
        resolution: Resolution,
        /// The sessions that were exported: they are cancelled where others are removed.
        exported: Vec<SessionId>,
    },

    /// Adds an audience, with the first colour no other has.
    AddAudience {
        id: AudienceId,
        programme: ProgrammeId,
        name: String,
    },
    /// Changes one field of an audience.
    SetAudience {
        audience: AudienceId,
        field: AudienceField,
    },
    /// Deletes an audience with its hours.
    DeleteAudience { audience: AudienceId },

    /// Adds a room.
    AddRoom {
        id: RoomId,
        programme: ProgrammeId,
        name: String,
    },
    /// Changes one field of a room.
    SetRoom { room: RoomId, field: RoomField },
    /// Deletes a room; what was in it has no room any more.
    DeleteRoom { room: RoomId },

    /// Gives a tag of the programme's ideas a colour; none takes it away. `id` is for the row of a tag that had no
    /// colour; unused otherwise.
    SetTagColour {
        id: TagId,
        programme: ProgrammeId,
        name: String,
        colour: Option<Colour>,
    },

    /// Adds a session of one day, `day`; without a date it is to be confirmed.
    AddSession {
        id: SessionId,
        day: DayId,
        programme: ProgrammeId,
        title: String,
        date: Option<NaiveDate>,
    },
    /// Changes one field of a session.
    SetSession {
        session: SessionId,
        field: SessionField,
    },
    /// Moves a session's first day to `date` and its other days along; without a date, it is to be
    /// confirmed.
    RescheduleSession {
        session: SessionId,
        date: Option<NaiveDate>,
    },
    /// Deletes a session with its days and running orders.
    DeleteSession { session: SessionId },
    /// Adds a day to a session.
    AddDay {
        id: DayId,
        session: SessionId,
        date: Option<NaiveDate>,
    },
    /// Gives a day another date.
    SetDayDate { day: DayId, date: Option<NaiveDate> },
    /// Sets when a day's running order starts.
    SetDayStart { day: DayId, start: Clock },
    /// Deletes a day with its running order.
    DeleteDay { day: DayId },
    /// Sets from when to when an audience attends a day; `None`: it does not.
    SetAttendance {
        day: DayId,
        audience: AudienceId,
        hours: Option<Hours>,
    },

    /// Inserts a slot before `before`, or at the end.
    AddSlot {
        id: SlotId,
        parent: Parent,
        before: Option<SlotId>,
        title: String,
        kind: Kind,
        minutes: Minutes,
        pin: Option<Clock>,
    },
    /// Changes one field of a slot.
    SetSlot { slot: SlotId, field: SlotField },
    /// Changes how long a slot lasts.
    ResizeSlot { slot: SlotId, minutes: Minutes },
    /// Makes a slot start at a fixed time whatever comes before, or lets it flow again.
    PinSlot { slot: SlotId, at: Option<Clock> },
    /// Moves a slot, with its tracks, before `before`, or to the end of `parent`. A `pin` makes it
    /// start at that time there; without one, a pin it had is kept.
    MoveSlot {
        slot: SlotId,
        parent: Parent,
        before: Option<SlotId>,
        pin: Option<Clock>,
    },
    /// Deletes a slot with its tracks.
    DeleteSlot { slot: SlotId },

    /// Puts copied or pasted slots before `before`, or at the end.
    InsertSlots {
        parent: Parent,
        before: Option<SlotId>,
        slots: Vec<Insertion>,
    },
    /// Divides a slot in two after `minutes`; the second part is `id`.
    DivideSlot {
        slot: SlotId,
        id: SlotId,
        minutes: Minutes,
    },
    /// Makes one slot of a slot and the next one.
    MergeSlots { slot: SlotId },
    /// Exchanges the places of two slots of one running order.
    SwapSlots { slot: SlotId, other: SlotId },

    /// Keeps slots as a template; of one slot, it is a block.
    SaveTemplate {
        id: TemplateId,
        title: String,
        slots: Vec<SlotId>,
    },
    /// Renames a template.
    RenameTemplate { template: TemplateId, title: String },
    /// Deletes a template; what was made from it stays.
    DeleteTemplate { template: TemplateId },
    /// Puts a template's slots before `before`, or at the end; `slots` are their ids, as far as given.
    ApplyTemplate {
        template: TemplateId,
        parent: Parent,
        before: Option<SlotId>,
        slots: Vec<SlotId>,
    },
    /// Copies a session with everything in it; its first day is on `date`.
    DuplicateSession {
        session: SessionId,
        id: SessionId,
        date: Option<NaiveDate>,
    },
    /// Copies a programme under a new title: audiences, rooms and sessions, dates moved.
    CopyProgramme {
        programme: ProgrammeId,
        id: ProgrammeId,
        title: String,
        dates: Shift,
    },

    /// Dismisses a finding about `subject`.
    DismissFinding {
        id: DismissalId,
        programme: ProgrammeId,
        code: String,
        subject: Subject,
    },
    /// Shows a dismissed finding again.
    RestoreFinding { dismissal: DismissalId },

    /// Makes a slot a parallel block of these tracks.
    SplitSlot { slot: SlotId, tracks: Vec<TrackId> },
    /// Takes the tracks of a parallel block away: their slots stand one after the other in its place.
    /// Without any, the block becomes a plain slot.
    JoinTracks { slot: SlotId },
    /// Adds a track to a parallel block.
    AddTrack { id: TrackId, slot: SlotId },
    /// Changes one field of a track.
    SetTrack { track: TrackId, field: TrackField },
    /// Deletes a track with its slots; a block that loses its last track becomes a plain slot.
    DeleteTrack { track: TrackId },

    /// Adds an idea.
    AddIdea {
        id: IdeaId,
        programme: ProgrammeId,
        session: Option<SessionId>,
        title: String,
    },
    /// Changes one field of an idea.
    SetIdea { idea: IdeaId, field: IdeaField },
    /// Deletes an idea; where it was placed becomes free.
    DeleteIdea { idea: IdeaId },
    /// Places an idea in a round. With `from`, it leaves that track, and what was in its new place
    /// goes there in exchange; without, what was there goes back to the list.
    PlaceIdea {
        idea: IdeaId,
        place: BoardCell,
        from: Option<TrackId>,
    },
    /// Takes the idea out of a track, back to the list.
    UnplaceIdea { track: TrackId },
}

impl Edit {
    /// Merges a draft that comes from no page of the organiser's.
    pub fn merge(programme: ProgrammeId, draft: Draft) -> Self {
        Self::ImportDraft {
            programme,
            draft: Box::new(draft),
            base: None,
            sources: Vec::new(),
            page: None,
            resolution: Resolution::Ours,
            exported: Vec::new(),
        }
    }

    /// The attendance's audience attends its day from `start` to `end`.
    pub fn reschedule(attendance: &Attendance, start: Clock, end: Clock) -> Self {
        Self::SetAttendance {
            day: attendance.day,
            audience: attendance.audience,
            hours: Some(Hours { start, end }),
        }
    }
}

/// Where on the board an idea goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum BoardCell {
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

/// A slot to be put down, under the id it is to have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Insertion {
    /// The id of the new slot.
    pub id: SlotId,
    /// What it is.
    pub spec: SlotSpec,
}
