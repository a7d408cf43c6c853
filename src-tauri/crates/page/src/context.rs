//! The state of reading a page.

use deroule_edit::draft::{Draft, DraftSession};
use deroule_model::Message;

use crate::audiences::Audiences;
use crate::dates::WrittenDay;
use crate::error::{Counted, PageError};
use crate::limits::check_count;
use crate::report::Report;
use crate::session_index::SessionIndex;
use crate::timed_line::TimedLine;
use crate::years::PageYears;

/// Everything read so far.
pub(crate) struct Context<'p> {
    pub(crate) report: Report<'p>,
    pub(crate) years: PageYears,
    pub(crate) audiences: Audiences,
    pub(crate) sessions: Vec<SessionEntry>,
    pub(crate) index: SessionIndex,
    pub(crate) counts: RowCounts,
    /// The draft without its sessions and audiences.
    pub(crate) draft: Draft,
}

/// How many rows of some kinds the sessions have.
#[derive(Default)]
pub(crate) struct RowCounts {
    pub(crate) days: usize,
    pub(crate) attendances: usize,
    pub(crate) timed_lines: usize,
}

/// A session, with what its table row and its section contain.
pub(crate) struct SessionEntry {
    pub(crate) session: DraftSession,
    /// The dates as written. They may have no year.
    pub(crate) written_days: Vec<WrittenDay>,
    /// The lines of the running orders, by day.
    pub(crate) timed_lines: Vec<Vec<TimedLine>>,
}

impl SessionEntry {
    /// A session without running orders.
    pub(crate) fn new(session: DraftSession, written_days: Vec<WrittenDay>) -> Self {
        let days = session.days.len().max(1);
        Self {
            session,
            written_days,
            timed_lines: std::iter::repeat_with(Vec::new).take(days).collect(),
        }
    }
}

impl Context<'_> {
    /// Adds a session and returns its position.
    ///
    /// # Errors
    /// When the page has too many rows.
    pub(crate) fn add_session(&mut self, entry: SessionEntry) -> Result<usize, PageError> {
        let position = self.sessions.len();
        self.counts.days += entry.session.days.len();
        let attendances = entry.session.days.iter().map(|day| day.attendance.len());
        self.counts.attendances += attendances.sum::<usize>();
        check_count(Counted::Sessions, position + 1)?;
        check_count(Counted::Days, self.counts.days)?;
        check_count(Counted::Attendances, self.counts.attendances)?;
        check_count(Counted::Audiences, self.audiences.names.len())?;
        self.index
            .add(position, &entry.session, &entry.written_days);
        self.sessions.push(entry);
        Ok(position)
    }

    /// Remarks on the audiences that were inferred from a line.
    pub(crate) fn remark_new_audiences(&mut self, line: u32) {
        for audience in self.audiences.take_new() {
            let message = Message::new("remark-audience-inferred").text("audience", audience);
            self.report.remark(line, message);
        }
    }

    /// Checks the number of rows of the whole page.
    ///
    /// # Errors
    /// When the page has too many rows.
    pub(crate) fn check_counts(&self) -> Result<(), PageError> {
        check_count(Counted::Audiences, self.audiences.names.len())?;
        let RowCounts {
            days,
            attendances,
            timed_lines,
        } = self.counts;
        let rows = self.sessions.len() + days + attendances + timed_lines + self.draft.ideas.len();
        check_count(Counted::Rows, rows)
    }
}
