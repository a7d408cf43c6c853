//! What can go wrong with the file, and what to do about it.

use std::path::PathBuf;

use deroule_plan::Message;
use thiserror::Error;

/// Why the store could not do what was asked. The file is as it was.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file is something else.
    #[error("{} is not a store of Déroulé", .0.display())]
    NotAStore(PathBuf),
    /// The file was written by a newer version of the program.
    #[error("{} is of version {found}, this program knows {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file or its folder can't be read or written.
    #[error("{}: {reason}", path.display())]
    Unreachable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Another process wrote meanwhile.
    #[error("the store is at revision {actual}, not {expected}")]
    Stale {
        /// The revision that was asked for.
        expected: u64,
        /// The revision it is at.
        actual: u64,
    },
    /// A row holds something that no version of the program wrote.
    #[error("{table}: {reason}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// SQLite says no.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The thread that owns the file is gone.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// The error as a message to be worded for the organiser.
    pub fn message(&self) -> Message {
        match self {
            Self::NotAStore(path) => {
                Message::new("problem-not-a-store").text("file", path.display().to_string())
            }
            Self::Newer { path, found, known } => Message::new("problem-newer-store")
                .text("file", path.display().to_string())
                .text("found", found.to_string())
                .text("known", known.to_string()),
            Self::Unreachable { path, reason } => Message::new("problem-store-unreachable")
                .text("file", path.display().to_string())
                .text("reason", reason),
            Self::Stale { .. } => Message::new("problem-busy"),
            Self::Corrupt { table, reason } => Message::new("problem-store-corrupt")
                .text("table", *table)
                .text("reason", reason),
            Self::Sqlite(error) => Message::new("problem-store").text("reason", error.to_string()),
            Self::Closed => Message::new("problem-store").text("reason", self.to_string()),
        }
    }
}
