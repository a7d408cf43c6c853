//! Why there are no pages.

use deroule_model::SessionId;
use thiserror::Error;

/// Why there are no pages.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The session does not exist.
    #[error("there is no session {0}")]
    UnknownSession(SessionId),
    /// Typst failed, with its message.
    #[error("{0}")]
    Typesetting(String),
    /// The caller cancelled.
    #[error("cancelled")]
    Cancelled,
}
