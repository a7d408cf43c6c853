//! How an entry stores its changes: the columns that differ, before and after. The format knows tables and
//! columns, not the domain's types, so that every version can read what any version wrote. An older format is
//! converted when it is read.

use std::borrow::Cow;
use std::collections::HashMap;

use deroule_model::column::{Cell, CellError, ReadCells};
use deroule_model::{Change, Entity, Table, inverse};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::encoding::corrupt;
use crate::error::StoreError;
use crate::rows;

/// The format version that is written.
pub(crate) const VERSION: i64 = 2;

/// A row that was created (`before` is `None`), changed or deleted (`after` is `None`).
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredChange {
    pub(crate) table: String,
    pub(crate) id: Uuid,
    /// Values by column. A changed row has only the columns that differ.
    pub(crate) before: Option<Map<String, Value>>,
    pub(crate) after: Option<Map<String, Value>>,
}

/// The changes as JSON.
pub(crate) fn write(changes: &[Change]) -> Result<String, StoreError> {
    let stored: Vec<StoredChange> = changes.iter().filter_map(stored).collect();
    serde_json::to_string(&stored).map_err(|error| corrupt(&error))
}

fn stored(change: &Change) -> Option<StoredChange> {
    let row = change.row()?;
    let (mut before, mut after) = (columns(&change.before), columns(&change.after));
    if let (Some(before), Some(after)) = (&mut before, &mut after) {
        before.retain(|column, value| after.get(column) != Some(value));
        after.retain(|column, _| before.contains_key(column));
    }
    Some(StoredChange {
        table: row.table().name().to_owned(),
        id: row.uuid(),
        before,
        after,
    })
}

fn columns(row: &Option<Entity>) -> Option<Map<String, Value>> {
    let row = row.as_ref()?;
    let names = row.table().columns().iter().map(|name| (*name).to_owned());
    Some(names.zip(row.cells().iter().map(value)).collect())
}

fn value(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Integer(number) => Value::from(*number),
        Cell::Text(text) => Value::from(text.as_ref()),
    }
}

/// The rows at some point of the log, reconstructed backwards.
pub(crate) struct Rows<'a> {
    connection: &'a Connection,
    /// The rows that were already reverted; `None` for a deleted one.
    reverted: HashMap<Uuid, Option<Entity>>,
}

impl<'a> Rows<'a> {
    /// Starts with the current rows of the store.
    pub(crate) fn of(connection: &'a Connection) -> Self {
        Self {
            connection,
            reverted: HashMap::new(),
        }
    }

    /// The changes of an entry whose result the current rows are.
    pub(crate) fn changes(mut self, version: i64, text: &str) -> Result<Vec<Change>, StoreError> {
        Ok(inverse(&self.revert(version, text)?))
    }

    /// Reverts the latest entry and returns the changes that do so.
    pub(crate) fn revert(&mut self, version: i64, text: &str) -> Result<Vec<Change>, StoreError> {
        let mut changes = Vec::new();
        for stored in read(version, text)?.iter().rev() {
            let change = self.change(stored, &stored.after, &stored.before)?;
            self.reverted.insert(stored.id, change.after.clone());
            changes.push(change);
        }
        Ok(changes)
    }

    /// The change of a row from the state `from` to the state `to`.
    fn change(
        &self,
        stored: &StoredChange,
        from: &Option<Map<String, Value>>,
        to: &Option<Map<String, Value>>,
    ) -> Result<Change, StoreError> {
        let named = |table: &&Table| table.name() == stored.table;
        let table = Table::ALL.iter().find(named).copied();
        let table = table.ok_or_else(|| corrupt(&format!("no table {}", stored.table)))?;
        let present = match from {
            None => None,
            Some(_) => Some(self.row(table, stored.id)?),
        };
        let after = match to {
            None => None,
            Some(columns) => Some(with(table, present.as_ref(), columns)?),
        };
        Ok(Change {
            before: present,
            after,
        })
    }

    fn row(&self, table: Table, id: Uuid) -> Result<Entity, StoreError> {
        let row = match self.reverted.get(&id) {
            Some(row) => row.clone(),
            None => rows::read_one(self.connection, table, id)?,
        };
        row.ok_or_else(|| corrupt(&format!("{} {id} is not there", table.name())))
    }
}

