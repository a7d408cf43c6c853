//! What a page, or any other outside source, says of a programme, before it is merged: the domain's
//! words without ids. [`crate::Edit::ImportDraft`] turns it into changes.

use chrono::NaiveDate;
use deroule_model::{Clock, Kind, Language, Message, Minutes, Status};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A programme as a source describes it. What the source does not say is `None` or empty, and leaves
/// what the plan already knows as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The programme's title.
    pub title: Option<String>,
    /// The IANA name of the time zone to begin the programme in, as far as the source lets guess it;
    /// a programme that is there keeps its own.
    pub timezone: Option<String>,
    /// The language to begin the programme in, as far as the source lets guess it; a programme that is
    /// there keeps its own.
    pub language: Option<Language>,
    /// The public page of the shared agenda.
    pub agenda_page_url: Option<String>,
    /// The address people subscribe to.
    pub agenda_feed_url: Option<String>,
    /// The audiences' names, in the order in which they should stand.
    pub audiences: Vec<String>,
    /// The sessions, in the source's order.
    pub sessions: Vec<DraftSession>,
    /// The workshop ideas, in the source's order.
    pub ideas: Vec<DraftIdea>,
}

/// A session as a source describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftSession {
    /// Its title.
    pub title: String,
    /// Whether the source announces it, and does not only describe it.
    pub announced: bool,
    /// Its status, when the source says one.
    pub status: Option<Status>,
    /// Where.
    pub venue: Option<String>,
    /// Its theme.
    pub theme: Option<String>,
    /// What it is to achieve.
    pub objectives: Option<String>,
    /// Its days, in order; none while it is undated and not composed.
    pub days: Vec<DraftDay>,
    /// The line of the source it was read from, counted from 1.
    pub line: u32,
}

/// A day as a source describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftDay {
    /// Its date; none while it is to be confirmed.
    pub date: Option<NaiveDate>,
    /// When its running order starts, when the source has one.
    pub start: Option<Clock>,
    /// Who attends from when to when.
    pub attendance: Vec<DraftAttendance>,
    /// Its running order; empty when the source has none, which leaves an existing one alone.
    pub slots: Vec<DraftSlot>,
}

/// The hours of an audience as a source describes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftAttendance {
    /// The audience's name.
    pub audience: String,
    /// From when.
    pub start: Clock,
    /// Until when.
    pub end: Clock,
}

/// A slot as a source describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftSlot {
    /// Its title.
    pub title: String,
    /// What it is, inferred from its title.
    pub kind: Kind,
    /// How long it lasts; zero for a milestone.
    pub minutes: Minutes,
    /// A start that holds, where the source's times leave a gap or overlap.
    pub pin: Option<Clock>,
    /// How many tracks run side by side in it; zero for a plain slot.
    pub tracks: u32,
    /// The line of the source it was read from, counted from 1.
    pub line: u32,
}

/// A workshop idea as a source describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftIdea {
    /// Its title.
    pub title: String,
    /// Which of the draft's sessions it was listed under, by its place in the list.
    pub session: Option<u32>,
    /// The line of the source it was read from, counted from 1.
    pub line: u32,
}

/// Something the programme has and the page does not. It is kept, because the side that changed is not
/// known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The line of the source it is about, counted from 1.
    pub line: u32,
    /// What there is to say, such as `remark-session-kept`.
    pub message: Message,
}
