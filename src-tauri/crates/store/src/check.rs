//! Checks the store's integrity in the background, on a connection of its own.
//!
//! The connection is SQLite's, in the same process: SQLite closes none of its descriptors while another of its
//! connections needs the locks. It must be closed before the store is, though. So a pause of the store
//! interrupts a check, and the check restarts afterwards.

use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle};

use crate::connection::read_only;
use crate::error::StoreError;
use crate::schema::check_connection;

/// The interval at which a check is interrupted again, until it stops.
const INTERRUPT_INTERVAL: Duration = Duration::from_millis(10);

/// The checks of one store.
#[derive(Default)]
pub(crate) struct Checks {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The number of callers that want the file closed.
    blocks: usize,
    /// Whether the store is closed for good.
    is_over: bool,
    /// The number of checks that have a connection open.
    running: usize,
    handles: Vec<InterruptHandle>,
}

impl Checks {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Interrupts the running checks and lets none start until [`Checks::unblock`].
    pub(crate) fn block(&self) {
        let mut state = self.state();
        state.blocks += 1;
        self.cut_off(state);
    }

    pub(crate) fn unblock(&self) {
        let mut state = self.state();
        state.blocks = state.blocks.saturating_sub(1);
        self.changed.notify_all();
    }

    /// Interrupts the checks for good.
    pub(crate) fn end(&self) {
        let mut state = self.state();
        state.is_over = true;
        self.cut_off(state);
    }

    fn cut_off(&self, mut state: MutexGuard<'_, State>) {
        self.changed.notify_all();
        while state.running > 0 {
            state.handles.iter().for_each(InterruptHandle::interrupt);
            // A check whose statement has not started ignores the interrupt, so it is sent again.
            let waited = self.changed.wait_timeout(state, INTERRUPT_INTERVAL);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Checks the store at `path`. `None` if the store was closed before the end.
    pub(crate) fn run(&self, path: &Path) -> Option<Result<(), StoreError>> {
        loop {
            let mut state = self.state();
            while state.blocks > 0 && !state.is_over {
                state = self
                    .changed
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner);
            }
            if state.is_over {
                return None;
            }
            let opened = read_only(path);
            if let Ok(connection) = &opened {
                state.running += 1;
                state.handles.push(connection.get_interrupt_handle());
            }
            drop(state);
            let checked = match opened {
                Ok(connection) => self.check(connection),
                Err(error) => Err(error),
            };
            if !is_interrupted(&checked) {
                return Some(checked.map_err(|error| error.at(path)));
            }
        }
    }

    fn check(&self, connection: Connection) -> Result<(), StoreError> {
        let checked = check_connection(&connection);
        // The connection is closed before `running` is lowered.
        drop(connection);
        let mut state = self.state();
        state.running = state.running.saturating_sub(1);
        if state.running == 0 {
            state.handles.clear();
        }
        self.changed.notify_all();
        checked
    }
}

fn is_interrupted(checked: &Result<(), StoreError>) -> bool {
    let interrupted = Some(rusqlite::ErrorCode::OperationInterrupted);
    matches!(checked, Err(StoreError::Sqlite(error)) if error.sqlite_error_code() == interrupted)
}
