//! Reading a page: chosen, dropped or pasted.

use std::path::PathBuf;

use deroule_app::plan::ProgrammeId;
use deroule_app::{App, ImportPreview, Problem, ReadLines, Target};
use serde::Serialize;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

use super::off_main;

/// A page as it was read.
#[derive(Serialize)]
pub struct Page {
    name: String,
    text: String,
}

#[tauri::command]
pub async fn choose_page(handle: AppHandle) -> Result<Option<Page>, Problem> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    handle
        .dialog()
        .file()
        .add_filter("Markdown", &["md", "markdown", "txt"])
        .pick_file(move |path| drop(answer.send(path)));
    match chosen
        .await
        .ok()
        .flatten()
        .and_then(|path| path.into_path().ok())
    {
        Some(path) => read_page(handle, path).await.map(Some),
        None => Ok(None),
    }
}

#[tauri::command]
pub async fn read_page(handle: AppHandle, path: PathBuf) -> Result<Page, Problem> {
    off_main(&handle, move |_| {
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

#[tauri::command]
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
