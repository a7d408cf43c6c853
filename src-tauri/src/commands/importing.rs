//! Reading a page: chosen, dropped or pasted.

use std::path::PathBuf;

use deroule_app::plan::{Message, ProgrammeId};
use deroule_app::{App, ImportPreview, Problem, ReadLines, Target};
use serde::Serialize;
use tauri::{AppHandle, Manager, WebviewWindow};

use super::off_main;
use crate::dialogs::{FileDialog, choose_file};
use crate::pointed::Pointed;

/// A page as it was read.
#[derive(Serialize)]
pub struct Page {
    name: String,
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
    if !handle.state::<Pointed>().is_dropped(&path) {
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
        })
    })
    .await
}

#[tauri::command(async)]
pub fn read_lines(text: String) -> Result<ReadLines, Problem> {
    App::read_lines(&text)
}

#[tauri::command]
pub async fn preview_import(
    handle: AppHandle,
    page: String,
    year: Option<i32>,
    into: Option<ProgrammeId>,
) -> Result<ImportPreview, Problem> {
    let target = into.map_or(Target::SameTitle, Target::Programme);
    off_main(&handle, move |app| app.preview_import(&page, year, target)).await
}
