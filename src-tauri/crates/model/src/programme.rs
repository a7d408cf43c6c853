//! A programme, its audiences and its rooms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AudienceId, ProgrammeId, RoomId};
use crate::rank::Rank;
use crate::row::Row;
use crate::terms::{Colour, Language};

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
    /// The colour of its chips and bands.
    pub colour: Colour,
    /// Its place among the audiences.
    pub rank: Rank,
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
