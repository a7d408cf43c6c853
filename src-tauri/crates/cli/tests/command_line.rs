//! The command line as scripts meet it: what it prints where, what it writes, how it exits.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops where it can't go on, and says what it passes over"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use deroule_app::edit::{Edit, SlotField};
use deroule_app::model::{Language, Minutes, Parent, ProgrammeId};
use deroule_app::{App, Scope};
use serde_json::Value;
use tempfile::TempDir;

/// A page of ours that has the shape, the facts and the slips of the organiser's own.
const PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/pages/planning.md"
);
/// The page as its author wrote it, beside the repository and not in it.
const OWN_PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../../shared/programme/planning.md"
);

/// A store of its own, gone with the test.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn with_the_page() -> Self {
        let desk = Self::empty();
        desk.done(&["import", PAGE]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs on the desk's own store, unless the words name another.
    fn run(&self, words: &[&str]) -> Output {
        let own = self.path("plan.deroule");
        let store = [Path::new("--store"), &own];
        let store = store.into_iter().filter(|_| !words.contains(&"--store"));
        Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C")
            .args(store)
            .args(words)
            .output()
            .unwrap()
    }

    /// What a call that succeeds prints.
    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.done(words)).unwrap()
    }

    /// What a call that meets a problem says, on the error stream alone.
    fn problem(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
        assert_eq!(output.stdout, b"", "{words:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Gives the first slot of the first session half an hour to set up.
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

    /// The text of the day sheets, words one space apart.
    fn sheet(&self, words: &[&str]) -> String {
        let path = self.path("sheet.pdf");
        let out = ["--out", path.to_str().unwrap()];
        self.done(&[&["export", "pdf"], words, &out].concat());
        let text = Command::new("pdftotext")
            .args(["-layout", path.to_str().unwrap(), "-"])
            .output()
            .unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn export(&self, words: &[&str], out: &Path) -> String {
        let mut call = vec!["export"];
        call.extend(words);
        call.extend(["--out", out.to_str().unwrap()]);
        self.done(&call);
        std::fs::read_to_string(out).unwrap()
    }
}

#[test]
fn import_reports_its_counts_and_writes_them() {
    let desk = Desk::empty();
    let told = desk.done(&["import", PAGE]);
    assert!(told.contains("6 sessions, 14 slots, 2 ideas"), "{told}");
    let again = desk.done(&["import", PAGE]);
    assert!(again.contains("0 added, 0 changed, 0 deleted"), "{again}");
    assert_eq!(desk.done(&["sessions"]).lines().count(), 6);
}

#[test]
fn import_of_the_original_page_gives_the_same_report() {
    if !Path::new(OWN_PAGE).exists() {
        eprintln!("passed over: there is no {OWN_PAGE}");
        return;
    }
    let told = |page| {
        let mut told = Desk::empty().json(&["import", page, "--json"]);
        // Only the words are other.
        for (list, words) in [("unread", "text"), ("findings", "message")] {
            for one in told[list].as_array_mut().unwrap() {
                one[words].take();
            }
        }
        for row in told["rows"].as_array_mut().unwrap() {
            row["title"].take();
            row["of"].take();
        }
        told["programme"].take();
        told["title"].take();
        told
    };
    assert_eq!(told(OWN_PAGE), told(PAGE));
}

#[test]
fn dry_run_gives_the_same_report_and_writes_nothing() {
    let desk = Desk::empty();
    let dry = desk.json(&["import", PAGE, "--dry-run", "--json"]);
    assert!(desk.problem(&["sessions"]).contains("no file of Déroulé"));
    assert_eq!(desk.json(&["import", PAGE, "--json"]), dry);
}

#[test]
fn json_import_report_has_counts_findings_and_unread_lines() {
    let told = Desk::empty().json(&["import", PAGE, "--json"]);
    assert_eq!(told["sessions"], 6);
    assert_eq!(told["slots"], 14);
    assert_eq!(told["ideas"], 2);
    for finding in told["findings"].as_array().unwrap() {
        assert!(finding["line"].is_u64() && finding["code"].is_string());
        assert!(finding["message"].is_string());
    }
    assert_eq!(told["unread"][0]["line"], 5);
    assert!(told["unread"][0]["text"].is_string());
}

#[test]
fn page_without_programme_content_is_refused_and_changes_nothing() {
    let desk = Desk::with_the_page();
    let page = desk.path("page.md");
    for text in ["", "blabla\n"] {
        std::fs::write(&page, text).unwrap();
        let said = desk.problem(&["import", page.to_str().unwrap()]);
        assert!(said.contains("Nothing on this page"), "{said}");
    }
    assert_eq!(desk.done(&["sessions"]).lines().count(), 6);
}

#[test]
fn concurrent_imports_of_one_page_create_one_programme() {
    let desk = Desk::empty();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| desk.done(&["import", PAGE]));
        }
    });
    let app = App::open(&desk.path("plan.deroule"), chrono::Utc::now).unwrap();
    let programmes = app.read(|plan, _, _| Ok(plan.programmes().len()));
    assert_eq!(programmes, Ok(1));
}

