//! Rows of the domain into their tables, and out of them by [`reading`].

mod reading;

use deroule_plan::{Change, Entity, Parent};
use rusqlite::{Connection, params};
use serde::Serialize;

pub(crate) use reading::read_all;

use crate::StoreError;

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
        Entity::Template(_) => "template",
        Entity::Silence(_) => "silence",
        Entity::Source(_) => "source",
    }
}

fn put(connection: &Connection, entity: &Entity) -> Result<(), StoreError> {
    let upsert = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        connection.prepare_cached(sql)?.execute(values).map(drop)
    };
    match entity {
        Entity::Programme(row) => upsert(
            "INSERT OR REPLACE INTO programme
             (id, title, timezone, language, agenda_page_url, agenda_feed_url, is_sample, rank)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                row.id.to_string(),
                row.title,
                row.timezone,
                name_text(&row.language),
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
                  material, most, optional, setup, tidy)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
                  ?17)",
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
                    row.most,
                    row.optional,
                    row.setup,
                    row.tidy,
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
        Entity::Template(row) => upsert(
            "INSERT OR REPLACE INTO template (id, title, start, slots, rank)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                row.id.to_string(),
                row.title,
                row.start,
                json_text(&row.slots)?,
                row.rank.as_str(),
            ],
        )?,
        Entity::Silence(row) => upsert(
            "INSERT OR REPLACE INTO silence (id, programme, code, subject)
             VALUES (?1, ?2, ?3, ?4)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.code,
                json_text(&row.subject)?,
            ],
        )?,
        Entity::Source(row) => upsert(
            "INSERT OR REPLACE INTO source (id, programme, path, text, year, read_on, dates, anchors)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                row.id.to_string(),
                row.programme.to_string(),
                row.page.path,
                row.page.text,
                row.page.year,
                row.page.read_on,
                json_text(&row.page.dates)?,
                json_text(&row.anchors)?,
            ],
        )?,
    }
    Ok(())
}

/// One of a list of names, such as a status, written as on the wire.
fn name_text<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        // Only enums without fields come here; the table's own checks refuse anything else.
        _ => String::new(),
    }
}

/// A list of texts, kept as a JSON array.
fn list_text(texts: &[String]) -> String {
    serde_json::Value::from(texts.to_vec()).to_string()
}

/// A value with parts of its own, kept as JSON.
fn json_text<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
