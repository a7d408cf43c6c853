//! Errors of the store's file, sorted by what the user can do about them.

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

use deroule_model::Message;
use rusqlite::ErrorCode;
use thiserror::Error;

use crate::ignored::LogReason;
use crate::names;
use crate::unfinished::Unfinished;

/// Why the store could not do what was requested. The file is unchanged.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file is not a store.
    #[error("{} is not a store of Déroulé", .0.display())]
    NotAStore(PathBuf),
    /// A newer version of the program wrote the file.
    #[error("{} is of version {found}, this program knows {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version that this program can read.
        known: i64,
    },
    /// The file or its folder can't be read or written.
    #[error("{}: {why:?}: {detail}", path.display())]
    Unreachable {
        /// The file.
        path: PathBuf,
        /// Why it can't be read or written.
        why: Obstacle,
        /// The system's error text; not for the user.
        detail: String,
    },
    /// The file has content that no version of the program wrote.
    #[error("{} is damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The newest undamaged copy.
        newest_copy: Option<PathBuf>,
        /// The damaged table, if the damage is in one table only.
        table: Option<&'static str>,
        /// The details; not for the user.
        detail: String,
    },
    /// Another process wrote meanwhile.
    #[error("the store is at revision {actual}, not {expected}")]
    Stale {
        /// The revision that the caller expected.
        expected: u64,
        /// The current revision.
        actual: u64,
    },
    /// The file at the path is no longer the one that is open. Nothing was written; see
    /// [`Store::rescue`](crate::Store::rescue).
    #[error("{}: {loss:?}", path.display())]
    Lost {
        /// The path.
        path: PathBuf,
        /// What happened.
        loss: Loss,
    },
    /// The store is paused: its file is closed for a moment.
    #[error("the store is paused")]
    Paused,
    /// A row holds something that no version of the program wrote.
    #[error("{table}: {reason}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The details.
        reason: String,
    },
    /// An error of SQLite that has no other variant.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The thread that owns the file has ended, or the file is closed for good.
    #[error("the store is closed")]
    Closed,
}

/// Why a file can't be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Another program has locked it.
    Busy,
    /// The disk is full.
    Full,
    /// It is read-only.
    ReadOnly,
    /// Its folder does not exist and can't be created.
    NoFolder,
    /// Something else.
    Other,
}

/// What happened to a file while it was open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Another file replaced it.
    Replaced,
    /// It was moved or deleted.
    Missing,
    /// Its write-ahead log was deleted or replaced.
    LogMissing,
    /// Another program overwrote its content.
    Overwritten,
}

impl Loss {
    fn code(self) -> &'static str {
        match self {
            Self::Replaced => "problem-store-replaced",
            Self::Missing => "problem-store-missing",
            Self::LogMissing => "problem-store-log-missing",
            Self::Overwritten => "problem-store-overwritten",
        }
    }
}

impl Loss {
    /// Describes the loss: what happened to the file at `path`, the rescue file, if one was written, and
    /// whether the file now at the path is open.
    pub fn message(self, path: &Path, rescue: Option<&Path>, is_open: bool) -> Message {
        let rescue = rescue.map(|path| path.display().to_string());
        Message::new(self.code())
            .text("file", path.display().to_string())
            .text("rescue", rescue.unwrap_or_else(|| "none".to_owned()))
            .text("open", if is_open { "yes" } else { "no" })
    }
}

