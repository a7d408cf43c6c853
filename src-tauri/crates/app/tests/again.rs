//! A page that is read again after the organiser went on working here: it wins where it speaks, and
//! takes nothing away where it is silent.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, NaiveDate, Utc};
use deroule_app::plan::{
    Day, DayId, Edit, IdeaField, Kind, Parent, Plan, ProgrammeField, ProgrammeId, Session,
    SessionField, SessionId, Slot, SlotId, Status, Track, TrackField,
};
use deroule_app::words::Words;
use deroule_app::{App, ImportPreview, Language, Target, Watch};
use tempfile::TempDir;
use uuid::Uuid;

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

/// What differs from the page and stays, in French, each after its line.
fn kept(preview: &ImportPreview) -> Vec<String> {
    let words = Words::of(Language::Fr);
    let remarks = preview.remarks.iter();
    let kept = remarks.filter(|remark| remark.message.code.ends_with("-kept"));
    let said = kept.map(|remark| (remark.line, words.say(&remark.message)));
    said.map(|(line, words)| format!("{line}: {}", words.replace('\u{a0}', " ")))
        .collect()
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

/// The page of the tests of reading: six sessions, three of which bear one title.
fn planning() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/pages/planning.md"
    );
    std::fs::read_to_string(path).unwrap()
}

/// The sessions in order: title, first date, how many slots, notes.
fn told(app: &App) -> Vec<(String, String, usize, Option<String>)> {
    ask(app, |plan, programme| {
        let one = |session: &&Session| {
            let date = plan.first_date(session.id);
            let days = plan.days(session.id);
            (
                session.title.clone(),
                date.map_or_else(String::new, |date| date.to_string()),
                days.map(|day| plan.slots(Parent::Day(day.id)).count())
                    .sum(),
                session.notes.clone(),
            )
        };
        plan.sessions(programme).iter().map(one).collect()
    })
}

/// Gives each session a note that says when it was.
fn note_dates(app: &App) {
    let sessions = ask(app, |plan, programme| {
        let sessions = plan.sessions(programme).into_iter();
        sessions
            .map(|row| (row.id, plan.first_date(row.id).unwrap().to_string()))
            .collect::<Vec<_>>()
    });
    for (session, date) in sessions {
        let field = SessionField::Notes(Some(date));
        apply(app, &Edit::SetSession { session, field });
    }
}

#[test]
fn a_session_moved_on_the_page_moves_though_others_bear_its_title() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = told(&app);
    import(&app, &planning().replace("24 octobre", "25 octobre"));
    expected[3].1 = "2019-10-25".to_owned();
    assert_eq!(told(&app), expected);
}

#[test]
fn a_running_order_moves_along_with_its_session() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = told(&app);
    assert_eq!(expected[0].2, 14);
    import(&app, &planning().replace("30 août", "29 août"));
    expected[0].1 = "2019-08-29".to_owned();
    assert_eq!(told(&app), expected);
}

#[test]
fn a_page_for_the_next_year_moves_every_session() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = told(&app);
    import(
        &app,
        &planning().replace("Programme 2019", "Programme 2020"),
    );
    for session in &mut expected {
        session.1 = session.1.replace("2019", "2020");
    }
    assert_eq!(told(&app), expected);
}

/// A page that announces sessions, each a title and a date.
fn announcing(sessions: &[(&str, &str)]) -> String {
    let row = |(title, date): &(&str, &str)| format!("| {title} | {date} | 9h-16h |\n");
    let rows: String = sessions.iter().map(row).collect();
    format!(
        "# Rencontres\n\n| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n{rows}\n\
         Le programme est dans le tableau.\n"
    )
}

/// The sessions in order: title, date, the date of the note.
fn moved(app: &App) -> Vec<String> {
    let line = |(title, date, _, note): (String, String, usize, Option<String>)| {
        format!("{title} {date} < {}", note.unwrap_or_default())
    };
    told(app).into_iter().map(line).collect()
}

#[test]
fn a_session_that_takes_the_date_of_another_does_not_take_its_place() {
    let (_folder, app) = empty();
    let before = [
        ("DIG", "10 mars 2026"),
        ("Mentors", "12 mars 2026"),
        ("DIG", "20 mars 2026"),
        ("Mentors", "30 mars 2026"),
    ];
    import(&app, &announcing(&before));
    note_dates(&app);
    let mut after = before;
    (after[0].1, after[1].1) = ("12 mars 2026", "14 mars 2026");
    import(&app, &announcing(&after));
    let expected = [
        "DIG 2026-03-12 < 2026-03-10",
        "Mentors 2026-03-14 < 2026-03-12",
        "DIG 2026-03-20 < 2026-03-20",
        "Mentors 2026-03-30 < 2026-03-30",
    ];
    assert_eq!(moved(&app), expected);
}

