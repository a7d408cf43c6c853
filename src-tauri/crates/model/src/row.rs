//! What a row is: one struct whose declaration says its table, its parent, its references and its columns.
//!
//! `#[derive(Row)]` implements [`Row`] from it; the state, the store and the operation log know rows only through
//! these traits. To add a column: a field, a migration, and the edit that sets it. To add a table: a struct with
//! `#[derive(Row)]`, one line in `tables.rs`, and a migration.

use std::cmp::Ordering;

use uuid::Uuid;

use crate::column::{Cell, CellError, ReadCells};
use crate::rank::Rank;

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
