//! Looking at sessions with every rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use deroule_model::{Plan, ProgrammeId, SessionId, Silence, Status, Subject};
use deroule_schedule as schedule;

use crate::finding::Finding;
use crate::occupancy::Occupancy;
use crate::proposals::Proposals;
use crate::trial::Trial;
use crate::{care, clashes, clock_change, hours, times, workshops};

/// Everything worth a look in a session, gravest first, then in the order of the day. Rooms and
/// people are looked for in every session of the same programme and date.
pub fn of_session(plan: &Plan, session: SessionId) -> Vec<Finding> {
    Pass::new(plan).of_session(session)
}

/// A look at several sessions of a plan: what happens on a date is gathered once for all of them.
pub struct Pass<'a> {
    plan: &'a Plan,
    dates: BTreeMap<(ProgrammeId, NaiveDate), Occupancy<'a>>,
}

impl<'a> Pass<'a> {
    /// Begins.
    pub fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            dates: BTreeMap::new(),
        }
    }

    /// What [`of_session`] tells.
    pub fn of_session(&mut self, session: SessionId) -> Vec<Finding> {
        let plan = self.plan;
        let Some(row) = plan.session(session) else {
            return Vec::new();
        };
        if row.status == Status::Cancelled {
            return Vec::new();
        }
        let mut findings = Vec::new();
        for day in plan.days(session) {
            let Some(timed) = schedule::day(plan, day.id) else {
                continue;
            };
            let announced = plan.attendances(day.id).iter().map(|row| row.end).max();
            let alone;
            let occupancy = if let Some(date) = day.date {
                let gather = || Occupancy::on(plan, row.programme, date);
                self.dates
                    .entry((row.programme, date))
                    .or_insert_with(gather)
            } else {
                alone = Occupancy::of(plan, row.programme, [day]);
                &alone
            };
            let there = Proposals {
                plan,
                day: day.id,
                occupancy,
            };
            let trial = Trial::new(plan, &timed);
            times::find(&trial, announced, &mut findings);
            care::find(plan, &there, &timed, &mut findings);
            hours::find(&trial, day, &mut findings);
            clock_change::find(plan, &timed, &mut findings);
            workshops::find(&there, &timed, &mut findings);
            clashes::find(&there, &mut findings);
        }
        let silenced: Vec<&Silence> = plan.silences(row.programme).collect();
        findings.retain(|finding| !silenced.iter().any(|silence| covers(silence, finding)));
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

/// Whether it is this finding that was silenced, here or everywhere.
fn covers(silence: &Silence, finding: &Finding) -> bool {
    silence.code == finding.message.code
        && (silence.subject == finding.subject
            || silence.subject == Subject::Programme(silence.programme))
}

/// The sessions whose findings may depend on what happens in `sessions`: those of the same programme
/// that share a date with one of them, themselves included.
pub fn neighbours(
    plan: &Plan,
    sessions: impl IntoIterator<Item = SessionId>,
) -> BTreeSet<SessionId> {
    let mut found: BTreeSet<SessionId> = sessions.into_iter().collect();
    let rows = found.iter().filter_map(|id| plan.session(*id));
    let dates: BTreeSet<(ProgrammeId, NaiveDate)> = rows
        .flat_map(|row| plan.days(row.id).map(|day| (row.programme, day.date)))
        .filter_map(|(programme, date)| Some((programme, date?)))
        .collect();
    for (programme, date) in dates {
        let there = plan.days_on(date).map(|day| day.session);
        let own = |id: &SessionId| {
            plan.session(*id)
                .is_some_and(|row| row.programme == programme)
        };
        found.extend(there.filter(own));
    }
    found
}
