//! The reasons why a write fails.

use deroule_store::StoreError;

use crate::wire::Problem;

/// The reason why an attempt to write failed.
pub(crate) enum Attempt {
    Store(StoreError),
    Problem(Problem),
}

impl From<StoreError> for Attempt {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Problem> for Attempt {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<deroule_edit::Refusal> for Attempt {
    fn from(refusal: deroule_edit::Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}