#[test]
fn only_an_import_creates_a_store() {
    let desk = Desk::empty();
    let nowhere = desk.path("new/plan.deroule");
    let nowhere = nowhere.to_str().unwrap();
    let out = desk.path("out.json");
    let out = out.to_str().unwrap();
    for words in [
        &["sessions"][..],
        &["show", "2019-08-30"],
        &["findings"],
        &["undo"],
        &["export", "json", "--out", out],
    ] {
        let said = desk.problem(&[&["--store", nowhere], words].concat());
        assert!(said.contains(nowhere), "{said}");
    }
    desk.problem(&["--store", nowhere, "import", "no-such-page.md"]);
    desk.done(&["--store", nowhere, "import", PAGE, "--dry-run"]);
    assert!(!desk.path("new").exists());
    desk.done(&["--store", nowhere, "import", PAGE]);
    assert!(Path::new(nowhere).exists());
}

#[test]
fn closed_output_pipe_is_not_a_problem() {
    let desk = Desk::empty();
    let store = desk.path("plan.deroule");
    for words in [&["import", PAGE][..], &["sessions", "--json"]] {
        let (unheard, output) = std::io::pipe().unwrap();
        drop(unheard);
        let told = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .args([Path::new("--store"), &store])
            .args(words)
            .stdout(output)
            .output()
            .unwrap();
        assert_eq!(told.status.code(), Some(0), "{told:?}");
        assert_eq!(told.stderr, b"", "{words:?}");
    }
    assert_eq!(desk.done(&["sessions"]).lines().count(), 6);
}

/// A page whose every text tries to command the terminal.
const COMMANDING: &str = "# Programme \u{1b}[31mrouge\n\n## Programme 2019\n\n\
    | Session | Date | Horaires | Lieu |\n|--|--|--|--|\n\
    | Session\u{1b}]0;titre\u{7} DIG | 30 août | 9h-12h \u{9b}2J | Lap\u{8}top |\n\n\
    ### Session du 30 août\n\n- 9h - 10h : accueil\u{1b}[1A\u{1b}[2K\n- 10h - 11h : a\u{7f}telier\n\n\
    Non lu \u{1b}Pq\u{1b}\\\n";

#[test]
fn text_output_has_no_control_characters() {
    let desk = Desk::empty();
    let page = desk.path("page.md");
    std::fs::write(&page, COMMANDING).unwrap();
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
    for words in calls {
        let output = desk.run(words);
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).unwrap();
        assert!(!printed.is_empty(), "{words:?}");
        let commands = |letter: char| letter.is_control() && letter != '\n';
        assert!(!printed.contains(commands), "{words:?}: {printed:?}");
    }
    let shown = desk.done(&["show", "2019-08-30"]);
    assert!(shown.starts_with("Session DIG · Laptop"), "{shown}");
    // Programs get every text as it is.
    let told = desk.json(&["show", "2019-08-30", "--json"]);
    assert_eq!(told["venue"], "Lap\u{8}top");
}

