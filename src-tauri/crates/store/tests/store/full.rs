//! A nearly full disk: a first start creates a whole store or nothing.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use deroule_store::{Entry, Obstacle, Store, StoreError};

use crate::{add, child, day, open, temporary_store, titles};

#[test]
#[ignore = "runs as the child that has hardly any room"]
fn child_starts_with_hardly_any_disk_space() {
    let Some(path) = child::store() else { return };
    match Store::open(&path, day(0)) {
        Ok(store) => {
            let label = deroule_model::Message::new("edit-add-programme");
            let _full = store.commit(0, &Entry::new(&label, &[crate::programme("kept")]), day(0));
        }
        Err(StoreError::Unreachable { why, .. }) => {
            assert!(matches!(why, Obstacle::Full | Obstacle::Other), "{why:?}");
        }
        Err(other) => panic!("{other:?}"),
    }
}

const NAME: &str = "full::child_starts_with_hardly_any_disk_space";

/// Checks that a start, which may have failed, left nothing at all or a whole store.
fn assert_whole_or_nothing(path: &Path) {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    if !path.exists() {
        assert_eq!(names, [""; 0]);
        return;
    }
    assert!(
        names
            .iter()
            .all(|name| name.starts_with("plan.deroule") && !name.contains("unfinished")),
        "{names:?}"
    );
    let connection = rusqlite::Connection::open_with_flags(
        format!("file:{}?immutable=1", path.display()),
        rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_URI,
    );
    let connection = connection.unwrap();
    let check: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
    let rows: i64 = connection
        .query_row("SELECT count(*) FROM revision", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 1, "the file alone is a store");
}

fn works_with_free_space(path: &Path) {
    let store = open(path);
    add(&store, "with room");
    assert!(titles(&store).contains(&"with room".to_owned()));
}

#[test]
fn first_start_under_a_file_size_limit_creates_a_whole_store_or_none() {
    let mut published = 0;
    for kilobytes in (20..=260).step_by(20) {
        let (_folder, path) = temporary_store();
        let call = child::command(&child::program(), NAME, &path);
        // `ulimit` counts blocks of 512 bytes. With the signal ignored, a write fails as on a full disk.
        let limited = format!(
            "trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"",
            kilobytes * 2
        );
        let output = Command::new("sh")
            .args(["-c", &limited])
            .arg(call.get_program())
            .args(call.get_args())
            .envs(
                call.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            )
            .output()
            .unwrap();
        assert!(output.status.success(), "{kilobytes}: {output:?}");
        assert_whole_or_nothing(&path);
        published += usize::from(path.exists());
        works_with_free_space(&path);
    }
    assert!(
        published > 0 && published < 13,
        "{published} of 13 had room"
    );
}

/// A small file system in memory, if the system allows a mount.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn of(folder: &'a Path, kilobytes: usize, again: bool) -> Option<Self> {
        let options = format!("{}size={kilobytes}k", if again { "remount," } else { "" });
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &options, "none"])
            .arg(folder);
        mount.output().ok()?.status.success().then(|| Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(self.0).status();
        assert!(unmounted.unwrap().success());
    }
}

#[test]
fn first_start_on_a_nearly_full_disk_creates_a_whole_store_or_none() {
    let mut published = Vec::new();
    for kilobytes in (100..=600).step_by(20) {
        let folder = tempfile::tempdir().unwrap();
        let Some(small) = SmallDisk::of(folder.path(), kilobytes, false) else {
            return;
        };
        let path = folder.path().join("plan.deroule");
        let output = child::command(&child::program(), NAME, &path).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{kilobytes}: {output:?}");
        assert_whole_or_nothing(&path);
        published.push(path.exists());
        std::mem::forget(SmallDisk::of(folder.path(), 4_000, true).unwrap());
        works_with_free_space(&path);
        drop(small);
    }
    assert!(
        published.contains(&true) && published.contains(&false),
        "{published:?}"
    );
}

#[test]
fn unfinished_files_of_killed_runs_are_deleted_and_those_of_live_ones_stay() {
    let (_folder, path) = temporary_store();
    drop(open(&path));
    let copies = path.with_file_name("plan copies");
    fs::create_dir(&copies).unwrap();
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap();
    let boot = boot.split('-').next().unwrap();
    // No process has the highest possible id.
    let name = |process: u32| format!("{boot}-{process}-0123.unfinished");
    let (dead, living) = (name(4_194_304), name(std::process::id()));
    let all = |maker: &str| {
        let beside = ["", "-wal", "-shm", "-journal"]
            .map(|end| path.with_file_name(format!("plan.deroule.{maker}{end}")));
        let copy = copies.join(format!("2019-08-30 120000.deroule.{maker}"));
        let rescued =
            path.with_file_name(format!("plan rescued 2019-08-30 120000.deroule.{maker}"));
        beside.into_iter().chain([copy, rescued])
    };
    let others = [
        path.with_file_name(format!("other.deroule.{dead}")),
        copies.join("mine.unfinished"),
    ];
    for file in all(&dead).chain(all(&living)).chain(others.clone()) {
        fs::write(file, b"half").unwrap();
    }
    drop(open(&path));
    for file in all(&dead) {
        assert!(!file.exists(), "{}", file.display());
    }
    for file in all(&living).chain(others) {
        assert!(file.exists(), "{}", file.display());
    }
}
