//! Lists and restores the copies of the store.

use deroule_model::Message;
use deroule_store::{Copy, Entry, Store};

use crate::app::App;
use crate::copy_list::copies_of;
use crate::wire::{CopyInfo, EditResult, Problem, Scope};
use crate::written::{Written, changes, verb};

impl App {
    /// The copies of the store with their contents, newest first.
    ///
    /// # Errors
    /// A [`Problem`] when their folder can't be read.
    pub fn copies(&self) -> Result<Vec<CopyInfo>, Problem> {
        copies_of(self.store().path())
    }

    /// Replaces all rows by those of the copy called `name`, as one edit that can be undone. A copy of the
    /// current state is made first, unless it is empty.
    ///
    /// # Errors
    /// A [`Problem`] when the copy does not exist or is damaged, or the change can't be written; nothing has
    /// changed then.
    pub fn restore_copy(&self, name: &str, scope: Scope) -> Result<EditResult, Problem> {
        let copies = deroule_store::copies(self.store().path())?;
        let missing = || Problem::new(Message::new("problem-no-such-copy").text("name", name));
        let is_named =
            |copy: &Copy| copy.name == name || copy.name.trim_end_matches(".deroule") == name;
        let copy = copies.into_iter().find(is_named).ok_or_else(missing)?;
        let content = Store::read_copy(&copy.path)?;
        let label = Message::new("edit-restore-copy").date("date", copy.at.date_naive());
        let mut is_copied = false;
        self.write(scope, move |store, current, at| {
            let changes = changes(&current.state, &content.state);
            if changes.is_empty() {
                return Ok(None);
            }
            // Made once, even if the change is prepared again.
            if current.revision > 0 && !is_copied {
                store.copy(at)?;
                is_copied = true;
            }
            let entry = Entry::new(&label, &changes).with_verb(verb("restoreCopy", &copy.name));
            let revision = store.restore(current.revision, &entry, &copy.path, at)?;
            let state = content.state.clone();
            Ok(Some(Written::edit(label.clone(), changes, state, revision)))
        })
    }
}
