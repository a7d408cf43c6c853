//! What the reading of a page gathers while it goes through the blocks.

use deroule_edit::draft::{Draft, DraftSession};
use deroule_model::Message;

use crate::audiences::Audiences;
use crate::dates::WrittenDay;
use crate::index::Index;
use crate::ledger::Ledger;
use crate::limits::check;
use crate::running_order::TimedLine;
use crate::years::Years;
use crate::{Counted, PageError};

/// Everything gathered so far.
pub(crate) struct Context<'p> {
    pub(crate) ledger: Ledger<'p>,
    pub(crate) years: Years,
    pub(crate) audiences: Audiences,
    pub(crate) entries: Vec<Entry>,
    pub(crate) index: Index,
    /// How many days, attendances and timed lines there are in all.
    pub(crate) days: usize,
    pub(crate) attendances: usize,
    pub(crate) timed: usize,
    pub(crate) draft: Draft,
}

/// A session, and what its table row and its section say of it.
pub(crate) struct Entry {
    pub(crate) session: DraftSession,
    /// Its dates as written, to find it again by a date without a year.
    pub(crate) written: Vec<WrittenDay>,
    /// The running order's lines, by day.
    pub(crate) timed: Vec<Vec<TimedLine>>,
}

impl Entry {
    /// A session with the dates it is announced for.
    pub(crate) fn announced(session: DraftSession, written: Vec<WrittenDay>) -> Self {
        let days = session.days.len().max(1);
        Self {
            session,
            written,
            timed: std::iter::repeat_with(Vec::new).take(days).collect(),
        }
    }
}

impl Context<'_> {
    /// Adds a session; tells its place.
    ///
    /// # Errors
    /// Where the page has more of something than is read.
    pub(crate) fn announce(&mut self, entry: Entry) -> Result<usize, PageError> {
        let at = self.entries.len();
        self.days += entry.session.days.len();
        let attendances = entry.session.days.iter().map(|day| day.attendance.len());
        self.attendances += attendances.sum::<usize>();
        check(Counted::Sessions, at + 1)?;
        check(Counted::Days, self.days)?;
        check(Counted::Attendances, self.attendances)?;
        check(Counted::Audiences, self.audiences.names.len())?;
        self.index.add(at, &entry);
        self.entries.push(entry);
        Ok(at)
    }

    /// Says which audiences were inferred from a line.
    pub(crate) fn tell_new_audiences(&mut self, line: u32) {
        for audience in std::mem::take(&mut self.audiences.new) {
            let message = Message::new("remark-audience-inferred").text("audience", audience);
            self.ledger.remark(line, message);
        }
    }
}
