//! Rows of the domain to and from their tables.

mod columns;

use deroule_plan::{
    Attendance, Audience, Change, Day, Entity, Idea, Parent, Programme, Room, Session, Slot, Track,
};
use rusqlite::{Connection, Row, params};

use crate::StoreError;
use columns::{Column, list, list_text, name, name_text, uuid};

/// Every row of every table.
pub(crate) fn read_all(connection: &Connection) -> Result<Vec<Entity>, StoreError> {
    let mut rows = Vec::new();
    read(connection, "programme", programme, &mut rows)?;
    read(connection, "audience", audience, &mut rows)?;
    read(connection, "room", room, &mut rows)?;
    read(connection, "session", session, &mut rows)?;
    read(connection, "day", day, &mut rows)?;
    read(connection, "attendance", attendance, &mut rows)?;
    read(connection, "idea", idea, &mut rows)?;
    read(connection, "slot", slot, &mut rows)?;
    read(connection, "track", track, &mut rows)?;
    Ok(rows)
}

/// Writes one change.
pub(crate) fn write(connection: &Connection, change: &Change) -> Result<(), StoreError> {
    match (&change.before, &change.after) {
        (_, Some(after)) => put(connection, after),
        (Some(before), None) => {
            let sql = format!("DELETE FROM {} WHERE id = ?1", table(before));
            connection
                .prepare_cached(&sql)?
                .execute([before.uuid().to_string()])?;
            Ok(())
        }
        (None, None) => Ok(()),
    }
}

fn table(entity: &Entity) -> &'static str {
    match entity {
        Entity::Programme(_) => "programme",
        Entity::Audience(_) => "audience",
        Entity::Room(_) => "room",
        Entity::Session(_) => "session",
        Entity::Day(_) => "day",
        Entity::Attendance(_) => "attendance",
        Entity::Slot(_) => "slot",
        Entity::Track(_) => "track",
        Entity::Idea(_) => "idea",
    }
}

fn read(
    connection: &Connection,
    table: &'static str,
    row: fn(&Row<'_>) -> rusqlite::Result<Entity>,
    into: &mut Vec<Entity>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
    for found in statement.query_map([], row)? {
        into.push(found.map_err(|error| StoreError::Corrupt {
            table,
            reason: error.to_string(),
        })?);
    }
    Ok(())
}

fn put(connection: &Connection, entity: &Entity) -> Result<(), StoreError> {
    let upsert = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        connection.prepare_cached(sql)?.execute(values).map(drop)
    };
    match entity {
        Entity::Programme(row) => upsert(
            "INSERT OR REPLACE INTO programme
             (id, title, timezone, agenda_page_url, agenda_feed_url, is_sample, rank)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                row.id.to_string(),
                row.title,
                row.timezone,
                row.agenda_page_url,
                row.agenda_feed_url,
                row.is_sample,
                row.rank.as_str(),
            ],
        )?,
        Entity::Audience(row) => upsert(
            "INSERT OR REPLACE INTO audience (id, programme, name, colour, rank)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.name,
                name_text(&row.colour),
                row.rank.as_str(),
            ],
        )?,
        Entity::Room(row) => upsert(
            "INSERT OR REPLACE INTO room (id, programme, name, capacity, features, rank)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.name,
                row.capacity,
                row.features,
                row.rank.as_str(),
            ],
        )?,
        Entity::Session(row) => upsert(
            "INSERT OR REPLACE INTO session
             (id, programme, title, status, venue, theme, objectives, links, notes, rank)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.title,
                name_text(&row.status),
                row.venue,
                row.theme,
                row.objectives,
                list_text(&row.links),
                row.notes,
                row.rank.as_str(),
            ],
        )?,
        Entity::Day(row) => upsert(
            "INSERT OR REPLACE INTO day (id, session, date, start, rank)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                row.id.to_string(),
                row.session.to_string(),
                row.date,
                row.start,
                row.rank.as_str(),
            ],
        )?,
        Entity::Attendance(row) => upsert(
            "INSERT OR REPLACE INTO attendance (id, day, audience, start, \"end\")
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                row.id.to_string(),
                row.day.to_string(),
                row.audience.to_string(),
                row.start,
                row.end,
            ],
        )?,
        Entity::Idea(row) => upsert(
            "INSERT OR REPLACE INTO idea
             (id, programme, session, title, description, tags, leads, capacity, rank)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.session.map(|id| id.to_string()),
                row.title,
                row.description,
                list_text(&row.tags),
                list_text(&row.leads),
                row.capacity,
                row.rank.as_str(),
            ],
        )?,
        Entity::Slot(row) => {
            let (day, track) = match row.parent {
                Parent::Day(day) => (Some(day.to_string()), None),
                Parent::Track(track) => (None, Some(track.to_string())),
            };
            upsert(
                "INSERT OR REPLACE INTO slot
                 (id, day, track, rank, title, kind, minutes, least, pin, room, leads, notes,
                  material)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                params![
                    row.id.to_string(),
                    day,
                    track,
                    row.rank.as_str(),
                    row.title,
                    name_text(&row.kind),
                    row.minutes,
                    row.least,
                    row.pin,
                    row.room.map(|id| id.to_string()),
                    list_text(&row.leads),
                    row.notes,
                    row.material,
                ],
            )?;
        }
        Entity::Track(row) => upsert(
            "INSERT OR REPLACE INTO track (id, slot, rank, title, room, audience, idea)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                row.id.to_string(),
                row.slot.to_string(),
                row.rank.as_str(),
                row.title,
                row.room.map(|id| id.to_string()),
                row.audience.map(|id| id.to_string()),
                row.idea.map(|id| id.to_string()),
            ],
        )?,
    }
    Ok(())
}

