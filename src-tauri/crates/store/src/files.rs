//! The files that a connection has open, and whether they are still the ones at the path.

use std::path::Path;
use std::time::Duration;
use std::{io, thread};

use crate::connection::open_immutable_part;
use crate::error::{Loss, StoreError, unreachable};
use crate::identity::{self, FileId, Stamp, with_suffix};
use crate::schema::APPLICATION_ID;
use crate::wal::Mark;

/// The files that a connection has open, in their last known state.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) main: FileId,
    log: FileId,
    stamp: Stamp,
    mark: Mark,
}

impl Files {
    pub(crate) fn at(path: &Path) -> io::Result<Self> {
        let (main, stamp) = identity::identify(path)?;
        let (log, _) = identity::identify(&with_suffix(path, "-wal"))?;
        Ok(Self {
            main,
            log,
            stamp,
            mark: Mark::default(),
        })
    }

    /// Records the current state of the file. Called right after opening it.
    pub(crate) fn see(&mut self, path: &Path) -> Result<(), StoreError> {
        let (_, stamp) = identity::identify(path).map_err(unreachable(path))?;
        self.mark = Mark::of(&open_immutable_part(path)?)?;
        self.stamp = stamp;
        Ok(())
    }

    /// Whether the files at the path are still the ones that are open. Costs two calls of `stat`.
    pub(crate) fn are_at(&self, path: &Path) -> Result<Stamp, Loss> {
        let (main, stamp) = identity::identify(path).map_err(|_| Loss::Missing)?;
        if main != self.main {
            return Err(Loss::Replaced);
        }
        let log = identity::identify(&with_suffix(path, "-wal"));
        match log {
            Ok((log, _)) if log == self.log => Ok(stamp),
            _ => Err(Loss::LogMissing),
        }
    }

    /// Whether the file still has what its writers wrote. Only a checkpoint may have changed its bytes: then it
    /// is the same store, no older than before, and no newer than `current`.
    pub(crate) fn hold(
        &mut self,
        path: &Path,
        stamp: Stamp,
        current: impl Fn() -> Result<Mark, StoreError>,
    ) -> Result<(), Loss> {
        if stamp == self.stamp {
            return Ok(());
        }
        let mark = (0..MAX_READS).find_map(|attempt| {
            if attempt > 0 {
                thread::sleep(RETRY_DELAY);
            }
            // The order matters: the file's mark was current before `current` is read.
            let mark = own_mark(path)?;
            let current = current().ok()?;
            let epochs = [&self.mark.epoch, &current.epoch, &current.epoch_before];
            // A store that takes over the history of a copy takes over its id too.
            let is_ours = [&self.mark.store, &current.store].contains(&&mark.store)
                && epochs.contains(&&mark.epoch)
                && (self.mark.number..=current.number).contains(&mark.number);
            is_ours.then_some(mark)
        });
        self.mark = mark.ok_or(Loss::Overwritten)?;
        self.stamp = stamp;
        Ok(())
    }
}

/// The number of reads of a file whose checkpoint may be running, and the time between them.
const MAX_READS: usize = 4;
const RETRY_DELAY: Duration = Duration::from_millis(25);

/// The mark of the file without its log. `None` if it is not a store.
fn own_mark(path: &Path) -> Option<Mark> {
    let connection = open_immutable_part(path).ok()?;
    let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    (id.ok()? == APPLICATION_ID).then(|| Mark::of(&connection).ok())?
}
