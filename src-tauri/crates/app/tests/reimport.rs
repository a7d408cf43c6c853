//! Re-import of a page after edits in the app: changes of the page are taken, changes in the app are kept, and
//! changes on both sides are conflicts.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, NaiveDate, Utc};
use deroule_app::edit::report::Action;
use deroule_app::edit::{
    AudienceField, BoardCell, Conflict, Edit, IdeaField, ProgrammeField, Resolution, SessionField,
    Shift, SlotField, TrackField,
};
use deroule_app::model::{
    Clock, Day, DayId, Kind, Message, Minutes, Parent, ProgrammeId, RoomId, Session, SessionId,
    Slot, SlotId, State, Status, Track, TrackId,
};
use deroule_app::{App, ImportPreview, ImportRequest, Language, Messages, Scope, Target};
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

fn request(page: &str) -> ImportRequest {
    ImportRequest {
        page: page.to_owned(),
        ..ImportRequest::default()
    }
}

fn import(app: &App, page: &str) -> ImportPreview {
    app.import(&request(page), Scope::default()).unwrap().1
}

/// Imports a page whose values win in conflicts.
fn import_theirs(app: &App, page: &str) -> ImportPreview {
    let request = ImportRequest {
        resolution: Resolution::Theirs,
        ..request(page)
    };
    app.import(&request, Scope::default()).unwrap().1
}

/// The conflicts in French: the title, the field, the value in the app, the value of the page.
fn conflicts(preview: &ImportPreview) -> Vec<String> {
    let messages = Messages::of(Language::Fr);
    let value = |message: &Option<Message>| {
        message
            .as_ref()
            .map_or("rien".to_owned(), |one| messages.format(one))
            .replace('\u{a0}', " ")
    };
    let line = |one: &Conflict| {
        let field = messages.format(&one.field.message());
        format!(
            "{}, {field}: {} | {}",
            one.title,
            value(&one.ours),
            value(&one.theirs)
        )
    };
    preview.conflicts.iter().map(line).collect()
}

/// The reported rows: action, kind and title.
fn reported(preview: &ImportPreview) -> Vec<String> {
    let rows = preview.rows.iter();
    rows.map(|row| format!("{:?} {:?} {}", row.action, row.row, row.title))
        .collect()
}

fn apply(app: &App, edit: &Edit) {
    app.apply(edit, Scope::default()).unwrap();
}

fn query<T>(app: &App, query: impl FnOnce(&State, ProgrammeId) -> T) -> T {
    app.read(|plan, _, _| Ok(query(plan, plan.programmes()[0].id)))
        .unwrap()
}

/// The reported divergences from the page in French, each with its line number.
fn divergences(preview: &ImportPreview) -> Vec<String> {
    let messages = Messages::of(Language::Fr);
    let remarks = preview.remarks.iter();
    let divergences = remarks.filter(|remark| remark.message.code.ends_with("-kept"));
    let lines = divergences.map(|remark| (remark.line, messages.format(&remark.message)));
    lines
        .map(|(line, words)| format!("{line}: {}", words.replace('\u{a0}', " ")))
        .collect()
}

