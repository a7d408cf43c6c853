//! When everything happens: the rule of time, how elastic slots are, and what a clock change does to a day. Pure.

pub mod elastic;
pub mod night;
mod rule;

pub use rule::{Fit, TimedDay, TimedSlot, TimedTrack, day, length, slot};
