//! Day sheets: looked at, saved, printed.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use deroule_app::model::SessionId;
use deroule_app::{Problem, SheetOptions, SheetPreview, ignore_failure};
use tauri::{AppHandle, Emitter, Manager, State, WebviewWindow};

use super::{ask_where, off_main, save};
#[cfg(not(target_os = "linux"))]
use crate::internal_error::internal;

#[tauri::command]
pub async fn sheet_preview(
    handle: AppHandle,
    sessions: Vec<SessionId>,
    options: SheetOptions,
) -> Result<SheetPreview, Problem> {
    off_main(&handle, move |app| app.sheet_preview(&sessions, options)).await
}

/// Whether the sheets that are being saved are no longer wanted.
#[derive(Default)]
pub struct SaveCancelled(AtomicBool);

/// Cancels the saving of sheets. Nothing is written then.
#[tauri::command]
pub fn cancel_sheet(cancelled: State<'_, SaveCancelled>) {
    cancelled.0.store(true, Ordering::Relaxed);
}

/// Saves sheets as a PDF; `None` when the organiser cancelled it. Emits `saving-progress` meanwhile.
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
    let cancelled = window.state::<SaveCancelled>();
    cancelled.0.store(false, Ordering::Relaxed);
    let listener = window.clone();
    let saved = save(window.app_handle(), path, move |app| {
        let cancelled = listener.state::<SaveCancelled>();
        let sheet = app.sheet_pdf_with_progress(&sessions, options, &mut |progress| {
            let heard = listener.emit("saving-progress", progress);
            ignore_failure(
                heard.map_err(|_| "the window is closing"),
                "show the progress of saving",
            );
            match cancelled.0.load(Ordering::Relaxed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        })?;
        app.note_exported(&sessions)?;
        Ok(sheet.pdf)
    });
    match saved.await {
        Err(problem) if problem.code == "problem-cancelled" => Ok(None),
        saved => saved,
    }
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
