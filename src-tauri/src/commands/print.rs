//! Day sheets: looked at, saved, printed.

use std::path::PathBuf;

use deroule_app::plan::SessionId;
use deroule_app::{Problem, SheetOptions, SheetPreview};
use tauri::{AppHandle, Manager, WebviewWindow};

#[cfg(not(target_os = "linux"))]
use super::internal;
use super::{ask_where, off_main, save};

#[tauri::command]
pub async fn sheet_preview(
    handle: AppHandle,
    sessions: Vec<SessionId>,
    options: SheetOptions,
) -> Result<SheetPreview, Problem> {
    off_main(&handle, move |app| app.sheet_preview(&sessions, options)).await
}

#[tauri::command]
pub async fn save_sheet(
    window: WebviewWindow,
    sessions: Vec<SessionId>,
    options: SheetOptions,
    title: String,
) -> Result<Option<PathBuf>, Problem> {
    let dialog = "dialog-save-sheet";
    let Some(path) = ask_where(&window, dialog, "PDF", &title, &["pdf"]).await? else {
        return Ok(None);
    };
    save(window.app_handle(), path, move |app| {
        let pages = app.sheet_pdf(&sessions, options)?.pdf;
        app.note_exported(&sessions)?;
        Ok(pages)
    })
    .await
}

/// Opens the system's print dialog on the pages the window shows.
#[tauri::command]
pub async fn print_page(
    window: WebviewWindow,
    sessions: Vec<SessionId>,
    options: SheetOptions,
    title: String,
) -> Result<(), Problem> {
    #[cfg(target_os = "linux")]
    {
        let pdf = off_main(window.app_handle(), move |app| {
            Ok(app.sheet_pdf(&sessions, options)?.pdf)
        });
        crate::dialogs::print(&window, &title, pdf).await
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _prints_what_it_shows = (sessions, options, title);
        window.print().map_err(|error| internal(&error))
    }
}
