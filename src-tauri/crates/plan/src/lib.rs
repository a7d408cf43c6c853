//! The domain of Déroulé: what a programme of sessions is made of, when each slot happens,
//! what an [`Edit`] changes and what an assistant would point out.
//!
//! Everything here is pure: no I/O, no clock, no SQL. Ids and dates come in as arguments.
//! Times are minutes since midnight of the day's local date (they may pass 1440, for a day that
//! runs past midnight); durations are minutes. Starts and ends are computed by [`schedule`],
//! never stored.

pub mod change;
pub mod dates;
pub mod draft;
pub mod edit;
pub mod elastic;
pub mod entity;
pub mod finding;
pub mod id;
pub mod merge;
pub mod message;
pub mod night;
pub mod rank;
pub mod report;
pub mod row;
pub mod schedule;
pub mod sketch;
pub mod source;
pub mod spelling;
pub mod state;
pub mod tables;
mod trial;
mod ways;

pub use change::{Change, inverse};
pub use dates::Shift;
pub use edit::{
    AudienceField, Edit, Hours, IdeaField, Insertion, LONGEST_TITLE, Place, Planned,
    ProgrammeField, Refusal, RoomField, SessionField, SlotField, TrackField, plan,
};
pub use entity::*;
pub use finding::{Finding, Fix, Severity, Subject};
pub use id::*;
pub use merge::{Base, Conflict, Field, Resolution};
pub use message::{Argument, Message};
pub use rank::Rank;
pub use sketch::{Sketch, TrackSketch};
pub use source::{Anchors, SessionAnchor, Source, SourcePage};
pub use tables::{Entity, Plan, Table};
