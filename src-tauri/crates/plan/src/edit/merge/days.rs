//! Merging the days of a session, and who attends them.

use crate::draft::{DraftDay, DraftSession};
use crate::edit::Hours;
use crate::edit::working::Working;
use crate::{AudienceId, Day, DayId, Message, Parent, ProgrammeId, Refusal, SessionId};

impl Working<'_> {
    pub(super) fn merge_days(
        &mut self,
        programme: ProgrammeId,
        session: SessionId,
        told: &DraftSession,
    ) -> Result<(), Refusal> {
        let known: Vec<Day> = self.plan.days(session).cloned().collect();
        let matches = match_days(&known, &told.days);
        let left = known.iter().filter(|day| !matches.contains(&Some(day.id)));
        for (day, known) in told.days.iter().zip(&matches) {
            self.merge_day(programme, session, day, *known)?;
        }
        // A page that tells no date says nothing against a day.
        if told.days.iter().any(|day| day.date.is_some()) {
            for day in left {
                self.leave_out_day(day, told)?;
            }
        }
        Ok(())
    }

    /// A dated day that the page does not tell goes, unless there is something in it.
    fn leave_out_day(&mut self, day: &Day, told: &DraftSession) -> Result<(), Refusal> {
        let Some(date) = day.date else {
            return Ok(());
        };
        if self.plan.slots(Parent::Day(day.id)).next().is_none() {
            self.delete_day(day.id)?;
        } else {
            let message = Message::new("remark-day-kept").text("title", &told.title);
            self.keep(told.line, message.date("date", date));
        }
        Ok(())
    }

    fn merge_day(
        &mut self,
        programme: ProgrammeId,
        session: SessionId,
        told: &DraftDay,
        known: Option<DayId>,
    ) -> Result<(), Refusal> {
        let day = match known {
            Some(day) => {
                // A page that tells no date says nothing against the one that was set here.
                if told.date.is_some() {
                    self.set_day_date(day, told.date)?;
                }
                day
            }
            None => {
                let day = DayId::fresh(self.ids);
                self.add_day(day, session, told.date)?;
                day
            }
        };
        self.merge_attendance(programme, day, told)?;
        if let Some(start) = told.start {
            self.set_day_start(day, start)?;
        }
        if told.slots.is_empty() {
            Ok(())
        } else {
            self.merge_running_order(day, &told.slots)
        }
    }

    fn merge_attendance(
        &mut self,
        programme: ProgrammeId,
        day: DayId,
        told: &DraftDay,
    ) -> Result<(), Refusal> {
        if told.attendance.is_empty() {
            return Ok(());
        }
        let mut attending = Vec::new();
        for row in &told.attendance {
            let hours = Hours {
                start: row.start,
                end: row.end,
            };
            attending.push((self.audience_named(programme, &row.audience)?, hours));
        }
        // Who does not come any more goes first, for a day starts with the first who comes.
        let known = self.plan.attendances(day).into_iter();
        let gone: Vec<AudienceId> = known
            .map(|row| row.audience)
            .filter(|audience| attending.iter().all(|row| row.0 != *audience))
            .collect();
        for audience in gone {
            self.set_attendance(day, audience, None)?;
        }
        for (audience, hours) in attending {
            self.set_attendance(day, audience, Some(hours))?;
        }
        Ok(())
    }
}

/// For each day the page tells the one of the session that it speaks of, if there is one: the day
/// of the same date, else another dated one, else the first that no other is known to be. Where a
/// whole session moved, each day is the one in its place.
fn match_days(known: &[Day], told: &[DraftDay]) -> Vec<Option<DayId>> {
    let mut free: Vec<&Day> = known.iter().collect();
    if moved_alike(&free, told) {
        return free.into_iter().map(|day| Some(day.id)).collect();
    }
    let mut matches = vec![None; told.len()];
    let mut claim = |same: &dyn Fn(&DraftDay, &Day) -> bool, free: &mut Vec<&Day>| {
        let missed = told.iter().zip(&mut matches);
        for (told, found) in missed.filter(|(_, found)| found.is_none()) {
            let same = free.iter().position(|known| same(told, known));
            *found = same.map(|at| free.remove(at).id);
        }
    };
    let dated = |told: &DraftDay, known: &Day| told.date.is_some() && known.date.is_some();
    claim(
        &|told, known| dated(told, known) && told.date == known.date,
        &mut free,
    );
    claim(&dated, &mut free);
    // In the order in which they were created: they may have been given dates here.
    free.sort_by(|one, other| (&one.rank, one.id).cmp(&(&other.rank, other.id)));
    claim(&|_, _| true, &mut free);
    matches
}

/// Whether the days told are those known, all as many days sooner or later.
fn moved_alike(known: &[&Day], told: &[DraftDay]) -> bool {
    let by =
        |(known, told): (&&Day, &DraftDay)| Some(told.date?.signed_duration_since(known.date?));
    let moves: Vec<_> = known.iter().zip(told).map(by).collect();
    known.len() == told.len()
        && moves
            .iter()
            .all(|by| by.is_some() && Some(by) == moves.first())
}
