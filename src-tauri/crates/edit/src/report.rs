//! What changes do, row by row, for people: which row, what happened to it, which values it had and has.

use std::collections::BTreeMap;

use deroule_model::{Anchors, Change, Entity, Message, Parent, Session, Slot, State, Status};
use deroule_schedule as schedule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::three_way::{Field, value};

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// It is new.
    Added,
    /// It has other values.
    Changed,
    /// It is a session that is cancelled.
    Cancelled,
    /// It is gone.
    Removed,
}

/// Which kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RowKind {
    /// A programme.
    Programme,
    /// An audience.
    Audience,
    /// A room.
    Room,
    /// A session.
    Session,
    /// A day of a session.
    Day,
    /// Hours of an audience.
    Attendance,
    /// A slot.
    Slot,
    /// A track.
    Track,
    /// An idea.
    Idea,
}

impl RowKind {
    /// The message that names it in words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Programme => "row-programme",
            Self::Audience => "row-audience",
            Self::Room => "row-room",
            Self::Session => "row-session",
            Self::Day => "row-day",
            Self::Attendance => "row-attendance",
            Self::Slot => "row-slot",
            Self::Track => "row-track",
            Self::Idea => "row-idea",
        })
    }
}

impl Action {
    /// The message that says it of a row (`row`, `title`).
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Added => "report-added",
            Self::Changed => "report-changed",
            Self::Cancelled => "report-cancelled",
            Self::Removed => "report-removed",
        })
    }
}

/// One row and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowReport {
    /// What happened.
    pub action: Action,
    /// To which kind of row.
    pub row: RowKind,
    /// What it is called; the audience's name for hours.
    pub title: String,
    /// The session it belongs to, if it belongs to one and is not one.
    pub of: Option<String>,
    /// The line of the page that speaks of it.
    pub line: Option<u32>,
    /// The values that are different; of an added or removed row, those that say when it is.
    pub fields: Vec<FieldReport>,
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldReport {
    /// Which value.
    pub field: Field,
    /// What it was; none for nothing.
    pub before: Option<Message>,
    /// What it is; none for nothing.
    pub after: Option<Message>,
}

/// Tells what `changes`, which lead from `before` to `after`, do to each row. Rows that a reader does not
/// know of (source pages, dismissals, templates) are left out. `anchors` have the page's lines.
pub fn rows(
    before: &State,
    after: &State,
    changes: &[Change],
    anchors: Option<&Anchors>,
) -> Vec<RowReport> {
    let lines = lines(anchors);
    let mut rows: Vec<RowReport> = changes
        .iter()
        .filter_map(|change| row(before, after, change, &lines))
        .collect();
    // What the page speaks of in its order, then what it no longer has.
    rows.sort_by_key(|row| row.line.unwrap_or(u32::MAX));
    rows
}

/// The lines of the page by the rows they speak of.
fn lines(anchors: Option<&Anchors>) -> BTreeMap<Uuid, u32> {
    let mut lines = BTreeMap::new();
    let Some(anchors) = anchors else {
        return lines;
    };
    for session in &anchors.sessions {
        lines.insert(session.id.0, session.line);
        lines.extend(session.days.iter().map(|day| (day.0, session.line)));
    }
    lines.extend(anchors.slots.iter().map(|(line, id)| (id.0, *line)));
    lines.extend(anchors.ideas.iter().map(|(line, id)| (id.0, *line)));
    lines
}

fn row(
    before: &State,
    after: &State,
    change: &Change,
    lines: &BTreeMap<Uuid, u32>,
) -> Option<RowReport> {
    let entity = change.row()?;
    let state = if change.after.is_some() {
        after
    } else {
        before
    };
    let (row, title, of, line) = subject(state, entity, lines)?;
    let one = change.before.as_ref().map(|entity| values(before, entity));
    let other = change.after.as_ref().map(|entity| values(after, entity));
    let action = match (&change.before, &change.after) {
        (None, _) => Action::Added,
        (_, None) => Action::Removed,
        (Some(Entity::Session(one)), Some(Entity::Session(other)))
            if one.status != other.status && other.status == Status::Cancelled =>
        {
            Action::Cancelled
        }
        _ => Action::Changed,
    };
    let mut fields = compared(one.unwrap_or_default(), other.unwrap_or_default(), action);
    if let (Some(Entity::Slot(one)), Some(Entity::Slot(other))) = (&change.before, &change.after)
        && one.parent == other.parent
    {
        // Its day got another date; the slot stands where it stood.
        fields.retain(|report| report.field != Field::Place);
    }
    if action == Action::Changed && fields.is_empty() {
        return None;
    }
    Some(RowReport {
        action,
        row,
        title,
        of,
        line,
        fields,
    })
}

type Subject = (RowKind, String, Option<String>, Option<u32>);

