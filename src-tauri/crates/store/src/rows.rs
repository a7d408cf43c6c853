//! Writes and reads rows of the domain. Each row type declares the columns of its table: see
//! [`deroule_model::row`].

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::LazyLock;

use deroule_model::column::{Cell, CellError, ReadCells};
use deroule_model::{Change, Entity, Table};
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use uuid::Uuid;

use crate::error::StoreError;

/// The SQL statements of a table.
struct Statements {
    put: String,
    delete: String,
    read: String,
    read_one: String,
}

static STATEMENTS: LazyLock<HashMap<Table, Statements>> = LazyLock::new(|| {
    let statements = Table::ALL
        .iter()
        .map(|table| (*table, Statements::of(*table)));
    statements.collect()
});

impl Statements {
    fn of(table: Table) -> Self {
        let name = table.name();
        let quoted: Vec<String> = table
            .columns()
            .iter()
            .map(|one| format!("\"{one}\""))
            .collect();
        let columns = quoted.join(", ");
        let mut values = String::from("?1");
        for at in 2..=quoted.len() {
            // Writing to a `String` does not fail.
            let _written = write!(values, ", ?{at}");
        }
        Self {
            put: format!("INSERT OR REPLACE INTO {name} ({columns}) VALUES ({values})"),
            delete: format!("DELETE FROM {name} WHERE id = ?1"),
            read: format!("SELECT {columns} FROM {name}"),
            read_one: format!("SELECT {columns} FROM {name} WHERE id = ?1"),
        }
    }
}

/// Writes one change.
pub(crate) fn write(connection: &Connection, change: &Change) -> Result<(), StoreError> {
    match (&change.before, &change.after) {
        (_, Some(after)) => {
            let cells = after.cells();
            let put = &STATEMENTS[&after.table()].put;
            let values = params_from_iter(cells.iter().map(Bound));
            connection.prepare_cached(put)?.execute(values)?;
        }
        (Some(before), None) => {
            let delete = &STATEMENTS[&before.table()].delete;
            let id = before.uuid().to_string();
            connection.prepare_cached(delete)?.execute([id])?;
        }
        (None, None) => {}
    }
    Ok(())
}

/// Reads every row of every table and passes them to `into`.
pub(crate) fn read_all(
    connection: &Connection,
    into: &mut impl Extend<Entity>,
) -> Result<(), StoreError> {
    for table in Table::ALL {
        let mut statement = connection.prepare(&STATEMENTS[table].read)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next().map_err(|error| corrupt(*table, &error))? {
            into.extend([read(*table, row)?]);
        }
    }
    Ok(())
}

/// Reads one row; `None` when it is not there.
pub(crate) fn read_one(
    connection: &Connection,
    table: Table,
    id: Uuid,
) -> Result<Option<Entity>, StoreError> {
    let mut statement = connection.prepare_cached(&STATEMENTS[&table].read_one)?;
    let row = statement.query_row([id.to_string()], |row| Ok(read(table, row)));
    row.optional()?.transpose()
}

fn read(table: Table, row: &Row<'_>) -> Result<Entity, StoreError> {
    let read = table.read(&mut Cells { row, next: 0 });
    read.map_err(|error| corrupt(table, &error))
}

fn corrupt(table: Table, error: &impl ToString) -> StoreError {
    StoreError::Corrupt {
        table: table.name(),
        reason: error.to_string(),
    }
}

/// A cell as a value of a statement.
struct Bound<'a>(&'a Cell<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// The cells of a row, read from left to right. A large programme is read at each start, so texts are borrowed
/// and not copied.
struct Cells<'a, 'b> {
    row: &'a Row<'b>,
    next: usize,
}

impl Cells<'_, '_> {
    fn cell(&mut self) -> Result<ValueRef<'_>, CellError> {
        self.next += 1;
        let cell = self.row.get_ref(self.next - 1);
        cell.map_err(|error| CellError(error.to_string()))
    }

    fn wrong(&self, wanted: &str, found: &str) -> CellError {
        let name = self.row.as_ref().column_name(self.next - 1).unwrap_or("?");
        CellError(format!("{name}: {wanted} expected, {found} found"))
    }
}

impl ReadCells for Cells<'_, '_> {
    fn null(&mut self) -> Result<bool, CellError> {
        let is_null = matches!(self.cell()?, ValueRef::Null);
        self.next -= usize::from(!is_null);
        Ok(is_null)
    }

    fn integer(&mut self) -> Result<i64, CellError> {
        match self.cell()? {
            ValueRef::Integer(number) => Ok(number),
            other => {
                let found = other.data_type().to_string();
                Err(self.wrong("a number", &found))
            }
        }
    }

    fn text<T>(&mut self, read: impl FnOnce(&str) -> Result<T, String>) -> Result<T, CellError> {
        let cell = self.cell()?;
        let found = cell.data_type().to_string();
        let read = match cell.as_str() {
            Ok(text) => read(text),
            Err(_) => return Err(self.wrong("a text", &found)),
        };
        read.map_err(|reason| self.wrong(&reason, "it"))
    }
}
