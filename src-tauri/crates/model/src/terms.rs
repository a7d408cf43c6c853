//! The fixed words of the domain: kinds, states, colours, languages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::column::name_columns;

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

impl Kind {
    /// The code of the message with its name.
    pub fn message_code(self) -> &'static str {
        match self {
            Self::Welcome => "kind-welcome",
            Self::Plenary => "kind-plenary",
            Self::Activity => "kind-activity",
            Self::Workshop => "kind-workshop",
            Self::Break => "kind-break",
            Self::Meal => "kind-meal",
            Self::FreeTime => "kind-freetime",
            Self::Travel => "kind-travel",
            Self::WrapUp => "kind-wrapup",
        }
    }
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

name_columns!(Colour, Kind, Language, Status);
