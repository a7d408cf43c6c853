//! What an attentive assistant would point out. Each finding names its subject, and its fixes are edits. Pure.

mod activity;
mod care;
mod clashes;
mod clock_change;
mod finding;
mod hours;
mod occupancy;
mod pass;
mod proposals;
mod times;
mod trial;
mod ways;
mod workshops;

pub use finding::{Finding, Fix, Severity};
pub use pass::{Pass, neighbours, of_session};
