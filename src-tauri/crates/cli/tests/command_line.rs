//! The command line as scripts see it: its output, its files and its exit status.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at a failure and reports what it skips"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use deroule_app::edit::{Edit, SlotField};
use deroule_app::model::{Language, Minutes, Parent, ProgrammeId};
use deroule_app::{App, Scope};
use serde_json::Value;
use tempfile::TempDir;

/// A test page with the structure, the facts and the mistakes of the organiser's original.
const PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/pages/planning.md"
);
/// The original page. It is not in the repository, and the test is skipped without it.
const ORIGINAL_PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../../shared/programme/planning.md"
);

/// A temporary folder with a store.
struct Fixture {
    folder: TempDir,
}

impl Fixture {
    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn with_the_page() -> Self {
        let fixture = Self::empty();
        fixture.done(&["import", PAGE]);
        fixture
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a call on the store of this folder, unless the arguments name another.
    fn run(&self, arguments: &[&str]) -> Output {
        let default = self.path("plan.deroule");
        let store = [Path::new("--store"), &default];
        let store = store
            .into_iter()
            .filter(|_| !arguments.contains(&"--store"));
        Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C")
            .args(store)
            .args(arguments)
            .output()
            .unwrap()
    }

    /// The output of a call that succeeds.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    /// The error output of a call that fails with a problem.
    fn problem(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        assert_eq!(output.stdout, b"", "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Gives the first slot of the first session half an hour of set-up.
    fn set_up(&self) {
        let app = App::open(&self.path("plan.deroule"), chrono::Utc::now).unwrap();
        let first = app.read(|plan, _, _| {
            let session = plan.sessions(plan.programmes()[0].id)[0].id;
            let day = plan.days(session).next().unwrap().id;
            Ok(plan.slots(Parent::Day(day)).next().unwrap().id)
        });
        let edit = Edit::SetSlot {
            slot: first.unwrap(),
            field: SlotField::Setup(Minutes(30)),
        };
        app.apply(&edit, Scope::default()).unwrap();
    }

    /// The text of the day sheets, with single spaces between words.
    fn sheet(&self, arguments: &[&str]) -> String {
        let path = self.path("sheet.pdf");
        let out = ["--out", path.to_str().unwrap()];
        self.done(&[&["export", "pdf"], arguments, &out].concat());
        let text = Command::new("pdftotext")
            .args(["-layout", path.to_str().unwrap(), "-"])
            .output()
            .unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn export(&self, arguments: &[&str], out: &Path) -> String {
        let mut call = vec!["export"];
        call.extend(arguments);
        call.extend(["--out", out.to_str().unwrap()]);
        self.done(&call);
        std::fs::read_to_string(out).unwrap()
    }
}

#[test]
fn import_reports_its_counts_and_writes_them() {
    let fixture = Fixture::empty();
    let result = fixture.done(&["import", PAGE]);
    assert!(result.contains("6 sessions, 14 slots, 2 ideas"), "{result}");
    let again = fixture.done(&["import", PAGE]);
    assert!(again.contains("0 added, 0 changed, 0 deleted"), "{again}");
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 6);
}

#[test]
fn import_of_the_original_page_gives_the_same_report() {
    if !Path::new(ORIGINAL_PAGE).exists() {
        eprintln!("skipped: {ORIGINAL_PAGE} is missing");
        return;
    }
    let result = |page| {
        let mut result = Fixture::empty().json(&["import", page, "--json"]);
        // Only the texts differ.
        for (list, field) in [("unread", "text"), ("findings", "message")] {
            for one in result[list].as_array_mut().unwrap() {
                one[field].take();
            }
        }
        for row in result["rows"].as_array_mut().unwrap() {
            row["title"].take();
            row["of"].take();
        }
        result["programme"].take();
        result["title"].take();
        result
    };
    assert_eq!(result(ORIGINAL_PAGE), result(PAGE));
}

#[test]
fn dry_run_gives_the_same_report_and_writes_nothing() {
    let fixture = Fixture::empty();
    let dry = fixture.json(&["import", PAGE, "--dry-run", "--json"]);
    assert!(
        fixture
            .problem(&["sessions"])
            .contains("no file of Déroulé")
    );
    assert_eq!(fixture.json(&["import", PAGE, "--json"]), dry);
}

#[test]
fn json_import_report_has_counts_findings_and_unread_lines() {
    let result = Fixture::empty().json(&["import", PAGE, "--json"]);
    assert_eq!(result["sessions"], 6);
    assert_eq!(result["slots"], 14);
    assert_eq!(result["ideas"], 2);
    for finding in result["findings"].as_array().unwrap() {
        assert!(finding["line"].is_u64() && finding["code"].is_string());
        assert!(finding["message"].is_string());
    }
    assert_eq!(result["unread"][0]["line"], 5);
    assert!(result["unread"][0]["text"].is_string());
}

#[test]
fn page_without_programme_content_is_refused_and_changes_nothing() {
    let fixture = Fixture::with_the_page();
    let page = fixture.path("page.md");
    for text in ["", "blabla\n"] {
        std::fs::write(&page, text).unwrap();
        let message = fixture.problem(&["import", page.to_str().unwrap()]);
        assert!(message.contains("Nothing on this page"), "{message}");
    }
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 6);
}

#[test]
fn concurrent_imports_of_one_page_create_one_programme() {
    let fixture = Fixture::empty();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| fixture.done(&["import", PAGE]));
        }
    });
    let app = App::open(&fixture.path("plan.deroule"), chrono::Utc::now).unwrap();
    let programmes = app.read(|plan, _, _| Ok(plan.programmes().len()));
    assert_eq!(programmes, Ok(1));
}

