//! Printing on the whole of the paper: the pages bring their own margins. WebKit heeds a page's size and
//! margins in no style sheet, so they are told to GTK.

use deroule_app::{Problem, ignore_failure};
use gtk::prelude::{Cast, WidgetExt};
use gtk::{PageSetup, PaperSize, Unit, Window};
use tauri::WebviewWindow;
use tauri::webview::PlatformWebview;
use tokio::sync::oneshot::channel;
use webkit2gtk::{PrintOperation, PrintOperationExt};

use crate::internal_error::internal;

/// Opens GTK's print dialog over the window, and waits until it is closed.
pub async fn print(window: &WebviewWindow) -> Result<(), Problem> {
    let (closed, heard) = channel();
    window
        .with_webview(move |webview| {
            ask(&webview);
            ignore_failure(
                closed.send(()).map_err(|()| "the window is gone"),
                "answer that the print dialog is closed",
            );
        })
        .map_err(|error| internal(&error))?;
    heard.await.map_err(|error| internal(&error))
}

fn ask(webview: &PlatformWebview) {
    let view = webview.inner();
    let paper = PageSetup::new();
    paper.set_paper_size(&PaperSize::new(Some("iso_a4")));
    paper.set_top_margin(0.0, Unit::Mm);
    paper.set_right_margin(0.0, Unit::Mm);
    paper.set_bottom_margin(0.0, Unit::Mm);
    paper.set_left_margin(0.0, Unit::Mm);
    let operation = PrintOperation::new(&view);
    operation.set_page_setup(&paper);
    let over = view
        .toplevel()
        .and_then(|window| window.downcast::<Window>().ok());
    operation.run_dialog(over.as_ref());
}
