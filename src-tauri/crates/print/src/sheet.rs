//! The content of the sheets, one sheet a day. Lengths are in minutes; the template turns them into
//! millimetres.

use deroule_model::{Attendance, Day, Message, Session, SessionId, State, Status};
use deroule_schedule as schedule;
use deroule_text::{DateStyle, Messages};
use serde::Serialize;

use crate::error::PrintError;
use crate::options::{Form, Options};
use crate::{crew, rows};

/// All sheets of a document.
pub(crate) struct Sheets {
    pub(crate) common: Common,
    pub(crate) sheets: Vec<Sheet>,
}

/// The content that all pages of a document share.
#[derive(Serialize)]
pub(crate) struct Common {
    lang: &'static str,
    title: String,
    /// The foot of every page.
    foot: String,
    /// The heading of the column for handwriting.
    notes: String,
    /// The legend of the mark for pinned times.
    pinned: String,
    /// None where the sheets are for everyone.
    crew: Option<CrewLabels>,
}

/// The data of the template for some of the sheets.
#[derive(Serialize)]
pub(crate) struct Piece<'a> {
    #[serde(flatten)]
    pub(crate) common: &'a Common,
    /// How many pages of the document precede it.
    pub(crate) pages_before: usize,
    /// How many pages the document has.
    pub(crate) pages: usize,
    pub(crate) sheets: &'a [Sheet],
}

/// The labels that only the crew's sheet has.
#[derive(Serialize)]
struct CrewLabels {
    name: String,
    room: String,
}

/// One day.
#[derive(Serialize)]
pub(crate) struct Sheet {
    /// Its index in the document. It makes two sheets with the same content different.
    number: usize,
    programme: String,
    title: String,
    date: String,
    venue: Option<String>,
    theme: Option<String>,
    /// The label of a cancelled session; none where it takes place.
    cancelled: Option<String>,
    /// The label of an empty running order; none where it has slots.
    empty: Option<String>,
    audiences: Vec<Audience>,
    /// None where the running order is empty.
    rows: Option<Rows>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Rows {
    Everyone(Vec<rows::Row>),
    Crew(Vec<crew::Row>),
}

#[derive(Serialize)]
struct Audience {
    name: String,
    hours: String,
}

/// One sheet for each day of `sessions`, in this order.
pub(crate) fn sheets(
    state: &State,
    sessions: &[SessionId],
    options: &Options,
) -> Result<Sheets, PrintError> {
    let messages = Messages::of(options.language);
    let mut sheets = Vec::new();
    for id in sessions {
        let session = state.session(*id).ok_or(PrintError::UnknownSession(*id))?;
        for day in state.days(*id) {
            let number = sheets.len();
            sheets.push(sheet(state, session, day, number, options));
        }
    }
    let common = Common {
        lang: messages.tag(),
        title: title(&sheets),
        foot: messages.format(&Message::new("sheet-data-of").date("date", options.data_date)),
        notes: messages.text("sheet-notes"),
        pinned: messages.text("pinned"),
        crew: (options.form == Form::Crew).then(|| CrewLabels {
            name: messages.text("crew-sheet"),
            room: messages.text("sheet-room"),
        }),
    };
    Ok(Sheets { common, sheets })
}

/// The title of the document: the session's for one sheet, else the programme's.
fn title(sheets: &[Sheet]) -> String {
    match sheets {
        [] => String::new(),
        [one] => one.title.clone(),
        [first, ..] => first.programme.clone(),
    }
}

fn sheet(state: &State, session: &Session, day: &Day, number: usize, options: &Options) -> Sheet {
    let messages = Messages::of(options.language);
    let timed = schedule::day(state, day.id).filter(|timed| !timed.slots.is_empty());
    let rows = timed.map(|timed| match options.form {
        Form::Everyone => {
            let list = rows::List {
                state,
                messages,
                date: day.date,
                notes: options.notes,
            };
            Rows::Everyone(list.of_day(&timed))
        }
        Form::Crew => Rows::Crew(crew::of_day(state, &timed, day.date, messages)),
    });
    let programme = state.programme(session.programme);
    let text = |text: &Option<String>| text.as_deref().map(|text| messages.fix_spacing(text));
    Sheet {
        number,
        programme: programme.map_or_else(String::new, |row| messages.fix_spacing(&row.title)),
        title: messages.fix_spacing(&session.title),
        date: day.date.map_or_else(
            || messages.text("sheet-undated"),
            |date| messages.date(date, DateStyle::Long),
        ),
        venue: text(&session.venue),
        theme: text(&session.theme),
        cancelled: (session.status == Status::Cancelled).then(|| messages.text("sheet-cancelled")),
        empty: rows.is_none().then(|| messages.text("sheet-empty")),
        audiences: state
            .attendances(day.id)
            .into_iter()
            .filter_map(|attendance| audience(state, attendance, messages))
            .collect(),
        rows,
    }
}

fn audience(state: &State, attendance: &Attendance, messages: &Messages) -> Option<Audience> {
    Some(Audience {
        name: messages.fix_spacing(&state.audience(attendance.audience)?.name),
        hours: messages.hours(attendance.start, attendance.end),
    })
}
