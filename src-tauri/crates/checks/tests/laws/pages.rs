//! Random pages: sessions, days, slots and ideas.

use chrono::{NaiveDate, TimeDelta};
use deroule_edit::draft::{Draft, DraftAttendance, DraftDay, DraftIdea, DraftSession, DraftSlot};
use deroule_model::{Clock, Kind, Minutes, Status};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Gives each part of a page a line of its own, as a page has.
pub fn number(draft: &mut Draft) {
    let mut line = 0;
    let mut next = || {
        line += 1;
        line
    };
    for session in &mut draft.sessions {
        session.line = next();
        let slots = session.days.iter_mut().flat_map(|day| &mut day.slots);
        slots.for_each(|slot| slot.line = next());
    }
    draft.ideas.iter_mut().for_each(|idea| idea.line = next());
}

/// One of few dates, so that pages often tell of the same.
fn date() -> impl Strategy<Value = NaiveDate> {
    (0i64..8).prop_map(|day| NaiveDate::default() + TimeDelta::days(20_000 + day))
}

fn slot() -> impl Strategy<Value = DraftSlot> {
    let title = select(vec!["Accueil", "accueil", "Pause", "Débat", "Atelier"]);
    let pin = prop::option::weighted(0.2, 500u32..900);
    (title, 0u32..90, pin, 0u32..4).prop_map(|(title, minutes, pin, tracks)| DraftSlot {
        title: title.to_owned(),
        kind: Kind::Plenary,
        minutes: Minutes(minutes),
        pin: pin.map(Clock),
        tracks,
        line: 3,
    })
}

fn attendance() -> impl Strategy<Value = Vec<DraftAttendance>> {
    let row = (select(vec!["DIG", "Mentors"]), 480u32..600, 700u32..900);
    let row = row.prop_map(|(audience, start, end)| DraftAttendance {
        audience: audience.to_owned(),
        start: Clock(start),
        end: Clock(end),
    });
    prop::collection::vec(row, 0..2)
}

fn draft_day(date: impl Strategy<Value = Option<NaiveDate>>) -> impl Strategy<Value = DraftDay> {
    let start = prop::option::of(480u32..600);
    let slots = prop::collection::vec(slot(), 0..5);
    (date, start, attendance(), slots).prop_map(|(date, start, attendance, slots)| DraftDay {
        date,
        start: start.map(Clock),
        attendance,
        slots,
    })
}

fn session(days: impl Strategy<Value = Vec<DraftDay>>) -> impl Strategy<Value = DraftSession> {
    let title = select(vec!["DIG", "dig", "Mentors", "Bilan"]);
    let theme = prop::option::of(select(vec!["comptes", "suites"]));
    let status = prop::option::weighted(0.3, select(vec![Status::Confirmed, Status::Cancelled]));
    (title, status, theme, days).prop_map(|(title, status, theme, days)| DraftSession {
        announced: true,
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
pub fn any_draft() -> impl Strategy<Value = Draft> {
    let day = draft_day(prop::option::weighted(0.7, date()));
    let days = prop::collection::vec(day, 0..4).prop_map(|mut days| {
        days.sort_by_key(|day| (day.date.is_none(), day.date));
        days.dedup_by(|one, other| one.date.is_some() && one.date == other.date);
        days
    });
    draft(session(days))
}

/// A page that says other things of the same parts: no part comes, goes or moves.
pub fn reworded(page: &Draft, words: &[(Index, u32)]) -> Draft {
    let mut page = page.clone();
    for (which, minutes) in words {
        if page.sessions.is_empty() {
            break;
        }
        let session = which.get(&page.sessions).clone();
        let at = page
            .sessions
            .iter()
            .position(|other| *other == session)
            .unwrap();
        let session = &mut page.sessions[at];
        match minutes % 3 {
            0 => session.theme = Some(format!("theme {minutes}")),
            1 => session.venue = Some(format!("venue {minutes}")),
            _ => {
                let slots = session.days.iter_mut().flat_map(|day| &mut day.slots);
                slots.for_each(|slot| slot.minutes = Minutes(*minutes));
            }
        }
    }
    page
}
