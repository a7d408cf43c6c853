//! What a three-way merge of a page takes and returns: the base, the choices, the conflicts.

use deroule_model::{Message, SourceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::draft::Draft;

/// What the page said when it was last read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Base {
    /// The reading it is of; none for a page that was never read into this programme.
    pub source: Option<SourceId>,
    /// What that page said; nothing for one that was never read.
    pub draft: Draft,
}

/// Whose value stands where the page and the plan changed the same thing in two ways.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "keys", rename_all = "camelCase")]
pub enum Resolution {
    /// The plan's, everywhere.
    #[default]
    Ours,
    /// The page's, everywhere.
    Theirs,
    /// The page's in the conflicts of these keys, the plan's in all others.
    TheirsIn(Vec<String>),
}

impl Resolution {
    /// Whether the page's value stands in the conflict `key`.
    pub fn is_theirs(&self, key: &str) -> bool {
        match self {
            Self::Ours => false,
            Self::Theirs => true,
            Self::TheirsIn(keys) => keys.iter().any(|one| one == key),
        }
    }
}

/// Something that the page and the plan changed in two ways since the page was last read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Names it in a [`Resolution`]. The same merge gives it the same key.
    pub key: String,
    /// The line of the page; none for something the page no longer has.
    pub line: Option<u32>,
    /// What it is about: a title.
    pub title: String,
    /// What that belongs to: the session of a slot.
    pub of: Option<String>,
    /// What differs.
    pub field: Field,
    /// What the page said when it was last read; none if unknown or nothing.
    pub base: Option<Message>,
    /// What the plan says; none for nothing.
    pub ours: Option<Message>,
    /// What the page says; none for nothing.
    pub theirs: Option<Message>,
    /// Whether the page's value stands.
    pub is_theirs: bool,
}

/// What can differ in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// Whether it is there at all.
    Presence,
    /// A title or a name.
    Title,
    /// A session's status.
    Status,
    /// A session's venue.
    Venue,
    /// A session's theme.
    Theme,
    /// A session's objectives.
    Objectives,
    /// Links of a session.
    Links,
    /// Notes.
    Notes,
    /// A day's date.
    Date,
    /// When a day starts.
    Start,
    /// From when to when an audience attends.
    Hours,
    /// A slot's kind.
    Kind,
    /// How long a slot lasts.
    Duration,
    /// The start that a slot holds to.
    Pin,
    /// How many tracks a block has.
    Tracks,
    /// The order of the slots of a day.
    Order,
    /// Where a slot or a track is.
    Room,
    /// Who leads.
    Facilitators,
    /// What has to be brought.
    Material,
    /// The session an idea is proposed for.
    Session,
    /// The running order a slot stands in.
    Place,
    /// The public page of the shared agenda.
    AgendaPage,
    /// The address people subscribe to.
    AgendaFeed,
    /// A programme's time zone.
    Timezone,
    /// Anything else.
    Other,
}

impl Field {
    /// The name used in keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Title => "title",
            Self::Status => "status",
            Self::Venue => "venue",
            Self::Theme => "theme",
            Self::Objectives => "objectives",
            Self::Links => "links",
            Self::Notes => "notes",
            Self::Date => "date",
            Self::Start => "start",
            Self::Hours => "hours",
            Self::Kind => "kind",
            Self::Duration => "duration",
            Self::Pin => "pin",
            Self::Tracks => "tracks",
            Self::Order => "order",
            Self::Room => "room",
            Self::Facilitators => "facilitators",
            Self::Material => "material",
            Self::Session => "session",
            Self::Place => "place",
            Self::AgendaPage => "agenda-page",
            Self::AgendaFeed => "agenda-feed",
            Self::Timezone => "timezone",
            Self::Other => "other",
        }
    }

    /// The message that names it in words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Presence => "field-presence",
            Self::Title => "field-title",
            Self::Status => "field-status",
            Self::Venue => "field-venue",
            Self::Theme => "field-theme",
            Self::Objectives => "field-objectives",
            Self::Links => "field-links",
            Self::Notes => "field-notes",
            Self::Date => "field-date",
            Self::Start => "field-start",
            Self::Hours => "field-hours",
            Self::Kind => "field-kind",
            Self::Duration => "field-duration",
            Self::Pin => "field-pin",
            Self::Tracks => "field-tracks",
            Self::Order => "field-order",
            Self::Room => "field-room",
            Self::Facilitators => "field-facilitators",
            Self::Material => "field-material",
            Self::Session => "field-session",
            Self::Place => "field-place",
            Self::AgendaPage => "field-agenda-page",
            Self::AgendaFeed => "field-agenda-feed",
            Self::Timezone => "field-timezone",
            Self::Other => "field-other",
        })
    }
}

/// A three-way merge of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The plan's value stands: the page did not change it, or both agree.
    Keep,
    /// Only the page changed it.
    Take,
    /// Both changed it, in two ways.
    Conflict,
}

/// Compares what the page said (`base`, where it is known), what the plan says and what the page says.
pub(crate) fn verdict<T: PartialEq + ?Sized>(base: Option<&T>, ours: &T, theirs: &T) -> Verdict {
    if ours == theirs || base == Some(theirs) {
        Verdict::Keep
    } else if base == Some(ours) {
        Verdict::Take
    } else {
        Verdict::Conflict
    }
}

/// Values as messages, so that each reader words them.
pub(crate) mod value {
    use chrono::NaiveDate;
    use deroule_model::{Clock, Kind, Message, Minutes, Status};

    pub(crate) fn text(text: &str) -> Message {
        Message::new("value-text").text("text", text)
    }

    pub(crate) fn time(clock: Clock) -> Message {
        Message::new("value-time").time("time", clock)
    }

    pub(crate) fn minutes(minutes: Minutes) -> Message {
        Message::new("value-minutes").minutes("minutes", minutes)
    }

    pub(crate) fn date(date: NaiveDate) -> Message {
        Message::new("value-date").date("date", date)
    }

    pub(crate) fn number(number: usize) -> Message {
        Message::new("value-number").number("number", number)
    }

    pub(crate) fn hours(start: Clock, end: Clock) -> Message {
        Message::new("value-hours")
            .time("start", start)
            .time("end", end)
    }

    pub(crate) fn status(status: Status) -> Message {
        Message::new(match status {
            Status::Tentative => "status-tentative",
            Status::Confirmed => "status-confirmed",
            Status::Cancelled => "status-cancelled",
        })
    }

    pub(crate) fn kind(kind: Kind) -> Message {
        Message::new(kind.message_code())
    }

    pub(crate) fn present() -> Message {
        Message::new("value-present")
    }

    pub(crate) fn order() -> Message {
        Message::new("value-order")
    }
}
