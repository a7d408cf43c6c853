//! The reasons why a write fails.

use deroule_store::StoreError;

use crate::wire::Problem;

/// The reason why an attempt to write failed.
pub(crate) enum WriteError {
    Store(StoreError),
    Problem(Problem),
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Problem> for WriteError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<deroule_edit::Refusal> for WriteError {
    fn from(refusal: deroule_edit::Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}