#[test]
fn only_an_import_creates_a_store() {
    let fixture = Fixture::empty();
    let nowhere = fixture.path("new/plan.deroule");
    let nowhere = nowhere.to_str().unwrap();
    let out = fixture.path("out.json");
    let out = out.to_str().unwrap();
    for arguments in [
        &["sessions"][..],
        &["show", "2019-08-30"],
        &["findings"],
        &["undo"],
        &["export", "json", "--out", out],
    ] {
        let message = fixture.problem(&[&["--store", nowhere], arguments].concat());
        assert!(message.contains(nowhere), "{message}");
    }
    fixture.problem(&["--store", nowhere, "import", "no-such-page.md"]);
    fixture.done(&["--store", nowhere, "import", PAGE, "--dry-run"]);
    assert!(!fixture.path("new").exists());
    fixture.done(&["--store", nowhere, "import", PAGE]);
    assert!(Path::new(nowhere).exists());
}

#[test]
fn closed_output_pipe_is_not_a_problem() {
    let fixture = Fixture::empty();
    let store = fixture.path("plan.deroule");
    for arguments in [&["import", PAGE][..], &["sessions", "--json"]] {
        let (reader, output) = std::io::pipe().unwrap();
        drop(reader);
        let result = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .args([Path::new("--store"), &store])
            .args(arguments)
            .stdout(output)
            .output()
            .unwrap();
        assert_eq!(result.status.code(), Some(0), "{result:?}");
        assert_eq!(result.stderr, b"", "{arguments:?}");
    }
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 6);
}

/// A page whose every text has terminal commands.
const PAGE_WITH_CONTROL_CHARACTERS: &str = "# Programme \u{1b}[31mrouge\n\n## Programme 2019\n\n\
    | Session | Date | Horaires | Lieu |\n|--|--|--|--|\n\
    | Session\u{1b}]0;titre\u{7} DIG | 30 août | 9h-12h \u{9b}2J | Lap\u{8}top |\n\n\
    ### Session du 30 août\n\n- 9h - 10h : accueil\u{1b}[1A\u{1b}[2K\n- 10h - 11h : a\u{7f}telier\n\n\
    Non lu \u{1b}Pq\u{1b}\\\n";

