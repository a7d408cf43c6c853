//! Columns: how a value becomes cells of a table, and is read from them.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// A value as a table keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A number, or a truth value (0 or 1).
    Integer(i64),
    /// A text; lists and structures are JSON.
    Text(Cow<'a, str>),
}

/// Cells, read from left to right.
pub trait ReadCells {
    /// Whether the next cell is empty; it is passed over if it is.
    ///
    /// # Errors
    /// When there is no further cell.
    fn null(&mut self) -> Result<bool, CellError>;
    /// The next cell as a number.
    ///
    /// # Errors
    /// When it is none.
    fn integer(&mut self) -> Result<i64, CellError>;
    /// The next cell as a text, read in place.
    ///
    /// # Errors
    /// When it is none, or `read` refuses it.
    fn text<T>(&mut self, read: impl FnOnce(&str) -> Result<T, String>) -> Result<T, CellError>;
}

/// A cell that has not the type of its column.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct CellError(pub String);

/// A type that fills one or more cells of a row.
pub trait Column: Sized {
    /// Appends its cells.
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>);
    /// Reads it.
    ///
    /// # Errors
    /// When a cell has another type.
    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError>;
}

impl<T: Column> Column for Option<T> {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        match self {
            Some(value) => value.write(cells),
            None => cells.push(Cell::Null),
        }
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        if cells.null()? {
            return Ok(None);
        }
        T::read(cells).map(Some)
    }
}

impl Column for String {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        cells.push(Cell::Text(Cow::Borrowed(self)));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.text(|text| Ok(text.to_owned()))
    }
}

impl Column for bool {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        cells.push(Cell::Integer(i64::from(*self)));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.integer().map(|number| number != 0)
    }
}

macro_rules! number_columns {
    ($($number:ty),*) => {$(
        impl Column for $number {
            fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
                cells.push(Cell::Integer(i64::from(*self)));
            }

            fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
                let number = cells.integer()?;
                number.try_into().map_err(|_| CellError(format!("{number} is out of range")))
            }
        }
    )*};
}

number_columns!(u32, i32);

impl Column for NaiveDate {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        cells.push(Cell::Text(Cow::Owned(self.to_string())));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.text(|text| text.parse().map_err(|error| format!("{text}: {error}")))
    }
}

/// Enums without fields, kept by the names they have on the wire.
macro_rules! name_columns {
    ($($name:ty),*) => {$(
        impl $crate::column::Column for $name {
            fn write<'a>(&'a self, cells: &mut Vec<$crate::column::Cell<'a>>) {
                let name = match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(name)) => $crate::column::Cell::Text(std::borrow::Cow::Owned(name)),
                    _ => $crate::column::Cell::Null,
                };
                cells.push(name);
            }

            fn read(cells: &mut impl $crate::column::ReadCells) -> Result<Self, $crate::column::CellError> {
                cells.text(|text| {
                    let name: serde::de::value::StrDeserializer<'_, serde::de::value::Error> = serde::de::IntoDeserializer::into_deserializer(text);
                    serde::Deserialize::deserialize(name).map_err(|error| error.to_string())
                })
            }
        }
    )*};
}

/// Values with parts of their own, kept as JSON.
macro_rules! json_columns {
    ($($value:ty),*) => {$(
        impl $crate::column::Column for $value {
            fn write<'a>(&'a self, cells: &mut Vec<$crate::column::Cell<'a>>) {
                let text = serde_json::to_string(self);
                cells.push(text.map_or($crate::column::Cell::Null, |text| $crate::column::Cell::Text(std::borrow::Cow::Owned(text))));
            }

            fn read(cells: &mut impl $crate::column::ReadCells) -> Result<Self, $crate::column::CellError> {
                cells.text($crate::column::read_json)
            }
        }
    )*};
}

pub(crate) use json_columns;
pub(crate) use name_columns;

json_columns!(Vec<NaiveDate>);

pub(crate) fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// A list of texts is a JSON array; most are empty.
impl Column for Vec<String> {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        let text = match self.is_empty() {
            true => Cow::Borrowed("[]"),
            false => Cow::Owned(serde_json::Value::from(self.as_slice()).to_string()),
        };
        cells.push(Cell::Text(text));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.text(|text| match text {
            "[]" => Ok(Self::new()),
            text => read_json(text),
        })
    }
}
