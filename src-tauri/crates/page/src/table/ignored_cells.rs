//! Remarks on the content of a row that the draft has no field for.

use deroule_model::Message;

use crate::columns::Column;
use crate::inline::Inline;
use crate::normalize::{is_blank, single_line};
use crate::report::Report;
use crate::status::StatusSplit;

use super::row::TableRow;
use super::session_table::{SessionTable, cell_text};

/// Remarks on unknown columns, links, struck text, and cells beyond the header's.
pub(super) fn remark_ignored_cells(
    table: &SessionTable<'_>,
    row: &TableRow<'_>,
    report: &mut Report<'_>,
) {
    let line = row.row.line;
    let cells = table.columns.iter().zip(&row.row.cells);
    for ((column, cell), header) in cells.zip(&table.header.cells) {
        if column.is_none() && !is_blank(&cell.text) {
            let message = Message::new("remark-cell-unread")
                .text("column", cell_text(header))
                .text("text", cell_text(cell));
            report.remark(line, message);
        }
        report.remark_links(line, cell);
        if let Some(struck) = ignored_struck_text(row, *column, cell) {
            let struck = single_line(struck);
            let message = Message::new("remark-struck").text("text", struck);
            report.remark(line, message);
        }
    }
    let source_cells = source_cells(report.line(line));
    let beyond = source_cells.get(table.columns.len()..).unwrap_or_default();
    if beyond.iter().any(|cell| !is_blank(cell)) {
        let message = Message::new("remark-cells-beyond").number("count", beyond.len());
        let message = message.text("text", beyond.join(" | "));
        report.remark(line, message);
    }
}

/// The struck text of a cell, if it is not read.
fn ignored_struck_text<'c>(
    row: &TableRow<'_>,
    column: Option<Column>,
    cell: &'c Inline,
) -> Option<&'c str> {
    let split = match column {
        Some(Column::Title) => Some(&row.title),
        Some(Column::Dates) => Some(&row.dates),
        _ => None,
    };
    if cell.is_all_struck {
        // Another remark covers an unknown column.
        let is_covered = row.is_struck || split.is_some() || column.is_none();
        return (!is_covered).then_some(cell.text.as_str());
    }
    let is_text = |split: &StatusSplit| {
        !split.text.is_empty() && StatusSplit::of_text(&cell.text).text.is_empty()
    };
    let is_read = split.is_some_and(is_text);
    (!is_read && !is_blank(&cell.struck)).then_some(cell.struck.as_str())
}

/// The cells of a row in the source. The Markdown parser drops those beyond the header's.
fn source_cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut is_escaped = false;
    line.split(|letter| {
        let is_border = letter == '|' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        is_border
    })
    .map(str::trim)
    .collect()
}