#[test]
fn text_output_has_no_control_characters() {
    let fixture = Fixture::empty();
    let page = fixture.path("page.md");
    std::fs::write(&page, PAGE_WITH_CONTROL_CHARACTERS).unwrap();
    let page = page.to_str().unwrap();
    let calls: [&[&str]; 8] = [
        &["import", page],
        &["sessions"],
        &["show", "2019-08-30"],
        &["findings"],
        &["undo"],
        &["redo"],
        &["show", "\u{1b}[31mrouge"],
        &["sessions", "--\u{1b}[31mrouge"],
    ];
    for arguments in calls {
        let output = fixture.run(arguments);
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).unwrap();
        assert!(!printed.is_empty(), "{arguments:?}");
        let commands = |letter: char| letter.is_control() && letter != '\n';
        assert!(!printed.contains(commands), "{arguments:?}: {printed:?}");
    }
    let shown = fixture.done(&["show", "2019-08-30"]);
    assert!(shown.starts_with("Session DIG · Laptop"), "{shown}");
    // JSON has every text unchanged.
    let result = fixture.json(&["show", "2019-08-30", "--json"]);
    assert_eq!(result["venue"], "Lap\u{8}top");
}

#[test]
fn call_succeeds_though_its_output_cannot_be_written() {
    let fixture = Fixture::empty();
    let run = |arguments: &[&str]| {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .args([Path::new("--store"), &fixture.path("plan.deroule")])
            .args(arguments)
            .stdout(full.unwrap())
            .output()
            .unwrap()
    };
    let out = fixture.path("plan.json");
    let calls: [&[&str]; 4] = [
        &["import", PAGE, "--json"],
        &["undo"],
        &["redo"],
        &["export", "json", "--out", out.to_str().unwrap()],
    ];
    for arguments in calls {
        let result = run(arguments);
        assert_eq!(result.status.code(), Some(0), "{arguments:?}: {result:?}");
        assert_ne!(result.stderr, b"", "{arguments:?}");
    }
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 6);
    assert_eq!(run(&["sessions"]).status.code(), Some(1));
}

#[test]
fn json_sessions_are_sorted_by_date() {
    let result = Fixture::with_the_page().json(&["sessions", "--json"]);
    let dates: Vec<&str> = result
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|session| session["days"][0]["date"].as_str())
        .collect();
    let expected = [
        "2019-08-30",
        "2019-09-26",
        "2019-10-11",
        "2019-10-24",
        "2019-11-28",
        "2019-12-12",
    ];
    assert_eq!(dates, expected);
}

#[test]
fn session_is_found_by_date_title_or_id() {
    let fixture = Fixture::with_the_page();
    let by_date = fixture.json(&["show", "2019-10-11", "--json"]);
    assert_eq!(by_date["title"], "Session Mentors seuls");
    let id = by_date["id"].as_str().unwrap();
    assert_eq!(fixture.json(&["show", id, "--json"]), by_date);
    let by_title = fixture.json(&["show", "session mentors seuls", "--json"]);
    assert_eq!(by_title, by_date);
    let text = fixture.done(&["show", "2019-08-30"]);
    assert!(text.contains("09:00 – 09:30  café d'accueil"), "{text}");
}

#[test]
fn audience_of_several_days_is_listed_once() {
    let fixture = Fixture::empty();
    let page = fixture.path("page.md");
    let table = "# Programme\n\n| SESSIONS | DATES | HORAIRES |\n| - | - | - |\n\
        | Session DIG + Mentors | 16 et 17 mai 2020 | 9h-18h |\n";
    std::fs::write(&page, table).unwrap();
    fixture.done(&["import", page.to_str().unwrap()]);
    let result = fixture.done(&["sessions"]);
    assert!(
        result.trim_end().ends_with(" · DIG + Mentors · Tentative"),
        "{result}"
    );
    assert_eq!(result.matches("Mentors").count(), 2, "title and audience");
}

