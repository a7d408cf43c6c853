//! The ids of imported rows: the same page gives the same ids in every store.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use deroule_app::edit::{Edit, Resolution};
use deroule_app::model::{Entity, ProgrammeId, SlotId, State};
use deroule_app::{App, CalendarOptions, ImportRequest, Scope};
use tempfile::TempDir;
use uuid::Uuid;

const PAGE: &str = include_str!("../../../../tests/pages/planning.md");

fn in_june() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn in_october() -> DateTime<Utc> {
    DateTime::from_timestamp(1_570_000_000, 0).unwrap()
}

/// An empty store.
fn empty(clock: fn() -> DateTime<Utc>) -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    (folder, app)
}

fn import(app: &App, page: &str) -> ProgrammeId {
    let request = ImportRequest {
        page: page.to_owned(),
        resolution: Resolution::Theirs,
        ..ImportRequest::default()
    };
    app.import(&request, Scope::default()).unwrap().1.programme
}

fn state(app: &App) -> State {
    app.read(|state, _, _| Ok(state.clone())).unwrap()
}

/// All rows except the source page, which has the date of the import.
fn rows(app: &App) -> Vec<Entity> {
    let state = state(app);
    let rows = state.rows();
    rows.filter(|row| !matches!(row, Entity::Source(_)))
        .collect()
}

fn ids(app: &App) -> BTreeSet<Uuid> {
    state(app).rows().map(|row| row.uuid()).collect()
}

fn calendar_uids(app: &App, programme: ProgrammeId) -> Vec<String> {
    let options = CalendarOptions {
        slots: true,
        ..CalendarOptions::default()
    };
    let text = app.calendar(programme, &options).unwrap().text;
    let lines = text.lines().filter(|line| line.starts_with("UID:"));
    lines.map(str::to_owned).collect()
}

#[test]
fn same_page_gives_the_same_ids_in_two_stores() {
    let (_one_folder, one) = empty(in_june);
    let (_other_folder, other) = empty(in_october);
    let later = PAGE.replace("Laptop", "Hôtel de Ville");
    assert_ne!(later, PAGE);
    for page in [PAGE, &later] {
        import(&one, page);
        import(&other, page);
        assert_eq!(rows(&one), rows(&other));
        assert_eq!(ids(&one), ids(&other));
    }
    assert!(ids(&one).len() > 20, "{}", ids(&one).len());
}

#[test]
fn reimport_after_a_lost_store_keeps_calendar_uids() {
    let (folder, app) = empty(in_june);
    let programme = import(&app, PAGE);
    let before = calendar_uids(&app, programme);
    drop((app, folder));
    let (_folder, app) = empty(in_october);
    let programme = import(&app, PAGE);
    assert!(before.len() > 1, "{before:?}");
    assert_eq!(calendar_uids(&app, programme), before);
}

#[test]
fn deleted_slot_reimported_from_the_page_is_a_new_row() {
    let (_folder, app) = empty(in_june);
    let page = |lines: &str| format!("# Rencontres\n\n## Bilan\n\n- 9h - 10h : Accueil\n{lines}");
    let two = "- 10h - 10h15 : Pause\n- 10h15 - 12h : Atelier\n- 12h - 12h15 : Pause\n";
    import(&app, &page(two));
    let pauses = || -> Vec<SlotId> {
        let slot = |row| match row {
            Entity::Slot(slot) if slot.title == "Pause" => Some(slot.id),
            _ => None,
        };
        rows(&app).into_iter().filter_map(slot).collect()
    };
    let before = pauses();
    let deleted = before[0];
    let edit = Edit::DeleteSlot { slot: deleted };
    app.apply(&edit, Scope::default()).unwrap();
    // The page still has the deleted slot, and gets a third.
    let three = format!("{two}- 12h15 - 12h30 : Pause\n");
    import(&app, &page(&three));
    let after = pauses();
    assert_eq!(after.len(), 2);
    assert!(after.contains(&before[1]) && !after.contains(&deleted));
    // The deleted slot returns with another length. The page's values are used.
    let changed = page(&three.replace("10h15", "10h20"));
    import(&app, &changed);
    assert_eq!(pauses().len(), 3);
    import(&app, &changed);
    assert_eq!(pauses().len(), 3);
}
