//! Dialogs of the system for opening, saving and printing.

use std::path::Path;
use std::process::Command;

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::{Dialogs, Window, until};

use crate::support;

#[test]
fn a_page_selected_in_the_file_dialog_is_imported() {
    let window = Window::open(Store::new());
    let page = paths::root().join("tests/pages/automne.md");
    window.keys(&["Control+o"]);
    window.click("[data-testid=import-choose]");
    window.dialog().choose(&page);
    window.reads("[data-testid=import-report]", "9 créneaux");
    window.click("[data-testid=import-merge]");
    window.stored("the sessions of the page", |plan| {
        support::slots(plan).len() == 9
    });
}

#[test]
fn exports_are_saved_to_the_path_of_the_file_dialog() {
    let window = support::day();
    window.keys(&["Alt+4"]);
    let calendar = window.store.home().join("l'agenda.ics");
    save(&window, "[data-testid=save-calendar]", &calendar);
    let text = std::fs::read_to_string(&calendar).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR") && text.ends_with("END:VCALENDAR\r\n"));

    window.keys(&["Alt+5"]);
    let sheet = window.store.home().join("la feuille.pdf");
    save(&window, "[data-testid=save-sheet]", &sheet);
    assert_eq!(pages(&sheet), Some(1));
}

#[test]
fn portal_dialogs_open_and_save_files() {
    let window = Window::open_with(Store::new(), Dialogs::Portal);
    let page = paths::root().join("tests/pages/automne.md");
    window.keys(&["Control+o"]);
    window.click("[data-testid=import-choose]");
    let dialog = window.dialog();
    assert!(!dialog.is_own());
    dialog.choose(&page);
    window.reads("[data-testid=import-report]", "9 créneaux");
    window.keys(&["Escape"]);

    window.keys(&["Alt+4"]);
    let calendar = window.store.home().join("l'agenda.ics");
    save(&window, "[data-testid=save-calendar]", &calendar);
    let text = std::fs::read_to_string(&calendar).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR"));
}

#[test]
fn the_portal_dialog_prints_the_sheets() {
    let store = Store::new();
    print_to_file_only(&store);
    let window = Window::open_with(store, Dialogs::Portal);
    window.click("[data-testid=go-print]");
    window.shows("return document.querySelectorAll('[data-testid=page]').length === 6");
    window.keys(&["Control+p"]);
    let dialog = window.dialog();
    assert!(!dialog.is_own());
    dialog.answer(&["Down", "alt+p"]);
    let printed = window.store.home().join("output.pdf");
    assert_eq!(until("the printed file", || pages(&printed)), 6);
}

#[test]
fn each_sheet_is_printed_on_a_separate_page() {
    let store = Store::new();
    print_to_file_only(&store);
    let window = Window::open(store);
    window.click("[data-testid=go-print]");
    window.shows("return document.querySelectorAll('[data-testid=page]').length === 6");
    window.keys(&["Control+p"]);
    let dialog = window.dialog();
    dialog.answer(&["Down", "alt+p"]);
    let printed = window.store.home().join("output.pdf");
    assert_eq!(until("the printed file", || pages(&printed)), 6);
}

/// Leaves only the printer that writes files.
fn print_to_file_only(store: &Store) {
    let settings = store.home().join("config/gtk-3.0");
    std::fs::create_dir_all(&settings).unwrap();
    let text = "[Settings]\ngtk-print-backends=file\n";
    std::fs::write(settings.join("settings.ini"), text).unwrap();
}

/// Clicks a save button and gives a path in the file dialog.
fn save(window: &Window, button: &str, path: &Path) {
    window.click(button);
    window.dialog().choose(path);
    window.reads("[data-testid=toast]", path.to_str().unwrap());
}

/// The number of pages of a PDF, or none while it is incomplete.
fn pages(pdf: &Path) -> Option<u32> {
    let output = Command::new("pdfinfo").arg(pdf).output().unwrap().stdout;
    let output = String::from_utf8_lossy(&output).into_owned();
    output
        .lines()
        .find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
}
