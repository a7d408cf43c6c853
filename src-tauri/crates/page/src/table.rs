//! The tables that announce sessions, one session a row.

mod ignored_cells;
mod read;
mod row;
mod session_table;
mod status;

pub(crate) use read::read_table;
pub(crate) use session_table::SessionTable;