fn only_session(app: &App) -> (Session, Vec<Day>) {
    query(app, |plan, programme| {
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
fn time_zone_chosen_in_the_app_stays() {
    let (_folder, app) = empty();
    let zone = |app: &App| {
        query(app, |plan, id| {
            plan.programme(id).map(|row| row.timezone.clone())
        })
    };
    let inferred = |preview: &ImportPreview| {
        let mut remarks = preview.remarks.iter();
        remarks.any(|remark| remark.message.code == "remark-timezone-inferred")
    };
    assert!(inferred(&import(&app, FRENCH)));
    assert_eq!(zone(&app).as_deref(), Some("Europe/Paris"));
    let programme = query(&app, |_, programme| programme);
    let field = ProgrammeField::Timezone("Indian/Reunion".to_owned());
    apply(&app, &Edit::SetProgramme { programme, field });
    let again = import(&app, FRENCH);
    assert_eq!(zone(&app).as_deref(), Some("Indian/Reunion"));
    assert!(!inferred(&again), "nothing was taken to be so");
}

const UNDATED: &str = "# Rencontres\n\n## Bilan\n\n- 9h - 10h : accueil\n- 10h - 12h : bilan\n";

#[test]
fn date_set_in_the_app_stays_where_the_page_has_none() {
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
fn date_set_on_both_sides_is_a_conflict() {
    let table = "| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n\
        | Bilan | 15 octobre 2026 | 9h-12h |\n\n";
    let dated = UNDATED.replace("## ", &format!("{table}## "));
    for (is_theirs, expected) in [(false, "2026-10-08"), (true, "2026-10-15")] {
        let (_folder, app) = empty();
        import(&app, UNDATED);
        let (session, days) = only_session(&app);
        let set = Edit::SetDayDate {
            day: days[0].id,
            date: date("2026-10-08"),
        };
        apply(&app, &set);
        let read = if is_theirs { import_theirs } else { import };
        let preview = read(&app, &dated);
        assert_eq!(
            conflicts(&preview),
            ["Bilan, date: 8 octobre 2026 | 15 octobre 2026"]
        );
        let (same, days) = only_session(&app);
        assert_eq!(same.id, session.id);
        assert_eq!((days.len(), days[0].date), (1, date(expected)));
        assert_eq!(
            conflicts(&import(&app, &dated)),
            Vec::<String>::new(),
            "a conflict is reported once"
        );
    }
}

#[test]
fn day_added_before_an_existing_one_leaves_it_unchanged() {
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
fn slots_added_or_removed_in_the_middle_leave_the_other_rows() {
    let (_folder, app) = empty();
    let page = |titles: &[&str]| {
        let line = |title: &&str| format!("- 9h - 9h : {title}\n");
        let lines: String = titles.iter().map(line).collect();
        format!("# Rencontres\n\n## Bilan\n\n{lines}")
    };
    let slots = |app: &App| {
        let (_, days) = only_session(app);
        query(app, |plan, _| {
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
    let new_titles: Vec<&str> = after.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(new_titles, titles);
    for (old, new) in [(0, 0), (1, 1), (3, 4), (4, 5)] {
        assert_eq!(after[new].1, before[old].1);
    }
}

/// The test page for imports: six sessions, three of them with the same title.
fn planning() -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/pages/planning.md"
    );
    std::fs::read_to_string(path).unwrap()
}

/// The sessions in order: title, first date, number of slots, notes.
fn sessions(app: &App) -> Vec<(String, String, usize, Option<String>)> {
    query(app, |plan, programme| {
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

/// Gives each session a note with its current date.
fn note_dates(app: &App) {
    let sessions = query(app, |plan, programme| {
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
fn session_moved_on_the_page_moves_among_sessions_of_equal_title() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = sessions(&app);
    import(&app, &planning().replace("24 octobre", "25 octobre"));
    expected[3].1 = "2019-10-25".to_owned();
    assert_eq!(sessions(&app), expected);
}

#[test]
fn running_order_moves_with_its_session() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = sessions(&app);
    assert_eq!(expected[0].2, 14);
    import(&app, &planning().replace("30 août", "29 août"));
    expected[0].1 = "2019-08-29".to_owned();
    assert_eq!(sessions(&app), expected);
}

#[test]
fn page_for_the_next_year_moves_every_session() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let mut expected = sessions(&app);
    import(
        &app,
        &planning().replace("Programme 2019", "Programme 2020"),
    );
    for session in &mut expected {
        session.1 = session.1.replace("2019", "2020");
    }
    assert_eq!(sessions(&app), expected);
}

/// A page with sessions, each with a title and a date.
fn page_with_sessions(sessions: &[(&str, &str)]) -> String {
    let row = |(title, date): &(&str, &str)| format!("| {title} | {date} | 9h-16h |\n");
    let rows: String = sessions.iter().map(row).collect();
    format!(
        "# Rencontres\n\n| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n{rows}\n\
         Le programme est dans le tableau.\n"
    )
}

/// The sessions in order: title, date, and the date in the note.
fn moved(app: &App) -> Vec<String> {
    let line = |(title, date, _, note): (String, String, usize, Option<String>)| {
        format!("{title} {date} < {}", note.unwrap_or_default())
    };
    sessions(app).into_iter().map(line).collect()
}

#[test]
fn session_moved_to_the_date_of_another_is_not_matched_with_it() {
    let (_folder, app) = empty();
    let before = [
        ("DIG", "10 mars 2026"),
        ("Mentors", "12 mars 2026"),
        ("DIG", "20 mars 2026"),
        ("Mentors", "30 mars 2026"),
    ];
    import(&app, &page_with_sessions(&before));
    note_dates(&app);
    let mut after = before;
    (after[0].1, after[1].1) = ("12 mars 2026", "14 mars 2026");
    import(&app, &page_with_sessions(&after));
    let expected = [
        "DIG 2026-03-12 < 2026-03-10",
        "Mentors 2026-03-14 < 2026-03-12",
        "DIG 2026-03-20 < 2026-03-20",
        "Mentors 2026-03-30 < 2026-03-30",
    ];
    assert_eq!(moved(&app), expected);
}

#[test]
fn session_renamed_on_the_page_is_matched_by_date() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("DIG", "10 mars 2026"), ("DIG", "20 mars 2026")]),
    );
    note_dates(&app);
    import(
        &app,
        &page_with_sessions(&[
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
fn sessions_of_equal_title_are_matched_by_nearest_date() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[
            ("DIG", "10 mars 2026"),
            ("DIG", "20 mai 2026"),
            ("DIG", "2 juillet 2026"),
        ]),
    );
    note_dates(&app);
    import(
        &app,
        &page_with_sessions(&[("DIG", "21 mai 2026"), ("DIG", "3 juillet 2026")]),
    );
    let expected = [
        "DIG 2026-03-10 < 2026-03-10",
        "DIG 2026-05-21 < 2026-05-20",
        "DIG 2026-07-03 < 2026-07-02",
    ];
    assert_eq!(moved(&app), expected);
}

#[test]
fn session_moved_past_others_is_matched_by_its_running_order() {
    let (_folder, app) = empty();
    import(&app, &planning());
    note_dates(&app);
    let page = planning()
        .replace("30 août", "7 novembre")
        .replace("24 octobre", "25 octobre");
    import(&app, &page);
    let sessions = sessions(&app);
    let moved = |date: &str| sessions.iter().find(|row| row.1 == date).unwrap();
    assert_eq!(sessions.len(), 6);
    let (with, without) = (moved("2019-11-07"), moved("2019-10-25"));
    assert_eq!((with.2, with.3.as_deref()), (14, Some("2019-08-30")));
    assert_eq!((without.2, without.3.as_deref()), (0, Some("2019-10-24")));
}

#[test]
fn days_shifted_together_keep_their_running_orders() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("Séminaire", "16 et 17 mai 2026")]),
    );
    let (_, before) = only_session(&app);
    import(
        &app,
        &page_with_sessions(&[("Séminaire", "17 et 18 mai 2026")]),
    );
    let (_, after) = only_session(&app);
    let ids = |days: &[Day]| days.iter().map(|day| day.id).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before));
    assert_eq!(after[1].date, date("2026-05-18"));
}

