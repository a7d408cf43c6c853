//! Runs this test program again, as a child process with one task.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The environment variable that names the store of a child.
const STORE: &str = "DEROULE_TEST_STORE";

/// A call of `program` (this one, or a copy of it) that runs only the ignored test `name`, on `store`.
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

/// The store of this child; `None` without a parent that names one.
pub fn store() -> Option<PathBuf> {
    env::var_os(STORE).map(PathBuf::from)
}
