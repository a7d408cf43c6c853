//! The running application: the state in memory, the store behind it, and the one door for changes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use deroule_checks as finding;
use deroule_edit::Edit;
use deroule_model::{Change, Message, Plan, ProgrammeId};
use deroule_store::{Entry, History, Replayed, Store, StoreError};
use uuid::Uuid;

use crate::health::{Attempt, Health};
use crate::view::{Findings, SessionView};
use crate::wire::{CopyInfo, HistoryEntry, Outcome, Preview, Problem, Snapshot, Steps, Watch};
use crate::{update, view};

/// Tells what time it is; tests pass their own.
pub type Clock = fn() -> DateTime<Utc>;

/// One step back or forth in the log.
type Step = fn(&Store, u64, DateTime<Utc>) -> Result<Option<Replayed>, StoreError>;

/// The setting that remembers which programme was open last.
const OPEN_PROGRAMME: &str = "open-programme";

/// How often an edit is planned anew because another process wrote meanwhile.
const ATTEMPTS: usize = 8;

/// The application on one store.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono::Utc;
/// use deroule_app::{App, Language, Watch};
///
/// let folder = tempfile::tempdir()?;
/// let app = App::open(&folder.path().join("plan.deroule"), Utc::now)
///     .map_err(|problem| problem.code)?;
/// app.add_sample(Language::En).map_err(|problem| problem.code)?;
/// let shown = app.snapshot(Watch::default()).map_err(|problem| problem.code)?;
/// assert_eq!(shown.programmes.len(), 1);
/// app.undo(Watch::default()).map_err(|problem| problem.code)?;
/// app.close().map_err(|problem| problem.code)?;
/// # Ok(())
/// # }
/// ```
pub struct App {
    store: RwLock<Arc<Store>>,
    /// This machine, as the log names it.
    pub(crate) device: String,
    clock: Clock,
    state: Mutex<State>,
    warnings: Vec<Message>,
    /// The sound copies that were there although the store had never held anything when it was opened.
    copies_of_lost_store: Vec<CopyInfo>,
    pub(crate) health: Health,
}

/// The state in memory, as of one revision of the store. It changes only as a whole.
pub(crate) struct State {
    pub(crate) plan: Plan,
    pub(crate) revision: u64,
    /// When the last change was made; what leaves the program bears this time and not "now".
    pub(crate) changed_at: DateTime<Utc>,
    /// What undo and redo would do.
    steps: Steps,
    /// The programme opened last, as far as is known.
    last_open: Option<ProgrammeId>,
}

/// What was written, and what it led to.
pub(crate) struct Written {
    pub(crate) label: Message,
    pub(crate) changes: Vec<Change>,
    pub(crate) plan: Plan,
    pub(crate) revision: u64,
    pub(crate) steps: Steps,
}