#[test]
fn one_of_two_undated_sessions_of_equal_title_can_be_dated_in_the_app() {
    let page = "# Rencontres\n\n| SESSION | DATES | THÈME |\n| --- | --- | --- |\n\
        | Bilan | à confirmer | comptes |\n| Bilan | à confirmer | suites |\n";
    for which in [0, 1] {
        let (_folder, app) = empty();
        import(&app, page);
        let session = query(&app, |plan, id| plan.sessions(id)[which].id);
        let date = date("2026-10-08");
        apply(&app, &Edit::RescheduleSession { session, date });
        let before = app.read(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()));
        import(&app, page);
        let after = app.read(|plan, _, _| Ok(plan.rows().collect::<Vec<_>>()));
        assert_eq!(after.unwrap(), before.unwrap());
    }
}

#[test]
fn session_removed_from_the_page_is_deleted_and_one_added_in_the_app_stays() {
    let (_folder, app) = empty();
    import(&app, &planning());
    let programme = query(&app, |_, programme| programme);
    let add = |date| Edit::AddSession {
        id: SessionId(Uuid::now_v7()),
        day: DayId(Uuid::now_v7()),
        programme,
        title: "Bilan".to_owned(),
        date,
    };
    apply(&app, &add(date("2020-01-09")));
    let row = "| Session DIG | 24 octobre | 9h30-18h30 | Laptop | ------ | ----- |\n";
    let preview = import(&app, &planning().replace(row, ""));
    assert!(reported(&preview).contains(&"Removed Session Session DIG".to_owned()));
    let dates: Vec<_> = sessions(&app).into_iter().map(|row| row.1).collect();
    assert_eq!(dates.len(), 6);
    assert!(!dates.contains(&"2019-10-24".to_owned()));
    assert!(dates.contains(&"2020-01-09".to_owned()));
}

