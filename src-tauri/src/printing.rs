//! Printing on the whole of the paper: the pages bring their own margins. WebKit heeds a page's size and
//! margins in no style sheet, so they are told to GTK.

use gtk::prelude::{Cast, WidgetExt};
use gtk::{PageSetup, PaperSize, Unit, Window};
use tauri::webview::PlatformWebview;
use webkit2gtk::{PrintOperation, PrintOperationExt};

/// Opens the print dialog over the window.
pub fn ask(webview: &PlatformWebview) {
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
