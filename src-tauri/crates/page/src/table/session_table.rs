//! A table of sessions, and access to its cells by column.

use crate::audiences::{Attendee, Audiences};
use crate::blocks::Row;
use crate::columns::{Column, columns};
use crate::dates::WrittenDates;
use crate::inline::Inline;
use crate::normalize::{is_blank, single_line};
use crate::report::Report;

use super::row::TableRow;

/// A table of sessions.
pub(crate) struct SessionTable<'t> {
    pub(super) columns: Vec<Option<Column>>,
    pub(super) header: &'t Row,
    pub(super) rows: Vec<TableRow<'t>>,
}

impl<'t> SessionTable<'t> {
    /// The table, if its header is one of a table of sessions.
    pub(crate) fn from_rows(rows: &'t [Row], report: &Report<'_>) -> Option<Self> {
        let (header, rows) = rows.split_first()?;
        let columns = columns(header.cells.iter().map(|cell| cell.text.as_str()));
        let recognised = columns.iter().flatten().count();
        let has = |column| columns.contains(&Some(column));
        if recognised < 2 || !(has(Column::Title) || has(Column::Dates)) {
            return None;
        }
        // A row without a bar is a paragraph that follows the table without a blank line.
        let rows = rows
            .iter()
            .filter(|row| report.line(row.line).contains('|'));
        let rows = rows.map(|row| TableRow::parse(row, &columns)).collect();
        Some(Self {
            columns,
            header,
            rows,
        })
    }

    /// The line of the header.
    pub(crate) fn line(&self) -> u32 {
        self.header.line
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The dates of the rows as written, with their lines.
    pub(crate) fn dates(&self) -> impl Iterator<Item = (u32, &WrittenDates)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row.row.line, &row.written_dates.as_ref()?.dates)))
    }

    /// The text of a column's header.
    pub(super) fn header_text(&self, column: Column) -> String {
        let header = self
            .position(column)
            .and_then(|at| self.header.cells.get(at));
        header.map(cell_text).unwrap_or_default()
    }

    /// Adds the audiences of a row, from its column or its title.
    pub(super) fn attendees(&self, row: &TableRow<'_>, audiences: &mut Audiences) -> Vec<Attendee> {
        match self.text(row, Column::Audience) {
            Some(cell) => audiences.add_from_cell(&cell),
            None => audiences.add_from_title(&self.title(row)),
        }
    }

    /// The title without its status, or what else identifies the row.
    pub(super) fn title(&self, row: &TableRow<'_>) -> String {
        if !is_blank(&row.title.text) {
            return row.title.text.clone();
        }
        let substitute = [
            Column::Theme,
            Column::Dates,
            Column::Audience,
            Column::Venue,
        ]
        .into_iter()
        .find_map(|column| self.text(row, column));
        substitute.unwrap_or_else(|| "Session".to_owned())
    }

    /// A cell with content that is not struck out.
    ///
    /// Struck content counts if the row is struck, and as title or date: it identifies the row.
    pub(super) fn cell<'r>(&self, row: &TableRow<'r>, column: Column) -> Option<&'r Inline> {
        let identifies_row = matches!(column, Column::Title | Column::Dates);
        let cell = row.row.cells.get(self.position(column)?)?;
        let counts = row.is_struck || identifies_row || !cell.is_all_struck;
        (counts && !is_blank(&cell.text)).then_some(cell)
    }

    /// The content of a cell, on one line.
    pub(super) fn text(&self, row: &TableRow<'_>, column: Column) -> Option<String> {
        self.cell(row, column).map(cell_text)
    }

    fn position(&self, column: Column) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|other| *other == Some(column))
    }
}

/// The text of a cell, on one line.
pub(super) fn cell_text(cell: &Inline) -> String {
    single_line(&cell.text)
}