#[test]
fn exported_session_removed_from_the_page_is_cancelled_until_it_returns() {
    let (_folder, app) = empty();
    import(&app, &planning());
    let session = query(&app, |plan, programme| {
        let sessions = plan.sessions(programme).into_iter();
        let mut dated = sessions.filter(|row| plan.first_date(row.id) == date("2019-10-24"));
        dated.next().unwrap().id
    });
    app.note_exported(&[session]).unwrap();
    let status = |app: &App| query(app, |plan, _| plan.session(session).map(|row| row.status));
    let row = "| Session DIG | 24 octobre | 9h30-18h30 | Laptop | ------ | ----- |\n";
    let without = planning().replace(row, "");
    let preview = import(&app, &without);
    assert_eq!(reported(&preview), ["Cancelled Session Session DIG"]);
    assert_eq!(status(&app), Some(Status::Cancelled));
    assert_eq!(reported(&import(&app, &without)), Vec::<String>::new());
    assert_eq!(
        reported(&import(&app, &planning())),
        ["Changed Session Session DIG"]
    );
    assert_eq!(status(&app), Some(Status::Tentative));
    assert_eq!(sessions(&app).len(), 6);
}

#[test]
fn session_removed_from_the_page_but_changed_in_the_app_is_a_conflict() {
    for is_theirs in [false, true] {
        let (_folder, app) = empty();
        import(
            &app,
            &page_with_sessions(&[("DIG", "10 mars 2026"), ("Bilan", "12 mars 2026")]),
        );
        note_dates(&app);
        let read = if is_theirs { import_theirs } else { import };
        let preview = read(&app, &page_with_sessions(&[("DIG", "10 mars 2026")]));
        assert_eq!(conflicts(&preview), ["Bilan, présence: Bilan | rien"]);
        assert_eq!(sessions(&app).len(), if is_theirs { 1 } else { 2 });
    }
}

#[test]
fn first_import_without_a_base_deletes_nothing_and_lists_what_the_page_lacks() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("DIG", "10 mars 2026"), ("Bilan", "12 mars 2026")]),
    );
    forget_page(&app);
    let preview = import(&app, &page_with_sessions(&[("DIG", "10 mars 2026")]));
    let remark = "5: « Bilan », le 12 mars 2026, n’est pas sur la page : \
        la session reste dans le programme.";
    assert_eq!(divergences(&preview), [remark]);
    assert_eq!(reported(&preview), Vec::<String>::new());
    assert_eq!(sessions(&app).len(), 2);
}

