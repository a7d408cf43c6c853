//! Converts the journal of earlier versions into the log. The journal had whole rows as JSON, named as on the
//! wire. The mapping to columns is fixed here, apart from the domain's types, which may change.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::encoding::{corrupt, json, read};
use super::format::StoredChange;
use crate::error::StoreError;

/// The format version of entries that came from the journal.
const FORMAT: i64 = 1;

/// An entry of the journal.
struct Old {
    sequence: i64,
    at: DateTime<Utc>,
    label: String,
    changes: String,
    is_undone: bool,
}

/// Writes every entry of the journal into the log, then drops the journal. An undone entry becomes an edit and
/// its undo.
pub(crate) fn migrate(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let store: String =
        transaction.query_row("SELECT store FROM revision", [], |row| row.get(0))?;
    let changed_at: DateTime<Utc> =
        transaction.query_row("SELECT changed_at FROM revision", [], |row| row.get(0))?;
    // The ids are the same in every copy of a store.
    let id = |what: &str, number: i64| {
        let name = format!("{store}/{what}/{number}");
        Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()).to_string()
    };
    let mut undone: Vec<(i64, String, String)> = Vec::new();
    let (mut number, mut undo_top) = (0, 0);
    for old in journal(transaction)? {
        number += 1;
        let changes: Vec<Value> = read(&old.changes)?;
        let changes: Vec<StoredChange> = changes.iter().map(change).collect::<Result<_, _>>()?;
        insert(
            transaction,
            number,
            &id("edit", old.sequence),
            &old.at,
            "edit",
            None,
            &old.label,
            &json(&changes)?,
            number,
            (number, 0, undo_top),
        )?;
        undo_top = number;
        if old.is_undone {
            let inverse: Vec<StoredChange> = changes.into_iter().rev().map(inverted).collect();
            undone.push((old.sequence, old.label, json(&inverse)?));
        }
    }
    // The last undone edit was undone first.
    let first = number - undone.len() as i64;
    let mut redo_top = 0;
    for (at, (sequence, label, changes)) in undone.iter().enumerate().rev() {
        number += 1;
        let origin = first + 1 + at as i64;
        insert(
            transaction,
            number,
            &id("undo", *sequence),
            &changed_at,
            "undo",
            Some(&id("edit", *sequence)),
            label,
            changes,
            origin,
            (origin - 1, number, redo_top),
        )?;
        redo_top = number;
    }
    transaction.execute("DROP TABLE journal", [])?;
    Ok(())
}

fn journal(transaction: &Transaction<'_>) -> Result<Vec<Old>, StoreError> {
    let sql = "SELECT sequence, at, label, changes, undone FROM journal ORDER BY undone, sequence";
    let mut statement = transaction.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Old {
            sequence: row.get(0)?,
            at: row.get(1)?,
            label: row.get(2)?,
            changes: row.get(3)?,
            is_undone: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[expect(clippy::too_many_arguments, reason = "the columns of an entry")]
fn insert(
    transaction: &Transaction<'_>,
    number: i64,
    id: &str,
    at: &DateTime<Utc>,
    kind: &str,
    reverts: Option<&str>,
    label: &str,
    changes: &str,
    origin: i64,
    (undo_top, redo_top, below): (i64, i64, i64),
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO log (number, id, at, device, kind, reverts, format, label, changes, origin,
                          undo_top, redo_top, below)
         VALUES (?1, ?2, ?3, '', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            number, id, at, kind, reverts, FORMAT, label, changes, origin, undo_top, redo_top,
            below
        ],
    )?;
    Ok(())
}

fn inverted(change: StoredChange) -> StoredChange {
    StoredChange {
        before: change.after,
        after: change.before,
        ..change
    }
}

/// Converts `{"before": {"table": …, "row": {…}}, "after": …}` to columns.
fn change(old: &Value) -> Result<StoredChange, StoreError> {
    let side = |name: &str| old.get(name).filter(|side| !side.is_null());
    let row = side("after").or(side("before"));
    let row = row.ok_or_else(|| corrupt(&"a change without a row"))?;
    let table = row.get("table").and_then(Value::as_str);
    let table = table.ok_or_else(|| corrupt(&"a row without a table"))?;
    let columns = |side: Option<&Value>| -> Option<Map<String, Value>> {
        Some(columns(table, side?.get("row")?.as_object()?))
    };
    let (mut before, mut after) = (columns(side("before")), columns(side("after")));
    let id = before
        .as_ref()
        .or(after.as_ref())
        .and_then(|row| row.get("id")?.as_str());
    let id = id.and_then(|id| Uuid::try_parse(id).ok());
    let id = id.ok_or_else(|| corrupt(&"a row without an id"))?;
    if let (Some(before), Some(after)) = (&mut before, &mut after) {
        before.retain(|column, value| after.get(column) != Some(value));
        after.retain(|column, _| before.contains_key(column));
    }
    Ok(StoredChange {
        table: table.to_owned(),
        id,
        before,
        after,
    })
}

/// Columns that rows of the first versions lack, and their values.
const SINCE: [(&str, &str, Since); 5] = [
    ("programme", "language", Since::Text("fr")),
    ("slot", "most", Since::Null),
    ("slot", "optional", Since::Zero),
    ("slot", "setup", Since::Zero),
    ("slot", "tidy", Since::Zero),
];

/// The value of a missing column.
#[derive(Clone, Copy)]
enum Since {
    Null,
    Zero,
    Text(&'static str),
}

impl From<Since> for Value {
    fn from(since: Since) -> Self {
        match since {
            Since::Null => Self::Null,
            Since::Zero => Self::from(0),
            Since::Text(text) => Self::from(text),
        }
    }
}

fn columns(table: &str, row: &Map<String, Value>) -> Map<String, Value> {
    let mut columns = Map::new();
    for (of, column, value) in SINCE {
        if of == table {
            columns.insert(column.to_owned(), value.into());
        }
    }
    for (name, value) in row {
        match (table, name.as_str()) {
            ("slot", "parent") => {
                let id = value.get("id").cloned().unwrap_or_default();
                let is_day = value.get("type").and_then(Value::as_str) == Some("day");
                let (day, track) = if is_day {
                    (id, Value::Null)
                } else {
                    (Value::Null, id)
                };
                columns.insert("day".to_owned(), day);
                columns.insert("track".to_owned(), track);
            }
            ("source", "page") => {
                let parts = value.as_object().into_iter().flatten();
                columns.extend(parts.map(|(name, value)| (snake_case(name), cell(value))));
            }
            _ => {
                columns.insert(snake_case(name), cell(value));
            }
        }
    }
    columns
}

/// The value as a table stores it: booleans as numbers, lists and objects as JSON.
fn cell(value: &Value) -> Value {
    match value {
        Value::Bool(value) => Value::from(i64::from(*value)),
        Value::Array(_) | Value::Object(_) => Value::from(value.to_string()),
        plain => plain.clone(),
    }
}

fn snake_case(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
