//! The sample programme of the first start.
#![allow(clippy::unwrap_used, reason = "tests")]

use chrono::{DateTime, NaiveDate, Utc};
use deroule_app::{App, Language, Scope};

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

/// A session: its date, the hours of each audience, and the number of slots.
type Summary = (Option<NaiveDate>, Vec<(u32, u32)>, u32);

fn summaries(language: Language) -> Vec<Summary> {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    app.add_sample(language).unwrap();
    let open = app.snapshot(Scope::default()).unwrap().open.unwrap();
    assert_eq!(open.audiences.len(), 2, "DIG and Mentors");
    assert_eq!(open.programme.language, language);
    let sessions = open.sessions.into_iter();
    let summaries = sessions.map(|row| {
        let day = &row.days[0];
        let hours = day.attendances.iter().map(|one| (one.start.0, one.end.0));
        (day.date, hours.collect(), row.slot_count)
    });
    summaries.collect()
}

#[test]
fn sample_is_the_same_programme_in_both_languages() {
    let french = summaries(Language::Fr);
    assert_eq!(french.len(), 6);
    assert_eq!(french[1].1, [(570, 1110), (840, 1110)], "mentors from 14h");
    assert_eq!(summaries(Language::En), french);
}
