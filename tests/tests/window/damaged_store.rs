//! A store that can't be opened: the message says so, and a copy can take its place.

use std::fs;

use deroule_tests::store::Store;
use deroule_tests::window::{AppProcess, Window};

#[test]
fn a_damaged_store_is_renamed_on_request_and_its_copies_are_offered() {
    let store = Store::with_page("automne.md");
    // A copy is made when it is opened.
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
    let aside = names.find(|name| name.contains(" damaged ") && name.ends_with(".deroule"));
    let aside = aside.unwrap_or_else(|| panic!("nothing was set aside"));
    assert_eq!(fs::read(store.home().join(aside)).unwrap(), bytes);

    let window = Window::open(store);
    window.click("[data-testid=lost-store] [data-testid=copy-restore]");
    window.shows("return document.querySelectorAll('[data-testid=session-link]').length === 2");
}
