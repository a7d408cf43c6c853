//! The organiser's page: import, re-import and undo.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops where it can't go on, and says what it passes over"
)]

use chrono::{DateTime, Utc};
use deroule_app::{App, EditResult, ImportPreview, ImportRequest, Language, Scope, Target};
use deroule_page::Remark;
use serde_json::Value;
use tempfile::TempDir;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

/// A test page with the structure, the facts and the mistakes of the organiser's original.
fn page() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/pages/planning.md"
    );
    std::fs::read_to_string(path).unwrap()
}

fn empty() -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    (folder, app)
}

fn request(page: &str) -> ImportRequest {
    ImportRequest {
        page: page.to_owned(),
        ..ImportRequest::default()
    }
}

fn import(app: &App) -> (ImportPreview, EditResult) {
    let (outcome, preview) = app.import(&request(&page()), Scope::default()).unwrap();
    (preview, outcome)
}

fn exported(app: &App) -> Value {
    let programme = app.current_programme().unwrap().unwrap();
    let document = app.export_json(programme, None, Some(Language::En));
    serde_json::to_value(document.unwrap()).unwrap()
}

/// The value at `path` of each element of a list, as text.
fn each<'a>(list: &'a Value, path: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one.pointer(path).and_then(Value::as_str).unwrap_or("null"))
        .collect()
}

#[test]
fn import_reads_title_audiences_agenda_and_ideas() {
    let (_folder, app) = empty();
    import(&app);
    let plan = exported(&app);
    assert_eq!(plan["programme"]["title"], "Carnet de la promotion");
    assert_eq!(plan["programme"]["timezone"], "Europe/Paris");
    assert_eq!(each(&plan["audiences"], "/name"), ["DIG", "Mentors"]);
    let calendar = "nuage.example.org";
    let page = format!("https://{calendar}/index.php/apps/calendar/p/Rentree2019/DIG");
    let feed = format!("webcal://{calendar}/remote.php/dav/public-calendars/Rentree2019?export");
    assert_eq!(plan["agenda"]["page_url"], page);
    assert_eq!(plan["agenda"]["feed_url"], feed);
    assert_eq!(
        each(&plan["ideas"], "/title"),
        ["clinique de projet", "carte des acteurs"]
    );
}

#[test]
fn import_reads_dates_venue_and_hours_and_takes_dashes_for_empty_cells() {
    let (_folder, app) = empty();
    import(&app);
    let plan = exported(&app);
    let sessions = plan["sessions"].as_array().unwrap();
    let summaries: Vec<String> = sessions
        .iter()
        .map(|session| {
            assert_eq!(session["venue"], "Laptop");
            assert_eq!(session["theme"], Value::Null);
            assert_eq!(session["objectives"], Value::Null);
            let hours = session["attendance"].as_array().unwrap().iter().map(|one| {
                let text = |key: &str| one[key].as_str().unwrap().to_owned();
                format!(" {} {}-{}", text("audience"), text("start"), text("end"))
            });
            let date = session["days"][0]["date"].as_str().unwrap();
            format!("{date}{}", hours.collect::<String>())
        })
        .collect();
    let expected = [
        "2019-08-30 DIG 09:30-18:30",
        "2019-09-26 DIG 09:30-18:30 Mentors 14:00-18:30",
        "2019-10-11 Mentors 14:00-18:30",
        "2019-10-24 DIG 09:30-18:30",
        "2019-11-28 DIG 09:30-18:30 Mentors 09:30-18:30",
        "2019-12-12 DIG 09:30-18:30",
    ];
    assert_eq!(summaries, expected);
}

#[test]
fn running_order_of_30_august_runs_from_9h_to_a_milestone_at_18h15() {
    let (_folder, app) = empty();
    import(&app);
    let plan = exported(&app);
    let slots = &plan["sessions"][0]["days"][0]["slots"];
    let list = slots.as_array().unwrap();
    assert_eq!(list.len(), 14);
    assert!(list.iter().all(|slot| slot["pinned"] == false));
    assert!(list.iter().take(13).all(|slot| slot["minutes"] != 0));
    assert_eq!(list[13]["minutes"], 0);
    let expected = [
        "09:00", "09:30", "09:45", "10:00", "11:00", "11:30", "12:30", "12:40", "14:00", "14:30",
        "15:45", "16:15", "17:30", "18:15",
    ];
    assert_eq!(each(slots, "/start"), expected);
    assert_eq!(list[12]["end"], "18:15");
    for (number, slot) in list.iter().enumerate() {
        let tracks = slot["tracks"].as_array().unwrap().len();
        let parallel = number == 9 || number == 11;
        assert_eq!(tracks, if parallel { 3 } else { 0 }, "{slot}");
    }
    let kinds = each(slots, "/kind");
    let inferred = [0, 4, 7, 9, 10, 11, 12].map(|number| kinds[number]);
    let expected = [
        "welcome", "break", "meal", "workshop", "break", "workshop", "wrapUp",
    ];
    assert_eq!(inferred, expected);
}

