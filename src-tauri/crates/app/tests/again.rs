//! A page that is read again after the organiser went on working here: it wins where it speaks, and
//! takes nothing away where it is silent.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, Utc};
use deroule_app::plan::{Edit, Plan, ProgrammeField, ProgrammeId};
use deroule_app::{App, ImportPreview, Target, Watch};
use tempfile::TempDir;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn empty() -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    (folder, app)
}

fn import(app: &App, page: &str) -> ImportPreview {
    let preview = app.preview_import(page, None, Target::SameTitle).unwrap();
    apply(app, &preview.edit);
    preview
}

fn apply(app: &App, edit: &Edit) {
    app.apply(edit, Watch::default()).unwrap();
}

fn ask<T>(app: &App, ask: impl FnOnce(&Plan, ProgrammeId) -> T) -> T {
    app.look(|plan, _, _| Ok(ask(plan, plan.programmes()[0].id)))
        .unwrap()
}

const FRENCH: &str = "# Rencontres\n\nLe programme des sessions est dans le tableau.\n\n\
    | SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n\
    | Rentrée | 10 septembre 2026 | 9h-16h |\n";

#[test]
fn a_time_zone_chosen_here_stays_whatever_language_the_page_is_in() {
    let (_folder, app) = empty();
    let zone = |app: &App| {
        ask(app, |plan, id| {
            plan.programme(id).map(|row| row.timezone.clone())
        })
    };
    let inferred = |preview: &ImportPreview| {
        let mut remarks = preview.remarks.iter();
        remarks.any(|remark| remark.message.code == "remark-timezone-inferred")
    };
    assert!(inferred(&import(&app, FRENCH)));
    assert_eq!(zone(&app).as_deref(), Some("Europe/Paris"));
    let programme = ask(&app, |_, programme| programme);
    let field = ProgrammeField::Timezone("Indian/Reunion".to_owned());
    apply(&app, &Edit::SetProgramme { programme, field });
    let again = import(&app, FRENCH);
    assert_eq!(zone(&app).as_deref(), Some("Indian/Reunion"));
    assert!(!inferred(&again), "nothing was taken to be so");
}
