//! The organiser's page, with its slips: every field of the result.

#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test stops where it can't go on, and says what it skips"
)]

use std::path::Path;

use chrono::NaiveDate;
use deroule_edit::draft::DraftAttendance;
use deroule_edit::draft::DraftIdea;
use deroule_edit::draft::DraftSession;
use deroule_edit::draft::DraftSlot;
use deroule_model::{Clock, Kind, Message, Minutes};
use deroule_page::{Options, ParsedPage, parse};

/// A page of ours that has the shape, the facts and the slips of the organiser's own.
fn parsed() -> ParsedPage {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/pages/planning.md");
    let page = std::fs::read_to_string(page).expect("the page is in the repository");
    parse(&page, &Options::default()).expect("the page is text")
}

fn at(hour: u32, minute: u32) -> Clock {
    Clock::at(hour, minute)
}

fn attends(audience: &str, start: Clock, end: Clock) -> DraftAttendance {
    DraftAttendance {
        audience: audience.to_owned(),
        start,
        end,
    }
}

#[test]
fn programme_has_title_time_zone_audiences_and_agenda() {
    let draft = parsed().draft;
    assert_eq!(draft.title.as_deref(), Some("Carnet de la promotion"));
    assert_eq!(draft.timezone.as_deref(), Some("Europe/Paris"));
    assert_eq!(draft.audiences, ["DIG", "Mentors"]);
    assert_eq!(
        draft.agenda_page_url.as_deref(),
        Some("https://nuage.example.org/index.php/apps/calendar/p/Rentree2019/DIG")
    );
    assert_eq!(
        draft.agenda_feed_url.as_deref(),
        Some("webcal://nuage.example.org/remote.php/dav/public-calendars/Rentree2019?export")
    );
}

#[test]
fn six_sessions_have_dates_hours_venue_and_audiences() {
    let day = (at(9, 30), at(18, 30));
    let afternoon = (at(14, 0), at(18, 30));
    let dig = || attends("DIG", day.0, day.1);
    let mentors = |(start, end)| attends("Mentors", start, end);
    let expected = [
        (20, "Session DIG", (8, 30), vec![dig()]),
        (
            21,
            "Session DIG + Mentors l'après-midi",
            (9, 26),
            vec![dig(), mentors(afternoon)],
        ),
        (
            22,
            "Session Mentors seuls",
            (10, 11),
            vec![mentors(afternoon)],
        ),
        (23, "Session DIG", (10, 24), vec![dig()]),
        (
            24,
            "Session DIG + Mentors",
            (11, 28),
            vec![dig(), mentors(day)],
        ),
        (25, "Session DIG", (12, 12), vec![dig()]),
    ];
    let sessions = parsed().draft.sessions;
    assert_eq!(sessions.len(), expected.len());
    for (session, (line, title, (month, day), attendance)) in sessions.iter().zip(expected) {
        let date = NaiveDate::from_ymd_opt(2019, month, day);
        assert_eq!((session.line, session.title.as_str()), (line, title));
        assert_eq!(session.venue.as_deref(), Some("Laptop"));
        assert_eq!((&session.theme, &session.objectives), (&None, &None));
        assert_eq!(session.status, None);
        assert_eq!(session.days.len(), 1);
        assert_eq!(session.days[0].date, date);
        assert_eq!(session.days[0].attendance, attendance);
        let has_running_order = line == 20;
        assert_eq!(session.days[0].slots.is_empty(), !has_running_order);
        assert_eq!(session.days[0].start, has_running_order.then_some(at(9, 0)));
    }
}

#[test]
fn running_order_of_30_august_is_contiguous_from_9h_to_18h15() {
    let expected = [
        (31, "café d'accueil", Kind::Welcome, 30, 0),
        (32, "encore un café OU un icebreaker", Kind::Activity, 15, 0),
        (33, "tour de table des nouvelles", Kind::Plenary, 15, 0),
        (
            34,
            "récit des rencontres de juillet (les DIG le 4, leurs mentors le 11)",
            Kind::Plenary,
            60,
            0,
        ),
        (35, "pause", Kind::Break, 30, 0),
        (36, "planification des groupes", Kind::Plenary, 60, 0),
        (37, "tour du lieu", Kind::Plenary, 10, 0),
        (38, "repas où l'on veut", Kind::Meal, 80, 0),
        (39, "jeu des bulles", Kind::Activity, 30, 0),
        (40, "premiers ateliers", Kind::Workshop, 75, 3),
        (41, "pause", Kind::Break, 30, 0),
        (42, "seconds ateliers", Kind::Workshop, 75, 3),
        (43, "bilan + préparation de la suite", Kind::WrapUp, 45, 0),
        (44, "fin", Kind::WrapUp, 0, 0),
    ];
    let expected = expected.map(|(line, title, kind, minutes, tracks)| DraftSlot {
        title: title.to_owned(),
        kind,
        minutes: Minutes(minutes),
        pin: None,
        tracks,
        line,
    });
    let DraftSession { days, .. } = parsed().draft.sessions.remove(0);
    assert_eq!(days[0].slots, expected);
    let minutes: Minutes = days[0].slots.iter().map(|slot| slot.minutes).sum();
    assert_eq!(at(9, 0) + minutes, at(18, 15));
}

