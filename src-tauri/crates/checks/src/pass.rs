//! Looking at sessions with every rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use deroule_model::{Dismissal, ProgrammeId, SessionId, State, Status, Subject};
use deroule_schedule as schedule;

use crate::availability::Availability;
use crate::dry_run::DryRun;
use crate::finding::Finding;
use crate::occupancy::Occupancy;
use crate::{care, clashes, clock_change, hours, times, workshops};

/// Everything worth a look in a session, gravest first, then in the order of the day. Rooms and
/// people are looked for in every session of the same programme and date.
pub fn of_session(state: &State, session: SessionId) -> Vec<Finding> {
    Pass::new(state).of_session(session)
}

/// A look at several sessions of a plan: what happens on a date is gathered once for all of them.
pub struct Pass<'a> {
    state: &'a State,
    dates: BTreeMap<(ProgrammeId, NaiveDate), Occupancy<'a>>,
}

impl<'a> Pass<'a> {
    /// Begins.
    pub fn new(state: &'a State) -> Self {
        Self {
            state,
            dates: BTreeMap::new(),
        }
    }

    /// What [`of_session`] tells.
    pub fn of_session(&mut self, session: SessionId) -> Vec<Finding> {
        let state = self.state;
        let Some(row) = state.session(session) else {
            return Vec::new();
        };
        if row.status == Status::Cancelled {
            return Vec::new();
        }
        let mut findings = Vec::new();
        for day in state.days(session) {
            let Some(timed) = schedule::day(state, day.id) else {
                continue;
            };
            let announced = state.attendances(day.id).iter().map(|row| row.end).max();
            let alone;
            let occupancy = if let Some(date) = day.date {
                let gather = || Occupancy::on(state, row.programme, date);
                self.dates
                    .entry((row.programme, date))
                    .or_insert_with(gather)
            } else {
                alone = Occupancy::of(state, row.programme, [day]);
                &alone
            };
            let availability = Availability {
                state,
                day: day.id,
                occupancy,
            };
            let dry_run = DryRun::new(state, &timed);
            times::find(&dry_run, announced, &mut findings);
            care::find(state, &availability, &timed, &mut findings);
            hours::find(&dry_run, day, &mut findings);
            clock_change::find(state, &timed, &mut findings);
            workshops::find(&availability, &timed, &mut findings);
            clashes::find(&availability, &mut findings);
        }
        let dismissed: Vec<&Dismissal> = state.dismissals(row.programme).collect();
        findings.retain(|finding| !dismissed.iter().any(|dismissal| covers(dismissal, finding)));
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

/// Whether it is this finding that was silenced, here or everywhere.
fn covers(dismissal: &Dismissal, finding: &Finding) -> bool {
    dismissal.code == finding.message.code
        && (dismissal.subject == finding.subject
            || dismissal.subject == Subject::Programme(dismissal.programme))
}

/// The sessions whose findings may depend on what happens in `sessions`: those of the same programme
/// that share a date with one of them, themselves included.
pub fn neighbours(
    state: &State,
    sessions: impl IntoIterator<Item = SessionId>,
) -> BTreeSet<SessionId> {
    let mut found: BTreeSet<SessionId> = sessions.into_iter().collect();
    let rows = found.iter().filter_map(|id| state.session(*id));
    let dates: BTreeSet<(ProgrammeId, NaiveDate)> = rows
        .flat_map(|row| state.days(row.id).map(|day| (row.programme, day.date)))
        .filter_map(|(programme, date)| Some((programme, date?)))
        .collect();
    for (programme, date) in dates {
        let availability = state.days_on(date).map(|day| day.session);
        let own = |id: &SessionId| {
            state
                .session(*id)
                .is_some_and(|row| row.programme == programme)
        };
        found.extend(availability.filter(own));
    }
    found
}
