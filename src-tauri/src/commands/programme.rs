//! The state of the window, and every change to it.

use deroule_app::edit::{Edit, Shift};
use deroule_app::model::ProgrammeId;
use deroule_app::view::{Findings, SessionView};
use deroule_app::{
    CopyPreview, EditResult, HistoryEntry, Language, LogEntry, Preview, Problem, Scope, Snapshot,
};
use tauri::{AppHandle, Manager};

use super::off_main;
use crate::startup::Startup;

#[tauri::command]
pub async fn snapshot(handle: AppHandle, watch: Scope) -> Result<Snapshot, Problem> {
    let startup = handle.state::<Startup>().inner().clone();
    off_main(&handle, move |app| {
        let snapshot = startup.snapshot(watch)?;
        // What is shown is there even where nothing can be written.
        if let Some(programme) = watch.programme {
            let remembered = app.remember_open(programme).map_err(|_| "refused");
            deroule_app::ignore_failure(remembered, "remember the open programme");
        }
        Ok(snapshot)
    })
    .await
}

#[tauri::command]
pub async fn revision(handle: AppHandle) -> Result<u64, Problem> {
    off_main(&handle, |app| app.revision()).await
}

#[tauri::command]
pub async fn orders(
    handle: AppHandle,
    programme: ProgrammeId,
) -> Result<Vec<SessionView>, Problem> {
    off_main(&handle, move |app| app.orders(programme)).await
}

#[tauri::command]
pub async fn findings(handle: AppHandle, programme: ProgrammeId) -> Result<Findings, Problem> {
    off_main(&handle, move |app| app.findings(programme)).await
}

#[tauri::command]
pub async fn copy_preview(
    handle: AppHandle,
    programme: ProgrammeId,
    shift: Shift,
) -> Result<CopyPreview, Problem> {
    off_main(&handle, move |app| app.copy_preview(programme, shift)).await
}

#[tauri::command]
pub async fn apply(handle: AppHandle, edit: Edit, watch: Scope) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.apply(&edit, watch)).await
}

#[tauri::command]
pub async fn previews(
    handle: AppHandle,
    edits: Vec<Edit>,
    watch: Scope,
) -> Result<Vec<Option<Preview>>, Problem> {
    off_main(&handle, move |app| Ok(app.previews(&edits, watch))).await
}

#[tauri::command]
pub async fn undo(handle: AppHandle, watch: Scope) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.undo(watch)).await
}

#[tauri::command]
pub async fn redo(handle: AppHandle, watch: Scope) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.redo(watch)).await
}

#[tauri::command]
pub async fn history(handle: AppHandle, limit: usize) -> Result<Vec<HistoryEntry>, Problem> {
    off_main(&handle, move |app| app.history(limit)).await
}

#[tauri::command]
pub async fn log(
    handle: AppHandle,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<LogEntry>, Problem> {
    off_main(&handle, move |app| app.log(before, limit)).await
}

#[tauri::command]
pub async fn return_to(
    handle: AppHandle,
    number: i64,
    watch: Scope,
) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.return_to(number, watch)).await
}

#[tauri::command]
pub async fn add_sample(handle: AppHandle, language: Language) -> Result<EditResult, Problem> {
    off_main(&handle, move |app| app.add_sample(language)).await
}
