//! What a programme of sessions is made of: the rows, their ids, ranks and messages, and the state that holds them.
//!
//! Everything here is pure: no I/O, no clock, no SQL. Ids and dates come in as arguments.

mod change;
pub mod column;
mod dismissal;
mod id;
mod idea;
mod message;
pub mod normalize;
mod programme;
mod rank;
pub mod row;
mod rows;
mod session;
mod slot;
mod slot_spec;
mod source;
mod state;
mod subject;
mod tables;
mod tag;
mod template;
mod terms;
mod time;

pub use change::{Change, inverse};
pub use dismissal::Dismissal;
pub use id::{
    AttendanceId, AudienceId, DayId, DismissalId, IdSource, IdeaId, ProgrammeId, RoomId, SessionId,
    SlotId, SourceId, TagId, TemplateId, TrackId, derive_id,
};
pub use idea::Idea;
pub use message::{Argument, Message};
pub use programme::{Audience, Programme, Room};
pub use rank::Rank;
pub use session::{Attendance, Day, Session};
pub use slot::{Parent, Slot, Track};
pub use slot_spec::{SlotSpec, TrackSpec};
pub use source::{Anchors, SessionAnchor, Source, SourcePage};
pub use subject::Subject;
pub use tables::{Entity, State, Table};
pub use tag::Tag;
pub use template::Template;
pub use terms::{Colour, Kind, Language, Status};
pub use time::{Clock, Minutes};
