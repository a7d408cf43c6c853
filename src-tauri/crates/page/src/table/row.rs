//! A row of a table of sessions.

use deroule_model::Status;

use crate::blocks::Row;
use crate::columns::Column;
use crate::dates::{WrittenDates, find_dates};
use crate::inline::Inline;
use crate::normalize::{is_blank, single_line};
use crate::status::StatusSplit;
use crate::title::truncated_title;

/// A row with its title, dates and status.
pub(super) struct TableRow<'t> {
    pub(super) row: &'t Row,
    pub(super) title: StatusSplit,
    /// Whether the title is too long. Then it is truncated.
    pub(super) is_title_cut: bool,
    pub(super) dates: StatusSplit,
    pub(super) written_dates: Option<RowDates>,
    /// Whether the row is struck out. Then struck text in its other cells counts.
    pub(super) is_struck: bool,
}

/// The dates of a row.
pub(super) struct RowDates {
    pub(super) dates: WrittenDates,
    /// The words around the dates in their cell.
    pub(super) around: String,
}

impl<'t> TableRow<'t> {
    pub(super) fn parse(row: &'t Row, columns: &[Option<Column>]) -> Self {
        let cell = |column| {
            let at = columns.iter().position(|other| *other == Some(column))?;
            row.cells.get(at).filter(|cell| !is_blank(&cell.text))
        };
        let title = cell(Column::Title).map(StatusSplit::of_inline);
        let mut title = title.unwrap_or_default();
        let (text, is_title_cut) = truncated_title(std::mem::take(&mut title.text));
        title.text = text;
        let dates = cell(Column::Dates).map(date_split).unwrap_or_default();
        let is_cancelled_by = |column, split: &StatusSplit| {
            let status = split.status.as_ref().map(|phrase| phrase.status);
            let has_struck = |cell: &Inline| cell.is_all_struck || !is_blank(&cell.struck);
            status == Some(Status::Cancelled) && cell(column).is_some_and(has_struck)
        };
        let is_struck =
            is_cancelled_by(Column::Title, &title) || is_cancelled_by(Column::Dates, &dates);
        let written_dates = find_dates(&dates.text).map(|written| {
            let mut around = dates.text.clone();
            around.replace_range(written.span.clone(), " ");
            RowDates {
                dates: written,
                around: single_line(&around),
            }
        });
        let mut row = Self {
            row,
            title,
            is_title_cut,
            dates,
            written_dates,
            is_struck,
        };
        row.take_status_around_dates();
        row
    }

    /// Takes the status from a cell of dates that contains nothing else: `3 mai, à confirmer`.
    fn take_status_around_dates(&mut self) {
        let Some(written) = self.written_dates.as_mut() else {
            return;
        };
        let split = StatusSplit::of_text(&written.around);
        if let (Some(phrase), None) = (split.status, &self.dates.status)
            && split.text.is_empty()
        {
            self.dates.status = Some(phrase);
            written.around.clear();
        }
    }
}

/// Splits a cell of dates from its status.
///
/// Struck dates next to a status other than cancelled are withdrawn.
fn date_split(cell: &Inline) -> StatusSplit {
    let split = StatusSplit::of_inline(cell);
    let is_partly_struck = !cell.is_all_struck && StatusSplit::of_text(&cell.text).text.is_empty();
    let status = split.status.as_ref().map(|phrase| phrase.status);
    if is_partly_struck && status != Some(Status::Cancelled) {
        let text = String::new();
        return StatusSplit { text, ..split };
    }
    split
}
