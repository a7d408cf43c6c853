//! What a row holds that the plan has no place for; it is said, so that nothing is lost in silence.

use deroule_plan::Message;

use super::{TableRow, one_line};
use crate::columns::Column;
use crate::context::Context;
use crate::words::{is_blank, on_one_line};

impl TableRow<'_> {
    /// Says what the row holds that the plan has no place for.
    pub(super) fn remark_on_left_out(&self, context: &mut Context<'_>) {
        let line = self.row.line;
        for ((column, cell), header) in self
            .columns
            .iter()
            .zip(&self.row.cells)
            .zip(&self.header.cells)
        {
            if column.is_none() && !is_blank(&cell.text) {
                let message = Message::new("remark-cell-unread")
                    .text("column", one_line(header))
                    .text("text", one_line(cell));
                context.ledger.remark(line, message);
            }
            context.ledger.remark_on_links(line, cell);
            let struck_alone =
                cell.all_struck && !matches!(column, Some(Column::Title | Column::Dates));
            let struck = if struck_alone {
                &cell.text
            } else {
                &cell.struck
            };
            if (column.is_some() || !cell.all_struck) && !is_blank(struck) {
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
