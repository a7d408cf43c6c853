//! Errors that only a report can explain.

use deroule_app::Problem;
use deroule_app::model::Message;

/// An error that the user can do nothing about.
pub fn internal(error: &dyn std::fmt::Display) -> Problem {
    Problem::new(Message::new("problem-internal").text("reason", error.to_string()))
}
