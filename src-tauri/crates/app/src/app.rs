//! The running application: the state in memory, the store behind it, and the only way to change them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use deroule_checks as checks;
use deroule_edit::Edit;
use deroule_model::{Message, ProgrammeId, State};
use deroule_store::{Entry, Replayed, Store, StoreError, ignore_failure};
use uuid::Uuid;

use crate::copy_list::copies_of;
use crate::current::{Current, load, steps};
use crate::health::Health;
use crate::view::{Findings, SessionView};
use crate::wire::{CopyInfo, EditResult, HistoryEntry, Preview, Problem, Scope, Snapshot};
use crate::write_error::WriteError;
use crate::written::{Written, finish, no_op, verb};
use crate::{update, view};

/// Returns the current time; tests pass their own.
pub type Now = fn() -> DateTime<Utc>;

/// An undo or a redo in the log.
type Step = fn(&Store, u64, DateTime<Utc>) -> Result<Option<Replayed>, StoreError>;

/// The key of the setting that stores which programme was opened last.
const OPEN_PROGRAMME: &str = "open-programme";

/// The number of times an edit is prepared again because another process wrote meanwhile.
const ATTEMPTS: usize = 8;

/// The application on one store.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono::Utc;
/// use deroule_app::{App, Language, Scope};
///
/// let folder = tempfile::tempdir()?;
/// let app = App::open(&folder.path().join("plan.deroule"), Utc::now)
///     .map_err(|problem| problem.code)?;
/// app.add_sample(Language::En).map_err(|problem| problem.code)?;
/// let shown = app.snapshot(Scope::default()).map_err(|problem| problem.code)?;
/// assert_eq!(shown.programmes.len(), 1);
/// app.undo(Scope::default()).map_err(|problem| problem.code)?;
/// app.close().map_err(|problem| problem.code)?;
/// # Ok(())
/// # }
/// ```
pub struct App {
    store: RwLock<Arc<Store>>,
    /// The id of this device in the log.
    pub(crate) device: String,
    clock: Now,
    current: Mutex<Current>,
    warnings: Vec<Message>,
    /// The sound copies that existed although the store was never written when it was opened.
    copies_of_lost_store: Vec<CopyInfo>,
    pub(crate) health: Health,
}

impl App {
    /// Opens the store at `path`. Creates it if it is missing.
    ///
    /// # Errors
    /// A [`Problem`] when the file is not a store, is newer than this program, or can't be read.
    pub fn open(path: &Path, clock: Now) -> Result<Self, Problem> {
        Self::open_on(path, clock, String::new())
    }

