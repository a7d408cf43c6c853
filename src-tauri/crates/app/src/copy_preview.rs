//! What the copy of a programme would be, before it is made: its title and the dates of its sessions.

use chrono::NaiveDate;
use deroule_edit::Shift;
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
    /// The proposed title: the programme's own, with its years moved.
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
    CopyPreview {
        title: later_title(title, years_of(shift)),
        sessions: state.sessions(programme).into_iter().map(moved).collect(),
    }
}

/// By how many years a copy is later, rounded. A copy without dates is for the next year.
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
    use chrono::{Datelike, Days, NaiveDate};
    use deroule_edit::Shift;
    use deroule_model::{
        Clock, Day, DayId, Entity, Language, Programme, ProgrammeId, Rank, Session, SessionId,
        State,
    };
    use uuid::Uuid;

    use super::{preview, years_of};

    #[test]
    fn a_title_is_as_many_years_later_as_the_dates() {
        let shifts = [
            Shift::Weekday(3),
            Shift::Days(364),
            Shift::Days(728),
            Shift::Days(30),
            Shift::None,
        ];
        assert_eq!(shifts.map(years_of), [3, 1, 2, 0, 1]);
    }

    #[test]
    fn a_date_keeps_its_place_among_the_weekdays_of_its_month() {
        let cases = [
            ("the last Friday of August", "2019-08-30", 1, "2020-08-28"),
            ("and back", "2020-08-28", -1, "2019-08-30"),
            ("the second Thursday", "2019-12-12", 1, "2020-12-10"),
            (
                "a fifth Friday where there are four",
                "2020-01-31",
                1,
                "2021-01-29",
            ),
            (
                "a fourth and last Friday where there are five",
                "2021-01-29",
                -1,
                "2020-01-31",
            ),
            (
                "a fourth Friday that is not the last",
                "2020-01-24",
                1,
                "2021-01-22",
            ),
            ("the first of a month", "2021-05-01", 1, "2022-05-07"),
            (
                "the leap day, a last Saturday",
                "2020-02-29",
                1,
                "2021-02-27",
            ),
            (
                "the last Saturday of February, to the leap day",
                "2019-02-23",
                1,
                "2020-02-29",
            ),
            ("many years", "2019-09-26", 11, "2030-09-26"),
        ];
        for (name, from, years, to) in cases {
            let (from, to): (NaiveDate, NaiveDate) = (from.parse().unwrap(), to.parse().unwrap());
            assert_eq!(Shift::Weekday(years).of(from), Some(to), "{name}");
        }
        let first: NaiveDate = "2019-01-01".parse().unwrap();
        let is_last = |date: NaiveDate| (date + Days::new(7)).month() != date.month();
        for date in first.iter_days().take(1500) {
            for years in [-3, -1, 0, 1, 2, 4, 28] {
                let moved = Shift::Weekday(years).of(date).unwrap();
                assert_eq!(moved.weekday(), date.weekday());
                assert_eq!(moved.month(), date.month());
                assert_eq!(moved.year(), date.year() + years);
                if is_last(date) {
                    assert!(is_last(moved), "{date} moved by {years} years");
                } else {
                    assert_eq!((moved.day() - 1) / 7, (date.day() - 1) / 7);
                }
            }
        }
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
            Entity::Programme(Programme {
                id,
                title: "DIG 2019".to_owned(),
                timezone: "Europe/Paris".to_owned(),
                language: Language::Fr,
                agenda_page_url: None,
                agenda_feed_url: None,
                is_sample: false,
                rank: Rank::after_all([]),
            }),
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
