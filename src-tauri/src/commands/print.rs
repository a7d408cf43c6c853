//! Day sheets: looked at, saved, printed.

use std::path::PathBuf;

use deroule_app::plan::SessionId;
use deroule_app::{Language, Problem, SheetForm};
use tauri::{AppHandle, WebviewWindow};

use super::{ask_where, internal, off_main, save};

#[tauri::command]
pub async fn sheet_preview(
    handle: AppHandle,
    sessions: Vec<SessionId>,
    form: SheetForm,
    language: Language,
) -> Result<Vec<String>, Problem> {
    off_main(&handle, move |app| {
        app.sheet_preview(&sessions, form, language)
    })
    .await
}

#[tauri::command]
pub async fn save_sheet(
    handle: AppHandle,
    sessions: Vec<SessionId>,
    form: SheetForm,
    language: Language,
    suggested_name: String,
) -> Result<Option<PathBuf>, Problem> {
    let Some(path) = ask_where(&handle, &suggested_name, "PDF", "pdf").await else {
        return Ok(None);
    };
    save(&handle, path, move |app| {
        app.sheet_pdf(&sessions, form, language)
    })
    .await
}

/// Opens the system's print dialog on the pages the window shows.
#[tauri::command]
pub fn print_page(window: WebviewWindow) -> Result<(), Problem> {
    #[cfg(target_os = "linux")]
    let opened = window.with_webview(|webview| crate::printing::ask(&webview));
    #[cfg(not(target_os = "linux"))]
    let opened = window.print();
    opened.map_err(|error| internal(&error))
}
