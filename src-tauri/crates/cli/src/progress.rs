//! Shows the progress of a long export on the error stream, if that is a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use deroule_app::model::Message;
use deroule_app::{SheetProgress, ignore_failure};

use crate::output::Output;

/// The smallest number of sheets with a progress line. Fewer are done before anyone reads it.
const FEWEST: u32 = 6;

/// Whether the terminal shows a progress line.
static IS_SHOWN: AtomicBool = AtomicBool::new(false);

/// Shows the progress. Replaces the previous line.
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

/// Removes the progress line.
pub fn clear() {
    if IS_SHOWN.swap(false, Ordering::Relaxed) {
        let mut stream = std::io::stderr().lock();
        ignore_failure(
            write!(stream, "\r\u{1b}[K").and_then(|()| stream.flush()),
            "clear progress",
        );
    }
}