impl StoreError {
    /// The error as a message for the user.
    pub fn message(&self) -> Message {
        let about = |code: &str, path: &Path| {
            Message::new(code)
                .text("file", path.display().to_string())
                .text("folder", names::folder(path).display().to_string())
        };
        match self {
            Self::NotAStore(path) => about("problem-not-a-store", path),
            Self::Newer { path, found, known } => about("problem-newer-store", path)
                .text("found", found.to_string())
                .text("known", known.to_string()),
            Self::Unreachable { path, why, .. } => about(
                match why {
                    Obstacle::Busy => "problem-store-busy",
                    Obstacle::Full => "problem-store-full",
                    Obstacle::ReadOnly => "problem-store-read-only",
                    Obstacle::NoFolder => "problem-store-no-folder",
                    Obstacle::Other => "problem-store-unreachable",
                },
                path,
            ),
            Self::Damaged {
                path, newest_copy, ..
            } => match newest_copy {
                Some(copy) => {
                    let name = copy.file_name().unwrap_or_default().to_string_lossy();
                    about("problem-store-damaged", path).text("copy", name)
                }
                None => about("problem-store-damaged-no-copy", path),
            },
            Self::Lost { path, loss } => loss.message(path, None, false),
            Self::Stale { .. } => Message::new("problem-busy"),
            Self::Paused => Message::new("problem-store-paused"),
            Self::Corrupt { .. } | Self::Sqlite(_) => Message::new("problem-store"),
            Self::Closed => Message::new("problem-store-closed"),
        }
    }

    /// The warning that this error prevented a copy of the store at `path`.
    pub(crate) fn no_copy(&self, path: &Path) -> Message {
        let why = match self {
            Self::Unreachable { why, .. } => match why {
                Obstacle::Full => "full",
                Obstacle::ReadOnly => "read-only",
                _ => "other",
            },
            _ => "other",
        };
        Message::new("problem-no-copy")
            .text("folder", names::folder(path).display().to_string())
            .text("why", why)
    }

    /// A damaged file, with the newest undamaged copy.
    pub(crate) fn damaged(path: &Path, detail: impl Display) -> Self {
        Self::Damaged {
            path: path.to_owned(),
            newest_copy: None,
            table: None,
            detail: detail.to_string(),
        }
    }

    /// Adds the path to the error and sorts SQLite's errors by their remedy.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::Corrupt { table, reason } => Self::Damaged {
                path: path.to_owned(),
                newest_copy: None,
                table: Some(table),
                detail: reason,
            },
            Self::Sqlite(error) => of_sqlite(path, error),
            other => other,
        }
    }
}

impl LogReason for StoreError {
    fn log_reason(&self) -> String {
        self.message().code
    }
}

fn of_sqlite(path: &Path, error: rusqlite::Error) -> StoreError {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            return StoreError::damaged(path, error);
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Obstacle::Busy,
        Some(ErrorCode::DiskFull) => Obstacle::Full,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Obstacle::ReadOnly,
        Some(ErrorCode::CannotOpen) if !has_folder(path) => Obstacle::NoFolder,
        Some(ErrorCode::CannotOpen) => why_not_opened(path),
        Some(ErrorCode::SystemIoFailure) => Obstacle::Other,
        // A violated constraint concerns the rows to be written, not the file.
        _ => return StoreError::Sqlite(error),
    };
    StoreError::Unreachable {
        path: path.to_owned(),
        why,
        detail: error.to_string(),
    }
}

/// Why SQLite can't open a file or its companions. SQLite gives no reason, so creating a file there finds it.
fn why_not_opened(path: &Path) -> Obstacle {
    match Unfinished::next_to(path).create() {
        Ok(())
            if std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly()) =>
        {
            Obstacle::ReadOnly
        }
        Ok(()) => Obstacle::Other,
        Err(error) => obstacle(&error),
    }
}

fn has_folder(path: &Path) -> bool {
    path.parent().is_some_and(Path::is_dir)
}

/// Converts an error of the system into one about `path`.
pub(crate) fn unreachable(path: &Path) -> impl Fn(io::Error) -> StoreError {
    |error| StoreError::Unreachable {
        path: path.to_owned(),
        why: obstacle(&error),
        detail: error.to_string(),
    }
}

fn obstacle(error: &io::Error) -> Obstacle {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Obstacle::Full
        }
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Obstacle::ReadOnly,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Obstacle::NoFolder,
        _ => Obstacle::Other,
    }
}
