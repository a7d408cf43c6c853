//! Edits shown as saved are on disk: with open dialogs, with other processes, with a lost store file, after the end.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use deroule_tests::paths;
use deroule_tests::store::{Store, plan_in};
use deroule_tests::window::{Dialogs, End, Window, until};

use crate::support::{self, day_line, expect_day, select};

const AS_READ: &str = "09:00 accueil, 09:30 tour de table, 10:00 bilan de l’été, 11:00 pause";
const SWAPPED: &str = "09:00 accueil, 09:30 bilan de l’été, 10:30 tour de table, 11:00 pause";
const LONGER: &str = "09:00 accueil, 09:30 bilan de l’été, 10:35 tour de table, 11:05 pause";

#[test]
fn an_own_file_dialog_and_another_process_lose_no_edit() {
    dialog_and_another_process(Dialogs::Own);
}

#[test]
fn a_portal_file_dialog_and_another_process_lose_no_edit() {
    dialog_and_another_process(Dialogs::Portal);
}

/// A dialog shows the store's folder, another process opens and closes the store, an edit follows, then a crash.
fn dialog_and_another_process(dialogs: Dialogs) {
    let window = day(Store::with_page("automne.md"), dialogs);
    swap(&window);
    expect_locked(&window);

    window.keys(&["Alt+4"]);
    window.click("[data-testid=save-calendar]");
    let dialog = window.dialog();
    assert_eq!(dialog.is_own(), dialogs == Dialogs::Own);
    dialog.show(window.store.home());
    if dialogs == Dialogs::Own {
        window.reads("[data-testid=saving]", "Fichier libéré");
        assert_eq!(locks(&window), 0);
    }
    window.store.cli(&["sessions"]);
    dialog.answer(&["Escape"]);
    window.reads("[data-testid=saving]", "Enregistré");
    expect_locked(&window);

    window.store.cli(&["sessions"]);
    assert_eq!(deleted_files(&window), Vec::<PathBuf>::new());
    window.keys(&["Alt+2"]);
    lengthen(&window);
    expect_day(&window, LONGER);

    let window = window.kill_and_reopen();
    window.click("[data-testid=session-link]");
    expect_day(&window, LONGER);
}

#[test]
fn an_edit_made_while_a_dialog_is_open_is_written_when_it_closes() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    window.keys(&["Alt+4"]);
    window.click("[data-testid=save-calendar]");
    let dialog = window.dialog();
    window.reads("[data-testid=saving]", "Fichier libéré");

    // The dialog has the focus, so the page itself sends the key.
    window.script(
        "document.body.dispatchEvent(
           new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))",
        &serde_json::Value::Null,
    );
    window.shows("return document.querySelector('[data-saving=saving]') !== null");
    window.reads("[data-testid=saving]", "Fichier libéré");
    assert!(day_line(&window.store.plan()).starts_with(SWAPPED));

    dialog.answer(&["Escape"]);
    window.reads("[data-testid=saving]", "Enregistré");
    window.stored("the swap undone", |plan| {
        day_line(plan).starts_with(AS_READ)
    });
}

#[test]
fn an_own_print_dialog_loses_no_edit() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    window.keys(&["Alt+5"]);
    window.shows(
        "return document.querySelector('[data-testid=print] [aria-busy=false] img') !== null",
    );
    window.keys(&["Control+p"]);
    let dialog = window.dialog();
    assert!(dialog.is_own());
    until("the store to be released", || {
        (locks(&window) == 0).then_some(())
    });
    dialog.answer(&["Escape"]);
    until("the store to be locked", || {
        (locks(&window) > 0).then_some(())
    });
    window.keys(&["Alt+2"]);
    lengthen(&window);
    expect_day(&window, LONGER);
}

#[test]
fn a_replaced_store_is_reported_and_a_rescue_file_is_written() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    let other = Store::with_page("deux-publics.md");
    let arrived = window.store.home().join("arrived");
    fs::copy(other.path(), &arrived).unwrap();
    fs::rename(&arrived, window.store.path()).unwrap();

    lengthen(&window);
    expect_store_alert(&window, "a été remplacé");
    assert!(day_line(&plan_in(&rescue_file(&window))).starts_with(SWAPPED));

    window.click("[data-testid=store-reload]");
    window.lacks("[data-testid=store-alert]");
    window.reads("[data-testid=saving]", "Enregistré");
    window.reads("[data-testid=session-link]", "Session Jeunes");
}

