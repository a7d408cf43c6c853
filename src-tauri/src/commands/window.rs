//! The window itself.

use std::path::PathBuf;

use deroule_app::model::Message;
use deroule_app::{Language, Problem, system_language};
use serde::Serialize;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

use crate::allowed_files::AllowedFiles;
use crate::internal_error::internal;

/// What the page learns of where it runs.
#[derive(Serialize)]
pub struct Environment {
    language: Language,
}

impl Environment {
    /// Those of this process.
    pub fn here() -> Self {
        Self {
            language: system_language(),
        }
    }
}

/// The page is there: it learns where it runs.
#[tauri::command(async)]
pub fn ready() -> Environment {
    Environment::here()
}

/// Opens a file saved since the start in the program the system has for it.
#[tauri::command]
pub fn open_path(
    handle: AppHandle,
    allowed: State<'_, AllowedFiles>,
    path: PathBuf,
) -> Result<(), Problem> {
    if !allowed.is_saved(&path) {
        return Err(Problem::new(Message::new("problem-missing")));
    }
    let path = path.to_string_lossy().into_owned();
    handle
        .opener()
        .open_path(path, None::<String>)
        .map_err(|error| internal(&error))
}
