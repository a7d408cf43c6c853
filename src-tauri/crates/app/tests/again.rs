//! A page that is read again after the organiser went on working here: it wins where it speaks, and
//! takes nothing away where it is silent.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, NaiveDate, Utc};
use deroule_app::plan::{Day, Edit, Parent, Plan, ProgrammeField, ProgrammeId, Session};
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

fn only_session(app: &App) -> (Session, Vec<Day>) {
    ask(app, |plan, programme| {
        let sessions = plan.sessions(programme);
        assert_eq!(sessions.len(), 1);
        (
            sessions[0].clone(),
            plan.days(sessions[0].id).cloned().collect(),
        )
    })
}

fn date(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
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

const UNDATED: &str = "# Rencontres\n\n## Bilan\n\n- 9h - 10h : accueil\n- 10h - 12h : bilan\n";

#[test]
fn a_date_set_here_stays_where_the_page_tells_none() {
    let (_folder, app) = empty();
    import(&app, UNDATED);
    let (session, days) = only_session(&app);
    assert_eq!(days[0].date, None);
    let set = date("2026-10-08");
    let reschedule = Edit::RescheduleSession {
        session: session.id,
        date: set,
    };
    apply(&app, &reschedule);
    let dated = only_session(&app);
    assert_eq!(dated.1[0].date, set);
    import(&app, UNDATED);
    assert_eq!(only_session(&app), dated);
}

#[test]
fn a_date_the_page_tells_by_now_wins_over_the_one_set_here() {
    let (_folder, app) = empty();
    import(&app, UNDATED);
    let (session, days) = only_session(&app);
    let set = Edit::SetDayDate {
        day: days[0].id,
        date: date("2026-10-08"),
    };
    apply(&app, &set);
    let table = "| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n\
        | Bilan | 15 octobre 2026 | 9h-12h |\n\n";
    import(&app, &UNDATED.replace("## ", &format!("{table}## ")));
    let (same, days) = only_session(&app);
    assert_eq!(same.id, session.id);
    assert_eq!((days.len(), days[0].date), (1, date("2026-10-15")));
}

#[test]
fn a_day_announced_before_one_that_is_known_leaves_that_one_where_it_was() {
    let (_folder, app) = empty();
    let announced = |dates: &str| {
        format!(
            "# Rencontres\n\n| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n\
             | Séminaire | {dates} | 9h-16h |\n"
        )
    };
    import(&app, &announced("10 septembre 2026"));
    let (_, before) = only_session(&app);
    import(&app, &announced("9 et 10 septembre 2026"));
    let (_, after) = only_session(&app);
    assert_eq!(after.len(), 2);
    assert_eq!(after[1].id, before[0].id);
}

#[test]
fn slots_in_the_middle_come_and_go_and_all_others_stay_the_same_rows() {
    let (_folder, app) = empty();
    let page = |titles: &[&str]| {
        let line = |title: &&str| format!("- 9h - 9h : {title}\n");
        let lines: String = titles.iter().map(line).collect();
        format!("# Rencontres\n\n## Bilan\n\n{lines}")
    };
    let slots = |app: &App| {
        let (_, days) = only_session(app);
        ask(app, |plan, _| {
            let slots = plan.slots(Parent::Day(days[0].id));
            slots
                .map(|slot| (slot.title.clone(), slot.id))
                .collect::<Vec<_>>()
        })
    };
    import(
        &app,
        &page(&["accueil", "pause", "atelier", "pause", "bilan"]),
    );
    let before = slots(&app);
    let titles = ["accueil", "pause", "débat", "tour", "pause", "bilan"];
    import(&app, &page(&titles));
    let after = slots(&app);
    let told: Vec<&str> = after.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(told, titles);
    for (old, new) in [(0, 0), (1, 1), (3, 4), (4, 5)] {
        assert_eq!(after[new].1, before[old].1);
    }
}
