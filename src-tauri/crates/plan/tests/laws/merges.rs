//! Merging pages: what is told is there, and telling it again changes nothing.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use deroule_plan::draft::{Draft, DraftAttendance, DraftDay, DraftIdea, DraftSession, DraftSlot};
use deroule_plan::{Edit, Kind, Plan, Planned, ProgrammeId, Status, plan};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

/// A store without anything in it, and the one programme of which pages tell.
struct Desk {
    plan: Plan,
    next: u128,
}

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

impl Desk {
    fn new() -> Self {
        let (plan, next) = (Plan::default(), 1);
        Self { plan, next }
    }

    fn merge(&mut self, draft: &Draft) -> Planned {
        let edit = Edit::MergeDraft {
            programme: PROGRAMME,
            draft: draft.clone(),
        };
        let next = &mut self.next;
        let mut ids = || {
            *next += 1;
            Uuid::from_u128(*next)
        };
        let planned = plan(&self.plan, &edit, &mut ids).unwrap();
        self.plan = planned.after.clone();
        planned
    }

    /// How often each title is on each date, however it is spelled.
    fn dated(&self) -> BTreeMap<(String, NaiveDate), usize> {
        let mut counts = BTreeMap::new();
        for session in self.plan.sessions(PROGRAMME) {
            if let Some(date) = self.plan.first_date(session.id) {
                let key = (session.title.to_lowercase(), date);
                *counts.entry(key).or_default() += 1;
            }
        }
        counts
    }
}

/// One of few dates, so that pages often tell of the same.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0i64..8).prop_map(|day| NaiveDate::default() + TimeDelta::days(20_000 + day))
}

fn slot() -> impl Strategy<Value = DraftSlot> {
    let title = select(vec!["Accueil", "accueil", "Pause", "Débat", "Atelier"]);
    let pin = prop::option::weighted(0.2, 500u32..900);
    (title, 0u32..90, pin, 0u32..4).prop_map(|(title, minutes, pin, tracks)| DraftSlot {
        title: title.to_owned(),
        kind: Kind::Plenary,
        minutes,
        pin,
        tracks,
        line: 3,
    })
}

fn attendance() -> impl Strategy<Value = Vec<DraftAttendance>> {
    let row = (select(vec!["DIG", "Mentors"]), 480u32..600, 700u32..900);
    let row = row.prop_map(|(audience, start, end)| DraftAttendance {
        audience: audience.to_owned(),
        start,
        end,
    });
    prop::collection::vec(row, 0..2)
}

fn draft_day(date: impl Strategy<Value = Option<NaiveDate>>) -> impl Strategy<Value = DraftDay> {
    let start = prop::option::of(480u32..600);
    let slots = prop::collection::vec(slot(), 0..5);
    (date, start, attendance(), slots).prop_map(|(date, start, attendance, slots)| DraftDay {
        date,
        start,
        attendance,
        slots,
    })
}

fn session(days: impl Strategy<Value = Vec<DraftDay>>) -> impl Strategy<Value = DraftSession> {
    let title = select(vec!["DIG", "dig", "Mentors", "Bilan"]);
    let theme = prop::option::of(select(vec!["comptes", "suites"]));
    let status = prop::option::weighted(0.3, select(vec![Status::Confirmed, Status::Cancelled]));
    (title, status, theme, days).prop_map(|(title, status, theme, days)| DraftSession {
        title: title.to_owned(),
        status,
        venue: None,
        theme: theme.map(str::to_owned),
        objectives: None,
        days,
        line: 2,
    })
}

fn draft(sessions: impl Strategy<Value = DraftSession>) -> impl Strategy<Value = Draft> {
    let title = select(vec!["Clinique", "clinique", "Feuille de route"]);
    let idea = (title, prop::option::of(0u32..6)).prop_map(|(title, session)| DraftIdea {
        title: title.to_owned(),
        session,
        line: 4,
    });
    let sessions = prop::collection::vec(sessions, 0..6);
    (sessions, prop::collection::vec(idea, 0..4)).prop_map(|(sessions, ideas)| Draft {
        title: Some("Rencontres".to_owned()),
        sessions,
        ideas,
        ..Draft::default()
    })
}

/// Any page: sessions of several days and of none, dated and not, two alike. Days are in order, each
/// date once, as a page is read.
fn any_draft() -> impl Strategy<Value = Draft> {
    let day = draft_day(prop::option::weighted(0.7, day()));
    let days = prop::collection::vec(day, 0..4).prop_map(|mut days| {
        days.sort_by_key(|day| (day.date.is_none(), day.date));
        days.dedup_by(|one, other| one.date.is_some() && one.date == other.date);
        days
    });
    draft(session(days))
}

