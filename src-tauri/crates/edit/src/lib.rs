//! The one way for every change: an [`Edit`] is a verb of the organiser's; [`plan`] turns it and the current state
//! into changes, or refuses it. Pure.

mod board;
mod date_shift;
mod dismissals;
pub mod draft;
mod duplicates;
mod edit;
mod fields;
mod ideas;
mod insert;
mod merge;
mod prepare;
mod programmes;
mod refusal;
pub mod report;
mod sessions;
mod slots;
mod split_merge;
mod tags;
mod templates;
pub mod three_way;
mod tracks;
mod transaction;
mod validate;

pub use date_shift::Shift;
pub use edit::{BoardCell, Edit, Insertion};
pub use fields::{
    AudienceField, Hours, IdeaField, ProgrammeField, RoomField, SessionField, SlotField, TrackField,
};
pub use prepare::{PreparedEdit, prepare};
pub use refusal::Refusal;
pub use three_way::{Base, Conflict, Field, Resolution};
pub use validate::LONGEST_TITLE;
