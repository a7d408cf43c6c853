//! What the acceptance and end-to-end tests share: the driver of the real window, and the plan as
//! the command line tells it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails its test"
)]

pub mod paths;
pub mod store;
pub mod window;
