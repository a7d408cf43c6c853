//! Reading a page: chosen, dropped or pasted.

use std::path::PathBuf;

use deroule_app::model::{Message, SlotSpec};
use deroule_app::{App, EditResult, ImportPreview, ImportRequest, Problem, ReadLines, Scope};
use serde::Serialize;
use tauri::{AppHandle, Manager, WebviewWindow};

use super::off_main;
use crate::allowed_files::AllowedFiles;
use crate::dialogs::{FileDialog, choose_file};

/// A page as it was read.
#[derive(Serialize)]
pub struct Page {
    name: String,
    path: PathBuf,
    text: String,
}

#[tauri::command]
pub async fn choose_page(window: WebviewWindow) -> Result<Option<Page>, Problem> {
    let dialog = FileDialog {
        title: "dialog-open-page",
        kind: "Markdown",
        extensions: &["md", "markdown", "txt"],
        save_as: None,
    };
    match choose_file(&window, dialog).await? {
        Some(path) => read(window.app_handle(), path).await.map(Some),
        None => Ok(None),
    }
}

/// Reads a page that was dropped on the window.
#[tauri::command]
pub async fn read_page(handle: AppHandle, path: PathBuf) -> Result<Page, Problem> {
    if !handle.state::<AllowedFiles>().is_dropped(&path) {
        return Err(Problem::new(Message::new("problem-missing")));
    }
    read(&handle, path).await
}

async fn read(handle: &AppHandle, path: PathBuf) -> Result<Page, Problem> {
    off_main(handle, move |_| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Ok(Page {
            name: name.unwrap_or_default(),
            text: App::read_page(&path)?,
            path,
        })
    })
    .await
}

#[tauri::command(async)]
pub fn read_lines(text: String) -> Result<ReadLines, Problem> {
    App::read_lines(&text)
}

/// Parses slots that the window copied.
#[tauri::command(async)]
pub fn copied_slots(text: String) -> Result<Vec<SlotSpec>, Problem> {
    App::copied_slots(&text)
}

#[tauri::command]
pub async fn preview_import(
    handle: AppHandle,
    request: ImportRequest,
) -> Result<ImportPreview, Problem> {
    off_main(&handle, move |app| {
        Ok(app.preview_import(&request)?.shortened())
    })
    .await
}

#[tauri::command]
pub async fn import(
    handle: AppHandle,
    request: ImportRequest,
    watch: Scope,
) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| Ok(app.import(&request, watch)?.0)).await
}
