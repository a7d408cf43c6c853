//! Dialogs for files and for printing. They run in another process where the desktop has a portal for them.
//!
//! A dialog of this process reads the files of the folder it shows. POSIX locks belong to the
//! process: closing any descriptor of a file drops them, and with them SQLite's hold on the store.
//! Where there is no portal, the store is therefore closed while the dialog is open.

mod file_dialog;
#[cfg(target_os = "linux")]
mod gtk_dialog;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod release;

use std::path::PathBuf;

use deroule_app::Problem;
use tauri::{Manager, WebviewWindow};
use tokio::sync::Mutex;

pub use file_dialog::FileDialog;

/// One dialog at a time: a key pressed twice opens one.
#[derive(Default)]
pub struct Turn(Mutex<()>);

/// Asks for a file; `None` when the dialog was cancelled, or another one is open.
pub async fn choose_file(
    window: &WebviewWindow,
    dialog: FileDialog,
) -> Result<Option<PathBuf>, Problem> {
    let turn = window.state::<Turn>();
    let Ok(_turn) = turn.0.try_lock() else {
        return Ok(None);
    };
    #[cfg(target_os = "linux")]
    {
        use portal::{Answer, FILES, Portal};
        if let Some(portal) = Portal::find(FILES).await {
            match portal.choose_file(window, &dialog).await {
                Answer::Done(path) => return Ok(Some(path)),
                Answer::Cancelled => return Ok(None),
                Answer::Failed => {}
            }
        }
        release::while_open(window, gtk_dialog::choose_file(window, dialog)).await
    }
    #[cfg(not(target_os = "linux"))]
    Ok(choose_with_plugin(window, dialog).await)
}

/// Asks for a printer, and prints: `pdf` where there is a portal, what the window shows elsewhere.
#[cfg(target_os = "linux")]
pub async fn print(
    window: &WebviewWindow,
    title: &str,
    pdf: impl Future<Output = Result<Vec<u8>, Problem>>,
) -> Result<(), Problem> {
    use portal::{Answer, PRINTERS, Portal};
    let turn = window.state::<Turn>();
    let Ok(_turn) = turn.0.try_lock() else {
        return Ok(());
    };
    if let Some(portal) = Portal::find(PRINTERS).await {
        match portal.print(window, title, &pdf.await?).await {
            Answer::Done(()) | Answer::Cancelled => return Ok(()),
            Answer::Failed => {}
        }
    }
    release::while_open(window, crate::printing::print(window)).await?
}

/// A title in the system's language, which is the dialogs', too.
#[cfg(not(target_os = "linux"))]
async fn choose_with_plugin(window: &WebviewWindow, dialog: FileDialog) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let files = window.dialog().file().set_parent(window);
    let files = files.add_filter(dialog.kind, dialog.extensions);
    match dialog.save_as {
        Some(name) => files
            .set_file_name(name)
            .save_file(move |path| drop(answer.send(path))),
        None => files.pick_file(move |path| drop(answer.send(path))),
    }
    chosen.await.ok().flatten()?.into_path().ok()
}
