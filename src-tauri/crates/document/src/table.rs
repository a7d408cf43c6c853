//! The announced table: a row a session.

use deroule_plan::draft::{DraftDay, DraftSession};
use deroule_plan::{Message, Status};

use crate::attendance::{CellHours, attendance, cell_hours};
use crate::audiences::Attendee;
use crate::columns::{Column, columns};
use crate::context::{Context, Entry};
use crate::dates::{WrittenDates, find_dates};
use crate::inline::Inline;
use crate::page::Row;
use crate::standing::status_in;
use crate::words::{is_blank, on_one_line, words};

/// Reads a table of sessions; any other table is left unread.
pub(crate) fn read_table(rows: &[Row], context: &mut Context<'_>) {
    let Some((header, rows)) = rows.split_first() else {
        return;
    };
    let columns = columns(header.cells.iter().map(|cell| cell.text.as_str()));
    let known = columns.iter().flatten().count();
    let has = |column| columns.contains(&Some(column));
    if known < 2 || !(has(Column::Title) || has(Column::Dates)) {
        return;
    }
    // The line of dashes below the header is structure.
    context.ledger.take_all(header.line..=header.line + 1);
    for (column, cell) in columns.iter().zip(&header.cells) {
        if column.is_none() && !is_blank(&cell.text) {
            let message = Message::new("remark-column-unknown").text("column", one_line(cell));
            context.ledger.remark(header.line, message);
        }
    }
    // Without a bar it is a paragraph that follows the table too closely.
    let rows = rows
        .iter()
        .filter(|row| context.ledger.line(row.line).contains('|'));
    let rows: Vec<_> = rows
        .map(|row| TableRow {
            columns: &columns,
            header,
            row,
        })
        .collect();
    // All who are named anywhere attend where no one is named.
    for row in &rows {
        row.attendees(&row.title().1, context);
        context.tell_new_audiences(row.row.line);
    }
    for row in &rows {
        row.read(context);
    }
}

struct TableRow<'t> {
    columns: &'t [Option<Column>],
    header: &'t Row,
    row: &'t Row,
}

impl TableRow<'_> {
    fn read(&self, context: &mut Context<'_>) {
        let line = self.row.line;
        context.ledger.take(line);
        self.remark_on_left_out(context);
        if self.row.cells.iter().all(|cell| is_blank(&cell.text)) {
            return;
        }
        let (mut status, title) = self.title();
        let (written, dates_status) = self.dates(context);
        let struck = [Column::Title, Column::Dates]
            .into_iter()
            .any(|column| self.cell(column).is_some_and(|cell| cell.all_struck));
        status = self
            .text(Column::Status)
            .and_then(|text| self.status_cell(&text, context))
            .or(status)
            .or(dates_status);
        if struck {
            status = Some(Status::Cancelled);
        }
        let attendees = self.attendees(&title, context);
        let hours = self.cell(Column::Hours).map(|cell| cell.text.clone());
        let hours = hours.filter(|cell| !is_blank(cell)).unwrap_or_default();
        let (audiences, ledger) = (&mut context.audiences, &mut context.ledger);
        let hours = match hours.is_empty() {
            true => CellHours::default(),
            false => cell_hours(&hours, line, audiences, ledger),
        };
        let attendance = attendance(&attendees, &hours, line, audiences, ledger);
        let dates = match &written {
            Some((written, text)) => context.years.dates(written, text, line, ledger),
            None => Vec::new(),
        };
        let composed = !attendance.is_empty() || hours.start_only.is_some();
        let undated = (dates.is_empty() && composed).then_some(None);
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
            title,
            status,
            venue: self.text(Column::Venue),
            theme: self.text(Column::Theme),
            objectives: self.text(Column::Objectives),
            days,
            line,
        };
        let written = written.map(|(written, _)| written.days).unwrap_or_default();
        context.tell_new_audiences(line);
        context.entries.push(Entry::announced(session, written));
    }

    fn attendees(&self, title: &str, context: &mut Context<'_>) -> Vec<Attendee> {
        match self.text(Column::Audience) {
            Some(cell) => context.audiences.in_cell(&cell),
            None => context.audiences.in_title(title),
        }
    }

    /// The title without the word for cancelled; where the cell is empty, what else names the row.
    fn title(&self) -> (Option<Status>, String) {
        let (status, title) = status_in(&self.text(Column::Title).unwrap_or_default());
        if !title.is_empty() {
            return (status, title);
        }
        let other = [
            Column::Theme,
            Column::Dates,
            Column::Audience,
            Column::Venue,
        ]
        .into_iter()
        .find_map(|column| self.text(column));
        (status, other.unwrap_or_else(|| "Session".to_owned()))
    }

    fn dates(&self, context: &mut Context<'_>) -> (Option<(WrittenDates, String)>, Option<Status>) {
        let Some(text) = self.text(Column::Dates) else {
            return (None, None);
        };
        let (status, dates) = status_in(&text);
        let line = self.row.line;
        let Some(written) = find_dates(&dates) else {
            if dates.chars().any(char::is_alphanumeric) {
                let message = Message::new("remark-date-unread").text("text", dates);
                context.ledger.remark(line, message);
            }
            return (None, status);
        };
        let mut around = dates.clone();
        around.replace_range(written.span.clone(), " ");
        let small = ["le", "les", "on", "du"];
        if words(&around)
            .iter()
            .any(|word| !small.contains(&word.as_str()))
        {
            let around = on_one_line(&around);
            let message = Message::new("remark-date-unread").text("text", around);
            context.ledger.remark(line, message);
        }
        (Some((written, dates)), status)
    }

    fn status_cell(&self, text: &str, context: &mut Context<'_>) -> Option<Status> {
        let (status, rest) = status_in(text);
        if !rest.is_empty() {
            self.remark_on_cell("remark-cell-unread", Column::Status, rest, context);
        }
        status
    }

    fn remark_on_cell(&self, code: &str, column: Column, text: String, context: &mut Context<'_>) {
        let at = self.columns.iter().position(|known| *known == Some(column));
        let header = at.and_then(|at| self.header.cells.get(at));
        let column = header.map(one_line).unwrap_or_default();
        let message = Message::new(code).text("column", column).text("text", text);
        context.ledger.remark(self.row.line, message);
    }

    /// Says what the row holds that the plan has no place for.
    fn remark_on_left_out(&self, context: &mut Context<'_>) {
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
            if !cell.struck.is_empty() {
                let struck = on_one_line(&cell.struck);
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

    fn cell(&self, column: Column) -> Option<&Inline> {
        let at = self
            .columns
            .iter()
            .position(|known| *known == Some(column))?;
        self.row.cells.get(at)
    }

    /// What a cell says on one line; `None` where it says nothing.
    fn text(&self, column: Column) -> Option<String> {
        let text = one_line(self.cell(column)?);
        (!is_blank(&text)).then_some(text)
    }
}

fn one_line(cell: &Inline) -> String {
    on_one_line(&cell.text)
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
