//! Computes what changes in the window from the rows that changed.

use std::collections::BTreeSet;

use deroule_checks as checks;
use deroule_checks::{Finding, Pass};
use deroule_model::{Change, Entity, ProgrammeId, SessionId, State, Table};

use crate::wire::{Preview, Scope, StateDelta};
use crate::{time_delta, view};

/// The difference in `scope` between `before`, the state at revision `on`, and `after`, which `changes` lead
/// to.
pub(crate) fn between(
    before: &State,
    after: &State,
    changes: &[Change],
    scope: Scope,
    on: u64,
) -> StateDelta {
    if is_stale(scope, on) {
        return full_reload();
    }
    let Some(programme) = scope.programme else {
        return StateDelta {
            reload: !changes.is_empty(),
            ..StateDelta::default()
        };
    };
    if before.programme(programme).is_some() != after.programme(programme).is_some() {
        return full_reload();
    }
    let touched = Touched::by(changes, before, after);
    let order = |state: &State| -> Vec<SessionId> {
        state
            .sessions(programme)
            .into_iter()
            .map(|row| row.id)
            .collect()
    };
    let (old_order, new_order) = (order(before), order(after));
    let in_programme = |id: &SessionId| after.session(*id).filter(|row| row.programme == programme);
    let everywhere =
        touched.has(Table::Audience) || touched.has(Table::Room) || touched.has(Table::Idea);
    let sessions = if everywhere || touched.has(Table::Dismissal) {
        // Findings of every session name these rows, or dismissals change them.
        after.sessions(programme)
    } else {
        touched.sessions.iter().filter_map(in_programme).collect()
    };
    let shown = |all: bool| {
        scope
            .session
            .filter(|id| touched.sessions.contains(id) || all)
    };
    let mut pass = Pass::new(after);
    let findings = shown(everywhere || touched.has(Table::Dismissal)).map(|id| pass.of_session(id));
    let when = |touched: bool| touched.then_some(programme);
    StateDelta {
        programmes: touched
            .has(Table::Programme)
            .then(|| after.programmes().into_iter().cloned().collect()),
        templates: touched
            .has(Table::Template)
            .then(|| after.templates().into_iter().cloned().collect()),
        audiences: when(touched.has(Table::Audience))
            .map(|id| after.audiences(id).into_iter().cloned().collect()),
        rooms: when(touched.has(Table::Room))
            .map(|id| after.rooms(id).into_iter().cloned().collect()),
        ideas: ideas(after, &touched, programme),
        sessions: sessions
            .into_iter()
            .map(|row| match &findings {
                // A drag computes this at every step, so the findings are reused.
                Some(findings) if scope.session == Some(row.id) => {
                    view::session_row(after, row, findings)
                }
                _ => view::session_row(after, row, &pass.of_session(row.id)),
            })
            .collect(),
        session_order: (old_order != new_order).then_some(new_order),
        session: shown(everywhere).and_then(|id| view::session_change(before, after, id)),
        findings,
        reload: false,
    }
}

/// The effect of `changes` on the session in `scope`. A drag requests this at every step, so it has only what
/// is shown then.
pub(crate) fn preview(
    before: &State,
    after: &State,
    changes: &[Change],
    scope: Scope,
    on: u64,
) -> Preview {
    if is_stale(scope, on) {
        return Preview {
            reload: true,
            ..Preview::default()
        };
    }
    let touched = Touched::by(changes, before, after);
    let Some(id) = scope.session.filter(|id| touched.sessions.contains(id)) else {
        return Preview::default();
    };
    let problems = checks::problems_of_session(after, id).into_iter();
    let troubles = problems.map(|finding| Finding {
        fixes: Vec::new(),
        ..finding
    });
    let retimed = time_delta::between(before, after, changes, id);
    Preview {
        session: match retimed {
            Some(_) => None,
            None => view::session_change(before, after, id),
        },
        retimed: retimed.unwrap_or_default(),
        troubles: troubles.collect(),
        reload: false,
    }
}

/// Whether the window shows another revision than `on`, because another process wrote meanwhile.
fn is_stale(scope: Scope, on: u64) -> bool {
    scope.revision.is_some_and(|shown| shown != on)
}

fn full_reload() -> StateDelta {
    StateDelta {
        reload: true,
        ..StateDelta::default()
    }
}

fn ideas(after: &State, touched: &Touched, of: ProgrammeId) -> Option<Vec<view::IdeaCard>> {
    let tables = [Table::Idea, Table::Tag, Table::Track];
    (tables.into_iter().any(|table| touched.has(table)) || touched.are_tracks_moved)
        .then(|| view::ideas(after, of))
}

/// The tables and sessions that the changes touch.
#[derive(Default)]
struct Touched {
    tables: BTreeSet<Table>,
    /// Whether tracks moved to another session, and with them the ideas placed there.
    are_tracks_moved: bool,
    sessions: BTreeSet<SessionId>,
}

impl Touched {
    fn by(changes: &[Change], before: &State, after: &State) -> Self {
        let mut touched = Self::default();
        for change in changes {
            let session = |row: Option<&Entity>, state: &State| state.session_with(row?);
            let old = session(change.before.as_ref(), before);
            let new = session(change.after.as_ref(), after);
            touched.are_tracks_moved |= old.is_some() && new.is_some() && old != new;
            touched.sessions.extend(old.into_iter().chain(new));
            touched.tables.extend(change.row().map(Entity::table));
        }
        let direct = touched.sessions.iter().copied();
        let near = [before, after].map(|state| checks::neighbours(state, direct.clone()));
        touched.sessions = near.into_iter().flatten().collect();
        touched
    }

    fn has(&self, table: Table) -> bool {
        self.tables.contains(&table)
    }
}
