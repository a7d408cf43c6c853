//! The status of a row: from its title, its dates or its status column.

use std::collections::BTreeSet;

use deroule_model::Message;
use deroule_model::Status;

use crate::columns::Column;
use crate::normalize::fold;
use crate::report::Report;
use crate::status::{StatusPhrase, StatusSplit};

use super::row::TableRow;
use super::session_table::SessionTable;

/// The status of a row, with remarks on the words it is read from.
///
/// Struck text decides first, then the status column, then title and dates. Words of the column
/// are remarked on once a table, unless they cancel; `remarked` contains those words.
pub(super) fn row_status(
    table: &SessionTable<'_>,
    row: &TableRow<'_>,
    remarked: &mut BTreeSet<String>,
    report: &mut Report<'_>,
) -> Option<Status> {
    let line = row.row.line;
    let from_column = status_column(table, row, report);
    let splits = [&row.title, &row.dates].map(|split| split.status.as_ref());
    let mut phrases: Vec<_> = splits.into_iter().flatten().collect();
    phrases.extend(&from_column);
    let struck = phrases.iter().copied().find(|phrase| phrase.is_struck);
    let chosen = struck
        .or(from_column.as_ref())
        .or(phrases.first().copied())?;
    let is_new = remarked.insert(fold(&chosen.words));
    if Some(chosen) != from_column.as_ref() || is_new || chosen.status == Status::Cancelled {
        report.remark_status(line, chosen);
    }
    for other in phrases
        .iter()
        .filter(|phrase| phrase.status != chosen.status)
    {
        let message = Message::new("remark-status-left").text("text", &other.words);
        report.remark(line, message.text("kept", &chosen.words));
    }
    Some(chosen.status)
}

/// The status in the status column, with a remark on the rest of its cell.
fn status_column(
    table: &SessionTable<'_>,
    row: &TableRow<'_>,
    report: &mut Report<'_>,
) -> Option<StatusPhrase> {
    let cell = table.text(row, Column::Status)?;
    let StatusSplit { text, status } = StatusSplit::of_leading_phrase(&cell);
    if !text.is_empty() {
        let message = Message::new("remark-cell-unread")
            .text("column", table.header_text(Column::Status))
            .text("text", text);
        report.remark(row.row.line, message);
    }
    status
}
