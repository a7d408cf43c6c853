//! What an attentive assistant would point out. Each finding names its subject, and its fixes are edits. Pure.

mod activity;
mod availability;
mod care;
mod clashes;
mod clock_change;
mod dry_run;
mod finding;
mod fixes;
mod hours;
mod occupancy;
mod pass;
mod times;
mod workshops;

pub use finding::{Finding, Fix, Severity};
pub use pass::{Pass, neighbours, of_session};