fn subject(state: &State, entity: &Entity, lines: &BTreeMap<Uuid, u32>) -> Option<Subject> {
    let line = |id: Uuid| lines.get(&id).copied();
    let session_of = |parent: Parent| state.session_of(parent).map(|row| row.title.clone());
    Some(match entity {
        Entity::Programme(row) => (RowKind::Programme, row.title.clone(), None, None),
        Entity::Audience(row) => (RowKind::Audience, row.name.clone(), None, None),
        Entity::Room(row) => (RowKind::Room, row.name.clone(), None, None),
        Entity::Session(row) => (RowKind::Session, row.title.clone(), None, line(row.id.0)),
        Entity::Day(row) => {
            let title = state.session(row.session)?.title.clone();
            (RowKind::Day, title.clone(), Some(title), line(row.id.0))
        }
        Entity::Attendance(row) => {
            let title = state.audience(row.audience)?.name.clone();
            let session = state
                .session_of(Parent::Day(row.day))
                .map(|row| row.title.clone());
            (RowKind::Attendance, title, session, line(row.day.0))
        }
        Entity::Slot(row) => {
            let session = session_of(row.parent);
            (RowKind::Slot, row.title.clone(), session, line(row.id.0))
        }
        Entity::Track(row) => {
            let block = state.slot(row.slot)?;
            let title = state.track_title(row).unwrap_or(&block.title).to_owned();
            (
                RowKind::Track,
                title,
                session_of(block.parent),
                line(row.slot.0),
            )
        }
        Entity::Idea(row) => {
            let session = row.session.and_then(|id| state.session(id));
            let session = session.map(|row| row.title.clone());
            (RowKind::Idea, row.title.clone(), session, line(row.id.0))
        }
        Entity::Template(_) | Entity::Dismissal(_) | Entity::Source(_) | Entity::Tag(_) => {
            return None;
        }
    })
}

type Values = Vec<(Field, Option<Message>)>;

/// The values of a row that people know of.
fn values(state: &State, entity: &Entity) -> Values {
    let text = |text: &Option<String>| text.as_deref().map(value::text);
    let list = |texts: &[String]| (!texts.is_empty()).then(|| value::text(&texts.join(", ")));
    match entity {
        Entity::Programme(row) => vec![
            (Field::Title, Some(value::text(&row.title))),
            (Field::Timezone, Some(value::text(&row.timezone))),
            (Field::AgendaPage, text(&row.agenda_page_url)),
            (Field::AgendaFeed, text(&row.agenda_feed_url)),
        ],
        Entity::Audience(row) => vec![(Field::Title, Some(value::text(&row.name)))],
        Entity::Room(row) => vec![(Field::Title, Some(value::text(&row.name)))],
        Entity::Session(row) => session_values(row),
        Entity::Day(row) => vec![
            (Field::Date, row.date.map(value::date)),
            (Field::Start, Some(value::time(row.start))),
        ],
        Entity::Attendance(row) => vec![(Field::Hours, Some(value::hours(row.start, row.end)))],
        Entity::Slot(row) => slot_values(state, row),
        Entity::Track(row) => vec![
            (Field::Title, text(&row.title)),
            (
                Field::Room,
                row.room
                    .and_then(|id| state.room(id))
                    .map(|row| value::text(&row.name)),
            ),
            (
                Field::Other,
                row.idea
                    .and_then(|id| state.idea(id))
                    .map(|row| value::text(&row.title)),
            ),
        ],
        Entity::Idea(row) => vec![
            (Field::Title, Some(value::text(&row.title))),
            (
                Field::Session,
                row.session
                    .and_then(|id| state.session(id))
                    .map(|row| value::text(&row.title)),
            ),
            (Field::Notes, text(&row.description)),
            (Field::Facilitators, list(&row.facilitators)),
        ],
        Entity::Template(_) | Entity::Dismissal(_) | Entity::Source(_) | Entity::Tag(_) => {
            Vec::new()
        }
    }
}

fn session_values(row: &Session) -> Values {
    let text = |text: &Option<String>| text.as_deref().map(value::text);
    let links = (!row.links.is_empty()).then(|| value::text(&row.links.join(", ")));
    vec![
        (Field::Title, Some(value::text(&row.title))),
        (Field::Status, Some(value::status(row.status))),
        (Field::Venue, text(&row.venue)),
        (Field::Theme, text(&row.theme)),
        (Field::Objectives, text(&row.objectives)),
        (Field::Links, links),
        (Field::Notes, text(&row.notes)),
    ]
}

fn slot_values(state: &State, row: &Slot) -> Values {
    let text = |text: &Option<String>| text.as_deref().map(value::text);
    let place = state
        .day_of(row.parent)
        .and_then(|day| day.date)
        .map(value::date);
    let facilitators =
        (!row.facilitators.is_empty()).then(|| value::text(&row.facilitators.join(", ")));
    let rank = Message::new("value-text").text("text", row.rank.as_str());
    vec![
        (Field::Title, Some(value::text(&row.title))),
        (Field::Kind, Some(value::kind(row.kind))),
        (
            Field::Duration,
            Some(value::minutes(schedule::length(state, row))),
        ),
        (Field::Pin, row.pin.map(value::time)),
        (Field::Place, place),
        (Field::Order, Some(rank)),
        (
            Field::Room,
            row.room
                .and_then(|id| state.room(id))
                .map(|row| value::text(&row.name)),
        ),
        (Field::Facilitators, facilitators),
        (Field::Notes, text(&row.notes)),
        (Field::Material, text(&row.material)),
    ]
}

fn compared(before: Values, after: Values, action: Action) -> Vec<FieldReport> {
    let fields: Vec<Field> = if before.is_empty() { &after } else { &before }
        .iter()
        .map(|(field, _)| *field)
        .collect();
    let find = |values: &Values, field: Field| {
        let value = values.iter().find(|(own, _)| *own == field);
        value.and_then(|(_, value)| value.clone())
    };
    let is_whole = matches!(action, Action::Added | Action::Removed);
    fields
        .into_iter()
        // Of a row that comes or goes, what its title does not say.
        .filter(|field| {
            !is_whole
                || matches!(
                    field,
                    Field::Date | Field::Hours | Field::Duration | Field::Pin
                )
        })
        .map(|field| (field, find(&before, field), find(&after, field)))
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| match field {
            // A rank says nothing to anybody.
            Field::Order => FieldReport {
                field,
                before: None,
                after: Some(value::order()),
            },
            _ => FieldReport {
                field,
                before,
                after,
            },
        })
        .collect()
}
