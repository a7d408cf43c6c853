//! The running application: the state in memory, the store behind it, and the one door for changes.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use deroule_plan::{Change, Edit, Message, Plan, ProgrammeId, finding};
use deroule_store::{History, Replayed, Store, StoreError};
use uuid::Uuid;

use crate::view::{Findings, SessionView};
use crate::wire::{HistoryEntry, Outcome, Preview, Problem, Snapshot, Steps, Watch};
use crate::{update, view};

/// Tells what time it is; tests pass their own.
pub type Clock = fn() -> DateTime<Utc>;

/// One step back or forth in the journal.
type Step = fn(&Store, u64, DateTime<Utc>) -> Result<Option<Replayed>, StoreError>;

/// The setting that remembers which programme was open last.
const OPEN_PROGRAMME: &str = "open-programme";

/// How often an edit is planned anew because another process wrote meanwhile.
const ATTEMPTS: usize = 8;

/// The application on one store.
pub struct App {
    store: Store,
    path: PathBuf,
    clock: Clock,
    state: Mutex<State>,
    warnings: Vec<Message>,
}

/// The state in memory, as of one revision of the store. It changes only as a whole.
pub(crate) struct State {
    pub(crate) plan: Plan,
    pub(crate) revision: u64,
    /// When the last change was made; what leaves the program bears this time and not "now".
    pub(crate) changed_at: DateTime<Utc>,
}

