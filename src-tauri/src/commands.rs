//! What the window may ask for, one file for each area. Each command hands its arguments to a use case
//! and its answer back; nothing is decided here.

pub mod agenda;
pub mod importing;
pub mod print;
pub mod programme;
pub mod store;
pub mod window;

use std::path::PathBuf;

use crate::internal_error::internal;
use deroule_app::export::{file_name, write_file};
use deroule_app::{App, Problem};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::allowed_files::AllowedFiles;
use crate::dialogs::{FileDialog, choose_file};
use crate::startup::Startup;

/// Runs a use case off the main thread, so that the window goes on painting.
pub async fn off_main<R: Runtime, T: Send + 'static>(
    handle: &AppHandle<R>,
    work: impl FnOnce(&App) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let handle = handle.clone();
    let task = tauri::async_runtime::spawn_blocking(move || work(handle.state::<Startup>().app()?));
    let answer = task.await.unwrap_or_else(|error| Err(internal(&error)));
    answer.inspect_err(|problem| tracing::debug!(code = problem.code, "answered with a problem"))
}

/// Asks where to save a file; `None` when the organiser thought better of it.
async fn ask_where(
    window: &WebviewWindow,
    dialog: &'static str,
    kind: &'static str,
    title: &str,
    extensions: &'static [&'static str; 1],
) -> Result<Option<PathBuf>, Problem> {
    let [extension] = extensions;
    let dialog = FileDialog {
        title: dialog,
        kind,
        extensions,
        save_as: Some(file_name(title, extension)),
    };
    choose_file(window, dialog).await
}

/// Writes what a use case makes to a file, whole or not at all, and answers where it is.
async fn save<R: Runtime>(
    handle: &AppHandle<R>,
    path: PathBuf,
    make: impl FnOnce(&App) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Option<PathBuf>, Problem> {
    let written = path.clone();
    off_main(handle, move |app| write_file(&written, &make(app)?)).await?;
    handle.state::<AllowedFiles>().save(&path);
    Ok(Some(path))
}