#[test]
fn remarks_and_unread_lines_have_line_numbers() {
    let (_folder, app) = empty();
    let (preview, _) = import(&app);
    let line_and_code = |remark: &Remark| (remark.line, remark.message.code.clone());
    let remarks: Vec<_> = preview.remarks.iter().map(line_and_code).collect();
    let expected = [
        (1, "timezone-inferred"),
        (20, "audience-inferred"),
        (21, "audience-inferred"),
        (21, "part-of-day-inferred"),
        (31, "stray-mark"),
        (31, "start-differs"),
        (32, "undecided"),
        (44, "end-differs"),
    ];
    assert_eq!(
        remarks,
        expected.map(|(line, code)| (line, format!("remark-{code}")))
    );
    let unread: Vec<u32> = preview.unread.iter().map(|unread| unread.line).collect();
    assert_eq!(unread, [5]);
}

#[test]
fn assumed_time_zone_of_a_new_programme_is_reported() {
    let (_folder, app) = empty();
    let page =
        "# Fellowship\n\n## 3 May 2019\n\n- 9:00 - 12:00: welcome and lunch for the fellows\n";
    let codes = |preview: &ImportPreview| {
        let remarks = preview.remarks.iter();
        let zone = remarks.filter(|remark| remark.message.code.contains("timezone"));
        zone.map(|remark| (remark.line, remark.message.code.clone()))
            .collect::<Vec<_>>()
    };
    let preview = app.prepare_import(&request(page)).unwrap();
    assert_eq!(
        codes(&preview.preview),
        [(1, "import-timezone-assumed".to_owned())]
    );
    app.apply(&preview.edit, Scope::default()).unwrap();
    let again = app.prepare_import(&request(page)).unwrap();
    assert_eq!(codes(&again.preview), []);
}

#[test]
fn reimport_of_a_page_without_years_changes_nothing_a_year_later() {
    for title in ["# Saison\n\n", ""] {
        let page = format!("{title}| Session | Date |\n|--|--|\n| Rentrée | 3 septembre |\n");
        let (folder, app) = empty();
        let preview = app.prepare_import(&request(&page)).unwrap();
        app.apply(&preview.edit, Scope::default()).unwrap();
        let later = || clock() + chrono::Days::new(400);
        let app = App::open(&folder.path().join("plan.deroule"), later).unwrap();
        let preview = app.prepare_import(&request(&page)).unwrap();
        assert_eq!(
            app.apply(&preview.edit, Scope::default()).unwrap().changed,
            0
        );
    }
}

#[test]
fn reimport_of_the_same_page_changes_nothing() {
    let (_folder, app) = empty();
    let (_, first) = import(&app);
    let before = exported(&app);
    let (preview, second) = import(&app);
    assert!(!preview.is_new);
    assert_eq!(second.changed, 0);
    assert_eq!(second.revision, first.revision);
    assert_eq!(exported(&app), before);
}

#[test]
fn page_without_a_title_matches_the_programme_with_its_sessions() {
    let (_folder, app) = empty();
    let page = page().replace("# Carnet de la promotion\n", "");
    let import = |page: &str| {
        let preview = app.prepare_import(&request(page)).unwrap();
        app.apply(&preview.edit, Scope::default()).unwrap()
    };
    import(&page);
    assert_eq!(import(&page).changed, 0);
    let other = "| Session | Date |\n|--|--|\n| Rentrée | 3 septembre 2020 |\n";
    import(other);
    assert_eq!(import(other).changed, 0);
    let count = app.read(|plan, _, _| Ok(plan.programmes().len()));
    assert_eq!(count, Ok(2));
}

#[test]
fn page_without_programme_content_is_refused() {
    let (_folder, app) = empty();
    for page in ["", "\n\n", "blabla", "## Planning\n\n- acheter du café\n"] {
        let refused = app.preview_import(&request(page));
        assert_eq!(refused.unwrap_err().code, "problem-page-empty", "{page}");
    }
    let title_alone = app.preview_import(&request("# Journées"));
    assert_eq!(title_alone.unwrap().title, "Journées");
}

#[test]
fn two_imports_prepared_from_one_page_create_one_programme() {
    for page in [page(), page().replace("# Carnet de la promotion\n", "")] {
        let (folder, app) = empty();
        let other = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
        let preview = |app: &App| app.prepare_import(&request(&page)).unwrap();
        let (first, second) = (preview(&app), preview(&other));
        app.apply(&first.edit, Scope::default()).unwrap();
        // It was prepared on a store into which the page was not imported yet.
        let refused = other.apply(&second.edit, Scope::default()).unwrap_err();
        assert_eq!(refused.code, "problem-read-meanwhile");
        let (outcome, _) = other.import(&request(&page), Scope::default()).unwrap();
        assert_eq!(outcome.changed, 0);
        let programmes = app.read(|plan, _, _| Ok(plan.programmes().len()));
        assert_eq!(programmes, Ok(1));
    }
}

