//! The announced table: a row a session.

mod left_out;

use std::collections::BTreeSet;

use deroule_edit::draft::{DraftDay, DraftSession};
use deroule_model::{Message, Status};

use crate::PageError;
use crate::attendance::{CellHours, attendance, cell_hours};
use crate::audiences::Attendee;
use crate::columns::{Column, columns};
use crate::context::{Context, Entry};
use crate::dates::{WrittenDates, find_dates};
use crate::inline::Inline;
use crate::ledger::Ledger;
use crate::page::Row;
use crate::standing::{Named, Told, leading_status, named, status_in};
use crate::words::{folded, is_blank, on_one_line, short_title, title_cut, words};

/// A table of sessions.
pub(crate) struct SessionTable<'t> {
    columns: Vec<Option<Column>>,
    header: &'t Row,
    rows: Vec<TableRow<'t>>,
}

struct TableRow<'t> {
    row: &'t Row,
    title: Named,
    /// Whether its title is longer than any may be; only its beginning is looked into.
    is_cut: bool,
    dates: Named,
    /// The dates its cell tells, and what else the cell tells.
    written: Option<(WrittenDates, String)>,
    /// Whether the row is struck out, and with it what is struck in its other cells.
    is_struck: bool,
}

impl<'t> SessionTable<'t> {
    /// The table, where its header is one of sessions.
    pub(crate) fn of(rows: &'t [Row], ledger: &Ledger<'_>) -> Option<Self> {
        let (header, rows) = rows.split_first()?;
        let columns = columns(header.cells.iter().map(|cell| cell.text.as_str()));
        let known = columns.iter().flatten().count();
        let has = |column| columns.contains(&Some(column));
        if known < 2 || !(has(Column::Title) || has(Column::Dates)) {
            return None;
        }
        // Without a bar it is a paragraph that follows the table too closely.
        let rows = rows
            .iter()
            .filter(|row| ledger.line(row.line).contains('|'));
        let rows = rows.map(|row| TableRow::of(row, &columns)).collect();
        Some(Self {
            columns,
            header,
            rows,
        })
    }

    /// The line of its header.
    pub(crate) fn line(&self) -> u32 {
        self.header.line
    }

    /// How many rows it has.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The dates of its rows as they are written, each with its line.
    pub(crate) fn dates(&self) -> impl Iterator<Item = (u32, &WrittenDates)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row.row.line, &row.written.as_ref()?.0)))
    }

    /// Reads its rows as sessions.
    ///
    /// # Errors
    /// Where the page has more of something than is read.
    pub(crate) fn read(&self, context: &mut Context<'_>) -> Result<(), PageError> {
        let line = self.header.line;
        // The line of dashes below the header is structure.
        context.ledger.take_all(line..=line + 1);
        for (column, cell) in self.columns.iter().zip(&self.header.cells) {
            if column.is_none() && !is_blank(&cell.text) {
                let message = Message::new("remark-column-unknown").text("column", one_line(cell));
                context.ledger.remark(line, message);
            }
        }
        // All who are named anywhere attend where no one is named.
        for row in &self.rows {
            self.attendees(row, context);
            context.tell_new_audiences(row.row.line);
        }
        let mut remarked = BTreeSet::new();
        for row in &self.rows {
            self.read_row(row, &mut remarked, context)?;
        }
        Ok(())
    }

    fn read_row(
        &self,
        row: &TableRow<'_>,
        remarked: &mut BTreeSet<String>,
        context: &mut Context<'_>,
    ) -> Result<(), PageError> {
        let line = row.row.line;
        context.ledger.take(line);
        self.remark_on_left_out(row, context);
        if row.row.cells.iter().all(Inline::is_blank) {
            return Ok(());
        }
        if row.is_cut {
            context.ledger.remark(line, title_cut());
        }
        let status = self.status(row, remarked, context);
        self.remark_on_dates(row, context);
        let attendees = self.attendees(row, context);
        let (audiences, ledger) = (&mut context.audiences, &mut context.ledger);
        let hours = match self.standing(row, Column::Hours) {
            Some(cell) => cell_hours(&cell.text, line, audiences, ledger),
            None => CellHours::default(),
        };
        let attendance = attendance(&attendees, &hours, line, audiences, ledger);
        let dates = match &row.written {
            Some((written, _)) => context.years.dates(written, &row.dates.text, line, ledger),
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
            announced: true,
            title: context.ledger.title(line, self.title(row)),
            status,
            venue: self.text(row, Column::Venue),
            theme: self.text(row, Column::Theme),
            objectives: self.text(row, Column::Objectives),
            days,
            line,
        };
        let written = row.written.as_ref();
        let written = written.map(|(written, _)| written.days.clone());
        context.tell_new_audiences(line);
        context.announce(Entry::announced(session, written.unwrap_or_default()))?;
        Ok(())
    }

    /// The status a row tells: struck is cancelled, and a column for it outdoes title and date.
    /// Which words are read so is said; in a column for them once a table, unless they cancel.
    fn status(
        &self,
        row: &TableRow<'_>,
        remarked: &mut BTreeSet<String>,
        context: &mut Context<'_>,
    ) -> Option<Status> {
        let line = row.row.line;
        let column = self.text(row, Column::Status).and_then(|text| {
            let (told, rest) = leading_status(&text);
            if !rest.is_empty() {
                self.remark_on_cell("remark-cell-unread", row, Column::Status, rest, context);
            }
            told
        });
        let named = [&row.title, &row.dates].map(|named| named.status.as_ref());
        let mut told: Vec<_> = named.into_iter().flatten().collect();
        told.extend(&column);
        let decides = |told: &&Told| told.is_struck();
        let chosen = told.iter().copied().find(decides);
        let chosen = chosen.or(column.as_ref()).or(told.first().copied())?;
        let is_new = remarked.insert(folded(&chosen.words));
        if Some(chosen) != column.as_ref() || is_new || chosen.status == Status::Cancelled {
            context.ledger.remark_on_status(line, chosen);
        }
        for other in told.iter().filter(|told| told.status != chosen.status) {
            let message = Message::new("remark-status-left").text("text", &other.words);
            let message = message.text("kept", &chosen.words);
            context.ledger.remark(line, message);
        }
        Some(chosen.status)
    }

    fn attendees(&self, row: &TableRow<'_>, context: &mut Context<'_>) -> Vec<Attendee> {
        match self.text(row, Column::Audience) {
            Some(cell) => context.audiences.in_cell(&cell),
            None => context.audiences.in_title(&self.title(row)),
        }
    }

    /// The title without words for a status; where its cell is empty, what else names the row.
    fn title(&self, row: &TableRow<'_>) -> String {
        if !is_blank(&row.title.text) {
            return row.title.text.clone();
        }
        let other = [
            Column::Theme,
            Column::Dates,
            Column::Audience,
            Column::Venue,
        ]
        .into_iter()
        .find_map(|column| self.text(row, column));
        other.unwrap_or_else(|| "Session".to_owned())
    }

    /// Says what the cell of a row's dates tells beside them.
    fn remark_on_dates(&self, row: &TableRow<'_>, context: &mut Context<'_>) {
        let left = match &row.written {
            Some((_, around)) => {
                let small = ["le", "les", "on", "du"];
                let mut words = words(around).into_iter();
                words
                    .any(|word| !small.contains(&word.as_str()))
                    .then_some(around)
            }
            None => Some(&row.dates.text).filter(|text| text.contains(char::is_alphanumeric)),
        };
        if let Some(text) = left {
            let message = Message::new("remark-date-unread").text("text", text);
            context.ledger.remark(row.row.line, message);
        }
    }

    fn remark_on_cell(
        &self,
        code: &str,
        row: &TableRow<'_>,
        column: Column,
        text: String,
        context: &mut Context<'_>,
    ) {
        let header = self.at(column).and_then(|at| self.header.cells.get(at));
        let column = header.map(one_line).unwrap_or_default();
        let message = Message::new(code).text("column", column).text("text", text);
        context.ledger.remark(row.row.line, message);
    }

    fn at(&self, column: Column) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|known| *known == Some(column))
    }

    /// A cell that says something and is not struck, unless its row is; a struck title or date still
    /// names its row.
    fn standing<'r>(&self, row: &TableRow<'r>, column: Column) -> Option<&'r Inline> {
        let names_row = matches!(column, Column::Title | Column::Dates);
        let cell = row.row.cells.get(self.at(column)?)?;
        let is_read = row.is_struck || names_row || !cell.all_struck;
        (is_read && !is_blank(&cell.text)).then_some(cell)
    }

    /// What a cell says, on one line.
    fn text(&self, row: &TableRow<'_>, column: Column) -> Option<String> {
        self.standing(row, column).map(one_line)
    }
}

