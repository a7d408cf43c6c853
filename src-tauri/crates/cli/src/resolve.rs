//! Finds the rows that the arguments of a call name.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use deroule_app::model::normalize::is_same_name;
use deroule_app::model::{AudienceId, Message, ProgrammeId, Session, SessionId, State};
use deroule_app::{App, Problem};

/// The store to work on: the named one, else the window's own.
pub fn store(named: Option<&Path>) -> Result<PathBuf, Problem> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None => deroule_app::default_store()
            .ok_or_else(|| Problem::new(Message::new("problem-no-home"))),
    }
}

/// The programme with this title or id, else the one imported or opened last.
pub fn programme(app: &App, named: Option<&str>) -> Result<ProgrammeId, Problem> {
    let Some(name) = named else {
        let last = app.current_programme()?;
        return last.ok_or_else(|| Problem::new(Message::new("problem-no-programme")));
    };
    app.read(|plan, _, _| {
        let programmes = plan.programmes();
        if let Some(row) = programmes.iter().find(|row| row.id.to_string() == name) {
            return Ok(row.id);
        }
        let titled = programmes
            .iter()
            .filter(|row| is_same_name(&row.title, name));
        let matches: Vec<ProgrammeId> = titled.map(|row| row.id).collect();
        match matches.as_slice() {
            [one] => Ok(*one),
            [] => Err(Problem::new(
                Message::new("problem-no-such-programme").text("name", name),
            )),
            several => {
                let ids: Vec<_> = several.iter().map(ProgrammeId::to_string).collect();
                let message = Message::new("problem-ambiguous-programme").text("name", name);
                Err(Problem::new(message.text("ids", ids.join(", "))))
            }
        }
    })
}

/// The session with this id, ISO date or title.
pub fn session(plan: &State, programme: ProgrammeId, name: &str) -> Result<SessionId, Problem> {
    let date: Option<NaiveDate> = name.parse().ok();
    let is_match = |row: &&Session| {
        row.id.to_string() == name
            || is_same_name(&row.title, name)
            || (date.is_some() && plan.days(row.id).any(|day| day.date == date))
    };
    let matches: Vec<&Session> = plan
        .sessions(programme)
        .into_iter()
        .filter(is_match)
        .collect();
    match matches.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Problem::new(
            Message::new("problem-no-such-session").text("name", name),
        )),
        _ => Err(Problem::new(
            Message::new("problem-ambiguous-session").text("name", name),
        )),
    }
}

/// The audience with this name.
pub fn audience(plan: &State, programme: ProgrammeId, name: &str) -> Result<AudienceId, Problem> {
    let audiences = plan.audiences(programme);
    let audience = audiences
        .into_iter()
        .find(|row| is_same_name(&row.name, name));
    let missing = || Message::new("problem-no-such-audience").text("name", name);
    audience
        .map(|row| row.id)
        .ok_or_else(|| Problem::new(missing()))
}
