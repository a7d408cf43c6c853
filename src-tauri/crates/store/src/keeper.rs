//! Keeps one store open. Checks before each write that the file at its path is the one that is open.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::connection::{self, close_without_checkpoint};
use crate::copies;
use crate::error::{Loss, StoreError};
use crate::file::{self, Opened};
use crate::files::Files;
use crate::identity::{self, Claim};
use crate::ignored::{LogReason, ignore_failure};
use crate::loaded::Loaded;
use crate::rescue::{self, Rescued};
use crate::wal::Mark;

pub(crate) struct Keeper {
    path: PathBuf,
    file_state: FileState,
    /// Whether the log has writes that the file does not have yet.
    is_dirty: bool,
    /// Whether this run has set its epoch.
    has_epoch: bool,
    _claim: Claim,
}

enum FileState {
    Open(Connection, Files),
    /// Closed for a moment; the files and the mark at that time.
    Paused(Files, Mark),
    /// The file at the path is no longer the one that was open.
    Lost(Loss),
    Closed,
}

impl Keeper {
    pub(crate) fn new(path: PathBuf, claim: Claim, opened: Opened) -> Self {
        Self {
            is_dirty: file::has_log(&path),
            path,
            file_state: FileState::Open(opened.connection, opened.files),
            has_epoch: false,
            _claim: claim,
        }
    }