#[test]
fn first_import_without_a_base_makes_each_difference_a_conflict() {
    let (_folder, app) = empty();
    import(&app, &one_slot("accueil café"));
    forget_page(&app);
    let (slot, _) = only_slot(&app);
    let field = SlotField::Notes(Some("badges".to_owned()));
    apply(
        &app,
        &Edit::SetSlot {
            slot: slot.id,
            field,
        },
    );
    let preview = import(
        &app,
        "# Rencontres\n\n## Bilan\n\n- 9h - 9h30 : accueil café\n",
    );
    assert_eq!(conflicts(&preview), ["accueil café, durée: 1 h | 30 min"]);
    assert_eq!(only_slot(&app).0.minutes, Some(Minutes(60)));
}

/// Replaces the programme by a copy without a source page, as in an older store.
fn forget_page(app: &App) {
    let copy = ProgrammeId(Uuid::now_v7());
    let programme = query(app, |_, programme| programme);
    let edits = vec![
        Edit::CopyProgramme {
            programme,
            id: copy,
            title: "Autre".to_owned(),
            dates: Shift::Days(0),
        },
        Edit::DeleteProgramme { programme },
        Edit::SetProgramme {
            programme: copy,
            field: ProgrammeField::Title("Rencontres".to_owned()),
        },
    ];
    apply(app, &Edit::Batch { edits });
}

