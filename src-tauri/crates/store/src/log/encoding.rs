//! The JSON in the columns of the log.

use crate::error::StoreError;

pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| corrupt(&error))
}

pub(super) fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| corrupt(&error))
}

pub(super) fn corrupt(error: &impl ToString) -> StoreError {
    StoreError::Corrupt {
        table: "log",
        reason: error.to_string(),
    }
}
