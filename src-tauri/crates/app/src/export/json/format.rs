//! Version 1 of the JSON export, as `docs/export-json.md` describes it. Independent of the domain's and the
//! window's types, so that the format changes only on purpose. Fields are written in the order declared here.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use uuid::Uuid;

/// The version of the format. It rises when a field is removed or changes its meaning, not when one
/// is added.
pub const VERSION: u32 = 1;

/// A programme with everything in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// [`VERSION`].
    pub version: u32,
    /// The programme.
    pub programme: Programme,
    /// Its audiences, in its order.
    pub audiences: Vec<Audience>,
    /// Its rooms, in its order.
    pub rooms: Vec<Room>,
    /// The tags that have a colour; ideas need not have them any more.
    pub tags: Vec<Tag>,
    /// Where the published calendar is.
    pub agenda: Agenda,
    /// Its sessions by date, undated ones last.
    pub sessions: Vec<Session>,
    /// Its ideas, in its order.
    pub ideas: Vec<Idea>,
    /// What the checks found in the sessions.
    pub findings: Vec<Finding>,
}

/// The programme itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Programme {
    /// Its id.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// The IANA name of the zone of all dates and times.
    pub timezone: String,
    /// The language of its exports.
    pub language: Language,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

/// A group a session is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Audience {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
}

/// The colour of an audience or a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Colour {
    Teal,
    Purple,
    Blue,
    Amber,
    Rose,
    Green,
    Slate,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// Its equipment.
    pub features: Option<String>,
}

/// A tag of ideas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// Its name. Compare it with the tags of ideas without regard to case and accents.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
}

/// Where the published calendar is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// Its public page.
    pub page_url: Option<String>,
    /// The address people subscribe to.
    pub feed_url: Option<String>,
}

/// An event of one or more days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Whether it takes place.
    pub status: Status,
    /// The venue.
    pub venue: Option<String>,
    /// The street address of the venue.
    pub address: Option<String>,
    /// The web address of a map.
    pub map_url: Option<String>,
    /// Its theme.
    pub theme: Option<String>,
    /// Its objectives.
    pub objectives: Option<String>,
    /// Web addresses.
    pub links: Vec<String>,
    /// The organiser's notes.
    pub notes: Option<String>,
    /// The announced hours, by day and audience.
    pub attendance: Vec<Attendance>,
    /// Its days by date.
    pub days: Vec<Day>,
}

/// Whether a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It may still move.
    Tentative,
    /// It takes place.
    Confirmed,
    /// It does not take place.
    Cancelled,
}

/// The hours of one audience on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// The audience's name.
    pub audience: Option<String>,
    /// The day; null while it has no date.
    pub date: Option<NaiveDate>,
    /// When the audience comes.
    pub start: Time,
    /// When it leaves.
    pub end: Time,
}

/// A day with its running order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// Its id.
    pub id: Uuid,
    /// Its date; null while it is to be announced.
    pub date: Option<NaiveDate>,
    /// When its first slot starts.
    pub start: Option<Time>,
    /// When its last slot ends.
    pub end: Option<Time>,
    /// Its slots in order.
    pub slots: Vec<Slot>,
}

/// One item of a running order. A track without slots has one slot of its block's length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// Its id; for a track without slots the id of the track.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: Kind,
    /// When it starts.
    pub start: Time,
    /// When it ends.
    pub end: Time,
    /// Its length.
    pub minutes: u32,
    /// Whether its start is fixed.
    pub pinned: bool,
    /// Its minimum.
    #[serde(rename = "least")]
    pub min_minutes: Option<u32>,
    /// Its maximum.
    #[serde(rename = "most")]
    pub max_minutes: Option<u32>,
    /// Whether the day can do without it.
    pub optional: bool,
    /// The name of its own room.
    pub room: Option<String>,
    /// The names of its facilitators.
    #[serde(rename = "leads")]
    pub facilitators: Vec<String>,
    /// The minutes of set-up before it.
    #[serde(rename = "setup")]
    pub setup_minutes: u32,
    /// The minutes of teardown after it.
    #[serde(rename = "tidy")]
    pub teardown_minutes: u32,
    /// The organiser's notes.
    pub notes: Option<String>,
    /// What has to be brought.
    pub material: Option<String>,
    /// The tracks of a parallel block.
    pub tracks: Vec<Track>,
}

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Welcome,
    Plenary,
    Activity,
    Workshop,
    Break,
    Meal,
    FreeTime,
    Travel,
    WrapUp,
}

/// One lane of a parallel block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Track {
    /// Its id.
    pub id: Uuid,
    /// The title of its idea, else its own.
    pub title: Option<String>,
    /// The id of the idea placed in it.
    pub idea: Option<Uuid>,
    /// The name of its room.
    pub room: Option<String>,
    /// The name of the audience it is for; null means everyone.
    pub audience: Option<String>,
    /// Its slots in order; never empty.
    pub slots: Vec<Slot>,
}

/// A workshop someone proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Idea {
    /// Its id.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// The id of the session it was proposed for.
    pub session: Option<Uuid>,
    /// What it is about.
    pub description: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The names of its facilitators.
    #[serde(rename = "leads")]
    pub facilitators: Vec<String>,
    /// How many people it takes.
    pub capacity: Option<u32>,
    /// The ids of the tracks it is placed in.
    #[serde(rename = "placed")]
    pub tracks: Vec<Uuid>,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The code of the message.
    pub code: String,
    /// The finding in words.
    pub message: String,
    /// Its severity.
    pub severity: Severity,
    /// The row it is about.
    pub subject: Subject,
    /// The line of a page. Null here; the report of an import has the same form and fills it.
    pub line: Option<u32>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably a mistake.
    Warning,
    /// Impossible as planned.
    Conflict,
}

/// A row of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// Its table.
    #[serde(rename = "type")]
    pub table: SubjectType,
    /// Its id.
    pub id: Uuid,
}

/// The table of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SubjectType {
    Programme,
    Audience,
    Room,
    Session,
    Day,
    Slot,
    Track,
    Idea,
    Template,
    Dismissal,
    Tag,
}

/// A time of the programme's zone, in minutes since midnight of the day: `09:30`, on the next day `25:15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub u32);

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
