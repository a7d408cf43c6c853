//! Merging what a page says into a programme, three ways: what the page said when it was last read
//! (the base), what the plan says, what the page says now.
//!
//! What only the page changed is taken, what only the plan changed is kept, what both changed in two
//! ways is a [`Conflict`]. What the base had and the page no longer has is removed; what the base
//! never had is not. Reading a page twice changes nothing the second time.

mod audiences;
mod days;
mod derived_ids;
mod existing;
mod ideas;
mod match_sessions;
mod match_slots;
mod merger;
mod page;
mod pairs;
mod removal;
mod running_order;
mod sessions;
mod tracks;

pub(crate) use page::Incoming;
