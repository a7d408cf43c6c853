//! What an edit may set, field by field.

use deroule_model::{
    AudienceId, Clock, Colour, Kind, Language, Minutes, RoomId, SessionId, Status,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hours {
    /// From when.
    pub start: Clock,
    /// Until when; after `start`.
    pub end: Clock,
}

/// One field of a programme and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum ProgrammeField {
    /// Its title.
    Title(String),
    /// The IANA name of its time zone.
    Timezone(String),
    /// The language of what leaves it.
    Language(Language),
    /// The public page of the shared agenda.
    AgendaPageUrl(Option<String>),
    /// The address people subscribe to.
    AgendaFeedUrl(Option<String>),
    /// Whether it is the sample; `false` makes the sample the organiser's own.
    Sample(bool),
}

/// One field of an audience and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum AudienceField {
    /// Its name.
    Name(String),
    /// Its colour.
    Colour(Colour),
}

/// One field of a room and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum RoomField {
    /// Its name.
    Name(String),
    /// How many people it takes.
    Capacity(Option<u32>),
    /// What is in it.
    Features(Option<String>),
}

/// One field of a session and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum SessionField {
    /// Its title.
    Title(String),
    /// Whether it will take place.
    Status(Status),
    /// Where.
    Venue(Option<String>),
    /// The street address of the venue.
    Address(Option<String>),
    /// The web address of a map.
    MapUrl(Option<String>),
    /// Its theme.
    Theme(Option<String>),
    /// What it is to achieve.
    Objectives(Option<String>),
    /// Addresses worth having at hand.
    Links(Vec<String>),
    /// The organiser's notes.
    Notes(Option<String>),
}

/// One field of a slot and its new value; its time has edits of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum SlotField {
    /// Its title.
    Title(String),
    /// What it is.
    Kind(Kind),
    /// The least it may last.
    MinMinutes(Option<Minutes>),
    /// The most it may last.
    MaxMinutes(Option<Minutes>),
    /// Whether the day can do without it.
    Optional(bool),
    /// How long it is set up before it starts.
    Setup(Minutes),
    /// How long it is tidied up after it ends.
    Teardown(Minutes),
    /// Where.
    Room(Option<RoomId>),
    /// Who leads it.
    Facilitators(Vec<String>),
    /// The organiser's notes.
    Notes(Option<String>),
    /// What has to be brought.
    Material(Option<String>),
}

/// One field of a track and its new value; its idea has edits of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum TrackField {
    /// What it is called when no idea is placed in it.
    Title(Option<String>),
    /// Where.
    Room(Option<RoomId>),
    /// Whom it is for.
    Audience(Option<AudienceId>),
}

/// One field of an idea and its new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "camelCase")]
pub enum IdeaField {
    /// Its title.
    Title(String),
    /// What it is about.
    Description(Option<String>),
    /// The session it is proposed for.
    Session(Option<SessionId>),
    /// Words to find it by.
    Tags(Vec<String>),
    /// Who would lead it.
    Facilitators(Vec<String>),
    /// How many people it takes.
    Capacity(Option<u32>),
}
