//! The store, let go of while a dialog of this process is open.

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use deroule_app::{Problem, ignore_failure};
use tauri::async_runtime::spawn_blocking;
use tauri::{Emitter, Manager, WebviewWindow};
use tokio::sync::oneshot::channel;
use tokio::time::sleep;

use crate::internal_error::internal;
use crate::startup::Startup;

/// How often it is looked whether a dialog still reads the folder it showed.
const PAUSE: Duration = Duration::from_millis(20);
/// How many times in a row nothing may be open before the store is opened again.
const QUIET: u32 = 5;
/// How many times it is looked at all: a file that stays open is none of the dialog's.
const MOST: u32 = 150;

/// Closes the store, waits for the dialog, and opens the store again.
pub async fn while_open<T>(
    window: &WebviewWindow,
    dialog: impl Future<Output = T>,
) -> Result<T, Problem> {
    let startup = window.state::<Startup>().inner().clone();
    let (paused, is_paused) = channel();
    // It goes, and the store is opened again, where nobody waits for the dialog any more.
    let (open, dialog_is_open) = channel::<()>();
    let pause = spawn_blocking(move || {
        let app = startup.app()?;
        let _paused = app.pause_store()?;
        let sent = paused.send(app.path());
        ignore_failure(
            sent.map_err(|_| "nobody waits"),
            "answer that the store is paused",
        );
        // Ends with an error once the dialog is closed: nothing is ever sent.
        let _closed = dialog_is_open.blocking_recv();
        Ok(())
    });
    let store = match is_paused.await {
        Ok(store) => store,
        // It could not be paused; the task says why.
        Err(error) => {
            pause.await.unwrap_or_else(|error| Err(internal(&error)))?;
            return Err(internal(&error));
        }
    };
    tell(window);
    let answer = dialog.await;
    quiet(&store).await;
    drop(open);
    let resumed = pause.await.unwrap_or_else(|error| Err(internal(&error)));
    tell(window);
    resumed.map(|()| answer)
}

/// Tells the page to ask how the store is.
fn tell(window: &WebviewWindow) {
    let heard = window.emit("store-changed", ());
    ignore_failure(
        heard.map_err(|_| "the window is closing"),
        "tell the page of the store",
    );
}

/// Waits until this process has none of the store's files open: the threads of a dialog that is gone
/// may still read what it showed.
async fn quiet(store: &Path) {
    let mut clean = 0;
    for _ in 0..MOST {
        clean = if has_open(store) { 0 } else { clean + 1 };
        if clean == QUIET {
            return;
        }
        sleep(PAUSE).await;
    }
}

/// Whether this process has one of the store's files open.
fn has_open(store: &Path) -> bool {
    let identity = |path: PathBuf| {
        // Follows the link to the open file, and opens nothing.
        fs::metadata(path)
            .ok()
            .map(|there| (there.dev(), there.ino()))
    };
    let ends = ["", "-wal", "-shm"].into_iter();
    let files: HashSet<_> = ends
        .filter_map(|end| {
            let mut name = store.as_os_str().to_owned();
            name.push(end);
            identity(name.into())
        })
        .collect();
    let Ok(open) = fs::read_dir("/proc/self/fd") else {
        return false;
    };
    open.flatten()
        .filter_map(|entry| identity(entry.path()))
        .any(|one| files.contains(&one))
}