#[test]
fn fields_set_in_the_app_stay_when_the_page_renames_a_slot() {
    let (_folder, app) = empty();
    let page = "# Rencontres\n\n## Bilan\n\n- 9h - 10h : accueil\n- 10h - 12h : atelier sable\n\
        - 12h - 13h : bilan\n\n**Idées d’ateliers :**\n- feuille de route\n";
    import(&app, page);
    let (_, days) = only_session(&app);
    let slots = |app: &App| {
        query(app, |plan, _| {
            plan.slots(Parent::Day(days[0].id))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let workshop = slots(&app)[1].id;
    let programme = query(&app, |_, programme| programme);
    let (room, idea) = (
        RoomId(Uuid::now_v7()),
        query(&app, |plan, id| plan.ideas(id)[0].id),
    );
    let track = TrackId(Uuid::now_v7());
    let added = SlotId(Uuid::now_v7());
    let set = |field| Edit::SetSlot {
        slot: workshop,
        field,
    };
    let edits = vec![
        Edit::AddRoom {
            id: room,
            programme,
            name: "Verrière".to_owned(),
        },
        set(SlotField::Room(Some(room))),
        set(SlotField::Facilitators(vec!["Ana".to_owned()])),
        set(SlotField::Notes(Some("pelles".to_owned()))),
        Edit::SplitSlot {
            slot: workshop,
            tracks: vec![track],
        },
        Edit::PlaceIdea {
            idea,
            place: BoardCell::Track { track },
            from: None,
        },
        Edit::AddSlot {
            id: added,
            parent: Parent::Day(days[0].id),
            before: Some(workshop),
            title: "Icebreaker".to_owned(),
            kind: Kind::Activity,
            minutes: Minutes(10),
            pin: None,
        },
    ];
    apply(&app, &Edit::Batch { edits });
    let preview = import(&app, &page.replace("atelier sable", "atelier argile"));
    assert_eq!(reported(&preview), ["Changed Slot atelier argile"]);
    assert_eq!(conflicts(&preview), Vec::<String>::new());
    let after = slots(&app);
    let titles: Vec<_> = after.iter().map(|slot| slot.title.as_str()).collect();
    assert_eq!(titles, ["accueil", "Icebreaker", "atelier argile", "bilan"]);
    assert_eq!((after[1].id, after[2].id), (added, workshop));
    assert_eq!(after[2].room, Some(room));
    assert_eq!(
        (&after[2].facilitators[..], after[2].notes.as_deref()),
        (&["Ana".to_owned()][..], Some("pelles"))
    );
    let placed = query(&app, |plan, _| plan.placements(idea).count());
    assert_eq!(placed, 1);
}

#[test]
fn second_page_imported_into_a_programme_deletes_nothing_of_the_first() {
    let (_folder, app) = empty();
    let first = page_with_sessions(&[("DIG", "10 mars 2026"), ("Bilan", "12 mars 2026")]);
    let programme = import(&app, &first).programme;
    let other = "# Détail\n\n## Visite du 3 mai 2026\n\n- 9h - 12h : port\n";
    let into = |page: &str| {
        let request = ImportRequest {
            target: Target::Programme(programme),
            ..request(page)
        };
        app.import(&request, Scope::default()).unwrap().1
    };
    let removed = |preview: &ImportPreview| {
        let rows = preview.rows.iter();
        let removed = rows.filter(|row| row.action == Action::Removed);
        removed.map(|row| row.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(removed(&into(other)), Vec::<String>::new());
    assert_eq!(sessions(&app).len(), 3);
    assert_eq!(removed(&into(&first)), Vec::<String>::new());
    let longer = into(&format!("{other}- 12h - 13h : repas\n"));
    assert_eq!(reported(&longer), ["Added Slot repas"]);
    let shorter = into(&page_with_sessions(&[("DIG", "10 mars 2026")]));
    assert!(removed(&shorter).contains(&"Bilan".to_owned()));
    assert_eq!(sessions(&app).len(), 2);
}

#[test]
fn audience_renamed_in_the_app_still_matches_the_page() {
    let (_folder, app) = empty();
    let page = |hours: &str| {
        format!(
            "# Rencontres\n\n| SESSION | DATES | HORAIRES |\n| --- | --- | --- |\n\
         | Session DIG + Mentors | 10 mars 2026 | {hours} |\n"
        )
    };
    import(&app, &page("9h-16h"));
    let audience = query(&app, |plan, id| plan.audiences(id)[0].clone());
    let field = AudienceField::Name("Promotion".to_owned());
    apply(
        &app,
        &Edit::SetAudience {
            audience: audience.id,
            field,
        },
    );
    import(&app, &page("9h-17h"));
    let (names, ends) = query(&app, |plan, id| {
        let names: Vec<_> = plan
            .audiences(id)
            .iter()
            .map(|row| row.name.clone())
            .collect();
        let day = plan.days(plan.sessions(id)[0].id).next().unwrap().id;
        let ends: Vec<_> = plan.attendances(day).iter().map(|row| row.end).collect();
        (names, ends)
    });
    assert_eq!(names, ["Promotion", "Mentors"]);
    assert_eq!(ends, [Clock::at(17, 0); 2]);
}

#[test]
fn page_with_a_new_heading_over_the_same_sessions_matches_its_programme() {
    let (_folder, app) = empty();
    let page = page_with_sessions(&[("DIG", "10 mars 2026"), ("Bilan", "12 mars 2026")]);
    let first = import(&app, &page);
    let renamed = page.replace("# Rencontres", "# Rencontres 2026");
    let preview = app.preview_import(&request(&renamed)).unwrap();
    assert_eq!(preview.recognised.as_deref(), Some("Rencontres"));
    assert_eq!(preview.programme, first.programme);
    assert_eq!(reported(&preview), ["Changed Programme Rencontres 2026"]);
    let new = ImportRequest {
        target: Target::New,
        ..request(&renamed)
    };
    assert!(app.preview_import(&new).unwrap().is_new);
    import(&app, &renamed);
    let titles = app.read(|plan, _, _| {
        Ok(plan
            .programmes()
            .iter()
            .map(|row| row.title.clone())
            .collect::<Vec<_>>())
    });
    assert_eq!(titles.unwrap(), ["Rencontres 2026"]);
}

#[test]
fn page_title_in_another_spelling_matches_its_programme() {
    let (_folder, app) = empty();
    let first = import(
        &app,
        "# L’Été des idées\n\n- 9h - 10h : accueil\n\n## Bilan\n",
    );
    let page = "# l'ete  des idees\n\n## Rentrée\n";
    let preview = app.preview_import(&request(page)).unwrap();
    assert_eq!(preview.programme, first.programme);
    assert!(!preview.is_new);
}

#[test]
fn page_does_not_take_the_title_of_another_programme_in_another_spelling() {
    let (_folder, app) = empty();
    import(&app, "# L’Été\n\n## Bilan\n");
    let other = import(&app, "# L’Hiver\n\n## Rentrée\n").programme;
    let request = ImportRequest {
        target: Target::Programme(other),
        ..request("# L'ETE\n\n## Rentrée\n")
    };
    let preview = app.preview_import(&request).unwrap();
    assert_eq!(preview.title, "L’Hiver");
    let mut remarks = preview.remarks.iter();
    assert!(remarks.any(|remark| remark.message.code == "import-title-kept"));
}

#[test]
fn page_without_sessions_deletes_none() {
    let (_folder, app) = empty();
    import(&app, &page_with_sessions(&[("DIG", "10 mars 2026")]));
    let page = "# Rencontres\n\n**Idées d’ateliers :**\n- feuille de route\n";
    assert_eq!(divergences(&import(&app, page)), Vec::<String>::new());
}

/// A page with two sessions and the ideas proposed for each.
fn page_with_ideas(first: &[&str], second: &[&str]) -> String {
    let session = |date: &str, ideas: &[&str]| {
        let line = |title: &&str| format!("- {title}\n");
        let ideas: String = ideas.iter().map(line).collect();
        format!("## Session du {date}\n\n- 9h - 10h : accueil\n\n**Idées d’ateliers :**\n{ideas}\n")
    };
    page_with_sessions(&[("DIG", "10 mars 2026"), ("Mentors", "20 mars 2026")])
        + &session("10 mars 2026", first)
        + &session("20 mars 2026", second)
}

/// The ideas in order: their title and that of their session.
fn ideas(app: &App) -> Vec<String> {
    query(app, |plan, programme| {
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
fn ideas_of_equal_title_can_be_proposed_for_two_sessions() {
    let (_folder, app) = empty();
    let page = page_with_ideas(&["feuille de route"], &["feuille de route"]);
    let both = ["feuille de route: DIG", "feuille de route: Mentors"];
    for _ in 0..2 {
        let preview = import(&app, &page);
        assert_eq!(preview.counts.ideas, 2);
        assert_eq!(ideas(&app), both);
    }
}

#[test]
fn idea_proposed_later_for_a_second_session_is_a_new_idea() {
    let (_folder, app) = empty();
    import(&app, &page_with_ideas(&[], &["feuille de route"]));
    import(
        &app,
        &page_with_ideas(&["feuille de route"], &["feuille de route"]),
    );
    let both = ["feuille de route: Mentors", "feuille de route: DIG"];
    assert_eq!(ideas(&app), both);
}

#[test]
fn idea_moved_to_another_session_in_the_app_stays_there() {
    let (_folder, app) = empty();
    let page = page_with_ideas(&["feuille de route"], &[]);
    import(&app, &page);
    let (idea, session) = query(&app, |plan, id| {
        (plan.ideas(id)[0].id, plan.sessions(id)[1].id)
    });
    let field = IdeaField::Session(Some(session));
    apply(&app, &Edit::SetIdea { idea, field });
    assert_eq!(reported(&import(&app, &page)), Vec::<String>::new());
    assert_eq!(ideas(&app), ["feuille de route: Mentors"]);
}

#[test]
fn idea_takes_the_new_spelling_of_the_page() {
    let (_folder, app) = empty();
    import(&app, &page_with_ideas(&["Clinique strategique"], &[]));
    import(&app, &page_with_ideas(&["clinique stratégique"], &[]));
    assert_eq!(ideas(&app), ["clinique stratégique: DIG"]);
}

fn dates(app: &App) -> Vec<String> {
    let (_, days) = only_session(app);
    let date = |day: &Day| day.date.map(|date| date.to_string()).unwrap_or_default();
    days.iter().map(date).collect()
}

#[test]
fn empty_day_removed_from_the_page_is_deleted() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("Séminaire", "16-18 mai 2026")]),
    );
    assert_eq!(dates(&app), ["2026-05-16", "2026-05-17", "2026-05-18"]);
    let preview = import(
        &app,
        &page_with_sessions(&[("Séminaire", "16-17 mai 2026")]),
    );
    assert_eq!(dates(&app), ["2026-05-16", "2026-05-17"]);
    assert_eq!(divergences(&preview), Vec::<String>::new());
}

#[test]
fn day_with_slots_removed_from_the_page_is_a_conflict() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("Séminaire", "16-18 mai 2026")]),
    );
    let (_, days) = only_session(&app);
    apply(
        &app,
        &Edit::AddSlot {
            id: SlotId(Uuid::now_v7()),
            parent: Parent::Day(days[2].id),
            before: None,
            title: "Bilan".to_owned(),
            kind: Kind::WrapUp,
            minutes: Minutes(60),
            pin: None,
        },
    );
    let shorter = page_with_sessions(&[("Séminaire", "16-17 mai 2026")]);
    let expected = ["Séminaire, présence: 18 mai 2026 | rien"];
    assert_eq!(
        conflicts(&app.preview_import(&request(&shorter)).unwrap()),
        expected
    );
    assert_eq!(conflicts(&import(&app, &shorter)), expected);
    assert_eq!(dates(&app), ["2026-05-16", "2026-05-17", "2026-05-18"]);
    assert_eq!(conflicts(&import(&app, &shorter)), Vec::<String>::new());
    assert_eq!(dates(&app).len(), 3);
}

