//! What the reading of a page gathers while it goes through the blocks.

use deroule_plan::Message;
use deroule_plan::draft::{Draft, DraftSession};

use crate::audiences::Audiences;
use crate::dates::WrittenDay;
use crate::ledger::Ledger;
use crate::running_order::TimedLine;
use crate::years::Years;

/// Everything gathered so far.
pub(crate) struct Context<'p> {
    pub(crate) ledger: Ledger<'p>,
    pub(crate) years: Years,
    pub(crate) audiences: Audiences,
    pub(crate) entries: Vec<Entry>,
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
    /// Says which audiences were inferred from a line.
    pub(crate) fn tell_new_audiences(&mut self, line: u32) {
        for audience in std::mem::take(&mut self.audiences.new) {
            let message = Message::new("remark-audience-inferred").text("audience", audience);
            self.ledger.remark(line, message);
        }
    }
}
