//! The registry of rules: every rule's code, severity and description, in one place.
//!
//! A rule is a variant here, a file in `rules/`, and its messages. `docs/checks.md` is written from this list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely a mistake.
    Warning,
    /// Can't happen as planned.
    Conflict,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $rule:ident: $severity:ident, [$($code:literal),+];)*) => {
        /// A rule that findings come from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub enum Rule {
            $($(#[doc = $doc])+ $rule),*
        }

        impl Rule {
            /// Every rule, in the order in which they look at a day.
            pub const ALL: &[Self] = &[$(Self::$rule),*];

            /// How much its findings matter.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$rule => Severity::$severity),*
                }
            }

            /// The messages its findings have. A dismissal names one of them, so they never change.
            pub fn codes(self) -> &'static [&'static str] {
                match self {
                    $(Self::$rule => &[$($code),+]),*
                }
            }

            /// What it looks for, in English, for the documentation.
            pub fn description(self) -> String {
                let lines: &[&str] = match self {
                    $(Self::$rule => &[$($doc),+]),*
                };
                lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
            }

            /// Its name in code.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => stringify!($rule)),*
                }
            }
        }
    };
}

rules! {
    /// A pinned slot starts before the slot before it has ended.
    Overrun: Conflict, ["finding-overrun"];
    /// A pin leaves free minutes before its slot.
    Gap: Note, ["finding-gap"];
    /// People sit for more than two hours without a break.
    NoBreak: Note, ["finding-no-break"];
    /// A day that begins before noon and ends after two o'clock has no meal.
    NoMeal: Note, ["finding-no-meal"];
    /// A workshop, or a track in which something is planned, has no room.
    NoRoom: Note, ["finding-no-room", "finding-tracks-no-room"];
    /// A workshop has no facilitator; neither has a plenary on a date where facilitators are named.
    NoFacilitator: Note, ["finding-no-lead"];
    /// The running order starts before or after the announced hours.
    AnnouncedStart: Warning, ["finding-starts-early", "finding-starts-late"];
    /// The running order ends before or after the announced hours.
    AnnouncedEnd: Warning, ["finding-ends-early", "finding-ends-late"];
    /// A track is for an audience that does not attend at that time.
    AudienceAbsent: Warning, ["finding-audience-absent"];
    /// The clock is put forward or back during the day, so that it shows other times than the running order.
    ClockChange: Warning, ["finding-clock-forward", "finding-clock-back", "finding-clock-twice"];
    /// Nothing is planned yet in some tracks of a round.
    FreeTracks: Note, ["finding-tracks-free"];
    /// One idea is placed in two tracks of a round.
    IdeaTwice: Warning, ["finding-idea-twice"];
    /// An idea takes more people than the room it is placed in.
    RoomTooSmall: Warning, ["finding-room-small"];
    /// Two things happen in one room at once, in any session of the programme on that date.
    RoomConflict: Conflict, ["finding-room-clash"];
    /// Somebody facilitates two things at once, in any session of the programme on that date.
    FacilitatorConflict: Conflict, ["finding-lead-clash"];
}