#[test]
fn a_deleted_store_is_reported_and_can_be_saved_elsewhere() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    fs::remove_file(window.store.path()).unwrap();

    lengthen(&window);
    expect_store_alert(&window, "déplacé ou supprimé");
    assert!(day_line(&plan_in(&rescue_file(&window))).starts_with(SWAPPED));
    photograph(&window, "store-lost", "[data-testid=store-alert]");

    window.click("[data-testid=store-save-elsewhere]");
    let elsewhere = window.store.home().join("ailleurs.deroule");
    window.dialog().choose(&elsewhere);
    window.lacks("[data-testid=store-alert]");
    window.reads("[data-testid=saving]", "Enregistré");
    lengthen(&window);
    until("the edit in the new store", || {
        day_line(&plan_in(&elsewhere))
            .starts_with(LONGER)
            .then_some(())
    });
}

#[test]
fn an_overwritten_store_is_reported_and_a_rescue_file_is_written() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    fs::write(window.store.path(), "no store at all").unwrap();

    lengthen(&window);
    window.shows("return document.querySelector('[data-testid=store-alert]') !== null");
    window.reads("[data-testid=saving]", "Non enregistré");
    assert!(day_line(&plan_in(&rescue_file(&window))).starts_with(SWAPPED));
}

#[test]
fn closing_the_app_or_a_signal_leaves_one_complete_file() {
    let ends = [
        End::Close,
        End::Signal("TERM"),
        End::Signal("INT"),
        End::Signal("HUP"),
    ];
    for end in ends {
        let window = day(Store::with_page("automne.md"), Dialogs::Own);
        swap(&window);
        let store = window.end(end);
        assert!(
            day_line(&plan_of_single_file(&store)).starts_with(SWAPPED),
            "{end:?}"
        );
    }
}

#[test]
fn a_first_start_leaves_one_complete_file() {
    for end in [End::Close, End::Signal("TERM")] {
        let window = Window::open(Store::new());
        window.shows("return document.querySelector('[data-testid=session-link]') !== null");
        let store = window.end(end);
        let sessions = plan_of_single_file(&store)["sessions"]
            .as_array()
            .map_or(0, Vec::len);
        assert!(sessions > 0, "{end:?}");
    }
}

#[test]
fn a_copy_is_listed_and_restored_and_undo_reverts_it() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    window.keys(&["Control+,"]);
    window.reads("[data-testid=copy]", "2 sessions");
    window.click("[data-testid=copy-restore]");
    window.lacks("dialog[open]");
    expect_day(&window, AS_READ);

    window.reads("[data-testid=toast]", "copie");
    window.click("[data-testid=toast-action]");
    expect_day(&window, SWAPPED);
}

#[test]
fn a_missing_store_offers_its_copies_and_not_the_sample() {
    let window = day(Store::with_page("automne.md"), Dialogs::Own);
    swap(&window);
    let store = window.end(End::Close);
    fs::remove_file(store.path()).unwrap();

    let window = Window::open(store);
    window.reads("[data-testid=lost-store]", "n’est plus là");
    photograph(
        &window,
        "lost-store",
        "[data-testid=lost-store] [data-testid=copy]",
    );
    window.click("[data-testid=lost-store] [data-testid=copy-restore]");
    window.click("[data-testid=session-link]");
    expect_day(&window, AS_READ);
}

#[test]
fn the_toast_of_an_import_undoes_it() {
    let window = Window::open(Store::with_page("automne.md"));
    let page = paths::root().join("tests/pages/deux-publics.md");
    let before = window.store.cli(&["sessions"]);
    window.keys(&["Control+o"]);
    window.click("[data-testid=import-choose]");
    window.dialog().choose(&page);
    window.shows("return document.querySelector('[data-testid=import-merge]')?.disabled === false");
    window.click("[data-testid=import-merge]");
    window.reads("[data-testid=toast]", "Import de");
    window.photograph("import-undo");
    window.click("[data-testid=toast-action]");
    window.reads("[data-testid=toast]", "Annulé");
    until("the import to be undone", || {
        (window.store.cli(&["sessions"]) == before).then_some(())
    });
}

