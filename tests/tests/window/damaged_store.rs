//! A damaged store: the app reports it, keeps it, and offers copies.

use std::fs;

use deroule_tests::store::Store;
use deroule_tests::window::{AppProcess, Window};

#[test]
fn a_damaged_store_is_renamed_on_request_and_its_copies_are_offered() {
    let store = Store::with_page("automne.md");
    // Opening a store makes a copy.
    store.cli(&["sessions"]);
    let mut bytes = fs::read(store.path()).unwrap();
    let middle = bytes.len() / 4;
    bytes[middle..].fill(0xa5);
    fs::write(store.path(), &bytes).unwrap();

    let app = AppProcess::start(&store);
    app.keys_in_dialog(&["Return"]);
    app.shows_window();
    drop(app);

    let names = fs::read_dir(store.home()).unwrap().flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let renamed = names.find(|name| name.contains(" damaged ") && name.ends_with(".deroule"));
    let renamed = renamed.unwrap_or_else(|| panic!("the damaged store was not kept"));
    assert_eq!(fs::read(store.home().join(renamed)).unwrap(), bytes);

    let window = Window::open(store);
    window.click("[data-testid=lost-store] [data-testid=copy-restore]");
    window.shows("return document.querySelectorAll('[data-testid=session-link]').length === 2");
}
