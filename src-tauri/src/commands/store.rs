//! The store itself: whether changes can be saved, its copies, and where else the plan can go.

use std::path::{Path, PathBuf};

use deroule_app::export::file_name;
use deroule_app::model::Message;
use deroule_app::{CopyInfo, EditResult, Problem, Scope, StoreHealth};
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager, WebviewWindow};
use tauri_plugin_opener::OpenerExt;

use super::off_main;
use crate::dialogs::{FileDialog, choose_file};
use crate::internal_error::internal;

/// Whether changes can be saved, and what happened to the store since it was opened.
#[derive(Serialize)]
pub struct StoreState {
    health: StoreHealth,
    warnings: Vec<Message>,
}

#[tauri::command]
pub async fn store_state(handle: AppHandle) -> Result<StoreState, Problem> {
    off_main(&handle, |app| {
        Ok(StoreState {
            health: app.health(),
            warnings: app.warnings(),
        })
    })
    .await
}

#[tauri::command]
pub async fn copies(handle: AppHandle) -> Result<Vec<CopyInfo>, Problem> {
    off_main(&handle, |app| app.copies()).await
}

#[tauri::command]
pub async fn restore_copy(
    handle: AppHandle,
    name: String,
    watch: Scope,
) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.restore_copy(&name, watch)).await
}

/// Asks where to save the plan as a new store, and saves it there; `None` when the dialog was cancelled.
#[tauri::command]
pub async fn save_elsewhere(window: WebviewWindow) -> Result<Option<PathBuf>, Problem> {
    let store = off_main(window.app_handle(), |app| Ok(app.path())).await?;
    let name = store.file_name().unwrap_or_default().to_string_lossy();
    let dialog = FileDialog {
        title: "dialog-save-elsewhere",
        kind: "Déroulé",
        extensions: &["deroule"],
        save_as: Some(file_name(&name, "deroule")),
    };
    let Some(path) = choose_file(&window, dialog).await? else {
        return Ok(None);
    };
    let saved = path.clone();
    off_main(window.app_handle(), move |app| app.save_elsewhere(&path)).await?;
    Ok(Some(saved))
}

/// Shows the store, one of its copies, or what was rescued, in its folder.
#[tauri::command]
pub async fn show_file(handle: AppHandle, path: PathBuf) -> Result<(), Problem> {
    let asked = path.clone();
    let is_ours = off_main(&handle, move |app| Ok(belongs_to_store(app, &asked))).await?;
    if !is_ours {
        return Err(Problem::new(Message::new("problem-missing")));
    }
    let shown = spawn_blocking(move || {
        let opener = handle.opener();
        // Where no file manager can show a file among the others, its folder is opened.
        opener.reveal_item_in_dir(&path).or_else(|_| {
            let folder = path.parent().unwrap_or(&path).to_string_lossy();
            opener.open_path(folder, None::<String>)
        })
    });
    let shown = shown.await.map_err(|error| internal(&error))?;
    shown.map_err(|error| internal(&error))
}

/// Whether a path is the store's, a copy's or that of what was rescued beside it.
fn belongs_to_store(app: &deroule_app::App, path: &Path) -> bool {
    let rescue = match app.health() {
        StoreHealth::Lost { rescue, .. } => rescue,
        _ => None,
    };
    let copies = app.copies().unwrap_or_default();
    let mut ours = copies.into_iter().map(|copy| copy.path).chain(rescue);
    path == app.path() || ours.any(|one| one == path)
}