impl<'t> TableRow<'t> {
    fn of(row: &'t Row, columns: &[Option<Column>]) -> Self {
        let cell = |column| {
            let at = columns.iter().position(|known| *known == Some(column))?;
            row.cells.get(at).filter(|cell| !is_blank(&cell.text))
        };
        let mut title = cell(Column::Title).map(named).unwrap_or_default();
        let (text, is_cut) = short_title(std::mem::take(&mut title.text));
        title.text = text;
        let dates = cell(Column::Dates).map(dates_named).unwrap_or_default();
        let cancels = |column, named: &Named| {
            let status = named.status.as_ref().map(|told| told.status);
            let is_struck = |cell: &Inline| cell.all_struck || !is_blank(&cell.struck);
            status == Some(Status::Cancelled) && cell(column).is_some_and(is_struck)
        };
        let is_struck = cancels(Column::Title, &title) || cancels(Column::Dates, &dates);
        let written = find_dates(&dates.text).map(|written| {
            let mut around = dates.text.clone();
            around.replace_range(written.span.clone(), " ");
            (written, on_one_line(&around))
        });
        let mut row = Self {
            row,
            title,
            is_cut,
            dates,
            written,
            is_struck,
        };
        row.read_status_beside_dates();
        row
    }

    /// Takes a status that is all the cell tells beside its dates: `3 mai, à confirmer`.
    fn read_status_beside_dates(&mut self) {
        let Some((_, around)) = self.written.as_mut() else {
            return;
        };
        if let ((Some(told), rest), None) = (status_in(around), &self.dates.status)
            && rest.is_empty()
        {
            self.dates.status = Some(told);
            around.clear();
        }
    }
}

/// What a cell of dates tells. Struck dates beside words that do not cancel them are withdrawn.
fn dates_named(cell: &Inline) -> Named {
    let named = named(cell);
    let is_struck = !cell.all_struck && status_in(&cell.text).1.is_empty();
    let status = named.status.as_ref().map(|told| told.status);
    if is_struck && status != Some(Status::Cancelled) {
        let text = String::new();
        return Named { text, ..named };
    }
    named
}

fn one_line(cell: &Inline) -> String {
    on_one_line(&cell.text)
}
