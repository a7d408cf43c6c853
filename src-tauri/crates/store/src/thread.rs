//! The thread that owns the connection: work is sent to it and its answer waited for.

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::JoinHandle;

use rusqlite::Connection;

use crate::StoreError;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Sends work to the thread.
#[derive(Clone)]
pub(crate) struct Worker {
    thread: Arc<Thread>,
}

/// The thread's queue and its handle. The last one to let go waits until the file is closed: only then
/// is all of it in one file, which can be copied.
struct Thread {
    jobs: Option<Sender<Job>>,
    handle: Option<JoinHandle<()>>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        // Without a sender the queue ends, and the thread with it.
        self.jobs = None;
        if let Some(handle) = self.handle.take() {
            let _panicked = handle.join();
        }
    }
}

impl Worker {
    pub(crate) fn start(mut connection: Connection) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let handle = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || queue.iter().for_each(|job| job(&mut connection)))
            .map_err(|_| StoreError::Closed)?;
        let thread = Arc::new(Thread {
            jobs: Some(jobs),
            handle: Some(handle),
        });
        Ok(Self { thread })
    }

    /// Runs `work` on the connection and waits for what it comes to.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = mpsc::sync_channel(1);
        let job = Box::new(move |connection: &mut Connection| {
            // Who asked may be gone; then nobody wants the answer.
            let _unheard = answer.send(work(connection));
        });
        let jobs = self.thread.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(job).map_err(|_| StoreError::Closed)?;
        answered.recv().map_err(|_| StoreError::Closed)?
    }
}
