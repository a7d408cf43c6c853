//! What is on the sheets, in words: one sheet a day. Lengths are minutes until the template makes
//! them millimetres.

use deroule_model::{Attendance, Day, Message, Session, SessionId, State, Status};
use deroule_schedule as schedule;
use deroule_text::{DateStyle, Messages};
use serde::Serialize;

use crate::{Form, Options, PrintError, crew, rows};

/// All sheets of a document.
pub(crate) struct Sheets {
    pub(crate) common: Common,
    pub(crate) sheets: Vec<Sheet>,
}

/// What all pages of a document share.
#[derive(Serialize)]
pub(crate) struct Common {
    lang: &'static str,
    title: String,
    /// Stands at the foot of every page.
    foot: String,
    /// The heading of the column to write in.
    notes: String,
    /// What the mark of a pinned time means.
    pinned: String,
    /// None: the sheets are for everyone.
    crew: Option<CrewWords>,
}

/// Everything the template reads for some of the sheets.
#[derive(Serialize)]
pub(crate) struct Piece<'a> {
    #[serde(flatten)]
    pub(crate) common: &'a Common,
    /// How many pages of the document come before.
    pub(crate) pages_before: usize,
    /// How many pages the document has.
    pub(crate) pages: usize,
    pub(crate) sheets: &'a [Sheet],
}

/// The words that only the crew's sheet has.
#[derive(Serialize)]
struct CrewWords {
    name: String,
    room: String,
}

/// One day.
#[derive(Serialize)]
pub(crate) struct Sheet {
    /// Its place in the document. Two sheets with the same words still differ.
    number: usize,
    programme: String,
    title: String,
    date: String,
    venue: Option<String>,
    theme: Option<String>,
    /// The words for it, when the session is cancelled.
    cancelled: Option<String>,
    /// The words for it, when nothing is in the running order.
    empty: Option<String>,
    audiences: Vec<Audience>,
    /// None when nothing is in the running order.
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

/// One sheet for each day of `sessions`, in their order.
pub(crate) fn sheets(
    plan: &State,
    sessions: &[SessionId],
    options: &Options,
) -> Result<Sheets, PrintError> {
    let messages = Messages::of(options.language);
    let mut sheets = Vec::new();
    for id in sessions {
        let session = plan.session(*id).ok_or(PrintError::UnknownSession(*id))?;
        for day in plan.days(*id) {
            let number = sheets.len();
            sheets.push(sheet(plan, session, day, number, options));
        }
    }
    let common = Common {
        lang: messages.tag(),
        title: title(&sheets),
        foot: messages.format(&Message::new("sheet-data-of").date("date", options.data_date)),
        notes: messages.text("sheet-notes"),
        pinned: messages.text("pinned"),
        crew: (options.form == Form::Crew).then(|| CrewWords {
            name: messages.text("crew-sheet"),
            room: messages.text("sheet-room"),
        }),
    };
    Ok(Sheets { common, sheets })
}

/// The session's title; the programme's when there is more than one sheet.
fn title(sheets: &[Sheet]) -> String {
    match sheets {
        [] => String::new(),
        [one] => one.title.clone(),
        [first, ..] => first.programme.clone(),
    }
}

fn sheet(plan: &State, session: &Session, day: &Day, number: usize, options: &Options) -> Sheet {
    let messages = Messages::of(options.language);
    let timed = schedule::day(plan, day.id).filter(|timed| !timed.slots.is_empty());
    let rows = timed.map(|timed| match options.form {
        Form::Everyone => {
            let list = rows::List {
                plan,
                messages,
                date: day.date,
                notes: options.notes,
            };
            Rows::Everyone(list.of_day(&timed))
        }
        Form::Crew => Rows::Crew(crew::of_day(plan, &timed, day.date, messages)),
    });
    let programme = plan.programme(session.programme);
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
        audiences: plan
            .attendances(day.id)
            .into_iter()
            .filter_map(|attendance| audience(plan, attendance, messages))
            .collect(),
        rows,
    }
}

fn audience(plan: &State, attendance: &Attendance, messages: &Messages) -> Option<Audience> {
    Some(Audience {
        name: messages.fix_spacing(&plan.audience(attendance.audience)?.name),
        hours: messages.hours(attendance.start, attendance.end),
    })
}
