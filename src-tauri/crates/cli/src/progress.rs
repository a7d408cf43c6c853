//! Shows how far a long export is, on the error stream of a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use deroule_app::model::Message;
use deroule_app::{SheetProgress, ignore_failure};

use crate::output::Output;

/// Exports of fewer sheets are done before anyone reads a line.
const FEWEST: u32 = 6;

/// Whether a line of progress stands on the terminal.
static IS_SHOWN: AtomicBool = AtomicBool::new(false);

/// Shows how far the export is, over the line before.
pub fn show(progress: SheetProgress, output: &Output) {
    let mut stream = std::io::stderr().lock();
    if progress.total < FEWEST || !stream.is_terminal() {
        return;
    }
    let message = Message::new("export-progress")
        .number("done", progress.done as usize)
        .number("total", progress.total as usize);
    let line = output.messages.format(&message);
    IS_SHOWN.store(true, Ordering::Relaxed);
    ignore_failure(
        write!(stream, "\r{line}\u{1b}[K").and_then(|()| stream.flush()),
        "show progress",
    );
}

/// Takes the line of progress away.
pub fn clear() {
    if IS_SHOWN.swap(false, Ordering::Relaxed) {
        let mut stream = std::io::stderr().lock();
        ignore_failure(
            write!(stream, "\r\u{1b}[K").and_then(|()| stream.flush()),
            "clear progress",
        );
    }
}
