//! The thread that owns the connection. It receives work and sends the result back.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::check::Checks;
use crate::copies;
use crate::error::StoreError;
use crate::file::Opened;
use crate::identity::Claim;
use crate::ignored::ignore_failure;
use crate::keeper::Keeper;

type Job = Box<dyn FnOnce(&mut Keeper) + Send>;

/// The time without work after which the store is checkpointed.
const IDLE: Duration = Duration::from_secs(2);

/// Sends work to the thread.
#[derive(Clone)]
pub(crate) struct Worker {
    thread: Arc<Thread>,
}

/// The thread's queue and handle. Dropping the last one waits until the file is closed. Only then is everything
/// in one file that can be copied.
struct Thread {
    checks: Arc<Checks>,
    jobs: Option<Sender<Job>>,
    handle: Option<JoinHandle<()>>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.checks.end();
        // Without a sender, the queue ends, and the thread with it.
        self.jobs = None;
        if let Some(handle) = self.handle.take() {
            ignore_failure(handle.join(), "wait for the thread of the store");
        }
    }
}

impl Worker {
    pub(crate) fn start(path: PathBuf, claim: Claim, opened: Opened) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let mut keeper = Keeper::new(path, claim, opened);
        let work = move || {
            loop {
                match queue.recv_timeout(IDLE) {
                    Ok(job) => job(&mut keeper),
                    Err(RecvTimeoutError::Timeout) => keeper.checkpoint_when_idle(),
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            // A caller that needs the result closes the store first.
            ignore_failure(keeper.close(), "close the store at the end of its thread");
        };
        let handle = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(work)
            .map_err(|_| StoreError::Closed)?;
        let thread = Arc::new(Thread {
            checks: Arc::default(),
            jobs: Some(jobs),
            handle: Some(handle),
        });
        Ok(Self { thread })
    }

    /// The checks that run on other threads.
    pub(crate) fn checks(&self) -> &Arc<Checks> {
        &self.thread.checks
    }

    /// Runs `work` on the thread and returns its result.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Keeper) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = mpsc::sync_channel(1);
        let job = Box::new(move |keeper: &mut Keeper| {
            // The caller may be gone; then the result is dropped.
            ignore_failure(answer.send(work(keeper)), "answer a request to the store");
        });
        let jobs = self.thread.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(job).map_err(|_| StoreError::Closed)?;
        let answer = answered.recv().map_err(|_| StoreError::Closed)?;
        answer.map_err(copies::with_newest_sound)
    }
}
