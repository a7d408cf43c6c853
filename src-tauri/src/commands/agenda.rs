//! Calendar files.

use std::path::PathBuf;

use deroule_app::model::ProgrammeId;
use deroule_app::{CalendarOptions, CalendarPreview, Problem};
use tauri::{AppHandle, Manager, WebviewWindow};

use super::{ask_where, off_main, save};

#[tauri::command]
pub async fn calendar(
    handle: AppHandle,
    programme: ProgrammeId,
    options: CalendarOptions,
) -> Result<CalendarPreview, Problem> {
    off_main(&handle, move |app| app.calendar(programme, &options)).await
}

#[tauri::command]
pub async fn save_calendar(
    window: WebviewWindow,
    programme: ProgrammeId,
    options: CalendarOptions,
    title: String,
) -> Result<Option<PathBuf>, Problem> {
    let dialog = "dialog-save-calendar";
    let Some(path) = ask_where(&window, dialog, "iCalendar", &title, &["ics"]).await? else {
        return Ok(None);
    };
    save(window.app_handle(), path, move |app| {
        let calendar = app.calendar(programme, &options)?.into_file()?;
        app.note_calendar(programme, &options)?;
        Ok(calendar.into_bytes())
    })
    .await
}
