//! The log file of the app, which must not contain titles or paths.

use std::fs;

use deroule_tests::window::End;

use crate::support::{day, select, slots};

#[test]
fn the_log_lists_events_without_titles_or_paths() {
    let window = day();
    select(&window, "accueil");
    window.keys(&["Delete"]);
    window.stored("one slot fewer", |plan| slots(plan).len() == 8);
    let plan = window.store.plan();
    let store = window.end(End::Close);

    let folder = store.home().join("state/org.deroule.desktop");
    let files: Vec<_> = fs::read_dir(&folder).unwrap().flatten().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let name = files[0].file_name().into_string().unwrap();
    assert!(
        name.starts_with("deroule.20") && name.ends_with(".log"),
        "{name}"
    );
    let log = fs::read_to_string(files[0].path()).unwrap();
    for event in ["start", "store is open", "written", "end"] {
        assert!(log.contains(event), "{event}:\n{log}");
    }
    let home = store.home().display().to_string();
    let titles = slots(&plan)
        .iter()
        .filter_map(|slot| slot["title"].as_str());
    for secret in titles.chain([&*home, "accueil", "automne"]) {
        assert!(!log.contains(secret), "{secret}:\n{log}");
    }
}
