//! Writing files to paths that the user names.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use deroule_app::App;
use deroule_app::export::write_file;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn new_file_has_default_permissions_and_existing_file_keeps_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (usual, new) = (folder.path().join("usual"), folder.path().join("new"));
    fs::write(&usual, "").unwrap();
    write_file(&new, b"one").unwrap();
    assert_eq!(mode(&new), mode(&usual));
    fs::set_permissions(&new, fs::Permissions::from_mode(0o640)).unwrap();
    write_file(&new, b"two").unwrap();
    assert_eq!(
        (mode(&new), fs::read(&new).unwrap()),
        (0o640, b"two".to_vec())
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn symbolic_link_is_kept_and_its_target_is_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("real")).unwrap();
    let (link, real) = (
        folder.path().join("link"),
        folder.path().join("real/plan.ics"),
    );
    symlink("real/plan.ics", &link).unwrap();
    for text in ["made through the link", "and written again"] {
        write_file(&link, text.as_bytes()).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), text);
    }
}

#[test]
fn pipe_is_written_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let read = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).unwrap()
    });
    write_file(&pipe, b"down the pipe").unwrap();
    assert_eq!(read.join().unwrap(), b"down the pipe");
    assert!(!fs::metadata(&pipe).unwrap().is_file());
}

#[test]
fn stores_and_their_companions_are_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("plan.deroule");
    let link = folder.path().join("plan.ics");
    symlink(&store, &link).unwrap();
    let app = App::open(&store, chrono::Utc::now).unwrap();
    let wal = folder.path().join("plan.deroule-wal");
    let shm = folder.path().join("plan.deroule-shm");
    for path in [&store, &link, &wal, &shm] {
        let refused = write_file(path, b"BEGIN:VCALENDAR").unwrap_err();
        assert_eq!(refused.code, "problem-file-is-store", "{path:?}");
    }
    drop(app);
    App::open(&store, chrono::Utc::now).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn temporary_files_of_killed_runs_are_deleted_at_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap();
    let boot = boot.split('-').next().unwrap();
    let name = |process: u32| folder.path().join(format!(".deroule-{boot}-{process}-abc"));
    // No process has the highest possible id.
    let (dead, living) = (name(4_194_304), name(std::process::id()));
    let other = folder.path().join(".deroule-notes");
    for path in [&dead, &living, &other] {
        fs::write(path, b"half").unwrap();
    }
    write_file(&folder.path().join("plan.ics"), b"whole").unwrap();
    assert!(!dead.exists() && living.exists() && other.exists());
    let left = std::env::temp_dir().join(format!("deroule-{boot}-4194304-abc"));
    fs::create_dir_all(left.join("inner")).unwrap();
    let current = deroule_app::export::temporary_folder().unwrap();
    assert!(!left.exists() && current.path().exists());
}