    /// Opens a store. Its log entries name this device.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn open_on(path: &Path, clock: Now, device: String) -> Result<Self, Problem> {
        let store = Store::open(path, clock())?.on_device(device.clone());
        let warnings = store.warnings().to_vec();
        let current = load(&store)?;
        let mut copies = Vec::new();
        if current.revision == 0 {
            copies = copies_of(store.path())?;
            copies.retain(|copy| copy.is_sound && copy.revision > 0);
        }
        let app = Self {
            store: RwLock::new(Arc::new(store)),
            device,
            clock,
            current: Mutex::new(current),
            warnings,
            copies_of_lost_store: copies,
            health: Health::default(),
        };
        tracing::info!(revision = app.current().revision, "store is open");
        app.start_check();
        Ok(app)
    }

    /// Completes pending work and closes the store as one whole file. Any thread may call it, at any time and
    /// more than once. Changes are refused from then on.
    ///
    /// # Errors
    /// A [`Problem`] when the file is not whole: another program has it open, the disk is full, or the file is
    /// missing. In that last case a rescue file is written.
    pub fn close(&self) -> Result<(), Problem> {
        let mut current = self.current();
        match self.store().close() {
            Ok(()) => Ok(()),
            Err(error) => {
                let problem = self.handle_error(&mut current, error.into());
                ignore_failure(self.store().close(), "close the store after a failed close");
                Err(problem)
            }
        }
    }

    /// Checkpoints the store, so that its file can be copied.
    ///
    /// # Errors
    /// A [`Problem`] when another program prevents it, or as [`App::apply`].
    pub fn checkpoint(&self) -> Result<(), Problem> {
        let mut current = self.current();
        let done = self.store().checkpoint();
        done.map_err(|error| self.handle_error(&mut current, error.into()))
    }

    /// The path of the store, links resolved.
    pub fn path(&self) -> PathBuf {
        self.store().path().to_owned()
    }

    /// Warnings of opening the store and of later events.
    pub fn warnings(&self) -> Vec<Message> {
        let mut warnings = self.warnings.clone();
        warnings.extend(self.health.notices());
        warnings
    }

    /// What the window shows in `scope`. Without a programme in it, the one opened last.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn snapshot(&self, scope: Scope) -> Result<Snapshot, Problem> {
        let mut current = self.current();
        self.reopen_if_lost(&mut current);
        self.refresh(&mut current)?;
        let open = match scope
            .programme
            .filter(|id| current.state.programme(*id).is_some())
        {
            Some(id) => Some(id),
            None => self.open_programme(&mut current)?,
        };
        current.current_programme = open.or(current.current_programme);
        let (state, revision, steps) = (
            current.state.clone(),
            current.revision,
            current.steps.clone(),
        );
        drop(current);
        Ok(Snapshot {
            revision,
            store: self.store().path().to_owned(),
            programmes: state.programmes().into_iter().cloned().collect(),
            templates: state.templates().into_iter().cloned().collect(),
            open: open.and_then(|id| view::programme(&state, id)),
            session: scope.session.and_then(|id| view::session(&state, id)),
            findings: scope
                .session
                .map_or_else(Vec::new, |id| checks::of_session(&state, id)),
            steps,
            copies_of_lost_store: if revision == 0 {
                self.copies_of_lost_store.clone()
            } else {
                Vec::new()
            },
            warnings: self.warnings(),
            health: self.health(),
        })
    }

    /// The running orders of every session of a programme, by date. Empty if the programme does not exist.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn orders(&self, programme: ProgrammeId) -> Result<Vec<SessionView>, Problem> {
        self.read(|state, _, _| {
            let sessions = state.sessions(programme).into_iter();
            Ok(sessions
                .filter_map(|row| view::session(state, row.id))
                .collect())
        })
    }

    /// The findings of a programme, and the dismissed ones.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn findings(&self, programme: ProgrammeId) -> Result<Findings, Problem> {
        self.read(|state, _, _| Ok(view::findings(state, programme)))
    }

    /// Applies an edit.
    ///
    /// # Errors
    /// A [`Problem`] when the edit is refused or can't be written; nothing has changed then.
    pub fn apply(&self, edit: &Edit, scope: Scope) -> Result<EditResult, Problem> {
        let mut label = None;
        let verb = verb("edit", edit);
        let outcome = self.write(scope, |store, current, at| {
            let prepared = deroule_edit::prepare(&current.state, edit, &mut Uuid::now_v7)?;
            label = Some(prepared.label.clone());
            if prepared.changes.is_empty() {
                return Ok(None);
            }
            let (label, changes) = (prepared.label, prepared.changes);
            let entry = Entry::new(&label, &changes).with_verb(verb.clone());
            let revision = store.commit(current.revision, &entry, at)?;
            Ok(Some(Written::edit(
                label,
                changes,
                prepared.after,
                revision,
            )))
        })?;
        Ok(EditResult {
            label: outcome.label.or(label),
            ..outcome
        })
    }

    /// Writes what `attempt` prepares on the current state. Retries if another process wrote meanwhile, and
    /// once a paused store is open again.
    pub(crate) fn write(
        &self,
        scope: Scope,
        mut attempt: impl FnMut(&Store, &Current, DateTime<Utc>) -> Result<Option<Written>, WriteError>,
    ) -> Result<EditResult, Problem> {
        let until = Health::deadline();
        let mut attempts = 0;
        while attempts < ATTEMPTS {
            self.health.wait(until)?;
            let mut current = self.current();
            self.reopen_if_lost(&mut current);
            let (store, at) = (self.store(), self.now());
            match attempt(&store, &current, at) {
                Ok(None) => return Ok(no_op(&current, scope)),
                // The edit is written: nothing may fail from here on.
                Ok(Some(written)) => return Ok(finish(&mut current, written, at, scope)),
                // Another thread may pause the store again before this one gets it.
                Err(WriteError::Store(StoreError::Paused)) => {}
                Err(WriteError::Store(StoreError::Stale { .. })) => {
                    attempts += 1;
                    self.refresh(&mut current)?;
                }
                Err(error) => return Err(self.handle_error(&mut current, error)),
            }
        }
        Err(Problem::busy())
    }

    /// The effect of an edit on the session in `scope`. Nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when the edit would be refused.
    pub fn preview(&self, edit: &Edit, scope: Scope) -> Result<Preview, Problem> {
        self.read(|state, _, revision| preview(state, revision, edit, scope))
    }

    /// The effect of each edit on the current state, independent of the others. `None` for an edit that would
    /// be refused.
    pub fn previews(&self, edits: &[Edit], scope: Scope) -> Vec<Option<Preview>> {
        let previews = self.read(|state, _, revision| {
            let edits = edits.iter();
            Ok(edits
                .map(|edit| preview(state, revision, edit, scope).ok())
                .collect())
        });
        previews.unwrap_or_else(|_| vec![None; edits.len()])
    }

    /// Undoes the last edit, if any.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written; nothing has changed then.
    pub fn undo(&self, scope: Scope) -> Result<EditResult, Problem> {
        self.replay(scope, Store::undo)
    }

    /// Redoes the edit that was undone last, if any.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written; nothing has changed then.
    pub fn redo(&self, scope: Scope) -> Result<EditResult, Problem> {
        self.replay(scope, Store::redo)
    }

    /// The last `limit` edits, newest first, after those that can be redone.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryEntry>, Problem> {
        self.health.wait(Health::deadline())?;
        let history = self.store().history(limit)?;
        let undone = history.undone.into_iter().map(|head| (head, true));
        let done = history.done.into_iter().map(|head| (head, false));
        let entry = |(head, undone): (deroule_store::EntryHead, bool)| HistoryEntry {
            sequence: head.sequence,
            label: head.label,
            at: head.at.to_rfc3339(),
            undone,
        };
        Ok(undone.chain(done).map(entry).collect())
    }

    /// Passes a snapshot of the current state to `ask`, including writes of other processes. `ask` blocks no
    /// one, however long it takes.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read, or that of `ask`.
    pub fn read<T>(
        &self,
        ask: impl FnOnce(&State, DateTime<Utc>, u64) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut current = self.current();
        self.refresh(&mut current)?;
        let (state, changed_at, revision) =
            (current.state.clone(), current.changed_at, current.revision);
        drop(current);
        ask(&state, changed_at, revision)
    }

    /// The programme that was opened last, else the first.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn current_programme(&self) -> Result<Option<ProgrammeId>, Problem> {
        let mut current = self.current();
        self.refresh(&mut current)?;
        self.open_programme(&mut current)
    }

    /// Remembers a programme as the open one.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn remember_open(&self, programme: ProgrammeId) -> Result<(), Problem> {
        let mut current = self.current();
        current.current_programme = Some(programme);
        let remembered = self
            .store()
            .set_setting(OPEN_PROGRAMME, &programme.to_string());
        remembered.map_err(|error| self.handle_error(&mut current, error.into()))
    }

    /// The number of commits of the store, including those of other processes. Reopens a lost store if its file
    /// is back.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn revision(&self) -> Result<u64, Problem> {
        let mut current = self.current();
        self.reopen_if_lost(&mut current);
        self.refresh(&mut current)?;
        Ok(current.revision)
    }

    /// Whether the sample may be added: the store was never written, and no older store has copies.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn is_new_store(&self) -> Result<bool, Problem> {
        Ok(self.revision()? == 0 && self.copies_of_lost_store.is_empty())
    }

    pub(crate) fn setting(&self, key: &str) -> Result<Option<String>, Problem> {
        Ok(self.store().setting(key)?)
    }

    pub(crate) fn set_setting(&self, key: &str, value: &str) -> Result<(), Problem> {
        Ok(self.store().set_setting(key, value)?)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// The store. It is replaced when the plan is saved elsewhere.
    pub(crate) fn store(&self) -> Arc<Store> {
        Arc::clone(&self.store.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Replaces the store.
    pub(crate) fn continue_with(&self, store: Store) {
        *self.store.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(store);
    }

    fn open_programme(&self, current: &mut Current) -> Result<Option<ProgrammeId>, Problem> {
        match self.store().setting(OPEN_PROGRAMME) {
            Ok(remembered) => {
                let remembered = remembered.and_then(|text| text.parse().ok());
                current.current_programme = remembered.map(ProgrammeId);
            }
            // A closed store leaves the value in memory as it is.
            Err(StoreError::Paused | StoreError::Closed | StoreError::Lost { .. }) => {}
            Err(other) => return Err(other.into()),
        }
        let remembered = current
            .current_programme
            .filter(|id| current.state.programme(*id).is_some());
        Ok(remembered.or_else(|| current.state.programmes().first().map(|row| row.id)))
    }

    fn replay(&self, scope: Scope, step: Step) -> Result<EditResult, Problem> {
        self.write(scope, |store, current, at| {
            let Some(replayed) = step(store, current.revision, at)? else {
                return Ok(None);
            };
            let mut state = current.state.clone();
            replayed
                .changes
                .iter()
                .for_each(|change| state.write(change));
            Ok(Some(Written {
                label: replayed.label,
                changes: replayed.changes,
                state,
                revision: replayed.revision,
                steps: steps(replayed.next),
            }))
        })
    }

    /// Loads the writes of other processes. The state stays as it is if the store is paused, lost or closed.
    pub(crate) fn refresh(&self, current: &mut Current) -> Result<(), Problem> {
        if self.health.is_lost() {
            return Ok(());
        }
        let store = self.store();
        match store.revision() {
            Ok(revision) if revision != current.revision => *current = load(&store)?,
            Ok(_) | Err(StoreError::Paused | StoreError::Closed) => {}
            Err(error @ StoreError::Lost { .. }) => {
                // [`App::health`] reports the loss.
                self.handle_error(current, error.into());
            }
            Err(other) => return Err(other.into()),
        }
        Ok(())
    }

    /// Locks the state. A thread that panicked while holding the lock left it consistent, because plan and
    /// revision are only replaced together.
    pub(crate) fn current(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn preview(state: &State, revision: u64, edit: &Edit, scope: Scope) -> Result<Preview, Problem> {
    let prepared = deroule_edit::prepare(state, edit, &mut Uuid::now_v7)?;
    let (after, changes) = (&prepared.after, &prepared.changes);
    Ok(update::preview(state, after, changes, scope, revision))
}