/// A window on the day of `pages/automne.md`.
fn day(store: Store, dialogs: Dialogs) -> Window {
    let window = Window::open_with(store, dialogs);
    window.click("[data-testid=session-link]");
    window.shows("return document.querySelectorAll('[data-testid=slot]').length === 9");
    window
}

fn swap(window: &Window) {
    select(window, "bilan de l’été");
    window.keys(&["Alt+ArrowUp"]);
    expect_day(window, SWAPPED);
}

/// Lengthens the swapped slot by five minutes. Does not wait for the edit to be saved.
fn lengthen(window: &Window) {
    let css = "[data-testid=axis] .slots > [data-testid=slot][data-start=\"570\"]";
    window.click(css);
    support::expect_focus(window, css);
    window.keys(&["Alt+ArrowRight"]);
}

/// Waits until the window reports that nothing is saved, and why.
fn expect_store_alert(window: &Window, what: &str) {
    window.reads("[data-testid=store-alert]", what);
    window.reads("[data-testid=saving]", "Non enregistré");
}

/// Takes screenshots in both themes, languages and sizes.
fn photograph(window: &Window, name: &str, css: &str) {
    for (language, theme, width, height) in [("en", "dark", 1024, 700), ("fr", "light", 1280, 800)]
    {
        window.set(language, theme);
        window.resize(width, height);
        window.rect(css);
        window.photograph(&format!("{name}-{language}-{theme}-{width}"));
    }
}

/// Waits until the app holds two locks: one on the store file, one on the shared memory.
///
/// Work on the store, such as the check in the background, holds more locks for a moment.
fn expect_locked(window: &Window) {
    until("the two locks of an idle store", || {
        (locks(window) == 2).then_some(())
    });
}

/// The number of locks that the app holds on the files of its store.
fn locks(window: &Window) -> usize {
    let identities = ["", "-wal", "-shm"].map(|end| inode(&with_suffix(&window.store.path(), end)));
    let process = window.process().to_string();
    let locks = fs::read_to_string("/proc/locks").unwrap();
    locks
        .lines()
        .filter(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let of = words.iter().position(|word| *word == process);
            let file = of.and_then(|at| words.get(at + 1)?.rsplit(':').next()?.parse().ok());
            file.is_some_and(|file: u64| identities.contains(&Some(file)))
        })
        .count()
}

fn inode(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|metadata| metadata.ino())
}

fn with_suffix(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Deleted files of the store that the app still has open.
fn deleted_files(window: &Window) -> Vec<PathBuf> {
    let store = window.store.path();
    let open = fs::read_dir(format!("/proc/{}/fd", window.process())).unwrap();
    open.flatten()
        .filter_map(|entry| fs::read_link(entry.path()).ok())
        .filter(|target| {
            let target = target.to_string_lossy();
            target.starts_with(&*store.to_string_lossy()) && target.ends_with("(deleted)")
        })
        .collect()
}

/// Waits for the rescue file and returns its path.
fn rescue_file(window: &Window) -> PathBuf {
    until("a rescue file", || {
        let files = fs::read_dir(window.store.home()).unwrap().flatten();
        let folders = fs::read_dir(window.store.home().join("plan copies"));
        let copies = folders.into_iter().flatten().flatten();
        let mut paths = files.chain(copies).map(|entry| entry.path());
        paths.find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.contains("rescue") && name.ends_with(".deroule")
        })
    })
}

/// The programme in a copy of the store file alone. Fails if SQLite left other files beside the store.
fn plan_of_single_file(store: &Store) -> serde_json::Value {
    for end in ["-wal", "-shm"] {
        assert_eq!(
            inode(&with_suffix(&store.path(), end)),
            None,
            "the {end} file is left"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("alone.deroule");
    fs::copy(store.path(), &file).unwrap();
    plan_in(&file)
}