impl App {
    /// Opens the store at `path`, making it if there is none.
    ///
    /// # Errors
    /// A [`Problem`] when the file is not a store, is newer than this program, or can't be read.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Problem> {
        Self::open_on(path, clock, String::new())
    }

    /// Opens a store; entries of the log name this machine.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn open_on(path: &Path, clock: Clock, device: String) -> Result<Self, Problem> {
        let store = Store::open(path, clock())?.on_device(device.clone());
        let warnings = store.warnings().to_vec();
        let state = load(&store)?;
        let mut copies = Vec::new();
        if state.revision == 0 {
            copies = crate::copies::copies_of(store.path())?;
            copies.retain(|copy| copy.is_sound && copy.revision > 0);
        }
        let app = Self {
            store: RwLock::new(Arc::new(store)),
            device,
            clock,
            state: Mutex::new(state),
            warnings,
            copies_of_lost_store: copies,
            health: Health::default(),
        };
        tracing::info!(revision = app.state().revision, "store is open");
        app.begin_check();
        Ok(app)
    }

    /// Where the store is, links resolved.
    pub fn path(&self) -> PathBuf {
        self.store().path().to_owned()
    }

    /// What went wrong without preventing anything: at opening, and since.
    pub fn warnings(&self) -> Vec<Message> {
        let mut warnings = self.warnings.clone();
        warnings.extend(self.health.notices());
        warnings
    }

    /// Everything there is to show of `watch`; without a programme, of the one opened last.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn snapshot(&self, watch: Watch) -> Result<Snapshot, Problem> {
        let mut state = self.state();
        self.reopen_if_lost(&mut state);
        self.refresh(&mut state)?;
        let open = match watch
            .programme
            .filter(|id| state.plan.programme(*id).is_some())
        {
            Some(id) => Some(id),
            None => self.open_programme(&mut state)?,
        };
        state.last_open = open.or(state.last_open);
        let (plan, revision, steps) = (state.plan.clone(), state.revision, state.steps.clone());
        drop(state);
        Ok(Snapshot {
            revision,
            store: self.store().path().to_owned(),
            programmes: plan.programmes().into_iter().cloned().collect(),
            templates: plan.templates().into_iter().cloned().collect(),
            open: open.and_then(|id| view::programme(&plan, id)),
            session: watch.session.and_then(|id| view::session(&plan, id)),
            findings: watch
                .session
                .map_or_else(Vec::new, |id| finding::of_session(&plan, id)),
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

    /// The running orders of every session of a programme, by date; none when there is no such one.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn orders(&self, programme: ProgrammeId) -> Result<Vec<SessionView>, Problem> {
        self.look(|plan, _, _| {
            let sessions = plan.sessions(programme).into_iter();
            Ok(sessions
                .filter_map(|row| view::session(plan, row.id))
                .collect())
        })
    }

    /// What is worth a look in a programme, and what was set aside.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn findings(&self, programme: ProgrammeId) -> Result<Findings, Problem> {
        self.look(|plan, _, _| Ok(view::findings(plan, programme)))
    }

    /// Carries out an edit.
    ///
    /// # Errors
    /// A [`Problem`] when the edit is refused or can't be written; nothing has changed then.
    pub fn apply(&self, edit: &Edit, watch: Watch) -> Result<Outcome, Problem> {
        let mut label = None;
        let verb = verb("edit", edit);
        let outcome = self.write(watch, |store, state, at| {
            let planned = deroule_edit::plan(&state.plan, edit, &mut Uuid::now_v7)?;
            label = Some(planned.label.clone());
            if planned.changes.is_empty() {
                return Ok(None);
            }
            let (label, changes) = (planned.label, planned.changes);
            let entry = Entry::new(&label, &changes).with_verb(verb.clone());
            let revision = store.commit(state.revision, &entry, at)?;
            let steps = Steps {
                undo: Some(label.clone()),
                redo: None,
            };
            Ok(Some(Written {
                label,
                changes,
                plan: planned.after,
                revision,
                steps,
            }))
        })?;
        Ok(Outcome {
            label: outcome.label.or(label),
            ..outcome
        })
    }

    /// Writes what `attempt` writes, on the state as it is then; tried again where another process wrote
    /// meanwhile, and once a paused store is open again.
    pub(crate) fn write(
        &self,
        watch: Watch,
        mut attempt: impl FnMut(&Store, &State, DateTime<Utc>) -> Result<Option<Written>, Attempt>,
    ) -> Result<Outcome, Problem> {
        let until = Health::deadline();
        let mut attempts = 0;
        while attempts < ATTEMPTS {
            self.health.wait(until)?;
            let mut state = self.state();
            self.reopen_if_lost(&mut state);
            let (store, at) = (self.store(), self.now());
            match attempt(&store, &state, at) {
                Ok(None) => return Ok(unchanged(&state, watch)),
                // It is written: nothing from here on may fail.
                Ok(Some(written)) => return Ok(go_on(&mut state, written, at, watch)),
                // Others may ask for something before it is open again.
                Err(Attempt::Store(StoreError::Paused)) => {}
                Err(Attempt::Store(StoreError::Stale { .. })) => {
                    attempts += 1;
                    self.refresh(&mut state)?;
                }
                Err(error) => return Err(self.settle(&mut state, error)),
            }
        }
        Err(Problem::busy())
    }

    /// What an edit would do to the session of `watch`; nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when the edit would be refused.
    pub fn preview(&self, edit: &Edit, watch: Watch) -> Result<Preview, Problem> {
        self.look(|plan, _, revision| preview(plan, revision, edit, watch))
    }

    /// What each of these edits would do to one state, as if the others were not; `None` where it would be
    /// refused.
    pub fn previews(&self, edits: &[Edit], watch: Watch) -> Vec<Option<Preview>> {
        let previews = self.look(|plan, _, revision| {
            let edits = edits.iter();
            Ok(edits
                .map(|edit| preview(plan, revision, edit, watch).ok())
                .collect())
        });
        previews.unwrap_or_else(|_| vec![None; edits.len()])
    }

    /// Takes the last edit back. Without one, nothing happens.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written; nothing has changed then.
    pub fn undo(&self, watch: Watch) -> Result<Outcome, Problem> {
        self.replay(watch, Store::undo)
    }

    /// Does the edit taken back last again. Without one, nothing happens.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written; nothing has changed then.
    pub fn redo(&self, watch: Watch) -> Result<Outcome, Problem> {
        self.replay(watch, Store::redo)
    }

    /// The last `limit` edits, newest first, those that can be redone before the others.
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

    /// Hands the current state to `ask`, another process's writing included. The state is a snapshot: nobody
    /// waits for `ask`, however long it takes.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read, or that of `ask`.
    pub fn look<T>(
        &self,
        ask: impl FnOnce(&Plan, DateTime<Utc>, u64) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut state = self.state();
        self.refresh(&mut state)?;
        let (plan, changed_at, revision) = (state.plan.clone(), state.changed_at, state.revision);
        drop(state);
        ask(&plan, changed_at, revision)
    }

    /// The programme opened last, else the first.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn last_open(&self) -> Result<Option<ProgrammeId>, Problem> {
        let mut state = self.state();
        self.refresh(&mut state)?;
        self.open_programme(&mut state)
    }

    /// Remembers which programme is open.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn remember_open(&self, programme: ProgrammeId) -> Result<(), Problem> {
        let mut state = self.state();
        state.last_open = Some(programme);
        let remembered = self
            .store()
            .set_setting(OPEN_PROGRAMME, &programme.to_string());
        remembered.map_err(|error| self.settle(&mut state, error.into()))
    }

    /// Counts the commits of the store, those of other processes included. A lost store is looked for again.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn revision(&self) -> Result<u64, Problem> {
        let mut state = self.state();
        self.reopen_if_lost(&mut state);
        self.refresh(&mut state)?;
        Ok(state.revision)
    }

    /// Whether the store may be given the sample: it never held anything, and there is no copy of an older one.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn is_untouched(&self) -> Result<bool, Problem> {
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

    /// The store; another one once the plan was saved elsewhere.
    pub(crate) fn store(&self) -> Arc<Store> {
        Arc::clone(&self.store.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Works with another store from now on.
    pub(crate) fn go_on_with(&self, store: Store) {
        *self.store.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(store);
    }

    fn open_programme(&self, state: &mut State) -> Result<Option<ProgrammeId>, Problem> {
        match self.store().setting(OPEN_PROGRAMME) {
            Ok(remembered) => {
                let remembered = remembered.and_then(|text| text.parse().ok());
                state.last_open = remembered.map(ProgrammeId);
            }
            // From memory, as everything else.
            Err(StoreError::Paused | StoreError::Closed | StoreError::Lost { .. }) => {}
            Err(other) => return Err(other.into()),
        }
        let there = state
            .last_open
            .filter(|id| state.plan.programme(*id).is_some());
        Ok(there.or_else(|| state.plan.programmes().first().map(|row| row.id)))
    }

    fn replay(&self, watch: Watch, step: Step) -> Result<Outcome, Problem> {
        self.write(watch, |store, state, at| {
            let Some(replayed) = step(store, state.revision, at)? else {
                return Ok(None);
            };
            let mut plan = state.plan.clone();
            replayed
                .changes
                .iter()
                .for_each(|change| plan.write(change));
            Ok(Some(Written {
                label: replayed.label,
                changes: replayed.changes,
                plan,
                revision: replayed.revision,
                steps: steps(replayed.next),
            }))
        })
    }

    /// Takes in what another process wrote. A store that is paused, lost or closed is answered for from memory.
    pub(crate) fn refresh(&self, state: &mut State) -> Result<(), Problem> {
        if self.health.is_lost() {
            return Ok(());
        }
        let store = self.store();
        match store.revision() {
            Ok(revision) if revision != state.revision => *state = load(&store)?,
            Ok(_) | Err(StoreError::Paused | StoreError::Closed) => {}
            Err(error @ StoreError::Lost { .. }) => {
                // The health of the store says it.
                self.settle(state, error.into());
            }
            Err(other) => return Err(other.into()),
        }
        Ok(())
    }

    /// The state. A thread that panicked while holding it left it whole: it is only ever replaced as
    /// one, plan and revision together, so that it is what the store held at that revision.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts what was written in the place of the state, whole; tells what it did.
fn go_on(state: &mut State, written: Written, at: DateTime<Utc>, watch: Watch) -> Outcome {
    let next = State {
        plan: written.plan,
        revision: written.revision,
        changed_at: at,
        steps: written.steps.clone(),
        last_open: state.last_open,
    };
    let changes = &written.changes;
    tracing::debug!(
        edit = written.label.code,
        changes = changes.len(),
        revision = written.revision,
        "written"
    );
    let before = std::mem::replace(state, next);
    Outcome {
        revision: state.revision,
        label: Some(written.label),
        changed: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        update: update::between(&before.plan, &state.plan, changes, watch, before.revision),
        steps: written.steps,
    }
}

fn preview(plan: &Plan, revision: u64, edit: &Edit, watch: Watch) -> Result<Preview, Problem> {
    let planned = deroule_edit::plan(plan, edit, &mut Uuid::now_v7)?;
    let (after, changes) = (&planned.after, &planned.changes);
    Ok(update::preview(plan, after, changes, watch, revision))
}

/// The version of the verbs in the log.
const VERB_VERSION: u32 = 1;

/// What the organiser did, as the log keeps it, so that it can be prepared anew on another state later:
/// `edit`, `returnTo` or `restoreCopy`, and its argument.
pub(crate) fn verb(name: &str, argument: impl serde::Serialize) -> Option<String> {
    let mut verb = serde_json::Map::new();
    verb.insert("version".to_owned(), VERB_VERSION.into());
    verb.insert(name.to_owned(), serde_json::to_value(argument).ok()?);
    Some(serde_json::Value::from(verb).to_string())
}

/// What is told where there was nothing to write.
fn unchanged(state: &State, watch: Watch) -> Outcome {
    Outcome {
        revision: state.revision,
        label: None,
        changed: 0,
        update: update::between(&state.plan, &state.plan, &[], watch, state.revision),
        steps: state.steps.clone(),
    }
}

fn steps(history: History) -> Steps {
    Steps {
        undo: history.done.into_iter().next().map(|head| head.label),
        redo: history.undone.into_iter().next().map(|head| head.label),
    }
}

pub(crate) fn load(store: &Store) -> Result<State, StoreError> {
    let loaded = store.load()?;
    Ok(State {
        plan: loaded.plan,
        revision: loaded.revision,
        changed_at: loaded.changed_at,
        steps: steps(store.history(1)?),
        last_open: None,
    })
}
