//! Columns whose type SQLite does not have: ids, ranks, names from a list, lists of texts.

use deroule_plan::Rank;
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a column of a type of ours.
pub(super) trait Column<T> {
    fn column(&self, name: &str) -> rusqlite::Result<T>;
}

impl Column<Rank> for Row<'_> {
    fn column(&self, name: &str) -> rusqlite::Result<Rank> {
        Ok(Rank::from_stored(&self.get::<_, String>(name)?))
    }
}

/// An id; its type follows from where it goes.
pub(super) fn uuid<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    from_text(column, &row.get::<_, String>(column)?)
}

/// An id that may be missing.
pub(super) fn maybe_uuid<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_text(column, &text)).transpose()
}

/// One of a list of names, such as a status, written as on the wire.
pub(super) fn name<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    from_text(column, &row.get::<_, String>(column)?)
}

/// The text [`name`] reads.
pub(super) fn name_text<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        // Only enums without fields come here; the table's own checks refuse anything else.
        _ => String::new(),
    }
}

/// A list of texts, kept as a JSON array.
pub(super) fn list(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<String>> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| conversion(column, error))
}

/// The text [`list`] reads.
pub(super) fn list_text(texts: &[String]) -> String {
    serde_json::Value::from(texts.to_vec()).to_string()
}

fn from_text<T: DeserializeOwned>(column: &str, text: &str) -> rusqlite::Result<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|error| conversion(column, error))
}

fn conversion(column: &str, error: serde_json::Error) -> rusqlite::Error {
    let reason = FromSqlError::Other(format!("{column}: {error}").into());
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(reason))
}