#[test]
fn call_succeeds_though_its_output_cannot_be_written() {
    let desk = Desk::empty();
    let run = |words: &[&str]| {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .args([Path::new("--store"), &desk.path("plan.deroule")])
            .args(words)
            .stdout(full.unwrap())
            .output()
            .unwrap()
    };
    let out = desk.path("plan.json");
    let calls: [&[&str]; 4] = [
        &["import", PAGE, "--json"],
        &["undo"],
        &["redo"],
        &["export", "json", "--out", out.to_str().unwrap()],
    ];
    for words in calls {
        let told = run(words);
        assert_eq!(told.status.code(), Some(0), "{words:?}: {told:?}");
        assert_ne!(told.stderr, b"", "{words:?}");
    }
    assert_eq!(desk.done(&["sessions"]).lines().count(), 6);
    assert_eq!(run(&["sessions"]).status.code(), Some(1));
}

#[test]
fn json_sessions_are_sorted_by_date() {
    let told = Desk::with_the_page().json(&["sessions", "--json"]);
    let dates: Vec<&str> = told
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
    let desk = Desk::with_the_page();
    let by_date = desk.json(&["show", "2019-10-11", "--json"]);
    assert_eq!(by_date["title"], "Session Mentors seuls");
    let id = by_date["id"].as_str().unwrap();
    assert_eq!(desk.json(&["show", id, "--json"]), by_date);
    let by_title = desk.json(&["show", "session mentors seuls", "--json"]);
    assert_eq!(by_title, by_date);
    let words = desk.done(&["show", "2019-08-30"]);
    assert!(words.contains("09:00 – 09:30  café d'accueil"), "{words}");
}

#[test]
fn audience_of_several_days_is_listed_once() {
    let desk = Desk::empty();
    let page = desk.path("page.md");
    let table = "# Programme\n\n| SESSIONS | DATES | HORAIRES |\n| - | - | - |\n\
        | Session DIG + Mentors | 16 et 17 mai 2020 | 9h-18h |\n";
    std::fs::write(&page, table).unwrap();
    desk.done(&["import", page.to_str().unwrap()]);
    let told = desk.done(&["sessions"]);
    assert!(
        told.trim_end().ends_with(" · DIG + Mentors · Tentative"),
        "{told}"
    );
    assert_eq!(told.matches("Mentors").count(), 2, "title and audience");
}

#[test]
fn title_of_several_sessions_is_reported_as_ambiguous() {
    let said = Desk::with_the_page().problem(&["show", "Session DIG"]);
    assert!(
        said.contains("Several sessions match “Session DIG”"),
        "{said}"
    );
}

#[test]
fn session_status_is_in_the_list_and_the_details() {
    let desk = Desk::empty();
    let page = desk.path("page.md");
    let text = "# P\n\n## 2019\n\n| Session | Date | Statut |\n|--|--|--|\n\
        | Rentrée | 3 mai | confirmée |\n| Bilan | 4 mai | annulée |\n| Fête | 5 mai | |\n";
    std::fs::write(&page, text).unwrap();
    desk.done(&["import", page.to_str().unwrap()]);
    let told = desk.done(&["sessions"]);
    let expected = "2019-05-03  Rentrée · Confirmed\n\
        2019-05-04  Bilan · Cancelled\n2019-05-05  Fête · Tentative\n";
    assert_eq!(told, expected);
    let one = desk.done(&["show", "Bilan"]);
    assert!(one.starts_with("Bilan · Cancelled\n"), "{one}");
}

#[test]
fn findings_are_listed_as_text_and_as_json() {
    let desk = Desk::with_the_page();
    let words = desk.done(&["findings"]);
    let json = desk.json(&["findings", "--json"]);
    let findings = json.as_array().unwrap();
    assert_eq!(words.lines().count(), findings.len());
    assert_eq!(findings[0]["code"], "finding-starts-early");
    assert!(words.starts_with(findings[0]["message"].as_str().unwrap()));
}

#[test]
fn import_can_be_undone_and_redone_once() {
    let desk = Desk::with_the_page();
    let before = desk.json(&["sessions", "--json"]);
    desk.done(&["undo"]);
    desk.problem(&["sessions"]);
    assert!(desk.problem(&["undo"]).contains("nothing to undo"));
    desk.done(&["redo"]);
    assert_eq!(desk.json(&["sessions", "--json"]), before);
    desk.problem(&["redo"]);
}