fn programme(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Programme(Programme {
        id: uuid(row, "id")?,
        title: row.get("title")?,
        timezone: row.get("timezone")?,
        agenda_page_url: row.get("agenda_page_url")?,
        agenda_feed_url: row.get("agenda_feed_url")?,
        is_sample: row.get("is_sample")?,
        rank: row.column("rank")?,
    }))
}

fn audience(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Audience(Audience {
        id: uuid(row, "id")?,
        programme: uuid(row, "programme")?,
        name: row.get("name")?,
        colour: name(row, "colour")?,
        rank: row.column("rank")?,
    }))
}

fn room(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Room(Room {
        id: uuid(row, "id")?,
        programme: uuid(row, "programme")?,
        name: row.get("name")?,
        capacity: row.get("capacity")?,
        features: row.get("features")?,
        rank: row.column("rank")?,
    }))
}

fn session(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Session(Session {
        id: uuid(row, "id")?,
        programme: uuid(row, "programme")?,
        title: row.get("title")?,
        status: name(row, "status")?,
        venue: row.get("venue")?,
        theme: row.get("theme")?,
        objectives: row.get("objectives")?,
        links: list(row, "links")?,
        notes: row.get("notes")?,
        rank: row.column("rank")?,
    }))
}

fn day(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Day(Day {
        id: uuid(row, "id")?,
        session: uuid(row, "session")?,
        date: row.get("date")?,
        start: row.get("start")?,
        rank: row.column("rank")?,
    }))
}

fn attendance(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Attendance(Attendance {
        id: uuid(row, "id")?,
        day: uuid(row, "day")?,
        audience: uuid(row, "audience")?,
        start: row.get("start")?,
        end: row.get("end")?,
    }))
}

fn idea(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Idea(Idea {
        id: uuid(row, "id")?,
        programme: uuid(row, "programme")?,
        session: columns::maybe_uuid(row, "session")?,
        title: row.get("title")?,
        description: row.get("description")?,
        tags: list(row, "tags")?,
        leads: list(row, "leads")?,
        capacity: row.get("capacity")?,
        rank: row.column("rank")?,
    }))
}

fn slot(row: &Row<'_>) -> rusqlite::Result<Entity> {
    let parent = match columns::maybe_uuid(row, "day")? {
        Some(day) => Parent::Day(day),
        None => Parent::Track(uuid(row, "track")?),
    };
    Ok(Entity::Slot(Slot {
        id: uuid(row, "id")?,
        parent,
        rank: row.column("rank")?,
        title: row.get("title")?,
        kind: name(row, "kind")?,
        minutes: row.get("minutes")?,
        least: row.get("least")?,
        pin: row.get("pin")?,
        room: columns::maybe_uuid(row, "room")?,
        leads: list(row, "leads")?,
        notes: row.get("notes")?,
        material: row.get("material")?,
    }))
}

fn track(row: &Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity::Track(Track {
        id: uuid(row, "id")?,
        slot: uuid(row, "slot")?,
        rank: row.column("rank")?,
        title: row.get("title")?,
        room: columns::maybe_uuid(row, "room")?,
        audience: columns::maybe_uuid(row, "audience")?,
        idea: columns::maybe_uuid(row, "idea")?,
    }))
}
