//! Looking at sessions with every rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use deroule_model::{Dismissal, ProgrammeId, SessionId, State, Status, Subject};
use deroule_schedule as schedule;

use crate::availability::Availability;
use crate::day::DayContext;
use crate::dry_run::DryRun;
use crate::finding::Finding;
use crate::occupancy::Occupancy;
use crate::rule::{Rule, Severity};
use crate::rules;

/// The findings of a session, gravest first, then rule by rule. Rooms and facilitators are looked up in every session of
/// the same programme and date.
pub fn of_session(state: &State, session: SessionId) -> Vec<Finding> {
    Pass::new(state).of_session(session)
}

/// The findings of a session that are more than notes. A drag asks for them at every step, so that rules which only make
/// notes are left out.
pub fn problems_of_session(state: &State, session: SessionId) -> Vec<Finding> {
    let is_problem = |rule: &Rule| rule.severity() > Severity::Note;
    let rules: Vec<Rule> = Rule::ALL.iter().copied().filter(is_problem).collect();
    Pass::new(state).check(session, &rules)
}

/// Checks several sessions. What happens on a date is gathered once for all of them.
pub struct Pass<'a> {
    state: &'a State,
    dates: BTreeMap<(ProgrammeId, NaiveDate), Occupancy<'a>>,
}

impl<'a> Pass<'a> {
    /// Starts without anything gathered.
    pub fn new(state: &'a State) -> Self {
        Self {
            state,
            dates: BTreeMap::new(),
        }
    }

    /// The same as [`of_session`].
    pub fn of_session(&mut self, session: SessionId) -> Vec<Finding> {
        self.check(session, Rule::ALL)
    }

    fn check(&mut self, session: SessionId, rules: &[Rule]) -> Vec<Finding> {
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
            let context = DayContext {
                state,
                day,
                timed: &timed,
                attendances: state.attendances(day.id),
                availability: Availability {
                    day: day.id,
                    occupancy,
                },
                dry_run: DryRun::new(state, &timed),
            };
            for rule in rules {
                rules::check(*rule, &context, &mut findings);
            }
        }
        let dismissed: Vec<&Dismissal> = state.dismissals(row.programme).collect();
        findings.retain(|finding| !dismissed.iter().any(|dismissal| covers(dismissal, finding)));
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

/// Whether a finding is dismissed, for its subject or everywhere.
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
        let sessions = state.days_on(date).map(|day| day.session);
        let own = |id: &SessionId| {
            state
                .session(*id)
                .is_some_and(|row| row.programme == programme)
        };
        found.extend(sessions.filter(own));
    }
    found
}