/// A page of sessions of one day, no two of one title on one date.
fn plain_draft() -> impl Strategy<Value = Draft> {
    let day = draft_day(prop::option::weighted(0.8, day()));
    draft(session(prop::collection::vec(day, 1))).prop_map(|mut draft| {
        let mut seen = Vec::new();
        draft.sessions.retain(|session| {
            let key = (session.title.to_lowercase(), session.days[0].date);
            let again = key.1.is_some() && seen.contains(&key);
            seen.push(key);
            !again
        });
        draft
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_page_merged_a_second_time_changes_nothing(page in any_draft()) {
        let mut desk = Desk::new();
        prop_assert_eq!(desk.merge(&page).kept, vec![]);
        let again = desk.merge(&page);
        prop_assert_eq!(again.changes, vec![]);
        prop_assert_eq!(again.kept, vec![]);
    }

    #[test]
    fn a_page_merged_a_second_time_changes_nothing_whatever_was_there_before(
        before in plain_draft(),
        page in plain_draft(),
    ) {
        let mut desk = Desk::new();
        desk.merge(&before);
        desk.merge(&page);
        prop_assert_eq!(desk.merge(&page).changes, vec![]);
    }

    #[test]
    fn what_a_later_page_tells_is_there_once_and_the_rest_is_told_of(
        before in plain_draft(),
        page in plain_draft(),
    ) {
        let mut desk = Desk::new();
        desk.merge(&before);
        let kept = desk.merge(&page).kept;
        let dated = desk.dated();
        let told: Vec<_> = page
            .sessions
            .iter()
            .filter_map(|row| Some((row.title.to_lowercase(), row.days[0].date?)))
            .collect();
        for key in &told {
            prop_assert_eq!(dated.get(key), Some(&1), "{:?}", key);
        }
        for row in &page.sessions {
            let same = |title: &str| title.to_lowercase() == row.title.to_lowercase();
            let sessions = desk.plan.sessions(PROGRAMME).into_iter();
            let there = sessions.filter(|other| same(&other.title)).count();
            let asked = page.sessions.iter().filter(|other| same(&other.title)).count();
            prop_assert!(there >= asked);
        }
        let silent = page.sessions.iter().filter(|row| row.days[0].date.is_none()).count();
        let untold = dated.keys().filter(|key| !told.contains(key)).count();
        let said = kept.iter().filter(|kept| kept.message.code == "remark-session-kept").count();
        // An undated session of the page may be one that had a date.
        prop_assert!(page.sessions.is_empty() || (untold - said) <= silent);
        prop_assert!(said <= untold);
        let ideas = desk.plan.ideas(PROGRAMME).into_iter();
        let ideas: Vec<_> = ideas.map(|row| row.title.to_lowercase()).collect();
        for idea in &page.ideas {
            let title = idea.title.to_lowercase();
            let there = ideas.iter().filter(|other| **other == title).count();
            let asked = page.ideas.iter().filter(|idea| idea.title.to_lowercase() == title);
            prop_assert!(there >= asked.count());
        }
    }
}

#[test]
fn sessions_that_a_page_tells_less_of_than_is_there_are_found_again_each_for_itself() {
    let slots = |count| {
        let slot = DraftSlot {
            title: "Accueil".to_owned(),
            kind: Kind::Plenary,
            minutes: 15,
            pin: None,
            tracks: 0,
            line: 3,
        };
        vec![slot; count]
    };
    let session = |status, theme: Option<&str>, count| DraftSession {
        title: "DIG".to_owned(),
        status,
        venue: None,
        theme: theme.map(str::to_owned),
        objectives: None,
        days: vec![DraftDay {
            date: None,
            start: None,
            attendance: vec![],
            slots: slots(count),
        }],
        line: 2,
    };
    let page = |sessions: [DraftSession; 2]| Draft {
        title: Some("Rencontres".to_owned()),
        sessions: sessions.to_vec(),
        ..Draft::default()
    };
    let confirmed = Some(Status::Confirmed);
    let mut desk = Desk::new();
    desk.merge(&page([session(None, None, 3), session(confirmed, None, 0)]));
    // Either could be either now, by what is told of them; only one way nothing changes.
    let later = page([
        session(confirmed, Some("comptes"), 0),
        session(None, Some("comptes"), 1),
    ]);
    desk.merge(&later);
    assert_eq!(desk.merge(&later).changes, vec![]);
}
