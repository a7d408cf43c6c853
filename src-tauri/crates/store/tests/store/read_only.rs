//! A read-only folder: the store reports it and stays unchanged.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;

use deroule_store::{Store, StoreError};

use crate::{add, child, day, open, temporary_store, titles};

/// The user id of a user without any files.
const UNPRIVILEGED_USER: u32 = 65_534;

#[test]
#[ignore = "runs as the child that may only read"]
fn child_without_write_permission_gets_an_error() {
    let Some(path) = child::store() else { return };
    for path in [path.with_file_name("new.deroule"), path] {
        let refused = Store::open(&path, day(1)).err().unwrap();
        assert!(
            matches!(refused, StoreError::Unreachable { .. }),
            "{refused}"
        );
        assert_eq!(refused.message().code, "problem-store-read-only");
    }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn read_only_folder_is_reported_and_left_unchanged() {
    let (folder, path) = temporary_store();
    add(&open(&path), "there");
    let bytes = fs::read(&path).unwrap();
    // Root may write everywhere. In that case another user runs a copy of this program.
    let program = folder.path().join("program");
    fs::copy(child::program(), &program).unwrap();
    allow(&program, 0o555);
    allow(&path, 0o444);
    allow(folder.path(), 0o555);
    let name = "read_only::child_without_write_permission_gets_an_error";
    let mut command = child::command(&program, name, &path);
    if fs::write(folder.path().join("probe"), b"").is_ok() {
        fs::remove_file(folder.path().join("probe")).unwrap();
        command.uid(UNPRIVILEGED_USER).gid(UNPRIVILEGED_USER);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let output = String::from_utf8(output.stdout).unwrap();
    assert!(output.contains("1 passed"), "{output}");

    assert!(fs::read(&path).unwrap() == bytes, "the file changed");
    allow(folder.path(), 0o755);
    allow(&path, 0o644);
    assert_eq!(titles(&open(&path)), ["there"]);
}
