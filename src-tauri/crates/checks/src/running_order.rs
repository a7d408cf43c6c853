//! One running order and the ways to make it fit: edits that move no pin and keep every slot within its limits.
//!
//! An overrun, a gap or a late end is a segment of contiguous slots whose sum is wrong by some minutes. Each fix is
//! tried on the day alone before it is offered: a pin inside a track may take back what was gained before its block.

mod meeting;
mod moves;
mod order;
mod segments;

pub(crate) use meeting::{Meeting, each_meeting, unpin, unpin_label};
pub(crate) use order::RunningOrder;
pub(crate) use segments::distinct;
