//! Failures that change nothing for the caller. They are only logged.

use std::any::Any;
use std::io;
use std::sync::mpsc::{SendError, TrySendError};

/// The part of an error that the log may have: a code or kind, never a path, a title or a user's text.
pub trait LogReason {
    /// The code or kind.
    fn log_reason(&self) -> String;
}

impl LogReason for &'static str {
    fn log_reason(&self) -> String {
        (*self).to_owned()
    }
}

impl LogReason for io::Error {
    fn log_reason(&self) -> String {
        format!("{:?}", self.kind())
    }
}

impl LogReason for rusqlite::Error {
    fn log_reason(&self) -> String {
        self.sqlite_error_code()
            .map_or_else(|| "sqlite".to_owned(), |code| format!("{code:?}"))
    }
}

impl<T> LogReason for SendError<T> {
    fn log_reason(&self) -> String {
        "nobody waits for the answer".to_owned()
    }
}

impl<T> LogReason for TrySendError<T> {
    fn log_reason(&self) -> String {
        "nobody waits for the answer".to_owned()
    }
}

impl LogReason for Box<dyn Any + Send> {
    fn log_reason(&self) -> String {
        "panic".to_owned()
    }
}

/// Logs a failure of `action` and continues.
pub fn ignore_failure<T>(result: Result<T, impl LogReason>, action: &'static str) {
    if let Err(error) = result {
        tracing::debug!(action, reason = error.log_reason(), "ignored a failure");
    }
}

/// Like [`ignore_failure`], for deleting a file that may not exist any more.
pub fn ignore_unless_gone(result: io::Result<()>, action: &'static str) {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => ignore_failure(other, action),
    }
}