#[test]
fn calendar_has_one_event_per_session_and_can_be_limited_to_an_audience() {
    let desk = Desk::with_the_page();
    let events = |text: &str| text.matches("BEGIN:VEVENT").count();
    let all = desk.export(&["ics"], &desk.path("all.ics"));
    assert_eq!(events(&all), 6);
    assert_eq!(desk.export(&["ics"], &desk.path("again.ics")), all);
    let mentors = &["ics", "--audience", "Mentors"];
    assert_eq!(events(&desk.export(mentors, &desk.path("mentors.ics"))), 3);
    let one = &["ics", "--session", "2019-08-30"];
    let one = events(&desk.export(one, &desk.path("one.ics")));
    let slots = &["ics", "--session", "2019-08-30", "--slots"];
    assert_eq!(one, 1);
    assert!(events(&desk.export(slots, &desk.path("slots.ics"))) > 10);
}

#[test]
fn calendar_without_events_is_refused_and_writes_no_file() {
    let desk = Desk::empty();
    let page = desk.path("page.md");
    std::fs::write(&page, "# P\n\n- 9h - 12h : bilan\n").unwrap();
    desk.done(&["import", page.to_str().unwrap()]);
    let out = desk.path("plan.ics");
    let said = desk.problem(&["export", "ics", "--out", out.to_str().unwrap()]);
    assert!(said.contains("would be empty"), "{said}");
    assert!(!out.exists());
}

#[test]
fn day_sheet_is_a_pdf_of_one_session_or_of_all() {
    let desk = Desk::with_the_page();
    let sheet = |words: &[&str], name: &str| {
        let path = desk.path(name);
        let out = ["--out", path.to_str().unwrap()];
        desk.done(&[&["export", "pdf"], words, &out].concat());
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
        bytes.len()
    };
    let one = sheet(&["--session", "2019-08-30"], "one.pdf");
    assert!(sheet(&[], "all.pdf") > one);
}