#[test]
fn title_of_several_sessions_is_reported_as_ambiguous() {
    let message = Fixture::with_the_page().problem(&["show", "Session DIG"]);
    assert!(
        message.contains("Several sessions match “Session DIG”"),
        "{message}"
    );
}

#[test]
fn session_status_is_in_the_list_and_the_details() {
    let fixture = Fixture::empty();
    let page = fixture.path("page.md");
    let text = "# P\n\n## 2019\n\n| Session | Date | Statut |\n|--|--|--|\n\
        | Rentrée | 3 mai | confirmée |\n| Bilan | 4 mai | annulée |\n| Fête | 5 mai | |\n";
    std::fs::write(&page, text).unwrap();
    fixture.done(&["import", page.to_str().unwrap()]);
    let result = fixture.done(&["sessions"]);
    let expected = "2019-05-03  Rentrée · Confirmed\n\
        2019-05-04  Bilan · Cancelled\n2019-05-05  Fête · Tentative\n";
    assert_eq!(result, expected);
    let one = fixture.done(&["show", "Bilan"]);
    assert!(one.starts_with("Bilan · Cancelled\n"), "{one}");
}

#[test]
fn findings_are_listed_as_text_and_as_json() {
    let fixture = Fixture::with_the_page();
    let text = fixture.done(&["findings"]);
    let json = fixture.json(&["findings", "--json"]);
    let findings = json.as_array().unwrap();
    assert_eq!(text.lines().count(), findings.len());
    assert_eq!(findings[0]["code"], "finding-starts-early");
    assert!(text.starts_with(findings[0]["message"].as_str().unwrap()));
}

#[test]
fn import_can_be_undone_and_redone_once() {
    let fixture = Fixture::with_the_page();
    let before = fixture.json(&["sessions", "--json"]);
    fixture.done(&["undo"]);
    fixture.problem(&["sessions"]);
    assert!(fixture.problem(&["undo"]).contains("nothing to undo"));
    fixture.done(&["redo"]);
    assert_eq!(fixture.json(&["sessions", "--json"]), before);
    fixture.problem(&["redo"]);
}

#[test]
fn calendar_has_one_event_per_session_and_can_be_limited_to_an_audience() {
    let fixture = Fixture::with_the_page();
    let events = |text: &str| text.matches("BEGIN:VEVENT").count();
    let all = fixture.export(&["ics"], &fixture.path("all.ics"));
    assert_eq!(events(&all), 6);
    assert_eq!(fixture.export(&["ics"], &fixture.path("again.ics")), all);
    let mentors = &["ics", "--audience", "Mentors"];
    assert_eq!(
        events(&fixture.export(mentors, &fixture.path("mentors.ics"))),
        3
    );
    let one = &["ics", "--session", "2019-08-30"];
    let one = events(&fixture.export(one, &fixture.path("one.ics")));
    let slots = &["ics", "--session", "2019-08-30", "--slots"];
    assert_eq!(one, 1);
    assert!(events(&fixture.export(slots, &fixture.path("slots.ics"))) > 10);
}

#[test]
fn calendar_without_events_is_refused_and_writes_no_file() {
    let fixture = Fixture::empty();
    let page = fixture.path("page.md");
    std::fs::write(&page, "# P\n\n- 9h - 12h : bilan\n").unwrap();
    fixture.done(&["import", page.to_str().unwrap()]);
    let out = fixture.path("plan.ics");
    let message = fixture.problem(&["export", "ics", "--out", out.to_str().unwrap()]);
    assert!(message.contains("would be empty"), "{message}");
    assert!(!out.exists());
}

#[test]
fn day_sheet_is_a_pdf_of_one_session_or_of_all() {
    let fixture = Fixture::with_the_page();
    let sheet = |arguments: &[&str], name: &str| {
        let path = fixture.path(name);
        let out = ["--out", path.to_str().unwrap()];
        fixture.done(&[&["export", "pdf"], arguments, &out].concat());
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
        bytes.len()
    };
    let one = sheet(&["--session", "2019-08-30"], "one.pdf");
    assert!(sheet(&[], "all.pdf") > one);
}

