//! The one way for every change: an [`Edit`] is a verb of the organiser's; [`plan`] turns it and the current state
//! into changes, or refuses it. Pure.

mod board;
mod copies;
mod dates;
pub mod draft;
mod duplicates;
mod edit;
mod fields;
mod ideas;
mod merge;
mod pieces;
mod prepare;
mod programmes;
mod refusal;
pub mod report;
mod sessions;
mod silences;
mod slots;
mod templates;
pub mod three_way;
mod tracks;
mod transaction;
mod validate;

pub use dates::Shift;
pub use edit::{Edit, Insertion, Place};
pub use fields::{
    AudienceField, Hours, IdeaField, ProgrammeField, RoomField, SessionField, SlotField, TrackField,
};
pub use prepare::{Planned, plan};
pub use refusal::Refusal;
pub use three_way::{Base, Conflict, Field, Resolution};
pub use validate::{LONGEST, LONGEST_TITLE};