#[test]
fn session_no_longer_cancelled_on_the_page_is_restored() {
    let (_folder, app) = empty();
    import(
        &app,
        &page_with_sessions(&[("Séminaire (annulé)", "16 mai 2026")]),
    );
    assert_eq!(only_session(&app).0.status, Status::Cancelled);
    import(&app, &page_with_sessions(&[("Séminaire", "16 mai 2026")]));
    assert_eq!(only_session(&app).0.status, Status::Tentative);
}

#[test]
fn session_cancelled_in_the_app_stays_cancelled() {
    let (_folder, app) = empty();
    let page = page_with_sessions(&[("Séminaire", "16 mai 2026")]);
    import(&app, &page);
    let session = only_session(&app).0.id;
    let field = SessionField::Status(Status::Cancelled);
    apply(&app, &Edit::SetSession { session, field });
    import(&app, &page.replace("16 mai", "17 mai"));
    assert_eq!(only_session(&app).0.status, Status::Cancelled);
    assert_eq!(dates(&app), ["2026-05-17"]);
}

/// A page with one session, which has this one line.
fn one_slot(line: &str) -> String {
    format!("# Rencontres\n\n## Bilan\n\n- 9h - 10h : {line}\n")
}

fn only_slot(app: &App) -> (Slot, Vec<Track>) {
    let (_, days) = only_session(app);
    query(app, |plan, _| {
        let slots: Vec<_> = plan.slots(Parent::Day(days[0].id)).collect();
        assert_eq!(slots.len(), 1);
        (
            slots[0].clone(),
            plan.tracks(slots[0].id).cloned().collect(),
        )
    })
}

#[test]
fn empty_tracks_beyond_the_count_of_the_page_are_deleted() {
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
    assert_eq!(conflicts(&fewer), Vec::<String>::new());
    let (track, field) = (tracks[1].id, title("Marché"));
    apply(&app, &Edit::SetTrack { track, field });
    let page = one_slot("ateliers (2 ateliers en parallèle)");
    let expected = ["ateliers, ateliers en parallèle: 3 | 2"];
    assert_eq!(
        conflicts(&app.preview_import(&request(&page)).unwrap()),
        expected
    );
    assert_eq!(conflicts(&import(&app, &page)), expected);
    assert_eq!(left(&app).len(), 3);
    import(&app, &one_slot("ateliers (3 ateliers en parallèle)"));
    assert_eq!(conflicts(&import_theirs(&app, &page)), expected);
    assert_eq!(left(&app), [tracks[0].id, tracks[1].id]);
}

#[test]
fn slot_takes_the_new_spelling_of_the_page() {
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
