//! Previews the copy of a programme: its title and the dates of its sessions.

use chrono::{Datelike, NaiveDate};
use deroule_edit::Shift;
use deroule_model::normalize::is_same_name;
use deroule_model::{ProgrammeId, Session, SessionId, State};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::App;
use crate::copy_title::later_title;
use crate::wire::Problem;

/// The copy of a programme, before it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyPreview {
    /// The proposed title: the programme's own with its years moved. Without a year in it, the year of the first date
    /// follows where the title is taken.
    pub title: String,
    /// The sessions by first date, undated ones last.
    pub sessions: Vec<MovedSession>,
}

/// The first date of a session, here and in the copy. Its other days keep their distance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MovedSession {
    /// The session that is copied.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// Its first date; none when it has no date.
    pub before: Option<NaiveDate>,
    /// The first date of the copy; none when the copy has no dates.
    pub after: Option<NaiveDate>,
}

impl App {
    /// Previews the copy of a programme with shifted dates. Nothing is written. The preview of a missing
    /// programme is empty.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn copy_preview(
        &self,
        programme: ProgrammeId,
        shift: Shift,
    ) -> Result<CopyPreview, Problem> {
        self.read(|state, _, _| Ok(preview(state, programme, shift)))
    }
}

fn preview(state: &State, programme: ProgrammeId, shift: Shift) -> CopyPreview {
    let title = state
        .programme(programme)
        .map_or("", |row| row.title.as_str());
    let moved = |row: &Session| {
        let before = state.first_date(row.id);
        MovedSession {
            session: row.id,
            title: row.title.clone(),
            before,
            after: before.and_then(|date| shift.of(date)),
        }
    };
    let sessions: Vec<MovedSession> = state.sessions(programme).into_iter().map(moved).collect();
    let later = later_title(title, years_of(shift));
    CopyPreview {
        title: free_title(state, later, &sessions),
        sessions,
    }
}

/// The title, followed by the year of the first date if another programme has that title.
fn free_title(state: &State, title: String, sessions: &[MovedSession]) -> String {
    let is_taken = |title: &str| {
        let mut programmes = state.programmes().into_iter();
        programmes.any(|row| is_same_name(&row.title, title))
    };
    let first = sessions.iter().find_map(|session| session.after);
    match first {
        Some(date) if is_taken(&title) => {
            let dated = format!("{title} {}", date.year());
            if is_taken(&dated) { title } else { dated }
        }
        _ => title,
    }
}

/// The years by which a copy is later, rounded. A copy without dates is for the next year.
fn years_of(shift: Shift) -> i64 {
    match shift {
        Shift::None => 1,
        // Four years have 1,461 days.
        Shift::Days(days) => days.saturating_mul(4).saturating_add(730).div_euclid(1461),
        Shift::Weekday(years) => years.into(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use deroule_edit::Shift;
    use deroule_model::{
        Clock, Day, DayId, Entity, Language, Programme, ProgrammeId, Rank, Session, SessionId,
        State,
    };
    use uuid::Uuid;

    use super::{preview, years_of};

    #[test]
    fn title_years_shift_with_the_dates() {
        let shifts = [
            Shift::Weekday(3),
            Shift::Days(364),
            Shift::Days(728),
            Shift::Days(30),
            Shift::None,
        ];
        assert_eq!(shifts.map(years_of), [3, 1, 2, 0, 1]);
    }

    fn programme(id: ProgrammeId, title: &str) -> Entity {
        Entity::Programme(Programme {
            id,
            title: title.to_owned(),
            timezone: "Europe/Paris".to_owned(),
            language: Language::Fr,
            agenda_page_url: None,
            agenda_feed_url: None,
            is_sample: false,
            rank: Rank::after_all([]),
        })
    }

    #[test]
    fn taken_title_without_a_year_gets_the_year_of_the_first_date() {
        let id = ProgrammeId(Uuid::from_u128(1));
        let session = SessionId(Uuid::from_u128(2));
        let mut state = State::of([
            programme(id, "Planning"),
            Entity::Session(Session::new(
                session,
                id,
                "A".to_owned(),
                Rank::after_all([]),
            )),
            Entity::Day(Day {
                id: DayId(Uuid::from_u128(3)),
                session,
                date: "2019-09-27".parse().ok(),
                start: Clock::at(9, 0),
                rank: Rank::after_all([]),
            }),
        ]);
        assert_eq!(
            preview(&state, id, Shift::Weekday(1)).title,
            "Planning 2020"
        );
        assert_eq!(
            preview(&state, id, Shift::None).title,
            "Planning",
            "no date, no year"
        );
        state.extend([programme(ProgrammeId(Uuid::from_u128(9)), "planning 2020")]);
        assert_eq!(preview(&state, id, Shift::Weekday(1)).title, "Planning");
    }

    #[test]
    fn sessions_are_listed_with_their_first_dates() {
        let id = ProgrammeId(Uuid::from_u128(1));
        let session = |nth: u128, title: &str| {
            let own = SessionId(Uuid::from_u128(nth));
            Session::new(own, id, title.to_owned(), Rank::after_all([]))
        };
        let day = |nth: u128, session: &Session, date: Option<&str>| Day {
            id: DayId(Uuid::from_u128(nth)),
            session: session.id,
            date: date.map(|text| text.parse().unwrap()),
            start: Clock::at(9, 0),
            rank: Rank::after_all([]),
        };
        let (dated, undated) = (session(2, "A"), session(3, "B"));
        let state = State::of([
            programme(id, "DIG 2019"),
            Entity::Day(day(4, &dated, None)),
            Entity::Day(day(5, &dated, Some("2019-09-27"))),
            Entity::Day(day(6, &dated, Some("2019-09-26"))),
            Entity::Day(day(7, &undated, None)),
            Entity::Session(dated),
            Entity::Session(undated),
        ]);

        let copy = preview(&state, id, Shift::Days(364));
        assert_eq!(copy.title, "DIG 2020");
        let rows = copy.sessions.iter().map(|row| {
            let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
            (row.title.as_str(), date(row.before), date(row.after))
        });
        let date = |text: &str| Some(text.to_owned());
        assert_eq!(
            rows.collect::<Vec<_>>(),
            [
                ("A", date("2019-09-26"), date("2020-09-24")),
                ("B", None, None)
            ]
        );
        let undated = preview(&state, id, Shift::None);
        assert_eq!(undated.sessions[0].after, None);
    }
}