#[test]
fn two_ideas_belong_to_the_session_above_them() {
    let idea = |line, title: &str| DraftIdea {
        title: title.to_owned(),
        session: Some(0),
        line,
    };
    let expected = [
        idea(47, "clinique de projet"),
        idea(48, "carte des acteurs"),
    ];
    assert_eq!(parsed().draft.ideas, expected);
}

#[test]
fn remarks_have_the_line_of_what_is_odd_or_inferred() {
    let expected = [
        (
            1,
            Message::new("remark-timezone-inferred").text("timezone", "Europe/Paris"),
        ),
        (
            20,
            Message::new("remark-audience-inferred").text("audience", "DIG"),
        ),
        (
            21,
            Message::new("remark-audience-inferred").text("audience", "Mentors"),
        ),
        (
            21,
            Message::new("remark-part-of-day-inferred")
                .text("audience", "Mentors")
                .time("start", at(14, 0))
                .time("end", at(18, 30)),
        ),
        (31, Message::new("remark-stray-mark").text("mark", "**")),
        (
            31,
            Message::new("remark-start-differs")
                .time("time", at(9, 0))
                .time("announced", at(9, 30)),
        ),
        (
            32,
            Message::new("remark-undecided").text("title", "encore un café OU un icebreaker"),
        ),
        (
            44,
            Message::new("remark-end-differs")
                .time("time", at(18, 15))
                .time("announced", at(18, 30)),
        ),
    ];
    let remarks = parsed().remarks.into_iter();
    let remarks: Vec<_> = remarks
        .map(|remark| (remark.line, remark.message))
        .collect();
    assert_eq!(remarks, expected);
}

#[test]
fn introduction_is_the_only_unread_line() {
    let unread = parsed().unread;
    assert_eq!(
        unread.iter().map(|unread| unread.line).collect::<Vec<_>>(),
        [5]
    );
    assert!(unread[0].text.starts_with("Les **journées** réunissent"));
}

/// Everything in a parsed page except the words that differ between the two pages.
fn facts(page: ParsedPage) -> impl PartialEq + std::fmt::Debug {
    let ParsedPage {
        mut draft,
        remarks,
        unread,
        ..
    } = page;
    let addresses = [
        draft.agenda_page_url.take().is_some(),
        draft.agenda_feed_url.take().is_some(),
    ];
    draft.title = None;
    let slots = draft
        .sessions
        .iter_mut()
        .flat_map(|session| &mut session.days);
    for slot in slots.flat_map(|day| &mut day.slots) {
        slot.title.clear();
    }
    for idea in &mut draft.ideas {
        idea.title.clear();
    }
    let remarks: Vec<_> = remarks
        .into_iter()
        .map(|remark| (remark.line, remark.message.code))
        .collect();
    let unread: Vec<_> = unread.into_iter().map(|unread| unread.line).collect();
    (draft, addresses, remarks, unread)
}

/// The organiser announces the next half year in the table of the year before.
#[test]
fn sessions_from_january_on_are_in_the_next_year() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/pages/annonce.md");
    let page = std::fs::read_to_string(page).expect("the page is in the repository");
    let page = parse(&page, &Options::default()).expect("the page is text");
    let dates: Vec<_> = page
        .draft
        .sessions
        .iter()
        .map(|session| session.days[0].date.map(|date| date.to_string()))
        .collect();
    let expected = [
        "2019-08-30",
        "2019-09-26",
        "2019-10-11",
        "2019-10-24",
        "2019-11-28",
        "2019-12-12",
        "2020-01-16",
        "2020-02-13",
        "2020-03-12",
        "2020-04-09",
        "2020-05-14",
        "2020-06-18",
    ];
    assert_eq!(dates, expected.map(|date| Some(date.to_owned())));
    // The sections of both years belong to their own sessions.
    let composed = page.draft.sessions.iter().enumerate();
    let composed = composed.filter(|(_, session)| !session.days[0].slots.is_empty());
    assert_eq!(composed.map(|(at, _)| at).collect::<Vec<_>>(), [0, 6]);
}

/// The page as its author wrote it is next to the repository, not in it.
#[test]
fn organisers_own_page_has_the_facts_of_our_copy() {
    let own =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/programme/planning.md");
    let Ok(own) = std::fs::read_to_string(&own) else {
        eprintln!("skipped: there is no {}", own.display());
        return;
    };
    let own = parse(&own, &Options::default()).expect("the page is text");
    assert_eq!(facts(own), facts(parsed()));
}
