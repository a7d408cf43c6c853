//! The operation log: lists the edits and returns to any past state.

use chrono::{Local, Timelike};
use deroule_model::{Clock, Message};
use deroule_store::{Entry, LogKind};

use crate::app::App;
use crate::health::Health;
use crate::wire::{EditResult, LogEntry, LogEntryKind, Problem, Scope};
use crate::write_error::WriteError;
use crate::written::{Written, changes, verb};

impl App {
    /// The entries of the log before number `before`, or the last ones; newest first, at most `limit`.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn log(&self, before: Option<i64>, limit: usize) -> Result<Vec<LogEntry>, Problem> {
        self.health.wait(Health::deadline())?;
        let entries = self.store().log(before, limit)?.into_iter();
        Ok(entries
            .map(|entry| LogEntry {
                number: entry.number,
                at: entry.at.to_rfc3339(),
                label: entry.label,
                kind: match entry.kind {
                    LogKind::Edit => LogEntryKind::Edit,
                    LogKind::Undo => LogEntryKind::Undo,
                    LogKind::Redo => LogEntryKind::Redo,
                },
            })
            .collect())
    }

    /// Restores every row to its state after entry `number` of the log, as one edit that can be undone. 0 is
    /// before the first entry.
    ///
    /// # Errors
    /// A [`Problem`] when the entry does not exist or the change can't be written; nothing has changed then.
    pub fn return_to(&self, number: i64, scope: Scope) -> Result<EditResult, Problem> {
        let missing = || Problem::new(Message::new("problem-missing"));
        let entry = match number {
            0 => None,
            number => {
                let entries = self.store().log(number.checked_add(1), 1)?;
                let has_number = |entry: &deroule_store::LogEntry| entry.number == number;
                Some(entries.into_iter().find(has_number).ok_or_else(missing)?)
            }
        };
        let label = match entry {
            None => Message::new("edit-return-to-start"),
            Some(entry) => {
                let at = entry.at.with_timezone(&Local);
                Message::new("edit-return-to")
                    .date("date", at.date_naive())
                    .time("time", Clock::at(at.hour(), at.minute()))
            }
        };
        self.write(scope, move |store, current, at| {
            let mut state = current.state.clone();
            for change in store.changes_back_to(number).map_err(WriteError::from)? {
                state.write(&change);
            }
            let changes = changes(&current.state, &state);
            if changes.is_empty() {
                return Ok(None);
            }
            let entry = Entry::new(&label, &changes).with_verb(verb("returnTo", number));
            let revision = store.commit(current.revision, &entry, at)?;
            Ok(Some(Written::edit(label.clone(), changes, state, revision)))
        })
    }
}