    /// Reads. The path is not checked: a read may give a state of a moment ago.
    pub(crate) fn read<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let path = self.path.clone();
        let (connection, _) = self.open()?;
        match work(connection).map_err(|error| error.at(&path)) {
            // The file is damaged, or another program overwrote it.
            Err(damaged @ StoreError::Damaged { .. }) => {
                self.verify_content()?;
                Err(damaged)
            }
            read => read,
        }
    }

    /// Checks that the files at the path are those that are open.
    pub(crate) fn check_file(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        let (_, files) = self.open()?;
        files.are_at(&path).map(drop).map_err(lost(&path))
    }

    /// Writes, if the file at the path is the one that is open and its content is the expected one.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let path = self.path.clone();
        self.verify_content()?;
        self.draw_epoch()?;
        let (connection, files) = self.open()?;
        let written = work(connection).map_err(|error| error.at(&path))?;
        // An acknowledged write must be in the file at the path.
        files.are_at(&path).map_err(lost(&path))?;
        self.is_dirty = true;
        Ok(written)
    }

    fn open(&mut self) -> Result<(&mut Connection, &mut Files), StoreError> {
        match &mut self.file_state {
            FileState::Open(connection, files) => Ok((connection, files)),
            FileState::Paused(..) => Err(StoreError::Paused),
            FileState::Lost(loss) => Err(lost(&self.path)(*loss)),
            FileState::Closed => Err(StoreError::Closed),
        }
    }

    fn verify_content(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        let (connection, files) = self.open()?;
        let stamp = files.are_at(&path).map_err(lost(&path))?;
        let current = || Ok(Mark::of(connection)?);
        files.hold(&path, stamp, current).map_err(lost(&path))
    }

    /// Sets a new epoch before the first write of a run. No earlier copy has this epoch, so later writes are
    /// never taken for those of a copy. If the log is in use, the epoch is that of another run and stays.
    fn draw_epoch(&mut self) -> Result<(), StoreError> {
        if self.has_epoch {
            return Ok(());
        }
        let path = self.path.clone();
        let (connection, _) = self.open()?;
        file::renew_epoch(connection, &path).map_err(|error| error.at(&path))?;
        self.has_epoch = true;
        Ok(())
    }

    /// Checkpoints an idle store. If another process reads, it is done later.
    pub(crate) fn checkpoint_when_idle(&mut self) {
        if !self.is_dirty || self.verify_content().is_err() {
            return;
        }
        if let FileState::Open(connection, _) = &self.file_state {
            self.is_dirty = checkpoint_within(Duration::ZERO, connection).is_err();
        }
    }

    /// Writes the whole log into the file.
    pub(crate) fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.verify_content()?;
        let path = self.path.clone();
        let (connection, _) = self.open()?;
        connection::checkpoint(connection).map_err(|error| error.at(&path))?;
        self.is_dirty = false;
        Ok(())
    }

    /// Checkpoints and closes the file for a moment, so that other code in this process may open and close it.
    pub(crate) fn pause(&mut self) -> Result<(), StoreError> {
        if let FileState::Paused(..) = self.file_state {
            return Ok(());
        }
        self.verify_content()?;
        // If another process has the file open, that process keeps the log.
        if let FileState::Open(connection, _) = &self.file_state {
            ignore_failure(
                checkpoint_within(Duration::ZERO, connection),
                "bring the log into the file before a pause",
            );
        }
        let mark = self.read(|connection| Ok(Mark::of(connection)?))?;
        if let FileState::Open(connection, files) =
            std::mem::replace(&mut self.file_state, FileState::Closed)
        {
            drop(connection);
            self.file_state = FileState::Paused(files, mark);
        }
        Ok(())
    }

    /// Opens the file again after a pause, if it is the same store and not older.
    pub(crate) fn resume(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let FileState::Paused(files, mark) = &self.file_state else {
            return Ok(());
        };
        let identified = identity::identify(&self.path);
        let loss = match identified {
            Err(_) => Some(Loss::Missing),
            Ok((main, _)) if main != files.main => Some(Loss::Replaced),
            Ok(_) => None,
        };
        if let Some(loss) = loss {
            self.file_state = FileState::Lost(loss);
            return Err(lost(&self.path)(loss));
        }
        let mark = mark.clone();
        let opened = match file::open(&self.path, now) {
            Ok(opened) => opened,
            Err(StoreError::Damaged { .. } | StoreError::NotAStore(_)) => {
                self.file_state = FileState::Lost(Loss::Overwritten);
                return Err(lost(&self.path)(Loss::Overwritten));
            }
            Err(other) => return Err(other),
        };
        let current = Mark::of(&opened.connection)?;
        if current.store != mark.store || current.number < mark.number {
            close_without_checkpoint(opened.connection);
            self.file_state = FileState::Lost(Loss::Overwritten);
            return Err(lost(&self.path)(Loss::Overwritten));
        }
        self.file_state = FileState::Open(opened.connection, opened.files);
        self.is_dirty = file::has_log(&self.path);
        Ok(())
    }

    /// Writes a rescue file, then opens the file now at the path, if it is sound.
    pub(crate) fn rescue(&mut self, state: &Loaded, now: DateTime<Utc>) -> Rescued {
        let file_state = std::mem::replace(&mut self.file_state, FileState::Lost(Loss::Missing));
        let (connection, loss) = match file_state {
            FileState::Open(connection, files) => {
                let loss = files.are_at(&self.path).err();
                (Some(connection), loss.unwrap_or(Loss::Overwritten))
            }
            FileState::Lost(loss) => (None, loss),
            FileState::Paused(..) | FileState::Closed => (None, Loss::Missing),
        };
        let file = rescue::write(&self.path, connection.as_ref(), state, now)
            .inspect_err(|error| tracing::warn!(reason = error.log_reason(), "no rescue file"))
            .ok();
        // SQLite shares locks and logs among the connections of a process, so the old one is closed first.
        if let Some(connection) = connection {
            close_without_checkpoint(connection);
        }
        self.file_state = FileState::Lost(loss);
        Rescued {
            file,
            is_open: self.reopen(now),
        }
    }

    /// Opens the file now at the path, if it is sound. Returns whether the store is open.
    pub(crate) fn reopen(&mut self, now: DateTime<Utc>) -> bool {
        if let FileState::Lost(_) = self.file_state
            && self.path.exists()
            && let Ok(opened) = file::open(&self.path, now)
        {
            self.file_state = FileState::Open(opened.connection, opened.files);
            self.is_dirty = file::has_log(&self.path);
            self.has_epoch = false;
        }
        matches!(self.file_state, FileState::Open(..))
    }

    /// Checkpoints and closes the file for good.
    pub(crate) fn close(&mut self) -> Result<(), StoreError> {
        let verified = match &self.file_state {
            FileState::Open(..) => self.verify_content(),
            _ => Ok(()),
        };
        let path = self.path.clone();
        let file_state = std::mem::replace(&mut self.file_state, FileState::Closed);
        match (file_state, verified) {
            (FileState::Open(connection, _), Ok(())) => {
                let checkpointed = if self.is_dirty {
                    checkpoint_within(CLOSE_PATIENCE, &connection)
                } else {
                    Ok(())
                };
                drop(connection);
                checkpointed.map_err(|error| error.at(&path))
            }
            (FileState::Open(connection, files), Err(error)) => {
                // Nothing may be written into a foreign file. The connection stays open for a rescue.
                self.file_state = FileState::Open(connection, files);
                Err(error)
            }
            (FileState::Lost(loss), _) => {
                self.file_state = FileState::Lost(loss);
                Err(lost(&path)(loss))
            }
            (FileState::Paused(..) | FileState::Closed, _) => Ok(()),
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        let file_state = std::mem::replace(&mut self.file_state, FileState::Closed);
        // The store is still open only if its file is missing.
        if let FileState::Open(connection, _) = file_state {
            if self.is_dirty
                && let Ok(state) = copies::load_all(&connection)
            {
                let rescued = rescue::write(&self.path, Some(&connection), &state, Utc::now());
                ignore_failure(rescued, "rescue a store that was not closed");
            }
            close_without_checkpoint(connection);
        }
    }
}

/// How long other processes are waited for when the store is closed.
const CLOSE_PATIENCE: Duration = Duration::from_secs(2);

fn checkpoint_within(patience: Duration, connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(patience)?;
    let done = connection::checkpoint(connection);
    connection.busy_timeout(connection::PATIENCE)?;
    done
}

fn lost(path: &Path) -> impl Fn(Loss) -> StoreError {
    |loss| StoreError::Lost {
        path: path.to_owned(),
        loss,
    }
}
