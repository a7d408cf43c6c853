//! The SQLite store of Déroulé: one file that has the rows, the log of every edit, and settings. It is an
//! application file format: recognised by its `application_id`, versioned by its `user_version`, and copied
//! before a migration.
//!
//! One thread owns the writing connection; a [`Store`] is a handle that sends it work.
//!
//! Locks on a file belong to the process, and closing *any* descriptor of the file drops them all. So nothing
//! in this process may open a store's file, or a companion of it, while the store is open. [`is_own`]
//! recognises such paths before they are opened, and [`Store::pause`] closes the store for code that can't be
//! kept from opening it.

mod check;
mod connection;
mod copies;
mod error;
mod file;
mod files;
mod identity;
mod ignored;
mod keeper;
mod loaded;
mod log;
mod names;
mod rescue;
mod rows;
mod schema;
mod settings;
mod thread;
mod unfinished;
mod wal;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use deroule_model::{Change, Message};
use thread::Worker;

pub use copies::{Content, Copy, copies};
pub use error::{Loss, Obstacle, StoreError};
pub use identity::is_own;
pub use ignored::{LogReason, ignore_failure, ignore_unless_gone};
pub use loaded::Loaded;
pub use log::{Entry, EntryHead, History, LogEntry, LogKind, Replayed};
pub use rescue::Rescued;
pub use unfinished::{is_gone, maker};

/// A handle on an open store. Clones share one connection, which closes with the last of them.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono::Utc;
/// use deroule_store::Store;
///
/// let folder = tempfile::tempdir()?;
/// let store = Store::open(&folder.path().join("plan.deroule"), Utc::now())?;
/// assert_eq!(store.load()?.revision, 0);
/// store.close()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Store {
    path: PathBuf,
    worker: Worker,
    warnings: Vec<Message>,
    device: String,
}

