//! What an attentive assistant would point out, computed from the state by pure passes. Each finding
//! names its subject, and its fixes are edits.

mod care;
mod clashes;
mod clock_change;
mod hours;
mod occupancy;
mod proposals;
mod times;
mod workshops;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::trial::Trial;
use crate::{
    AudienceId, DayId, Edit, IdeaId, Message, Plan, ProgrammeId, RoomId, SessionId, Silence,
    SilenceId, SlotId, Status, TemplateId, TrackId, schedule,
};
use occupancy::Occupancy;
use proposals::Proposals;

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, such as `finding-overrun`.
    pub message: Message,
    /// What it is about; selecting the finding selects this.
    pub subject: Subject,
    /// Ways out, best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    fn new(severity: Severity, message: Message, subject: Subject) -> Self {
        Self {
            severity,
            message,
            subject,
            fixes: Vec::new(),
        }
    }

    fn or(mut self, label: Message, edit: Edit) -> Self {
        self.fixes.push(Fix { label, edit });
        self
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely a mistake.
    Warning,
    /// Can't happen as planned.
    Conflict,
}

/// A way out: what it is called, and the edit that takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// What it is called, such as `fix-announce-start`.
    pub label: Message,
    /// The edit.
    pub edit: Edit,
}

/// What something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum Subject {
    /// A programme.
    Programme(ProgrammeId),
    /// An audience.
    Audience(AudienceId),
    /// A room.
    Room(RoomId),
    /// A session.
    Session(SessionId),
    /// A day.
    Day(DayId),
    /// A slot.
    Slot(SlotId),
    /// A track.
    Track(TrackId),
    /// An idea.
    Idea(IdeaId),
    /// A template.
    Template(TemplateId),
    /// A silenced finding.
    Silence(SilenceId),
}

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
        findings.retain(|finding| !silenced.iter().any(|silence| silence.covers(finding)));
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

impl Silence {
    /// Whether it is this finding that was silenced, here or everywhere.
    fn covers(&self, finding: &Finding) -> bool {
        self.code == finding.message.code
            && (self.subject == finding.subject
                || self.subject == Subject::Programme(self.programme))
    }
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
