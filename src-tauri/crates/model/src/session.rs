//! A session, its days, and who attends them.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttendanceId, AudienceId, DayId, ProgrammeId, SessionId};
use crate::rank::Rank;
use crate::row::Row;
use crate::terms::Status;
use crate::time::Clock;

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
    /// When its running order starts.
    pub start: Clock,
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
    /// From when.
    pub start: Clock,
    /// Until when; after `start`.
    pub end: Clock,
}
