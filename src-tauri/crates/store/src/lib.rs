//! The SQLite store of Déroulé: one file that holds the rows, the journal of every edit, and
//! settings. It is an application file format: recognised by its `application_id`, versioned by
//! its `user_version`, copied before it is changed in form.
//!
//! One thread owns the writing connection; a [`Store`] is a handle that sends it work.

mod backup;
mod error;
mod file;
mod journal;
mod rows;
mod thread;

use std::path::Path;

use chrono::{DateTime, Utc};
use deroule_plan::{Change, Message, Plan};

pub use error::StoreError;
pub use journal::{EntryHead, History, Replayed};
use thread::Worker;

/// A handle on an open store. Clones share one connection, which closes with the last of them.
#[derive(Clone)]
pub struct Store {
    worker: Worker,
    warnings: Vec<Message>,
}

/// What a store holds.
#[derive(Debug)]
pub struct Loaded {
    /// Every row.
    pub plan: Plan,
    /// How many times the plan was written.
    pub revision: u64,
    /// When it was written last.
    pub changed_at: DateTime<Utc>,
}

impl Store {
    /// Opens the store at `path`; makes it, and its folder, if there is none. An older store is
    /// copied, then migrated; once a day (by `now`) a copy is kept anyway.
    ///
    /// # Errors
    /// When the file is not a store, is of a newer version (it is left untouched then), or can't be
    /// read or written.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let opened = file::open(path, now)?;
        let worker = Worker::start(opened.connection)?;
        Ok(Self {
            worker,
            warnings: opened.warnings,
        })
    }

    /// What went wrong at opening without preventing it: a daily copy that could not be made.
    pub fn warnings(&self) -> &[Message] {
        &self.warnings
    }

    /// Everything there is.
    ///
    /// # Errors
    /// When the file can't be read, or holds something that is not a row.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        self.worker.run(|connection| {
            let transaction = connection.transaction()?;
            let mut plan = Plan::default();
            rows::read_all(&transaction, &mut plan)?;
            let (revision, changed_at) = journal::revision(&transaction)?;
            Ok(Loaded {
                plan,
                revision,
                changed_at,
            })
        })
    }

    /// How many times the plan was written, by this process or another.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn revision(&self) -> Result<u64, StoreError> {
        self.worker
            .run(|connection| Ok(journal::revision(connection)?.0))
    }

    /// Writes the changes of one edit and its line in the journal, all or nothing. They are on disk
    /// when this returns.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the store is no longer at revision `expected`: load and plan the
    /// edit anew. Others when it can't be written.
    pub fn commit(
        &self,
        expected: u64,
        label: &Message,
        changes: &[Change],
        at: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let (label, changes) = (label.clone(), changes.to_vec());
        self.worker
            .run(move |connection| journal::commit(connection, expected, &label, &changes, at))
    }

    /// Takes the last edit back; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn undo(&self, expected: u64, at: DateTime<Utc>) -> Result<Option<Replayed>, StoreError> {
        self.worker
            .run(move |connection| journal::undo(connection, expected, at))
    }

    /// Does the edit taken back last again; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn redo(&self, expected: u64, at: DateTime<Utc>) -> Result<Option<Replayed>, StoreError> {
        self.worker
            .run(move |connection| journal::redo(connection, expected, at))
    }

    /// The last `limit` edits, and the next `limit` that can be redone.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn history(&self, limit: usize) -> Result<History, StoreError> {
        self.worker
            .run(move |connection| journal::history(connection, limit))
    }

    /// A setting; it is no part of the plan and has no history.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let key = key.to_owned();
        self.worker
            .run(move |connection| journal::setting(connection, &key))
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.worker
            .run(move |connection| journal::set_setting(connection, &key, &value))
    }
}
