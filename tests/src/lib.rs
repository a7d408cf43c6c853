//! Shared code of the acceptance tests: the driver of the real window, and stores read by the command line.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails its test"
)]

pub mod paths;
pub mod store;
pub mod window;
