//! Applies the changes of an edit, an undo or a redo to the state in memory, and makes the answer to the
//! window.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use deroule_model::{Change, Entity, Message, State};

use crate::current::Current;
use crate::update;
use crate::wire::{EditResult, Scope, UndoState};

/// A written edit, undo or redo, and the resulting state.
pub(crate) struct Written {
    pub(crate) label: Message,
    pub(crate) changes: Vec<Change>,
    pub(crate) state: State,
    pub(crate) revision: u64,
    pub(crate) steps: UndoState,
}

impl Written {
    /// A written edit. It is the next undo, and nothing can be redone.
    pub(crate) fn edit(label: Message, changes: Vec<Change>, state: State, revision: u64) -> Self {
        let steps = UndoState {
            undo: Some(label.clone()),
            redo: None,
        };
        Self {
            label,
            changes,
            state,
            revision,
            steps,
        }
    }
}

/// Replaces the state by the written one and returns the result.
pub(crate) fn finish(
    current: &mut Current,
    written: Written,
    at: DateTime<Utc>,
    scope: Scope,
) -> EditResult {
    let next = Current {
        state: written.state,
        revision: written.revision,
        changed_at: at,
        steps: written.steps.clone(),
        current_programme: current.current_programme,
    };
    let changes = &written.changes;
    tracing::debug!(
        edit = written.label.code,
        changes = changes.len(),
        revision = written.revision,
        "written"
    );
    let before = std::mem::replace(current, next);
    EditResult {
        revision: current.revision,
        label: Some(written.label),
        changed: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        update: update::between(
            &before.state,
            &current.state,
            changes,
            scope,
            before.revision,
        ),
        steps: written.steps,
    }
}

/// The result when nothing was written.
pub(crate) fn no_op(current: &Current, scope: Scope) -> EditResult {
    EditResult {
        revision: current.revision,
        label: None,
        changed: 0,
        update: update::between(&current.state, &current.state, &[], scope, current.revision),
        steps: current.steps.clone(),
    }
}

/// The version of the verbs in the log.
const VERB_VERSION: u32 = 2;

/// The user's action as JSON for the log, so that it can be prepared again on another state later: `edit`,
/// `returnTo` or `restoreCopy`, and its argument.
pub(crate) fn verb(name: &str, argument: impl serde::Serialize) -> Option<String> {
    let mut verb = serde_json::Map::new();
    verb.insert("version".to_owned(), VERB_VERSION.into());
    verb.insert(name.to_owned(), serde_json::to_value(argument).ok()?);
    Some(serde_json::Value::from(verb).to_string())
}

/// The changes that lead from one plan to the other.
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
    let deleted = from.rows().filter(|row| old.contains_key(&key(row)));
    changes.extend(deleted.map(Change::delete));
    changes
}
