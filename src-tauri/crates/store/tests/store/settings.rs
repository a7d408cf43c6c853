//! Settings are stored apart from the plan.

use crate::{add, day, open, temporary_store};

#[test]
fn setting_survives_a_restart_and_can_be_overwritten() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    assert_eq!(store.setting("language").unwrap(), None);
    store.set_setting("language", "fr").unwrap();
    store.set_setting("language", "en, l’été 🌞").unwrap();
    let read = open(&path).setting("language").unwrap();
    assert_eq!(read.as_deref(), Some("en, l’été 🌞"));
    assert_eq!(store.setting("theme").unwrap(), None);
}

#[test]
fn setting_is_not_an_edit() {
    let (_folder, path) = temporary_store();
    let store = open(&path);
    let revision = add(&store, "one");
    store.set_setting("language", "fr").unwrap();
    assert_eq!(store.revision().unwrap(), revision);
    store.undo(revision, day(0)).unwrap();
    assert_eq!(store.setting("language").unwrap().as_deref(), Some("fr"));
}
