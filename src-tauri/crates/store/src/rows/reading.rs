//! Every row of every table. A large programme is read at each start, so cells are taken one after the
//! other, by place and without a copy of their text.

use deroule_plan::{
    Attendance, Audience, Day, Entity, Idea, Parent, Programme, Rank, Room, Session, Silence, Slot,
    Source, SourcePage, Template, Track,
};
use rusqlite::types::{FromSql, FromSqlError, Type};
use rusqlite::{Connection, Row};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NameError, StrDeserializer};
use uuid::Uuid;

use crate::StoreError;

/// A table: its name, its columns in the order its reader takes them, and the reader.
type Table = (
    &'static str,
    &'static str,
    fn(&mut Cells<'_, '_>) -> rusqlite::Result<Entity>,
);

const TABLES: &[Table] = &[
    (
        "programme",
        "id, title, timezone, language, agenda_page_url, agenda_feed_url, is_sample, rank",
        programme,
    ),
    ("audience", "id, programme, name, colour, rank", audience),
    (
        "room",
        "id, programme, name, capacity, features, rank",
        room,
    ),
    (
        "session",
        "id, programme, title, status, venue, theme, objectives, links, notes, rank",
        session,
    ),
    ("day", "id, session, date, start, rank", day),
    (
        "attendance",
        "id, day, audience, start, \"end\"",
        attendance,
    ),
    (
        "idea",
        "id, programme, session, title, description, tags, leads, capacity, rank",
        idea,
    ),
    (
        "slot",
        "id, day, track, rank, title, kind, minutes, least, most, optional, pin, room, leads, notes,
         material, setup, tidy",
        slot,
    ),
    ("track", "id, slot, rank, title, room, audience, idea", track),
    ("template", "id, title, start, slots, rank", template),
    ("silence", "id, programme, code, subject", silence),
    (
        "source",
        "id, programme, path, text, year, read_on, dates, anchors",
        source,
    ),
];

/// Reads every row of every table into something.
pub(crate) fn read_all(
    connection: &Connection,
    into: &mut impl Extend<Entity>,
) -> Result<(), StoreError> {
    for (table, columns, read) in TABLES {
        let corrupt = |error: rusqlite::Error| StoreError::Corrupt {
            table,
            reason: error.to_string(),
        };
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table}"))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next().map_err(corrupt)? {
            into.extend([read(&mut Cells { row, next: 0 }).map_err(corrupt)?]);
        }
    }
    Ok(())
}

/// The cells of a row, taken from left to right.
struct Cells<'a, 'b> {
    row: &'a Row<'b>,
    next: usize,
}

impl Cells<'_, '_> {
    /// A value SQLite knows the type of.
    fn get<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// A text, looked at where it lies; `None` where the cell is empty.
    fn text<T>(
        &mut self,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> rusqlite::Result<Option<T>> {
        self.next += 1;
        let at = self.next - 1;
        let cell = self.row.get_ref(at)?;
        let wrong = |reason: String| {
            let reason = FromSqlError::Other(reason.into());
            rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(reason))
        };
        match cell.as_str_or_null() {
            Ok(text) => text.map(read).transpose().map_err(wrong),
            Err(error) => Err(wrong(error.to_string())),
        }
    }

    /// A text that has to be there.
    fn told<T>(&mut self, read: impl FnOnce(&str) -> Result<T, String>) -> rusqlite::Result<T> {
        let at = self.next;
        let missing = rusqlite::Error::InvalidColumnType(at, String::new(), Type::Null);
        self.text(read)?.ok_or(missing)
    }

    fn id<T: From<Uuid>>(&mut self) -> rusqlite::Result<T> {
        self.told(read_id)
    }

    fn maybe_id<T: From<Uuid>>(&mut self) -> rusqlite::Result<Option<T>> {
        self.text(read_id)
    }

    /// One of a list of names, such as a status, written as on the wire.
    fn name<T: for<'de> Deserialize<'de>>(&mut self) -> rusqlite::Result<T> {
        self.told(|text| {
            let name: StrDeserializer<'_, NameError> = text.into_deserializer();
            T::deserialize(name).map_err(|error| error.to_string())
        })
    }

    fn rank(&mut self) -> rusqlite::Result<Rank> {
        self.told(|text| Ok(Rank::from_stored(text)))
    }