#[test]
fn a_session_with_a_new_title_on_its_date_is_the_same_session() {
    let (_folder, app) = empty();
    import(
        &app,
        &announcing(&[("DIG", "10 mars 2026"), ("DIG", "20 mars 2026")]),
    );
    note_dates(&app);
    import(
        &app,
        &announcing(&[
            ("Bilan", "10 mars 2026"),
            ("DIG", "20 mars 2026"),
            ("DIG", "2 avril 2026"),
        ]),
    );
    let expected = [
        "Bilan 2026-03-10 < 2026-03-10",
        "DIG 2026-03-20 < 2026-03-20",
        "DIG 2026-04-02 < ",
    ];
    assert_eq!(moved(&app), expected);
}

#[test]
fn of_fewer_sessions_of_one_title_each_is_the_one_nearest_in_time() {
    let (_folder, app) = empty();
    import(
        &app,
        &announcing(&[
            ("DIG", "10 mars 2026"),
            ("DIG", "20 mai 2026"),
            ("DIG", "2 juillet 2026"),
        ]),
    );
    note_dates(&app);
    import(
        &app,
        &announcing(&[("DIG", "21 mai 2026"), ("DIG", "3 juillet 2026")]),
    );
    let expected = [
        "DIG 2026-03-10 < 2026-03-10",
        "DIG 2026-05-21 < 2026-05-20",
        "DIG 2026-07-03 < 2026-07-02",
    ];
    assert_eq!(moved(&app), expected);
}

#[test]
fn a_session_is_known_by_its_running_order_though_it_moved_past_others() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let page = planning()
        .replace("30 août", "7 novembre")
        .replace("24 octobre", "25 octobre");
    import(&app, &page);
    let sessions = told(&app);
    let moved = |date: &str| sessions.iter().find(|row| row.1 == date).unwrap();
    assert_eq!(sessions.len(), 6);
    let (with, without) = (moved("2019-11-07"), moved("2019-10-25"));
    assert_eq!((with.2, with.3.as_deref()), (14, Some("2019-08-30")));
    assert_eq!((without.2, without.3.as_deref()), (0, Some("2019-10-24")));
}

#[test]
fn days_that_all_move_alike_keep_their_running_orders() {
    let (_folder, app) = empty();
    import(&app, &announcing(&[("Séminaire", "16 et 17 mai 2026")]));
    let (_, before) = only_session(&app);
    import(&app, &announcing(&[("Séminaire", "17 et 18 mai 2026")]));
    let (_, after) = only_session(&app);
    let ids = |days: &[Day]| days.iter().map(|day| day.id).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before));
    assert_eq!(after[1].date, date("2026-05-18"));
}

#[test]
fn one_of_two_undated_sessions_of_one_title_can_be_dated_here() {
    let page = "# Rencontres\n\n| SESSION | DATES | THÈME |\n| --- | --- | --- |\n\
        | Bilan | à confirmer | comptes |\n| Bilan | à confirmer | suites |\n";
    for which in [0, 1] {
        let (_folder, app) = empty();
        import(&app, page);
        let session = ask(&app, |plan, id| plan.sessions(id)[which].id);
        let date = date("2026-10-08");
        apply(&app, &Edit::RescheduleSession { session, date });
        let before = app.look(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()));
        import(&app, page);
        let after = app.look(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()));
        assert_eq!(after.unwrap(), before.unwrap());
    }
}

#[test]
fn a_session_that_is_not_on_the_page_stays_and_is_told_of() {
    let (_folder, app) = empty();
    let nothing: Vec<String> = Vec::new();
    assert_eq!(kept(&import(&app, &planning())), nothing);
    assert_eq!(kept(&import(&app, &planning())), nothing);
    let row = "| Session DIG | 24 octobre | 9h30-18h30 | Laptop | ------ | ----- |\n";
    let page = planning().replace(row, "");
    let remark = "20: « Session DIG », le 24 octobre 2019, n’est pas sur la page : \
        la session reste dans le programme.";
    assert_eq!(kept(&import(&app, &page)), [remark]);
    assert_eq!(told(&app).len(), 6);
    let programme = ask(&app, |_, programme| programme);
    let add = |date| Edit::AddSession {
        id: SessionId(Uuid::now_v7()),
        day: DayId(Uuid::now_v7()),
        programme,
        title: "Bilan".to_owned(),
        date,
    };
    apply(&app, &add(date("2020-01-09")));
    let remark = "20: « Bilan », le 9 janvier 2020, n’est pas sur la page : \
        la session reste dans le programme.";
    assert_eq!(kept(&import(&app, &planning())), [remark]);
}

