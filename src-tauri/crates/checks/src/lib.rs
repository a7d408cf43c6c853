//! What a good assistant would notice: a registry of rules. Each finding names its subject, and its fixes are edits.
//! Pure.

mod activity;
mod availability;
mod day;
mod dry_run;
mod finding;
mod new_slot;
mod occupancy;
mod overlaps;
mod pass;
mod rounds;
mod rule;
mod rules;
mod running_order;

pub use finding::{Finding, Fix};
pub use pass::{Pass, neighbours, of_session, problems_of_session};
pub use rule::{Rule, Severity};