#[test]
fn page_matches_its_programme_after_a_rename_in_the_app() {
    let (_folder, app) = empty();
    let (first, _) = import(&app);
    let rename = deroule_app::edit::Edit::SetProgramme {
        programme: first.programme,
        field: deroule_app::edit::ProgrammeField::Title("Saison".to_owned()),
    };
    app.apply(&rename, Scope::default()).unwrap();
    let (second, _) = import(&app);
    assert_eq!(second.programme, first.programme);
    assert_eq!(second.title, "Saison");
    let new = ImportRequest {
        target: Target::New,
        ..request(&page())
    };
    let preview = app.preview_import(&new).unwrap();
    assert!(preview.is_new && preview.programme != first.programme);
}

#[test]
fn import_is_one_step_for_undo_and_redo() {
    let (_folder, app) = empty();
    import(&app);
    let before = exported(&app);
    app.undo(Scope::default()).unwrap();
    let empty = app.read(|plan, _, _| Ok(plan.programmes().is_empty()));
    assert_eq!(empty, Ok(true));
    app.redo(Scope::default()).unwrap();
    assert_eq!(exported(&app), before);
}

#[test]
fn previews_write_nothing() {
    let (_folder, app) = empty();
    let preview = app.prepare_import(&request(&page())).unwrap();
    app.preview(&preview.edit, Scope::default()).unwrap();
    assert!(app.is_new_store().unwrap());
    assert_eq!(app.current_programme(), Ok(None));
}

/// The original page is not in the repository. The test is skipped without it.
#[test]
fn original_page_gives_the_same_counts_as_the_test_page() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../../shared/programme/planning.md"
    );
    let Ok(original) = std::fs::read_to_string(path) else {
        eprintln!("skipped: {path} is missing");
        return;
    };
    let (_folder, app) = empty();
    let (test_page, _) = import(&app);
    let (_folder, app) = empty();
    let read = |page: &str| app.prepare_import(&request(page)).unwrap();
    let prepared = read(&original);
    let preview = &prepared.preview;
    let counts = |preview: &ImportPreview| {
        (
            preview.counts.sessions,
            preview.counts.slots,
            preview.counts.ideas,
        )
    };
    assert!(preview.is_new);
    assert_eq!(counts(preview), counts(&test_page));
    app.apply(&prepared.edit, Scope::default()).unwrap();
    let again = read(&original);
    assert!(!again.preview.is_new);
    let outcome = app.apply(&again.edit, Scope::default()).unwrap();
    assert_eq!(outcome.changed, 0);
}

#[test]
fn sample_has_the_counts_of_the_test_page_and_is_deleted_in_one_edit() {
    for language in [Language::Fr, Language::En] {
        let (_folder, app) = empty();
        app.add_sample(language).unwrap();
        let open = app.snapshot(Scope::default()).unwrap().open.unwrap();
        assert!(open.programme.is_sample);
        assert_eq!((open.sessions.len(), open.ideas.len()), (6, 2));
        let first = exported(&app);
        assert_eq!(first["sessions"][0]["days"][0]["date"], "2019-08-30");
        assert_eq!(open.sessions[0].slot_count, 14);
        let programme = open.programme.id;
        let delete = deroule_app::edit::Edit::DeleteProgramme { programme };
        app.apply(&delete, Scope::default()).unwrap();
        assert_eq!(app.current_programme(), Ok(None));
        app.undo(Scope::default()).unwrap();
        assert_eq!(exported(&app), first);
        app.undo(Scope::default()).unwrap();
        assert_eq!(app.current_programme(), Ok(None));
    }
}

#[test]
fn unread_lines_of_the_sample_are_prose() {
    for sample in [
        include_str!("../src/sample/fr.md"),
        include_str!("../src/sample/en.md"),
    ] {
        let (_folder, app) = empty();
        let preview = app.preview_import(&request(sample)).unwrap();
        assert!(preview.unread.len() < 5, "{:?}", preview.unread);
        for unread in preview.unread {
            let is_structured = unread.text.starts_with(['#', '|', '-', '*']);
            assert!(!is_structured, "{unread:?}");
        }
    }
}

#[test]
fn export_has_every_documented_key() {
    let (_folder, app) = empty();
    import(&app);
    let plan = exported(&app);
    let documented = [
        ("", "programme audiences agenda sessions ideas findings"),
        ("/programme", "title timezone language"),
        ("/audiences/0", "name"),
        ("/agenda", "page_url feed_url"),
        (
            "/sessions/0",
            "id title status venue theme objectives attendance days",
        ),
        ("/sessions/0/attendance/0", "audience date start end"),
        ("/sessions/0/days/0", "date slots"),
        (
            "/sessions/0/days/0/slots/9",
            "id title kind start end minutes pinned setup tidy tracks",
        ),
        ("/sessions/0/days/0/slots/9/tracks/0", "title room slots"),
        ("/ideas/0", "title session"),
        ("/findings/0", "code message line"),
    ];
    for (pointer, keys) in documented {
        let object = plan.pointer(pointer).and_then(Value::as_object).unwrap();
        for key in keys.split(' ') {
            assert!(object.contains_key(key), "{pointer} has no {key}");
        }
    }
}