    /// A value with parts of its own, kept as JSON.
    fn json<T: DeserializeOwned>(&mut self) -> rusqlite::Result<T> {
        self.told(|text| serde_json::from_str(text).map_err(|error| error.to_string()))
    }

    /// A list of texts, kept as a JSON array; most are empty.
    fn list(&mut self) -> rusqlite::Result<Vec<String>> {
        self.told(|text| match text {
            "[]" => Ok(Vec::new()),
            text => serde_json::from_str(text).map_err(|error| error.to_string()),
        })
    }
}

fn read_id<T: From<Uuid>>(text: &str) -> Result<T, String> {
    let id = Uuid::try_parse(text).map_err(|error| error.to_string())?;
    Ok(T::from(id))
}

fn programme(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Programme(Programme {
        id: cells.id()?,
        title: cells.get()?,
        timezone: cells.get()?,
        language: cells.name()?,
        agenda_page_url: cells.get()?,
        agenda_feed_url: cells.get()?,
        is_sample: cells.get()?,
        rank: cells.rank()?,
    }))
}

fn audience(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Audience(Audience {
        id: cells.id()?,
        programme: cells.id()?,
        name: cells.get()?,
        colour: cells.name()?,
        rank: cells.rank()?,
    }))
}

fn room(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Room(Room {
        id: cells.id()?,
        programme: cells.id()?,
        name: cells.get()?,
        capacity: cells.get()?,
        features: cells.get()?,
        rank: cells.rank()?,
    }))
}

fn session(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Session(Session {
        id: cells.id()?,
        programme: cells.id()?,
        title: cells.get()?,
        status: cells.name()?,
        venue: cells.get()?,
        theme: cells.get()?,
        objectives: cells.get()?,
        links: cells.list()?,
        notes: cells.get()?,
        rank: cells.rank()?,
    }))
}

fn day(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Day(Day {
        id: cells.id()?,
        session: cells.id()?,
        date: cells.get()?,
        start: cells.get()?,
        rank: cells.rank()?,
    }))
}

fn attendance(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Attendance(Attendance {
        id: cells.id()?,
        day: cells.id()?,
        audience: cells.id()?,
        start: cells.get()?,
        end: cells.get()?,
    }))
}

fn idea(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Idea(Idea {
        id: cells.id()?,
        programme: cells.id()?,
        session: cells.maybe_id()?,
        title: cells.get()?,
        description: cells.get()?,
        tags: cells.list()?,
        leads: cells.list()?,
        capacity: cells.get()?,
        rank: cells.rank()?,
    }))
}

fn slot(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    let id = cells.id()?;
    let (day, track) = (cells.maybe_id()?, cells.maybe_id()?);
    let missing = rusqlite::Error::InvalidColumnType(1, "day".to_owned(), Type::Null);
    let parent = match (day, track) {
        (Some(day), _) => Parent::Day(day),
        (None, Some(track)) => Parent::Track(track),
        (None, None) => return Err(missing),
    };
    Ok(Entity::Slot(Slot {
        id,
        parent,
        rank: cells.rank()?,
        title: cells.get()?,
        kind: cells.name()?,
        minutes: cells.get()?,
        least: cells.get()?,
        most: cells.get()?,
        optional: cells.get()?,
        pin: cells.get()?,
        room: cells.maybe_id()?,
        leads: cells.list()?,
        notes: cells.get()?,
        material: cells.get()?,
        setup: cells.get()?,
        tidy: cells.get()?,
    }))
}

fn track(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Track(Track {
        id: cells.id()?,
        slot: cells.id()?,
        rank: cells.rank()?,
        title: cells.get()?,
        room: cells.maybe_id()?,
        audience: cells.maybe_id()?,
        idea: cells.maybe_id()?,
    }))
}

fn template(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Template(Template {
        id: cells.id()?,
        title: cells.get()?,
        start: cells.get()?,
        slots: cells.json()?,
        rank: cells.rank()?,
    }))
}

fn silence(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Silence(Silence {
        id: cells.id()?,
        programme: cells.id()?,
        code: cells.get()?,
        subject: cells.json()?,
    }))
}

fn source(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Source(Source {
        id: cells.id()?,
        programme: cells.id()?,
        page: SourcePage {
            path: cells.get()?,
            text: cells.get()?,
            year: cells.get()?,
            read_on: cells.get()?,
            dates: cells.json()?,
        },
        anchors: cells.json()?,
    }))
}
