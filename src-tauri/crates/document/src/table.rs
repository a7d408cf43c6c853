//! The announced table: a row a session.

mod left_out;

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
        let (title_status, title) = self.title();
        let (written, dates_status) = self.dates(context);
        let status = self.status(title_status.or(dates_status), context);
        let attendees = self.attendees(&title, context);
        let (audiences, ledger) = (&mut context.audiences, &mut context.ledger);
        let hours = match self.standing(Column::Hours) {
            Some(cell) => cell_hours(&cell.text, line, audiences, ledger),
            None => CellHours::default(),
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

    /// The status the row tells: struck is cancelled, and a column for it outdoes `elsewhere`.
    fn status(&self, elsewhere: Option<Status>, context: &mut Context<'_>) -> Option<Status> {
        let struck = [Column::Title, Column::Dates]
            .into_iter()
            .any(|column| self.cell(column).is_some_and(|cell| cell.all_struck));
        if struck {
            return Some(Status::Cancelled);
        }
        self.text(Column::Status)
            .and_then(|text| self.status_cell(&text, context))
            .or(elsewhere)
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

    fn cell(&self, column: Column) -> Option<&Inline> {
        let at = self
            .columns
            .iter()
            .position(|known| *known == Some(column))?;
        self.row.cells.get(at)
    }

    /// A cell that says something and is not struck; a struck title or date still names its row.
    fn standing(&self, column: Column) -> Option<&Inline> {
        let names_row = matches!(column, Column::Title | Column::Dates);
        self.cell(column)
            .filter(|cell| (names_row || !cell.all_struck) && !is_blank(&cell.text))
    }

    /// What a cell says, on one line.
    fn text(&self, column: Column) -> Option<String> {
        self.standing(column).map(one_line)
    }
}

fn one_line(cell: &Inline) -> String {
    on_one_line(&cell.text)
}
