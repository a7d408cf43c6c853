//! This very program once more, as a process of its own that does one thing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Names, in the environment of a child, the store it works on.
const STORE: &str = "DEROULE_TEST_STORE";

/// A call of `program` (this one, or a copy of it) that runs only the test `name`, which is ignored
/// otherwise, on `store`.
pub fn command(program: &Path, name: &str, store: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--exact", name, "--ignored", "--nocapture"])
        .args(["--test-threads", "1"])
        .env(STORE, store)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

pub fn program() -> PathBuf {
    env::current_exe().unwrap()
}

/// The store a child is to work on; none where no parent asks for it.
pub fn store() -> Option<PathBuf> {
    env::var_os(STORE).map(PathBuf::from)
}
