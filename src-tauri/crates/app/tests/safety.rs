//! Saved changes are on disk: no path that a user names drops the store's locks, and a missing store is noticed
//! and reported.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use deroule_app::edit::{Edit, ProgrammeField};
use deroule_app::export::write_file;
use deroule_app::model::ProgrammeId;
use deroule_app::{App, Language, Scope, StoreHealth};
use tempfile::TempDir;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn open(folder: &TempDir) -> (App, PathBuf) {
    let path = folder.path().join("plan.deroule");
    let app = App::open(&path, clock).unwrap();
    if app.is_new_store().unwrap() {
        app.add_sample(Language::En).unwrap();
    }
    (app, path)
}

fn programme(app: &App) -> (ProgrammeId, String) {
    let open = app.snapshot(Scope::default()).unwrap().open.unwrap();
    (open.programme.id, open.programme.title)
}

fn rename(app: &App, title: &str) -> Result<(), deroule_app::Problem> {
    let field = ProgrammeField::Title(title.to_owned());
    let edit = Edit::SetProgramme {
        programme: programme(app).0,
        field,
    };
    app.apply(&edit, Scope::default()).map(drop)
}

fn locks(path: &Path) -> usize {
    let inode = format!(":{} ", fs::metadata(path).unwrap().ino());
    let process = format!(" {} ", std::process::id());
    let locks = fs::read_to_string("/proc/locks").unwrap();
    let is_own = |line: &&str| line.contains(&inode) && line.contains(&process);
    locks.lines().filter(is_own).count()
}

#[test]
fn paths_to_the_store_are_refused_and_its_locks_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    let beside = |name: &str| folder.path().join(name);
    symlink(&path, beside("link.md")).unwrap();
    fs::hard_link(&path, beside("hard.md")).unwrap();
    fs::hard_link(beside("plan.deroule-wal"), beside("log.md")).unwrap();
    let held = (locks(&path), locks(&beside("plan.deroule-shm")));
    assert!(held.0 > 0 && held.1 > 0, "{held:?}");
    for name in [
        "plan.deroule",
        "link.md",
        "hard.md",
        "log.md",
        "plan.deroule-wal",
        "plan.deroule-shm",
        "plan.deroule-journal",
    ] {
        let read = App::read_page(&beside(name)).unwrap_err();
        assert_eq!(read.code, "problem-page-is-store", "{name}");
        let written = write_file(&beside(name), b"BEGIN:VCALENDAR").unwrap_err();
        assert_eq!(written.code, "problem-file-is-store", "{name}");
        assert_eq!(
            (locks(&path), locks(&beside("plan.deroule-shm"))),
            held,
            "{name}"
        );
    }
    // Another process that opens and closes the store does not delete the log.
    let log = fs::metadata(beside("plan.deroule-wal")).unwrap().ino();
    let shell = std::process::Command::new("python3")
        .args(["-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM log').fetchall()"])
        .arg(&path)
        .status();
    assert!(shell.unwrap().success());
    assert_eq!(fs::metadata(beside("plan.deroule-wal")).unwrap().ino(), log);
    rename(&app, "Saved").unwrap();
    drop(app);
    assert_eq!(programme(&open(&folder).0).1, "Saved");
}

#[test]
fn page_must_be_a_file_within_the_size_limit() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: &Path| App::read_page(path).unwrap_err().code;
    assert_eq!(code(Path::new("/dev/zero")), "problem-page-no-file");
    assert_eq!(code(folder.path()), "problem-page-no-file");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    assert_eq!(code(&pipe), "problem-page-no-file");
    let large = folder.path().join("large.md");
    fs::File::create(&large).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(code(&large), "problem-page-too-large");
    // The metadata of such a file give the length zero.
    assert!(App::read_page(Path::new("/proc/self/status")).is_ok());
}

#[test]
fn paused_store_reads_from_memory_and_resumes_with_changes_of_other_processes() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "Before").unwrap();
    let paused = app.pause_store().unwrap();
    let nested = app.pause_store().unwrap();
    assert_eq!(app.health(), StoreHealth::Paused);
    assert_eq!(locks(&path), 0);
    drop(fs::File::open(&path).unwrap());
    assert_eq!(programme(&app).1, "Before");
    assert!(app.revision().unwrap() > 0);
    let other = App::open(&path, clock).unwrap();
    rename(&other, "By another").unwrap();
    drop(other);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| rename(&app, "After the dialog"));
        drop(nested);
        std::thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished());
        assert_eq!(app.health(), StoreHealth::Paused);
        drop(paused);
        waiting.join().unwrap().unwrap();
    });
    assert_eq!(app.health(), StoreHealth::Ok);
    assert!(locks(&path) > 0);
    let undone = app.undo(Scope::default()).unwrap();
    assert_eq!(undone.label.unwrap().code, "edit-set-programme");
    assert_eq!(programme(&app).1, "By another");
}

#[test]
fn edit_on_a_replaced_store_is_refused_and_writes_a_rescue_file() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "On the screen").unwrap();
    let other = tempfile::tempdir().unwrap();
    let (theirs, their_path) = open(&other);
    rename(&theirs, "Put there").unwrap();
    drop(theirs);
    let edit = Edit::SetProgramme {
        programme: programme(&app).0,
        field: ProgrammeField::Title("Refused".to_owned()),
    };
    fs::rename(their_path, &path).unwrap();
    let refused = app.apply(&edit, Scope::default()).unwrap_err();
    assert_eq!(refused.code, "problem-store-replaced");
    assert_eq!(app.health(), StoreHealth::Ok);
    assert_eq!(programme(&app).1, "Put there");
    assert_eq!(app.warnings().last(), Some(&refused.message));
    let rescue = app
        .copies()
        .unwrap()
        .into_iter()
        .find(|copy| copy.is_rescue);
    let rescue = rescue.unwrap();
    assert!(rescue.is_sound);
    app.restore_copy(&rescue.name, Scope::default()).unwrap();
    assert_eq!(programme(&app).1, "On the screen");
    app.undo(Scope::default()).unwrap();
    assert_eq!(programme(&app).1, "Put there");
}