impl App {
    /// Opens the store at `path`, making it if there is none.
    ///
    /// # Errors
    /// A [`Problem`] when the file is not a store, is newer than this program, or can't be read.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Problem> {
        let store = Store::open(path, clock())?;
        let warnings = store.warnings().to_vec();
        let state = Mutex::new(load(&store)?);
        Ok(Self {
            store,
            path: path.to_owned(),
            clock,
            state,
            warnings,
        })
    }

    /// What went wrong at opening without preventing it.
    pub fn warnings(&self) -> &[Message] {
        &self.warnings
    }

    /// Everything there is to show of `watch`; without a programme, of the one opened last.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn snapshot(&self, watch: Watch) -> Result<Snapshot, Problem> {
        let mut state = self.state();
        self.refresh(&mut state)?;
        let open = match watch
            .programme
            .filter(|id| state.plan.programme(*id).is_some())
        {
            Some(id) => Some(id),
            None => self.open_programme(&state)?,
        };
        if let Some(id) = open {
            self.store.set_setting(OPEN_PROGRAMME, &id.to_string())?;
        }
        Ok(Snapshot {
            revision: state.revision,
            store: self.path.clone(),
            programmes: state.plan.programmes().into_iter().cloned().collect(),
            templates: state.plan.templates().into_iter().cloned().collect(),
            open: open.and_then(|id| view::programme(&state.plan, id)),
            session: watch.session.and_then(|id| view::session(&state.plan, id)),
            findings: watch
                .session
                .map_or_else(Vec::new, |id| finding::of_session(&state.plan, id)),
            steps: self.steps()?,
            warnings: self.warnings.clone(),
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
        let mut state = self.state();
        for _ in 0..ATTEMPTS {
            let planned = deroule_plan::plan(&state.plan, edit, &mut Uuid::now_v7)?;
            if planned.changes.is_empty() {
                return Ok(unchanged(&state, Some(planned.label), self.steps()?, watch));
            }
            let (at, on) = (self.now(), state.revision);
            match self.store.commit(on, &planned.label, &planned.changes, at) {
                Ok(revision) => {
                    // The edit is written: nothing from here on may fail.
                    let steps = Steps {
                        undo: Some(planned.label.clone()),
                        redo: None,
                    };
                    let next = State {
                        plan: planned.after,
                        revision,
                        changed_at: at,
                    };
                    let (label, changes) = (planned.label, &planned.changes);
                    return Ok(go_on(&mut state, next, label, changes, steps, watch));
                }
                Err(StoreError::Stale { .. }) => *state = load(&self.store)?,
                Err(other) => return Err(other.into()),
            }
        }
        Err(Problem::busy())
    }

    /// What an edit would do to the session of `watch`; nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when the edit would be refused.
    pub fn preview(&self, edit: &Edit, watch: Watch) -> Result<Preview, Problem> {
        self.look(|plan, _, on| {
            let planned = deroule_plan::plan(plan, edit, &mut Uuid::now_v7)?;
            Ok(update::preview(
                plan,
                &planned.after,
                &planned.changes,
                watch,
                on,
            ))
        })
    }

    /// What each of these edits would do, one as if the others were not; `None` where it would be refused.
    /// Others get their turn between two of them.
    pub fn previews(&self, edits: &[Edit], watch: Watch) -> Vec<Option<Preview>> {
        let each = edits.iter();
        each.map(|edit| self.preview(edit, watch).ok()).collect()
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
        let history = self.store.history(limit)?;
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

    /// Hands the current state to `ask`, another process's writing included.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read, or that of `ask`.
    pub fn look<T>(
        &self,
        ask: impl FnOnce(&Plan, DateTime<Utc>, u64) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut state = self.state();
        self.refresh(&mut state)?;
        ask(&state.plan, state.changed_at, state.revision)
    }

    /// The programme opened last, else the first.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn last_open(&self) -> Result<Option<ProgrammeId>, Problem> {
        let mut state = self.state();
        self.refresh(&mut state)?;
        self.open_programme(&state)
    }

    /// Remembers which programme is open.
    ///
    /// # Errors
    /// A [`Problem`] when it can't be written.
    pub fn remember_open(&self, programme: ProgrammeId) -> Result<(), Problem> {
        Ok(self
            .store
            .set_setting(OPEN_PROGRAMME, &programme.to_string())?)
    }

    /// Counts the commits of the store, those of other processes included.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn revision(&self) -> Result<u64, Problem> {
        Ok(self.store.revision()?)
    }

    /// Whether the store has ever held anything: false only at the very first start.
    ///
    /// # Errors
    /// A [`Problem`] when the store can't be read.
    pub fn is_untouched(&self) -> Result<bool, Problem> {
        Ok(self.store.revision()? == 0)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    fn open_programme(&self, state: &State) -> Result<Option<ProgrammeId>, Problem> {
        let remembered = self.store.setting(OPEN_PROGRAMME)?;
        let remembered = remembered
            .and_then(|text| text.parse().ok())
            .map(ProgrammeId);
        let there = remembered.filter(|id| state.plan.programme(*id).is_some());
        Ok(there.or_else(|| state.plan.programmes().first().map(|row| row.id)))
    }

    fn replay(&self, watch: Watch, step: Step) -> Result<Outcome, Problem> {
        let mut state = self.state();
        for _ in 0..ATTEMPTS {
            let at = self.now();
            match step(&self.store, state.revision, at) {
                Ok(None) => return Ok(unchanged(&state, None, self.steps()?, watch)),
                Ok(Some(replayed)) => {
                    let Replayed { label, changes, .. } = replayed;
                    let mut plan = state.plan.clone();
                    changes.iter().for_each(|change| plan.write(change));
                    let next = State {
                        plan,
                        revision: replayed.revision,
                        changed_at: at,
                    };
                    let steps = steps(replayed.next);
                    return Ok(go_on(&mut state, next, label, &changes, steps, watch));
                }
                Err(StoreError::Stale { .. }) => *state = load(&self.store)?,
                Err(other) => return Err(other.into()),
            }
        }
        Err(Problem::busy())
    }

    fn steps(&self) -> Result<Steps, Problem> {
        Ok(steps(self.store.history(1)?))
    }

    /// Takes in what another process wrote.
    fn refresh(&self, state: &mut State) -> Result<(), Problem> {
        if self.store.revision()? != state.revision {
            *state = load(&self.store)?;
        }
        Ok(())
    }

    /// The state. A thread that panicked while holding it left it whole: it is only ever replaced as
    /// one, plan and revision together, so that it is what the store held at that revision.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts what was written in the place of the state, whole; tells what it did.
fn go_on(
    state: &mut State,
    next: State,
    label: Message,
    changes: &[Change],
    steps: Steps,
    watch: Watch,
) -> Outcome {
    let before = std::mem::replace(state, next);
    Outcome {
        revision: state.revision,
        label: Some(label),
        changed: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        update: update::between(&before.plan, &state.plan, changes, watch, before.revision),
        steps,
    }
}

/// What is told where there was nothing to write.
fn unchanged(state: &State, label: Option<Message>, steps: Steps, watch: Watch) -> Outcome {
    Outcome {
        revision: state.revision,
        label,
        changed: 0,
        update: update::between(&state.plan, &state.plan, &[], watch, state.revision),
        steps,
    }
}

fn steps(history: History) -> Steps {
    Steps {
        undo: history.done.into_iter().next().map(|head| head.label),
        redo: history.undone.into_iter().next().map(|head| head.label),
    }
}

fn load(store: &Store) -> Result<State, Problem> {
    let loaded = store.load()?;
    Ok(State {
        plan: loaded.plan,
        revision: loaded.revision,
        changed_at: loaded.changed_at,
    })
}
