//! What a row is: one struct whose declaration says its table, its parent, its references and its
//! columns. `#[derive(Row)]` implements [`Row`] from it; [`crate::state`], the store and the
//! operation log know rows only through these traits.
//!
//! To add a column: a field here, a migration, and the edit that sets it. To add a table: a struct
//! with `#[derive(Row)]`, one line in [`crate::tables`], and a migration.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NameError, StrDeserializer};
use thiserror::Error;
use uuid::Uuid;

use crate::{
    Anchors, Colour, DayId, Kind, Language, Parent, Rank, Sketch, SourcePage, Status, Subject,
    TrackId,
};

pub use deroule_row_derive::Row;

/// A row of one table.
pub trait Row: Clone + PartialEq + Sized {
    /// The type of its id.
    type Id: Copy + Ord + From<Uuid> + Into<Uuid>;
    /// The name of its table.
    const NAME: &'static str;
    /// The names of its columns, in the order in which cells are written and read.
    const COLUMNS: &'static [&'static str];
    /// Whether siblings are ordered by rank before anything else.
    const IS_BY_RANK: bool;

    /// Its id.
    fn id(&self) -> Self::Id;
    /// The row it belongs to, and is deleted with.
    fn parent(&self) -> Option<Uuid>;
    /// The rows it names besides its parent.
    fn references(&self) -> Vec<Uuid>;
    /// The row when `gone` is deleted; `None` when it can't be without it.
    fn without(&self, gone: Uuid) -> Option<Self>;
    /// Its rank among its siblings, for rows that have one.
    fn rank(&self) -> Option<&Rank>;
    /// The same, to be changed.
    fn rank_mut(&mut self) -> Option<&mut Rank>;
    /// Its order among its siblings.
    fn compare(&self, other: &Self) -> Ordering;
    /// Appends its cells.
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>);
    /// Reads a row from its cells.
    ///
    /// # Errors
    /// When a cell has not the type of its column.
    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError>;
}

/// A field that names a row.
pub trait Refers {
    /// The row it names.
    fn target(&self) -> Option<Uuid>;
    /// Names none any more; `false` when it has to name one.
    fn clear(&mut self) -> bool;
}

impl<I: Copy + Into<Uuid>> Refers for Option<I> {
    fn target(&self) -> Option<Uuid> {
        self.map(Into::into)
    }

    fn clear(&mut self) -> bool {
        *self = None;
        true
    }
}

impl Refers for Parent {
    fn target(&self) -> Option<Uuid> {
        Some(match self {
            Self::Day(day) => day.0,
            Self::Track(track) => track.0,
        })
    }

    fn clear(&mut self) -> bool {
        false
    }
}

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

impl Column for Rank {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        cells.push(Cell::Text(Cow::Borrowed(self.as_str())));
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        cells.text(|text| Ok(Self::from_stored(text)))
    }
}

/// The columns `day` and `track`, of which one is empty.
impl Column for Parent {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        match self {
            Self::Day(day) => {
                day.write(cells);
                cells.push(Cell::Null);
            }
            Self::Track(track) => {
                cells.push(Cell::Null);
                track.write(cells);
            }
        }
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        let (day, track) = (
            <Option<DayId>>::read(cells)?,
            <Option<TrackId>>::read(cells)?,
        );
        match (day, track) {
            (Some(day), None) => Ok(Self::Day(day)),
            (None, Some(track)) => Ok(Self::Track(track)),
            _ => Err(CellError(
                "neither in a day nor in a track alone".to_owned(),
            )),
        }
    }
}

impl Column for SourcePage {
    fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
        self.path.write(cells);
        self.text.write(cells);
        self.year.write(cells);
        self.read_on.write(cells);
        self.dates.write(cells);
    }

    fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
        Ok(Self {
            path: Column::read(cells)?,
            text: Column::read(cells)?,
            year: Column::read(cells)?,
            read_on: Column::read(cells)?,
            dates: Column::read(cells)?,
        })
    }
}

/// Enums without fields, kept by the names they have on the wire.
macro_rules! name_columns {
    ($($name:ty),*) => {$(
        impl Column for $name {
            fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
                let name = match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(name)) => Cell::Text(Cow::Owned(name)),
                    _ => Cell::Null,
                };
                cells.push(name);
            }

            fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
                cells.text(|text| {
                    let name: StrDeserializer<'_, NameError> = text.into_deserializer();
                    Self::deserialize(name).map_err(|error| error.to_string())
                })
            }
        }
    )*};
}

name_columns!(Colour, Kind, Language, Status);

/// Values with parts of their own, kept as JSON.
macro_rules! json_columns {
    ($($value:ty),*) => {$(
        impl Column for $value {
            fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
                let text = serde_json::to_string(self);
                cells.push(text.map_or(Cell::Null, |text| Cell::Text(Cow::Owned(text))));
            }

            fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
                cells.text(read_json)
            }
        }
    )*};
}

json_columns!(Vec<Sketch>, Vec<NaiveDate>, Subject, Anchors);

fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
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