/// Reads changes of any format version.
fn read(version: i64, text: &str) -> Result<Vec<StoredChange>, StoreError> {
    let changes: Vec<StoredChange> = serde_json::from_str(text).map_err(|error| corrupt(&error))?;
    match version {
        VERSION => Ok(changes),
        1 => Ok(changes.into_iter().map(StoredChange::renamed).collect()),
        _ => Err(corrupt(&format!("format {version} is not known"))),
    }
}

/// Columns that format 1 named differently: table, old name, new name.
const RENAMED: [(&str, &str, &str); 5] = [
    ("slot", "least", "min_minutes"),
    ("slot", "most", "max_minutes"),
    ("slot", "tidy", "teardown"),
    ("slot", "leads", "facilitators"),
    ("idea", "leads", "facilitators"),
];

/// Keys of a template's slots that format 1 named differently. Quotes inside a text are escaped, so that these
/// strings are keys only.
const RENAMED_KEYS: [(&str, &str); 4] = [
    (r#""least":"#, r#""minMinutes":"#),
    (r#""most":"#, r#""maxMinutes":"#),
    (r#""tidy":"#, r#""teardown":"#),
    (r#""leads":"#, r#""facilitators":"#),
];

impl StoredChange {
    /// Converts a change of format 1 to the names of format 2.
    fn renamed(mut self) -> Self {
        let sides = [&mut self.before, &mut self.after];
        for columns in sides.into_iter().flatten() {
            for (_, old, new) in RENAMED.iter().filter(|(of, ..)| *of == self.table) {
                if let Some(value) = columns.remove(*old) {
                    columns.insert((*new).to_owned(), value);
                }
            }
            if let ("template", Some(Value::String(slots))) =
                (self.table.as_str(), columns.get_mut("slots"))
            {
                for (old, new) in RENAMED_KEYS {
                    *slots = slots.replace(old, new);
                }
            }
        }
        if self.table == "silence" {
            self.table = "dismissal".to_owned();
        }
        self
    }
}

/// A row with these columns; the others are as in `row`, or empty in a new row.
fn with(
    table: Table,
    row: Option<&Entity>,
    columns: &Map<String, Value>,
) -> Result<Entity, StoreError> {
    let present = row.map(Entity::cells).unwrap_or_default();
    let names = table.columns().iter().enumerate();
    let cells = names.map(|(at, name)| match columns.get(*name) {
        Some(value) => cell(value),
        None => Ok(present.get(at).cloned().unwrap_or(Cell::Null)),
    });
    let cells = cells.collect::<Result<Vec<_>, _>>()?;
    let read = table.read(&mut Cells { cells: &cells });
    read.map_err(|error| corrupt(&error))
}

fn cell(value: &Value) -> Result<Cell<'_>, StoreError> {
    match value {
        Value::Null => Ok(Cell::Null),
        Value::Number(number) if number.is_i64() => {
            Ok(Cell::Integer(number.as_i64().unwrap_or_default()))
        }
        Value::String(text) => Ok(Cell::Text(Cow::Borrowed(text))),
        other => Err(corrupt(&format!("{other} is no cell"))),
    }
}

/// Cells in memory, read from left to right.
struct Cells<'a> {
    cells: &'a [Cell<'a>],
}

impl Cells<'_> {
    fn next(&mut self) -> Result<&Cell<'_>, CellError> {
        let (first, rest) = self
            .cells
            .split_first()
            .ok_or_else(|| CellError("a cell is missing".to_owned()))?;
        self.cells = rest;
        Ok(first)
    }
}

impl ReadCells for Cells<'_> {
    fn null(&mut self) -> Result<bool, CellError> {
        if matches!(self.cells.first(), Some(Cell::Null)) {
            return self.next().map(|_| true);
        }
        Ok(false)
    }

    fn integer(&mut self) -> Result<i64, CellError> {
        match self.next()? {
            Cell::Integer(number) => Ok(*number),
            other => Err(CellError(format!("a number expected, {other:?} found"))),
        }
    }

    fn text<T>(&mut self, read: impl FnOnce(&str) -> Result<T, String>) -> Result<T, CellError> {
        match self.next()? {
            Cell::Text(text) => read(text).map_err(CellError),
            other => Err(CellError(format!("a text expected, {other:?} found"))),
        }
    }
}
