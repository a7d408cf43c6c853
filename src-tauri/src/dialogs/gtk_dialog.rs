//! GTK's own dialog for files, in this process.

use std::cell::RefCell;
use std::path::PathBuf;

use deroule_app::ignore_failure;
use gtk::prelude::{FileChooserExt, NativeDialogExt};
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
use tauri::WebviewWindow;
use tokio::sync::oneshot::{Sender, channel};

use super::file_dialog::FileDialog;

/// Opens the dialog over the window, and waits for its answer.
pub async fn choose_file(window: &WebviewWindow, dialog: FileDialog) -> Option<PathBuf> {
    let (answer, chosen) = channel();
    let over = window.clone();
    window
        .run_on_main_thread(move || open(&over, &dialog, answer))
        .ok()?;
    chosen.await.ok().flatten()
}

fn open(window: &WebviewWindow, dialog: &FileDialog, answer: Sender<Option<PathBuf>>) {
    let action = match dialog.save_as {
        Some(_) => FileChooserAction::Save,
        None => FileChooserAction::Open,
    };
    let parent = window.gtk_window().ok();
    let title = dialog.title();
    let chooser = FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
    chooser.set_modal(true);
    chooser.set_do_overwrite_confirmation(true);
    if let Some(name) = &dialog.save_as {
        chooser.set_current_name(name);
    }
    let filter = FileFilter::new();
    filter.set_name(Some(dialog.kind));
    for pattern in dialog.patterns() {
        filter.add_pattern(&pattern);
    }
    chooser.add_filter(filter);
    // Nobody else holds it while it is open.
    let held = RefCell::new(Some((answer, chooser.clone())));
    chooser.connect_response(move |chooser, response| {
        let Some((answer, _held)) = held.take() else {
            return;
        };
        let path = (response == ResponseType::Accept).then(|| chooser.filename());
        chooser.destroy();
        let heard = answer.send(path.flatten());
        ignore_failure(
            heard.map_err(|_| "the window is gone"),
            "answer with the chosen file",
        );
    });
    chooser.show();
}