#[test]
fn a_page_that_announces_no_session_says_nothing_against_those_there_are() {
    let (_folder, app) = empty();
    import(&app, &announcing(&[("DIG", "10 mars 2026")]));
    let page = "# Rencontres\n\n**Idées d’ateliers :**\n- feuille de route\n";
    assert_eq!(kept(&import(&app, page)), Vec::<String>::new());
}

/// A page of two sessions and the ideas proposed for each.
fn proposing(first: &[&str], second: &[&str]) -> String {
    let session = |date: &str, ideas: &[&str]| {
        let line = |title: &&str| format!("- {title}\n");
        let ideas: String = ideas.iter().map(line).collect();
        format!("## Session du {date}\n\n- 9h - 10h : accueil\n\n**Idées d’ateliers :**\n{ideas}\n")
    };
    announcing(&[("DIG", "10 mars 2026"), ("Mentors", "20 mars 2026")])
        + &session("10 mars 2026", first)
        + &session("20 mars 2026", second)
}

/// The ideas in order: title, and that of the session it is proposed for.
fn ideas(app: &App) -> Vec<String> {
    ask(app, |plan, programme| {
        let ideas = plan.ideas(programme).into_iter();
        let session = |id| plan.session(id).map(|row| row.title.as_str());
        ideas
            .map(|row| {
                let session = row.session.and_then(session).unwrap_or_default();
                format!("{}: {}", row.title, session)
            })
            .collect()
    })
}

#[test]
fn an_idea_of_one_title_can_be_proposed_for_two_sessions() {
    let (_folder, app) = empty();
    let page = proposing(&["feuille de route"], &["feuille de route"]);
    let both = ["feuille de route: DIG", "feuille de route: Mentors"];
    for _ in 0..2 {
        let preview = import(&app, &page);
        assert_eq!(preview.counts.ideas, 2);
        assert_eq!(ideas(&app), both);
    }
}

#[test]
fn an_idea_proposed_for_a_second_session_later_is_a_second_idea() {
    let (_folder, app) = empty();
    import(&app, &proposing(&[], &["feuille de route"]));
    import(
        &app,
        &proposing(&["feuille de route"], &["feuille de route"]),
    );
    let both = ["feuille de route: Mentors", "feuille de route: DIG"];
    assert_eq!(ideas(&app), both);
}

#[test]
fn an_idea_put_to_another_session_stays_there_and_is_told_of() {
    let (_folder, app) = empty();
    let page = proposing(&["feuille de route"], &[]);
    import(&app, &page);
    let (idea, session) = ask(&app, |plan, id| {
        (plan.ideas(id)[0].id, plan.sessions(id)[1].id)
    });
    let field = IdeaField::Session(Some(session));
    apply(&app, &Edit::SetIdea { idea, field });
    let remark = "14: L’idée « feuille de route » est proposée ici pour une autre session que \
        sur la page : elle reste à « Mentors ».";
    assert_eq!(kept(&import(&app, &page)), [remark]);
    assert_eq!(ideas(&app), ["feuille de route: Mentors"]);
}

#[test]
fn an_idea_spelled_otherwise_on_the_page_is_spelled_so_here() {
    let (_folder, app) = empty();
    import(&app, &proposing(&["Clinique strategique"], &[]));
    import(&app, &proposing(&["clinique stratégique"], &[]));
    assert_eq!(ideas(&app), ["clinique stratégique: DIG"]);
}

fn dates(app: &App) -> Vec<String> {
    let (_, days) = only_session(app);
    let date = |day: &Day| day.date.map(|date| date.to_string()).unwrap_or_default();
    days.iter().map(date).collect()
}

#[test]
fn a_day_the_page_takes_back_goes_if_nothing_is_in_it() {
    let (_folder, app) = empty();
    import(&app, &announcing(&[("Séminaire", "16-18 mai 2026")]));
    assert_eq!(dates(&app), ["2026-05-16", "2026-05-17", "2026-05-18"]);
    let preview = import(&app, &announcing(&[("Séminaire", "16-17 mai 2026")]));
    assert_eq!(dates(&app), ["2026-05-16", "2026-05-17"]);
    assert_eq!(kept(&preview), Vec::<String>::new());
}

