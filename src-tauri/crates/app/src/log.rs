//! The diagnostic log: what the program did and what failed.
//!
//! The log has codes, counts and durations. It never has a title, a name, an address, a path or a secret, so
//! that it can be sent along with a report. Only events of this project's crates are written, because others
//! may log anything.

use std::fs;
use std::io::{self, Write};
use std::panic;
use std::path::PathBuf;

use tracing::Level;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::paths::state_folder;

/// The prefix of the targets of this project's events.
const OWN: &str = "deroule";

/// The start of a log file's name; the date and `.log` follow.
const NAME: &str = "deroule";

/// The number of days that are kept.
const DAYS: usize = 7;

/// The maximum number of lines that wait to be written; more are dropped. The default of 128,000 takes some
/// megabytes, and some milliseconds of the start to allocate.
const WAITING_LINES: usize = 1_000;

/// Keeps the log open. Dropping it writes the waiting lines.
#[must_use = "dropping it ends the log"]
pub struct Log(#[expect(dead_code, reason = "it is kept for its drop")] WorkerGuard);

impl Log {
    /// Logs to a file of the day in the state folder, on a thread of its own. The thread opens the file for the
    /// first line, so that the start is not delayed. `None` without a home folder, or if a log is already
    /// active.
    pub fn to_file() -> Option<Self> {
        let folder = state_folder()?;
        let (writer, guard) = NonBlockingBuilder::default()
            .buffered_lines_limit(WAITING_LINES)
            .finish(DayFile::in_folder(folder));
        begin(writer, Level::DEBUG).then(|| Self(guard))
    }
}

/// Logs to the error stream without a buffer. Returns whether it does; not if a log is already active.
pub fn to_stderr() -> bool {
    begin(io::stderr, Level::DEBUG)
}

fn begin<W>(writer: W, level: Level) -> bool
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(writer);
    let is_first = tracing_subscriber::registry()
        .with(Targets::new().with_target(OWN, level))
        .with(lines)
        .try_init()
        .is_ok();
    if is_first {
        log_panics();
    }
    is_first
}

/// Logs the location of a panic. Its message is left out, because it may quote user data.
fn log_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let (file, line) = panic
            .location()
            .map_or(("unknown", 0), |at| (at.file(), at.line()));
        tracing::error!(file, line, "panic");
        usual(panic);
    }));
}

/// The file of the day, opened at the first write.
struct DayFile {
    folder: PathBuf,
    file: Option<RollingFileAppender>,
}

impl DayFile {
    fn in_folder(folder: PathBuf) -> Self {
        Self { folder, file: None }
    }

    fn open(&mut self) -> io::Result<&mut RollingFileAppender> {
        if self.file.is_none() {
            fs::create_dir_all(&self.folder)?;
            let file = RollingFileAppender::builder()
                .rotation(Rotation::DAILY)
                .filename_prefix(NAME)
                .filename_suffix("log")
                .max_log_files(DAYS)
                .build(&self.folder)
                .map_err(io::Error::other)?;
            self.file = Some(file);
        }
        self.file
            .as_mut()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Write for DayFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.open()?.write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails loudly")]

    use std::fs;
    use std::io::Write;

    use super::{DAYS, DayFile};

    #[test]
    fn log_file_is_created_at_the_first_line_and_old_files_are_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let logs = folder.path().join("state");
        fs::create_dir(&logs).unwrap();
        for day in 1..=20 {
            fs::write(logs.join(format!("deroule.2020-01-{day:02}.log")), "old").unwrap();
        }
        let mut file = DayFile::in_folder(logs.clone());
        assert_eq!(fs::read_dir(&logs).unwrap().count(), 20);
        file.write_all(b"a line\n").unwrap();
        file.flush().unwrap();
        let left = fs::read_dir(&logs).unwrap().flatten();
        let left: Vec<_> = left.map(|entry| entry.path()).collect();
        assert!(left.len() <= DAYS, "{left:?}");
        let has_line = |path: &std::path::PathBuf| fs::read_to_string(path).unwrap() == "a line\n";
        assert_eq!(left.iter().filter(|path| has_line(path)).count(), 1);
    }
}
