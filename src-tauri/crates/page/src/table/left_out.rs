//! What a row holds that the plan has no place for; it is said, so that nothing is lost in silence.

use deroule_model::Message;

use super::{SessionTable, TableRow, one_line};
use crate::columns::Column;
use crate::context::Context;
use crate::inline::Inline;
use crate::standing::{Named, status_in};
use crate::words::{is_blank, on_one_line};

impl SessionTable<'_> {
    /// Says what a row holds that the plan has no place for.
    pub(super) fn remark_on_left_out(&self, row: &TableRow<'_>, context: &mut Context<'_>) {
        let line = row.row.line;
        let cells = self.columns.iter().zip(&row.row.cells);
        for ((column, cell), header) in cells.zip(&self.header.cells) {
            if column.is_none() && !is_blank(&cell.text) {
                let message = Message::new("remark-cell-unread")
                    .text("column", one_line(header))
                    .text("text", one_line(cell));
                context.ledger.remark(line, message);
            }
            context.ledger.remark_on_links(line, cell);
            if let Some(struck) = row.left_out(*column, cell) {
                let struck = on_one_line(struck);
                let message = Message::new("remark-struck").text("text", struck);
                context.ledger.remark(line, message);
            }
        }
        let written = cells_written(context.ledger.line(line));
        let beyond = written.get(self.columns.len()..).unwrap_or_default();
        if beyond.iter().any(|cell| !is_blank(cell)) {
            let message = Message::new("remark-cells-beyond").number("count", beyond.len());
            let message = message.text("text", beyond.join(" | "));
            context.ledger.remark(line, message);
        }
    }
}

impl TableRow<'_> {
    /// The struck words of a cell that nothing is read of.
    fn left_out<'c>(&self, column: Option<Column>, cell: &'c Inline) -> Option<&'c str> {
        let named = match column {
            Some(Column::Title) => Some(&self.title),
            Some(Column::Dates) => Some(&self.dates),
            _ => None,
        };
        if cell.all_struck {
            // In an unknown column it is said to be unread already.
            let is_read = self.is_struck || named.is_some() || column.is_none();
            return (!is_read).then_some(cell.text.as_str());
        }
        let names = |named: &Named| !named.text.is_empty() && status_in(&cell.text).1.is_empty();
        let is_read = named.is_some_and(names);
        (!is_read && !is_blank(&cell.struck)).then_some(cell.struck.as_str())
    }
}

/// The cells a row of the source has; Markdown leaves out those beyond the header's.
fn cells_written(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut escaped = false;
    line.split(|letter| {
        let bar = letter == '|' && !escaped;
        escaped = letter == '\\' && !escaped;
        bar
    })
    .map(str::trim)
    .collect()
}
