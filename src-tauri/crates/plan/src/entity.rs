//! The rows a programme is made of. Only what someone decided is here; what follows from it
//! (starts, ends, gaps) is computed by [`crate::schedule`].

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::row::Row;
use crate::{
    AttendanceId, AudienceId, DayId, IdeaId, ProgrammeId, Rank, RoomId, SessionId, SilenceId,
    Sketch, SlotId, Subject, TemplateId, TrackId,
};

/// A named series of sessions in one time zone and one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// What the organiser calls it.
    pub title: String,
    /// The IANA name of the zone its local times are in, such as `Europe/Paris`.
    pub timezone: String,
    /// The language of what leaves the programme: calendars, sheets, exported text. A row of an earlier
    /// version has none, and was written in French.
    #[serde(default)]
    pub language: Language,
    /// The public page of the shared agenda.
    pub agenda_page_url: Option<String>,
    /// The address people subscribe to.
    pub agenda_feed_url: Option<String>,
    /// Whether it is the sample made at first start.
    pub is_sample: bool,
    /// Its place among the programmes.
    pub rank: Rank,
}

/// A language that a programme, the window and the command line can speak.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

/// A group a session is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Audience {
    /// Its id.
    pub id: AudienceId,
    /// The programme it belongs to.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// Its name, unique in its programme.
    pub name: String,
    /// The colour its chips and bands bear.
    pub colour: Colour,
    /// Its place among the audiences.
    pub rank: Rank,
}

/// A colour by name; each theme has its own values for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Colour {
    /// Green-blue.
    Teal,
    /// Purple.
    Purple,
    /// Blue.
    Blue,
    /// Amber.
    Amber,
    /// Rose.
    Rose,
    /// Green.
    Green,
    /// Grey-blue.
    Slate,
}

impl Colour {
    /// Every colour, in the order they are handed out.
    pub const ALL: [Self; 7] = [
        Self::Teal,
        Self::Purple,
        Self::Blue,
        Self::Amber,
        Self::Rose,
        Self::Green,
        Self::Slate,
    ];
}

/// A room of the venue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// The programme it belongs to.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// Its name, unique in its programme.
    pub name: String,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// What is in it: projector, quiet, …
    pub features: Option<String>,
    /// Its place among the rooms.
    pub rank: Rank,
}

/// Whether a session will take place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Announced, may still move.
    Tentative,
    /// Certain.
    Confirmed,
    /// Will not take place; stays visible so that people learn it.
    Cancelled,
}

/// An event of one or more days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The programme it belongs to.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// What it is called.
    pub title: String,
    /// Whether it will take place.
    pub status: Status,
    /// Where.
    pub venue: Option<String>,
    /// The street address of the venue.
    pub address: Option<String>,
    /// The web address of a map.
    pub map_url: Option<String>,
    /// Its theme.
    pub theme: Option<String>,
    /// What it is to achieve.
    pub objectives: Option<String>,
    /// Addresses worth having at hand.
    pub links: Vec<String>,
    /// The organiser's own notes.
    pub notes: Option<String>,
    /// Its place among sessions of the same date, and among undated ones.
    pub rank: Rank,
}

impl Session {
    /// A session that says no more than its title.
    pub fn new(id: SessionId, programme: ProgrammeId, title: String, rank: Rank) -> Self {
        Self {
            id,
            programme,
            title,
            status: Status::Tentative,
            venue: None,
            address: None,
            map_url: None,
            theme: None,
            objectives: None,
            links: Vec::new(),
            notes: None,
            rank,
        }
    }
}

/// One day of a session; it carries a running order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
#[row(order = "by_date")]
pub struct Day {
    /// Its id.
    pub id: DayId,
    /// The session it belongs to.
    #[row(parent)]
    pub session: SessionId,
    /// Its local date; none while it is to be confirmed.
    pub date: Option<NaiveDate>,
    /// When its running order starts, in minutes since midnight.
    pub start: u32,
    /// Its place among undated days.
    pub rank: Rank,
}

/// Days without a date come last.
fn by_date(one: &Day, other: &Day) -> Ordering {
    let key = |day: &Day| (day.date.is_none(), day.date);
    let rank = || (&one.rank, one.id).cmp(&(&other.rank, other.id));
    key(one).cmp(&key(other)).then_with(rank)
}

/// From when to when one audience attends one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Attendance {
    /// Its id.
    pub id: AttendanceId,
    /// The day.
    #[row(parent)]
    pub day: DayId,
    /// Who attends.
    #[row(reference)]
    pub audience: AudienceId,
    /// From when, in minutes since midnight.
    pub start: u32,
    /// Until when, in minutes since midnight; after `start`.
    pub end: u32,
}

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// People arrive.
    Welcome,
    /// Everyone together.
    Plenary,
    /// Something done together: an icebreaker, an exercise.
    Activity,
    /// A workshop.
    Workshop,
    /// A pause.
    Break,
    /// A meal.
    Meal,
    /// Time at one's own disposal.
    FreeTime,
    /// Going somewhere.
    Travel,
    /// Closing, feedback, next steps.
    WrapUp,
}

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
    pub minutes: Option<u32>,
    /// The least it may last when time runs short; see [`crate::elastic::limits`].
    pub least: Option<u32>,
    /// The most it may last when time is left.
    #[serde(default)]
    pub most: Option<u32>,
    /// Whether the day can do without it.
    #[serde(default)]
    pub optional: bool,
    /// A start that holds whatever comes before, in minutes since midnight.
    pub pin: Option<u32>,
    /// Where.
    #[row(reference)]
    pub room: Option<RoomId>,
    /// Who leads it.
    pub leads: Vec<String>,
    /// The organiser's notes.
    pub notes: Option<String>,
    /// What has to be brought.
    pub material: Option<String>,
    /// How long its room is set up before it starts, in minutes; the crew's, never the public's.
    #[serde(default)]
    pub setup: u32,
    /// How long its room is tidied up after it ends, in minutes; the crew's, never the public's.
    #[serde(default)]
    pub tidy: u32,
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
    pub leads: Vec<String>,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// Its place in the list.
    pub rank: Rank,
}

/// Slots kept to be put into a day again. One of a single slot is a block of the palette. Templates
/// belong to the store and serve every programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub title: String,
    /// When its first slot started where it was saved, in minutes since midnight.
    pub start: Option<u32>,
    /// Its slots, in order.
    pub slots: Vec<Sketch>,
    /// Its place among the templates.
    pub rank: Rank,
}

/// A finding the organiser does not want to hear of again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Row)]
#[serde(rename_all = "camelCase")]
pub struct Silence {
    /// Its id.
    pub id: SilenceId,
    /// The programme it was found in.
    #[row(parent)]
    pub programme: ProgrammeId,
    /// Which finding, such as `finding-gap`.
    pub code: String,
    /// What it is about; the programme itself silences it everywhere.
    pub subject: Subject,
}
