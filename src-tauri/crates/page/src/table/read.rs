//! Reads the rows of a table as sessions.

use std::collections::BTreeSet;

use deroule_edit::draft::DraftDay;
use deroule_edit::draft::DraftSession;
use deroule_model::Message;

use crate::attendance::{CellHours, attendance, cell_hours};
use crate::columns::Column;
use crate::context::{Context, SessionEntry};
use crate::error::PageError;
use crate::inline::Inline;
use crate::normalize::{is_blank, words};
use crate::report::Report;
use crate::title::title_cut;

use super::ignored_cells::remark_ignored_cells;
use super::row::TableRow;
use super::session_table::{SessionTable, cell_text};
use super::status::row_status;

/// Reads the rows of a table as sessions.
///
/// # Errors
/// When the page has too many rows.
pub(crate) fn read_table(
    table: &SessionTable<'_>,
    context: &mut Context<'_>,
) -> Result<(), PageError> {
    let line = table.header.line;
    // The line of dashes below the header is structure.
    context.report.mark_all_read(line..=line + 1);
    for (column, cell) in table.columns.iter().zip(&table.header.cells) {
        if column.is_none() && !is_blank(&cell.text) {
            let message = Message::new("remark-column-unknown").text("column", cell_text(cell));
            context.report.remark(line, message);
        }
    }
    // Rows without audiences are attended by all audiences of the table.
    for row in &table.rows {
        table.attendees(row, &mut context.audiences);
        context.remark_new_audiences(row.row.line);
    }
    let mut remarked = BTreeSet::new();
    for row in &table.rows {
        read_row(table, row, &mut remarked, context)?;
    }
    Ok(())
}

fn read_row(
    table: &SessionTable<'_>,
    row: &TableRow<'_>,
    remarked: &mut BTreeSet<String>,
    context: &mut Context<'_>,
) -> Result<(), PageError> {
    let line = row.row.line;
    let (audiences, report) = (&mut context.audiences, &mut context.report);
    report.mark_read(line);
    remark_ignored_cells(table, row, report);
    if row.row.cells.iter().all(Inline::is_blank) {
        return Ok(());
    }
    if row.is_title_cut {
        report.remark(line, title_cut());
    }
    let status = row_status(table, row, remarked, report);
    remark_words_around_dates(row, report);
    let attendees = table.attendees(row, audiences);
    let hours = match table.cell(row, Column::Hours) {
        Some(cell) => cell_hours(&cell.text, line, audiences, report),
        None => CellHours::default(),
    };
    let attendance = attendance(&attendees, &hours, line, audiences, report);
    let written = row.written_dates.as_ref().map(|written| &written.dates);
    let dates = match written {
        Some(written) => context.years.dates(written, &row.dates.text, line, report),
        None => Vec::new(),
    };
    let has_hours = !attendance.is_empty() || hours.start_only.is_some();
    let undated = (dates.is_empty() && has_hours).then_some(None);
    let days = dates.into_iter().map(Some).chain(undated);
    let days: Vec<_> = days
        .map(|date| DraftDay {
            date,
            start: hours.start_only,
            attendance: attendance.clone(),
            slots: Vec::new(),
        })
        .collect();
    let session = DraftSession {
        announced: true,
        title: report.title(line, table.title(row)),
        status,
        venue: table.text(row, Column::Venue),
        theme: table.text(row, Column::Theme),
        objectives: table.text(row, Column::Objectives),
        days,
        line,
    };
    let written_days = written.map(|written| written.days.clone());
    context.remark_new_audiences(line);
    context.add_session(SessionEntry::new(session, written_days.unwrap_or_default()))?;
    Ok(())
}

/// Remarks on the words of a cell of dates that are not read.
fn remark_words_around_dates(row: &TableRow<'_>, report: &mut Report<'_>) {
    let unread = match &row.written_dates {
        Some(written) => {
            let function_words = ["le", "les", "on", "du"];
            let mut words = words(&written.around).into_iter();
            words
                .any(|word| !function_words.contains(&word.as_str()))
                .then_some(&written.around)
        }
        None => Some(&row.dates.text).filter(|text| text.contains(char::is_alphanumeric)),
    };
    if let Some(text) = unread {
        let message = Message::new("remark-date-unread").text("text", text);
        report.remark(row.row.line, message);
    }
}