#[test]
fn day_sheets_and_json_of_an_audience_have_the_sessions_it_attends() {
    let fixture = Fixture::with_the_page();
    let mentors = ["--audience", "Mentors"];
    let sheet = fixture.sheet(&mentors);
    assert!(sheet.contains("Session Mentors seuls"), "{sheet}");
    assert!(!sheet.contains("café d'accueil"), "{sheet}");
    let json = fixture.export(
        &["json", "--audience", "mentors"],
        &fixture.path("plan.json"),
    );
    let json: Value = serde_json::from_str(&json).unwrap();
    let sessions = json["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    let one = &[&mentors[..], &["--session", "2019-08-30"]].concat();
    let out = fixture.path("none.pdf");
    let out = ["--out", out.to_str().unwrap()];
    let message = fixture.problem(&[&["export", "pdf"], &one[..], &out].concat());
    assert!(message.contains("no session to print"), "{message}");
}

#[test]
fn option_of_another_format_exits_with_two() {
    let fixture = Fixture::with_the_page();
    let out = fixture.path("out");
    let out = out.to_str().unwrap();
    for arguments in [
        ["pdf", "--slots"],
        ["json", "--slots"],
        ["ics", "--crew"],
        ["json", "--crew"],
        ["ics", "--notes"],
        ["json", "--notes"],
    ] {
        let output = fixture.run(&[&["export", "--out", out], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(
            message.contains(arguments[0]) && message.contains(arguments[1]),
            "{message}"
        );
    }
    assert!(!Path::new(out).exists());
}

#[test]
fn only_the_crew_sheet_shows_set_up_times() {
    let fixture = Fixture::with_the_page();
    fixture.set_up();
    let session = ["--session", "2019-08-30"];
    let crew = fixture.sheet(&[&session[..], &["--crew"]].concat());
    assert!(
        crew.contains("8h30 – 9h Installation · café d'accueil"),
        "{crew}"
    );
    let everyone = fixture.sheet(&session);
    assert!(everyone.contains("café d'accueil"), "{everyone}");
    assert!(!everyone.contains(" 8h30"), "{everyone}");
    let calendar = fixture.export(&["ics", "--slots"], &fixture.path("all.ics"));
    assert!(!calendar.contains("20190830T083000"), "{calendar}");
}

#[test]
fn json_export_has_every_key_and_null_for_absent_values() {
    let fixture = Fixture::with_the_page();
    let text = fixture.export(&["json"], &fixture.path("plan.json"));
    let plan: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(plan["programme"]["timezone"], "Europe/Paris");
    let session = plan["sessions"][0].as_object().unwrap();
    assert_eq!(session.get("theme"), Some(&Value::Null));
    assert_eq!(session.get("objectives"), Some(&Value::Null));
    assert_eq!(session["venue"], "Laptop");
    let slot = &plan["sessions"][0]["days"][0]["slots"][0];
    assert_eq!(
        (&slot["start"], &slot["end"]),
        (&"09:00".into(), &"09:30".into())
    );
    assert_eq!(
        (&slot["minutes"], &slot["pinned"]),
        (&30.into(), &false.into())
    );
}

#[test]
fn programme_is_found_by_title_and_defaults_to_the_last_imported() {
    let fixture = Fixture::with_the_page();
    let other = fixture.path("other.md");
    let page = "# Autre programme\n\n### Programme 2020\n\n\
        | SESSIONS | DATES | HORAIRES | LIEU |\n| - | - | - | - |\n\
        | Réunion | 3 mars | 9h-12h | Salle A |\n";
    std::fs::write(&other, page).unwrap();
    fixture.done(&["import", other.to_str().unwrap()]);
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 1);
    let named = ["--programme", "Carnet de la promotion", "sessions"];
    assert_eq!(fixture.done(&named).lines().count(), 6);
    fixture.problem(&["--programme", "Nulle part", "sessions"]);
}

#[test]
fn page_merged_into_another_programme_takes_no_existing_title() {
    let fixture = Fixture::with_the_page();
    let other = fixture.path("other.md");
    std::fs::write(&other, "# Autre\n\n## 3 mai 2020\n\n- 9h - 12h : bilan\n").unwrap();
    let other = other.to_str().unwrap();
    fixture.done(&["import", other]);
    let result = fixture.done(&["--programme", "Carnet de la promotion", "import", other]);
    assert!(
        result.contains("    1  Another programme is called “Autre”"),
        "{result}"
    );
    let named = |name| {
        fixture
            .done(&["--programme", name, "sessions"])
            .lines()
            .count()
    };
    assert_eq!((named("Carnet de la promotion"), named("Autre")), (7, 1));
}

#[test]
fn title_of_several_programmes_is_reported_as_ambiguous_with_their_ids() {
    let fixture = Fixture::with_the_page();
    let app = App::open(&fixture.path("plan.deroule"), chrono::Utc::now).unwrap();
    let twin: ProgrammeId =
        serde_json::from_str("\"00000000-0000-0000-0000-000000000007\"").unwrap();
    let edit = Edit::AddProgramme {
        id: twin,
        title: "Carnet de la promotion".to_owned(),
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
    };
    app.apply(&edit, Scope::default()).unwrap();
    let message = fixture.problem(&["--programme", "carnet de la promotion", "sessions"]);
    assert!(message.contains(&twin.to_string()), "{message}");
    assert_eq!(
        fixture.done(&["--programme", &twin.to_string(), "sessions"]),
        ""
    );
}

#[test]
fn missing_rows_and_unwritable_files_are_problems() {
    let fixture = Fixture::with_the_page();
    fixture.problem(&["import", "no-such-page.md"]);
    fixture.problem(&["show", "2018-01-01"]);
    let out = fixture.path("no-such-folder/plan.json");
    fixture.problem(&["export", "json", "--out", out.to_str().unwrap()]);
    let out = fixture.path("plan.ics");
    let out = out.to_str().unwrap();
    fixture.problem(&["export", "ics", "--audience", "Personne", "--out", out]);
}

#[test]
fn export_never_overwrites_the_store() {
    let fixture = Fixture::with_the_page();
    let store = fixture.path("plan.deroule");
    let message = fixture.problem(&["export", "ics", "--out", store.to_str().unwrap()]);
    assert!(
        message.contains("belongs to a file of Déroulé"),
        "{message}"
    );
    assert_eq!(fixture.done(&["sessions"]).lines().count(), 6);
}

#[cfg(target_os = "linux")]
#[test]
fn export_to_stdout_prints_nothing_else() {
    let fixture = Fixture::with_the_page();
    let result = fixture.done(&["export", "ics", "--out", "/dev/stdout"]);
    assert!(result.starts_with("BEGIN:VCALENDAR"), "{result}");
    assert!(result.ends_with("END:VCALENDAR\r\n"), "{result}");
    let log = fixture.path("log");
    std::fs::write(&log, "before\n").unwrap();
    let end = std::fs::OpenOptions::new().append(true).open(&log).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
        .args([Path::new("--store"), &fixture.path("plan.deroule")])
        .args(["export", "ics", "--out", "/dev/stdout"])
        .stdout(end)
        .status()
        .unwrap();
    assert!(done.success());
    assert_eq!(
        std::fs::read_to_string(&log).unwrap(),
        format!("before\n{result}")
    );
}

#[test]
fn failed_copy_is_a_warning_on_the_error_stream() {
    let fixture = Fixture::with_the_page();
    std::fs::write(fixture.path("plan copies"), "in the way").unwrap();
    let output = fixture.run(&["sessions"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 6);
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("safety copy"), "{message}");
}

#[test]
fn file_that_is_not_a_store_is_refused_and_left_unchanged() {
    let fixture = Fixture::empty();
    std::fs::write(fixture.path("plan.deroule"), "a letter").unwrap();
    let message = fixture.problem(&["import", PAGE]);
    assert!(message.contains("not a file of Déroulé"), "{message}");
    let bytes = std::fs::read(fixture.path("plan.deroule")).unwrap();
    assert_eq!(bytes, b"a letter");
}

#[test]
fn unknown_arguments_exit_with_two_and_are_reported_on_the_error_stream() {
    for arguments in [&["dance"][..], &["show"], &["export", "docx"], &[]] {
        let output = Fixture::empty().run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(output.stdout, b"", "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn exports_use_the_programme_language_and_do_not_depend_on_the_locale() {
    let fixture = Fixture::with_the_page();
    let written = |format: &str, locale: &str, arguments: &[&str]| {
        let file = fixture.path("out");
        let output = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .env("LC_ALL", locale)
            .env("LC_MESSAGES", locale)
            .env("LANG", locale)
            .arg("--store")
            .arg(fixture.path("plan.deroule"))
            .args(["export", format, "--out"])
            .arg(&file)
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        std::fs::read(file).unwrap()
    };
    for (format, arguments) in [
        ("ics", &["--slots"][..]),
        ("pdf", &[]),
        ("pdf", &["--crew"]),
        ("json", &[]),
    ] {
        let plain = written(format, "C", arguments);
        let french = written(format, "fr_FR.UTF-8", arguments);
        assert!(plain == french, "{format} {arguments:?}");
        let in_english = [arguments, &["--lang", "en"]].concat();
        assert!(
            plain != written(format, "C", &in_english),
            "{format} {arguments:?}"
        );
        let in_french = [arguments, &["--lang", "fr"]].concat();
        assert!(
            plain == written(format, "C", &in_french),
            "{format} {arguments:?}"
        );
    }
}

#[test]
fn character_missing_from_the_fonts_is_reported_on_the_error_stream() {
    let fixture = Fixture::empty();
    let page = fixture.path("page.md");
    let text = "# Programme\n\n## Session du 30 août 2019\n\n- 9h - 10h : Café \u{10fffd}\n";
    std::fs::write(&page, text).unwrap();
    fixture.done(&["import", page.to_str().unwrap()]);
    let out = fixture.path("out.pdf");
    let output = fixture.run(&["export", "pdf", "--out", out.to_str().unwrap()]);
    assert!(output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.contains("U+10FFFD") && message.contains("page 1"),
        "{message}"
    );
    assert_eq!(message.lines().count(), 1, "{message}");
}

#[test]
fn verbose_call_logs_no_title_and_no_path() {
    let fixture = Fixture::empty();
    let store = fixture.path("plan.deroule").display().to_string();
    let calls: [&[&str]; 4] = [
        &["-v", "import", PAGE],
        &["sessions", "--verbose"],
        &["-v", "undo"],
        &["-v", "show", "Nowhere"],
    ];
    let mut log = String::new();
    for call in calls {
        let out = fixture.run(call);
        let message = String::from_utf8(out.stderr).unwrap();
        log.extend(
            message
                .lines()
                .filter(|line| is_logged(line))
                .map(|line| format!("{line}\n")),
        );
    }
    for event in [
        "start",
        "store is open",
        "written edit=\"edit-merge\"",
        "ends with a problem",
    ] {
        assert!(log.contains(event), "{event}:\n{log}");
    }
    for secret in [&*store, "planning.md", "Carnet", "Mentors", "Nowhere"] {
        assert!(!log.contains(secret), "{secret}:\n{log}");
    }
    let quiet = fixture.run(&["sessions"]);
    assert!(
        !String::from_utf8(quiet.stderr)
            .unwrap()
            .lines()
            .any(is_logged)
    );
}

/// Whether a line of the error stream belongs to the log. Those lines start with a time.
fn is_logged(line: &str) -> bool {
    line.starts_with("20") && line.contains("deroule")
}
