//! The copies of the store: listed, and restored.

use std::collections::HashMap;
use std::path::Path;

use deroule_model::{Change, Entity, Message, State};
use deroule_store::{Copy, Entry, Store};

use crate::app::{App, Written, verb};
use crate::health::rfc3339;
use crate::wire::{CopyInfo, EditResult, Problem, Scope, UndoState};

impl App {
    /// The copies of the store, the newest first, each looked into.
    ///
    /// # Errors
    /// A [`Problem`] when their folder can't be read.
    pub fn copies(&self) -> Result<Vec<CopyInfo>, Problem> {
        copies_of(self.store().path())
    }

    /// Makes every row what it is in the copy called `name`, as one edit, which undo takes back. A copy of the
    /// current state is made first, unless there is nothing in it.
    ///
    /// # Errors
    /// A [`Problem`] when there is no such copy, it is not sound, or the change can't be written; nothing has
    /// changed then.
    pub fn restore_copy(&self, name: &str, scope: Scope) -> Result<EditResult, Problem> {
        let found = deroule_store::copies(self.store().path())?;
        let missing = || Problem::new(Message::new("problem-no-such-copy").text("name", name));
        let is_it =
            |copy: &Copy| copy.name == name || copy.name.trim_end_matches(".deroule") == name;
        let copy = found.into_iter().find(is_it).ok_or_else(missing)?;
        let content = Store::read_copy(&copy.path)?;
        let label = Message::new("edit-restore-copy").date("date", copy.at.date_naive());
        let mut is_copied = false;
        self.write(scope, move |store, current, at| {
            let changes = changes(&current.state, &content.state);
            if changes.is_empty() {
                return Ok(None);
            }
            // Once, however often the change has to be planned anew.
            if current.revision > 0 && !is_copied {
                store.copy(at)?;
                is_copied = true;
            }
            let entry = Entry::new(&label, &changes).with_verb(verb("restoreCopy", &copy.name));
            let revision = store.restore(current.revision, &entry, &copy.path, at)?;
            let steps = UndoState {
                undo: Some(label.clone()),
                redo: None,
            };
            Ok(Some(Written {
                label: label.clone(),
                changes,
                state: content.state.clone(),
                revision,
                steps,
            }))
        })
    }
}

/// The copies of the store at `path`, which need not be there any more.
///
/// # Errors
/// A [`Problem`] when their folder can't be read.
pub fn copies_of(path: &Path) -> Result<Vec<CopyInfo>, Problem> {
    let found = deroule_store::copies(path)?;
    Ok(found.into_iter().map(told).collect())
}

fn told(copy: Copy) -> CopyInfo {
    let number = |of: fn(deroule_store::Content) -> u64| copy.content.map_or(0, of);
    CopyInfo {
        at: rfc3339(copy.at),
        is_rescue: copy.is_rescue,
        is_sound: copy.content.is_some(),
        revision: number(|content| content.revision),
        programmes: number(|content| content.programmes),
        sessions: number(|content| content.sessions),
        name: copy.name,
        path: copy.path,
    }
}

/// What leads from one plan to the other.
pub(crate) fn changes(from: &State, to: &State) -> Vec<Change> {
    let key = |row: &Entity| (row.table(), row.uuid());
    let mut old: HashMap<_, Entity> = from.rows().map(|row| (key(&row), row)).collect();
    let mut changes = Vec::new();
    for row in to.rows() {
        match old.remove(&key(&row)) {
            None => changes.push(Change::create(row)),
            Some(before) if before != row => changes.push(Change::rewrite(before, row)),
            Some(_) => {}
        }
    }
    let gone = from.rows().filter(|row| old.contains_key(&key(row)));
    changes.extend(gone.map(Change::delete));
    changes
}