#[test]
fn a_day_the_page_takes_back_stays_if_it_has_a_running_order_and_is_told_of() {
    let (_folder, app) = empty();
    import(&app, &announcing(&[("Séminaire", "16-18 mai 2026")]));
    let (_, days) = only_session(&app);
    apply(
        &app,
        &Edit::AddSlot {
            id: SlotId(Uuid::now_v7()),
            parent: Parent::Day(days[2].id),
            before: None,
            title: "Bilan".to_owned(),
            kind: Kind::WrapUp,
            minutes: 60,
            pin: None,
        },
    );
    let shorter = announcing(&[("Séminaire", "16-17 mai 2026")]);
    let remark = "5: Le 18 mai 2026 n’est pas une date de « Séminaire » sur la page : \
        ce jour reste, à cause de son déroulé.";
    for _ in 0..2 {
        assert_eq!(kept(&import(&app, &shorter)), [remark]);
        assert_eq!(dates(&app), ["2026-05-16", "2026-05-17", "2026-05-18"]);
    }
}

#[test]
fn a_session_cancelled_no_longer_on_the_page_stays_so_and_is_told_of() {
    let (_folder, app) = empty();
    let cancelled = announcing(&[("Séminaire (annulé)", "16 mai 2026")]);
    assert_eq!(kept(&import(&app, &cancelled)), Vec::<String>::new());
    assert_eq!(only_session(&app).0.status, Status::Cancelled);
    assert_eq!(kept(&import(&app, &cancelled)), Vec::<String>::new());
    let remark = "5: La page ne dit pas que « Séminaire » est annulée : \
        la session reste annulée ici.";
    let again = import(&app, &announcing(&[("Séminaire", "16 mai 2026")]));
    assert_eq!(kept(&again), [remark]);
    assert_eq!(only_session(&app).0.status, Status::Cancelled);
}

/// A page of one session that is this one line.
fn one_slot(line: &str) -> String {
    format!("# Rencontres\n\n## Bilan\n\n- 9h - 10h : {line}\n")
}

fn only_slot(app: &App) -> (Slot, Vec<Track>) {
    let (_, days) = only_session(app);
    ask(app, |plan, _| {
        let slots: Vec<_> = plan.slots(Parent::Day(days[0].id)).collect();
        assert_eq!(slots.len(), 1);
        (
            slots[0].clone(),
            plan.tracks(slots[0].id).cloned().collect(),
        )
    })
}

#[test]
fn tracks_the_page_does_not_count_any_more_go_if_they_are_empty() {
    let (_folder, app) = empty();
    import(&app, &one_slot("ateliers (4 ateliers en parallèle)"));
    let (_, tracks) = only_slot(&app);
    let title = |title: &str| TrackField::Title(Some(title.to_owned()));
    for (at, name) in [(0, "Clinique"), (3, "Feuille de route")] {
        let (track, field) = (tracks[at].id, title(name));
        apply(&app, &Edit::SetTrack { track, field });
    }
    let fewer = import(&app, &one_slot("ateliers (3 ateliers en parallèle)"));
    let left = |app: &App| {
        let (_, tracks) = only_slot(app);
        tracks.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(left(&app), [tracks[0].id, tracks[1].id, tracks[3].id]);
    assert_eq!(kept(&fewer), Vec::<String>::new());
    let (track, field) = (tracks[1].id, title("Marché"));
    apply(&app, &Edit::SetTrack { track, field });
    let page = one_slot("ateliers (2 ateliers en parallèle)");
    let remark = "5: La page compte 2 ateliers en parallèle dans « ateliers », il y en a 3 ici : \
        ils restent.";
    for _ in 0..2 {
        assert_eq!(kept(&import(&app, &page)), [remark]);
        assert_eq!(left(&app).len(), 3);
    }
    let uncounted = import(&app, &one_slot("ateliers"));
    assert_eq!(kept(&uncounted), Vec::<String>::new());
    assert_eq!(left(&app).len(), 3);
}

#[test]
fn a_slot_spelled_otherwise_on_the_page_is_the_same_slot_spelled_so() {
    let (_folder, app) = empty();
    import(&app, &one_slot("dejeuner libre"));
    let (before, _) = only_slot(&app);
    import(&app, &one_slot("Déjeuner libre"));
    let (after, _) = only_slot(&app);
    assert_eq!(
        (after.id, after.title.as_str()),
        (before.id, "Déjeuner libre")
    );
}