#[test]
fn deleted_store_is_read_from_memory_and_saved_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "On the screen").unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(
        rename(&app, "Refused").unwrap_err().code,
        "problem-store-missing"
    );
    let StoreHealth::Lost { rescue, .. } = app.health() else {
        panic!("{:?}", app.health());
    };
    assert!(rescue.unwrap().exists());
    assert_eq!(
        rename(&app, "Refused").unwrap_err().code,
        "problem-store-missing"
    );
    assert_eq!(programme(&app).1, "On the screen");
    let elsewhere = folder.path().join("elsewhere.deroule");
    app.save_elsewhere(&elsewhere).unwrap();
    assert_eq!(app.health(), StoreHealth::Ok);
    assert_eq!(app.snapshot(Scope::default()).unwrap().store, elsewhere);
    rename(&app, "Saved there").unwrap();
    drop(app);
    let app = App::open(&elsewhere, clock).unwrap();
    assert_eq!(programme(&app).1, "Saved there");
}

#[test]
fn store_moved_back_is_reopened() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "On the screen").unwrap();
    app.checkpoint().unwrap();
    let bin = folder.path().join("bin");
    fs::rename(&path, &bin).unwrap();
    assert_eq!(
        rename(&app, "Refused").unwrap_err().code,
        "problem-store-missing"
    );
    fs::rename(&bin, &path).unwrap();
    rename(&app, "Back").unwrap();
    assert_eq!(app.health(), StoreHealth::Ok);
    assert_eq!(app.warnings().last().unwrap().code, "problem-store-is-back");
    drop(app);
    assert_eq!(programme(&open(&folder).0).1, "Back");
}

#[test]
fn idle_store_is_checkpointed_into_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "In the file").unwrap();
    let log = folder.path().join("plan.deroule-wal");
    assert!(fs::metadata(&log).unwrap().len() > 0);
    while fs::metadata(&log).unwrap().len() > 0 {
        std::thread::sleep(Duration::from_millis(50));
    }
    let alone = tempfile::tempdir().unwrap();
    let copied = alone.path().join("plan.deroule");
    // Another process copies the file: this one would drop the locks.
    let copy = std::process::Command::new("cp")
        .args([&path, &copied])
        .status();
    assert!(copy.unwrap().success());
    assert_eq!(
        programme(&App::open(&copied, clock).unwrap()).1,
        "In the file"
    );
    rename(&app, "And on").unwrap();
    app.close().unwrap();
    assert!(!log.exists());
    assert_eq!(
        rename(&app, "Refused").unwrap_err().code,
        "problem-store-closed"
    );
    app.close().unwrap();
}

#[test]
fn deleted_store_with_copies_gets_no_sample() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    rename(&app, "Kept in a copy").unwrap();
    drop(app);
    // A daily copy is made only when an existing store is opened.
    drop(open(&folder));
    fs::remove_file(&path).unwrap();
    for _ in 0..2 {
        let app = App::open(&path, clock).unwrap();
        assert!(!app.is_new_store().unwrap());
        let snapshot = app.snapshot(Scope::default()).unwrap();
        assert_eq!(
            (
                snapshot.programmes.len(),
                snapshot.copies_of_lost_store.len()
            ),
            (0, 1)
        );
    }
    let app = App::open(&path, clock).unwrap();
    let copy = app.copies().unwrap().remove(0);
    app.restore_copy(&copy.name, Scope::default()).unwrap();
    assert_eq!(programme(&app).1, "Kept in a copy");
    let snapshot = app.snapshot(Scope::default()).unwrap();
    assert_eq!(snapshot.copies_of_lost_store, []);
    assert!(snapshot.revision > copy.revision);
    let copies = app.copies().unwrap();
    assert_eq!(copies, [copy], "an empty store is not copied");
}

#[test]
fn integrity_check_at_startup_finds_damage_that_loading_misses() {
    let folder = tempfile::tempdir().unwrap();
    let (app, path) = open(&folder);
    drop(app);
    drop(open(&folder).0);
    let damage = "import sqlite3, sys
shell = sqlite3.connect(sys.argv[1])
page, = shell.execute(\"SELECT rootpage FROM sqlite_schema WHERE name = 'slot_by_day'\").fetchone()
size, = shell.execute('PRAGMA page_size').fetchone()
shell.close()
with open(sys.argv[1], 'r+b') as file:
    file.seek((page - 1) * size + 100)
    file.write(bytes([0x5a]) * (size - 100))";
    let damaged = std::process::Command::new("python3")
        .args(["-c", damage])
        .arg(&path)
        .status();
    assert!(damaged.unwrap().success());
    let app = App::open(&path, clock).unwrap();
    let found = app.damage(Duration::from_secs(60)).unwrap();
    assert_eq!(found.code, "problem-store-damaged");
    assert_eq!(app.health(), StoreHealth::Damaged { reason: found });
    assert!(app.copies().unwrap()[0].is_sound);
}