impl Store {
    /// Opens the store at `path`. Creates it and its folder if they are missing. An older store is copied, then
    /// migrated. A copy is made once a day (by `now`) as well. A write-ahead log of another file is moved
    /// aside.
    ///
    /// # Errors
    /// When the file is not a store, is of a newer version (it is left untouched then), or can't be
    /// read or written.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let (path, claim) = file::claim(path)?;
        let opened = file::open(&path, now).map_err(copies::with_newest_sound)?;
        let warnings = opened.warnings.clone();
        let worker = Worker::start(path.clone(), claim, opened)?;
        Ok(Self {
            path,
            worker,
            warnings,
            device: String::new(),
        })
    }

    /// The same store; its log entries name this device.
    #[must_use]
    pub fn on_device(self, device: String) -> Self {
        Self { device, ..self }
    }

    /// The path of the file, links resolved.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The warnings of opening: a daily copy that failed, a write-ahead log of another file.
    pub fn warnings(&self) -> &[Message] {
        &self.warnings
    }

    /// Loads all rows.
    ///
    /// # Errors
    /// When the file can't be read, or holds something that is not a row.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        self.worker.run(|keeper| {
            keeper.read(|connection| {
                let transaction = connection.transaction()?;
                copies::load_all(&transaction)
            })
        })
    }

    /// The number of writes so far, by this process or another.
    ///
    /// # Errors
    /// When the file can't be read; [`StoreError::Lost`] when it is no longer the one at the path.
    pub fn revision(&self) -> Result<u64, StoreError> {
        self.worker.run(|keeper| {
            keeper.check_file()?;
            keeper.read(|connection| Ok(log::revision(connection)?.0))
        })
    }

    /// Writes the changes of one edit and its log entry in one transaction. They are on disk when this returns.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the store is no longer at revision `expected`: load and plan the
    /// edit anew. [`StoreError::Lost`] when the file at the path is not the one that is open: see
    /// [`Store::rescue`]. Others when it can't be written.
    pub fn commit(
        &self,
        expected: u64,
        entry: &Entry,
        at: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let (entry, device) = (entry.clone(), self.device.clone());
        self.worker.run(move |keeper| {
            keeper.write(|connection| log::commit(connection, expected, &entry, &device, at))
        })
    }

    /// Undoes the last edit; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn undo(&self, expected: u64, at: DateTime<Utc>) -> Result<Option<Replayed>, StoreError> {
        let device = self.device.clone();
        self.worker.run(move |keeper| {
            keeper.write(|connection| log::step(connection, LogKind::Undo, expected, &device, at))
        })
    }

    /// Redoes the edit undone last; `None` when there is none.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn redo(&self, expected: u64, at: DateTime<Utc>) -> Result<Option<Replayed>, StoreError> {
        let device = self.device.clone();
        self.worker.run(move |keeper| {
            keeper.write(|connection| log::step(connection, LogKind::Redo, expected, &device, at))
        })
    }

    /// The last `limit` edits, and the next `limit` that can be redone.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn history(&self, limit: usize) -> Result<History, StoreError> {
        self.worker
            .run(move |keeper| keeper.read(|connection| log::history(connection, limit)))
    }

    /// The entries of the log before number `before`, or the last ones; newest first, at most `limit`.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn log(&self, before: Option<i64>, limit: usize) -> Result<Vec<LogEntry>, StoreError> {
        self.worker
            .run(move |keeper| keeper.read(|connection| log::entries(connection, before, limit)))
    }

    /// The changes that lead from the current rows back to those after entry `number` of the log, entry by
    /// entry; 0 is before the first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn changes_back_to(&self, number: i64) -> Result<Vec<Change>, StoreError> {
        self.worker
            .run(move |keeper| keeper.read(|connection| log::changes_back_to(connection, number)))
    }

    /// Reads a setting. Settings are not part of the plan and have no history.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let key = key.to_owned();
        self.worker
            .run(move |keeper| keeper.read(|connection| settings::setting(connection, &key)))
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.worker.run(move |keeper| {
            let key = key.as_str();
            if keeper.read(|connection| settings::setting(connection, key))? == Some(value.clone())
            {
                return Ok(());
            }
            keeper.write(|connection| settings::set_setting(connection, key, &value))
        })
    }

    /// Checkpoints: writes the whole log into the file.
    ///
    /// # Errors
    /// When another process keeps it from doing so, or as [`Store::commit`].
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.worker.run(keeper::Keeper::checkpoint)
    }

    /// Checkpoints and closes the file for good. Earlier requests are completed first; later ones fail with
    /// [`StoreError::Closed`].
    ///
    /// # Errors
    /// When the file is not whole although it is closed, because another process has it open too; as
    /// [`Store::commit`] when it is no longer the one at the path: it can be rescued then.
    pub fn close(&self) -> Result<(), StoreError> {
        self.worker.checks().end();
        self.worker.run(keeper::Keeper::close)
    }

    /// Closes the file for a moment. Until [`Store::resume`], every request fails with [`StoreError::Paused`].
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn pause(&self) -> Result<(), StoreError> {
        self.worker.checks().block();
        let paused = self.worker.run(keeper::Keeper::pause);
        if paused.is_err() {
            self.worker.checks().unblock();
        }
        paused
    }

    /// Opens the file again after a pause.
    ///
    /// # Errors
    /// [`StoreError::Lost`] when it is not the same store, or an older one.
    pub fn resume(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let resumed = self.worker.run(move |keeper| keeper.resume(now));
        self.worker.checks().unblock();
        resumed
    }

    /// Writes a rescue file with `state`, which the screen shows, after [`StoreError::Lost`]. Then opens the
    /// file now at the store's path, if it is sound.
    pub fn rescue(&self, state: &Loaded, now: DateTime<Utc>) -> Rescued {
        let state = state.clone();
        self.worker.checks().block();
        let rescued = self
            .worker
            .run(move |keeper| Ok(keeper.rescue(&state, now)));
        self.worker.checks().unblock();
        rescued.unwrap_or(Rescued {
            file: None,
            is_open: false,
        })
    }

    /// Checks the file's integrity on a thread of its own and passes the result to `then`. `then` is not called
    /// if the store is closed first.
    pub fn check_in_background(&self, then: impl FnOnce(Result<(), StoreError>) + Send + 'static) {
        let (path, checks) = (self.path.clone(), self.worker.checks().clone());
        let check = move || {
            if let Some(checked) = checks.run(&path) {
                then(checked.map_err(copies::with_newest_sound));
            }
        };
        // Without a thread there is no check, which harms nothing else.
        let started = std::thread::Builder::new()
            .name("check".to_owned())
            .spawn(check);
        ignore_failure(started, "start the check of the file");
    }

    /// Tries again to open the file at the path of a lost store. Returns whether it is open.
    pub fn reopen(&self, now: DateTime<Utc>) -> bool {
        self.worker
            .run(move |keeper| Ok(keeper.reopen(now)))
            .unwrap_or(false)
    }

    /// Makes a copy of the current state and returns its path.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn copy(&self, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        let path = self.path.clone();
        self.worker
            .run(move |keeper| keeper.read(|connection| copies::make(connection, &path, now)))
    }

    /// Loads the contents of a copy.
    ///
    /// # Errors
    /// When it is not sound, or of a newer version.
    pub fn read_copy(copy: &Path) -> Result<Loaded, StoreError> {
        copies::load_all(&copies::open_in_memory(copy)?)
    }

    /// Replaces all rows by those of the copy at `copy`, as one edit with the changes of `entry`. The revision
    /// continues from the higher of the two. A store that was never written takes over the copy's history too.
    ///
    /// # Errors
    /// As [`Store::commit`], and when the copy can't be read.
    pub fn restore(
        &self,
        expected: u64,
        entry: &Entry,
        copy: &Path,
        at: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let (entry, device) = (entry.clone(), self.device.clone());
        let copy = copies::open_in_memory(copy)?;
        self.worker.run(move |keeper| {
            keeper
                .write(|connection| log::restore(connection, expected, &entry, &copy, &device, at))
        })
    }
}

/// Writes a new store at `path` with the rows of `state`.
///
/// # Errors
/// When there is a file already, or it can't be written.
pub fn write_new(path: &Path, state: &Loaded) -> Result<(), StoreError> {
    let path = identity::resolve(path).map_err(error::unreachable(path))?;
    rescue::write_to(&path, None, state).map_err(|error| error.at(&path))
}