#[test]
fn day_sheets_and_json_of_an_audience_have_the_sessions_it_attends() {
    let desk = Desk::with_the_page();
    let mentors = ["--audience", "Mentors"];
    let sheet = desk.sheet(&mentors);
    assert!(sheet.contains("Session Mentors seuls"), "{sheet}");
    assert!(!sheet.contains("café d'accueil"), "{sheet}");
    let json = desk.export(&["json", "--audience", "mentors"], &desk.path("plan.json"));
    let json: Value = serde_json::from_str(&json).unwrap();
    let sessions = json["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    let one = &[&mentors[..], &["--session", "2019-08-30"]].concat();
    let out = desk.path("none.pdf");
    let out = ["--out", out.to_str().unwrap()];
    let said = desk.problem(&[&["export", "pdf"], &one[..], &out].concat());
    assert!(said.contains("no session to print"), "{said}");
}

#[test]
fn option_of_another_format_exits_with_two() {
    let desk = Desk::with_the_page();
    let out = desk.path("out");
    let out = out.to_str().unwrap();
    for words in [
        ["pdf", "--slots"],
        ["json", "--slots"],
        ["ics", "--crew"],
        ["json", "--crew"],
        ["ics", "--notes"],
        ["json", "--notes"],
    ] {
        let output = desk.run(&[&["export", "--out", out], &words[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words[0]) && said.contains(words[1]), "{said}");
    }
    assert!(!Path::new(out).exists());
}

#[test]
fn only_the_crew_sheet_shows_set_up_times() {
    let desk = Desk::with_the_page();
    desk.set_up();
    let session = ["--session", "2019-08-30"];
    let crew = desk.sheet(&[&session[..], &["--crew"]].concat());
    assert!(
        crew.contains("8h30 – 9h Installation · café d'accueil"),
        "{crew}"
    );
    let everyone = desk.sheet(&session);
    assert!(everyone.contains("café d'accueil"), "{everyone}");
    assert!(!everyone.contains(" 8h30"), "{everyone}");
    let calendar = desk.export(&["ics", "--slots"], &desk.path("all.ics"));
    assert!(!calendar.contains("20190830T083000"), "{calendar}");
}

#[test]
fn json_export_has_every_key_and_null_for_absent_values() {
    let desk = Desk::with_the_page();
    let text = desk.export(&["json"], &desk.path("plan.json"));
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
    let desk = Desk::with_the_page();
    let other = desk.path("other.md");
    let page = "# Autre programme\n\n### Programme 2020\n\n\
        | SESSIONS | DATES | HORAIRES | LIEU |\n| - | - | - | - |\n\
        | Réunion | 3 mars | 9h-12h | Salle A |\n";
    std::fs::write(&other, page).unwrap();
    desk.done(&["import", other.to_str().unwrap()]);
    assert_eq!(desk.done(&["sessions"]).lines().count(), 1);
    let named = ["--programme", "Carnet de la promotion", "sessions"];
    assert_eq!(desk.done(&named).lines().count(), 6);
    desk.problem(&["--programme", "Nulle part", "sessions"]);
}

#[test]
fn page_merged_into_another_programme_takes_no_existing_title() {
    let desk = Desk::with_the_page();
    let other = desk.path("other.md");
    std::fs::write(&other, "# Autre\n\n## 3 mai 2020\n\n- 9h - 12h : bilan\n").unwrap();
    let other = other.to_str().unwrap();
    desk.done(&["import", other]);
    let told = desk.done(&["--programme", "Carnet de la promotion", "import", other]);
    assert!(
        told.contains("    1  Another programme is called “Autre”"),
        "{told}"
    );
    let named = |name| {
        desk.done(&["--programme", name, "sessions"])
            .lines()
            .count()
    };
    assert_eq!((named("Carnet de la promotion"), named("Autre")), (7, 1));
}

#[test]
fn title_of_several_programmes_is_reported_as_ambiguous_with_their_ids() {
    let desk = Desk::with_the_page();
    let app = App::open(&desk.path("plan.deroule"), chrono::Utc::now).unwrap();
    let twin: ProgrammeId =
        serde_json::from_str("\"00000000-0000-0000-0000-000000000007\"").unwrap();
    let edit = Edit::AddProgramme {
        id: twin,
        title: "Carnet de la promotion".to_owned(),
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
    };
    app.apply(&edit, Scope::default()).unwrap();
    let said = desk.problem(&["--programme", "carnet de la promotion", "sessions"]);
    assert!(said.contains(&twin.to_string()), "{said}");
    assert_eq!(
        desk.done(&["--programme", &twin.to_string(), "sessions"]),
        ""
    );
}

#[test]
fn missing_rows_and_unwritable_files_are_problems() {
    let desk = Desk::with_the_page();
    desk.problem(&["import", "no-such-page.md"]);
    desk.problem(&["show", "2018-01-01"]);
    let out = desk.path("no-such-folder/plan.json");
    desk.problem(&["export", "json", "--out", out.to_str().unwrap()]);
    let out = desk.path("plan.ics");
    let out = out.to_str().unwrap();
    desk.problem(&["export", "ics", "--audience", "Personne", "--out", out]);
}

#[test]
fn export_never_overwrites_the_store() {
    let desk = Desk::with_the_page();
    let store = desk.path("plan.deroule");
    let said = desk.problem(&["export", "ics", "--out", store.to_str().unwrap()]);
    assert!(said.contains("belongs to a file of Déroulé"), "{said}");
    assert_eq!(desk.done(&["sessions"]).lines().count(), 6);
}

#[cfg(target_os = "linux")]
#[test]
fn export_to_stdout_prints_nothing_else() {
    let desk = Desk::with_the_page();
    let told = desk.done(&["export", "ics", "--out", "/dev/stdout"]);
    assert!(told.starts_with("BEGIN:VCALENDAR"), "{told}");
    assert!(told.ends_with("END:VCALENDAR\r\n"), "{told}");
    let log = desk.path("log");
    std::fs::write(&log, "before\n").unwrap();
    let end = std::fs::OpenOptions::new().append(true).open(&log).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
        .args([Path::new("--store"), &desk.path("plan.deroule")])
        .args(["export", "ics", "--out", "/dev/stdout"])
        .stdout(end)
        .status()
        .unwrap();
    assert!(done.success());
    assert_eq!(
        std::fs::read_to_string(&log).unwrap(),
        format!("before\n{told}")
    );
}

#[test]
fn failed_copy_is_a_warning_on_the_error_stream() {
    let desk = Desk::with_the_page();
    std::fs::write(desk.path("plan copies"), "in the way").unwrap();
    let output = desk.run(&["sessions"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 6);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("safety copy"), "{said}");
}

#[test]
fn file_that_is_not_a_store_is_refused_and_left_unchanged() {
    let desk = Desk::empty();
    std::fs::write(desk.path("plan.deroule"), "a letter").unwrap();
    let said = desk.problem(&["import", PAGE]);
    assert!(said.contains("not a file of Déroulé"), "{said}");
    let bytes = std::fs::read(desk.path("plan.deroule")).unwrap();
    assert_eq!(bytes, b"a letter");
}

#[test]
fn unknown_arguments_exit_with_two_and_are_reported_on_the_error_stream() {
    for words in [&["dance"][..], &["show"], &["export", "docx"], &[]] {
        let output = Desk::empty().run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert_eq!(output.stdout, b"", "{words:?}");
        assert!(!output.stderr.is_empty(), "{words:?}");
    }
}

#[test]
fn exports_use_the_programme_language_and_do_not_depend_on_the_locale() {
    let desk = Desk::with_the_page();
    let written = |format: &str, locale: &str, words: &[&str]| {
        let file = desk.path("out");
        let output = Command::new(env!("CARGO_BIN_EXE_deroule-cli"))
            .env("LC_ALL", locale)
            .env("LC_MESSAGES", locale)
            .env("LANG", locale)
            .arg("--store")
            .arg(desk.path("plan.deroule"))
            .args(["export", format, "--out"])
            .arg(&file)
            .args(words)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        std::fs::read(file).unwrap()
    };
    for (format, words) in [
        ("ics", &["--slots"][..]),
        ("pdf", &[]),
        ("pdf", &["--crew"]),
        ("json", &[]),
    ] {
        let plain = written(format, "C", words);
        let french = written(format, "fr_FR.UTF-8", words);
        assert!(plain == french, "{format} {words:?}");
        let in_english = [words, &["--lang", "en"]].concat();
        assert!(
            plain != written(format, "C", &in_english),
            "{format} {words:?}"
        );
        let in_french = [words, &["--lang", "fr"]].concat();
        assert!(
            plain == written(format, "C", &in_french),
            "{format} {words:?}"
        );
    }
}

#[test]
fn character_missing_from_the_fonts_is_reported_on_the_error_stream() {
    let desk = Desk::empty();
    let page = desk.path("page.md");
    let text = "# Programme\n\n## Session du 30 août 2019\n\n- 9h - 10h : Café \u{10fffd}\n";
    std::fs::write(&page, text).unwrap();
    desk.done(&["import", page.to_str().unwrap()]);
    let out = desk.path("out.pdf");
    let output = desk.run(&["export", "pdf", "--out", out.to_str().unwrap()]);
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("U+10FFFD") && said.contains("page 1"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn verbose_call_logs_no_title_and_no_path() {
    let desk = Desk::empty();
    let store = desk.path("plan.deroule").display().to_string();
    let calls: [&[&str]; 4] = [
        &["-v", "import", PAGE],
        &["sessions", "--verbose"],
        &["-v", "undo"],
        &["-v", "show", "Nowhere"],
    ];
    let mut log = String::new();
    for call in calls {
        let out = desk.run(call);
        let said = String::from_utf8(out.stderr).unwrap();
        log.extend(
            said.lines()
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
    let quiet = desk.run(&["sessions"]);
    assert!(
        !String::from_utf8(quiet.stderr)
            .unwrap()
            .lines()
            .any(is_logged)
    );
}

/// Whether a line of the error stream is of the log: those begin with a time.
fn is_logged(line: &str) -> bool {
    line.starts_with("20") && line.contains("deroule")
}
