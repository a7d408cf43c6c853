//! Merging the days of a session, and who attends them.

use std::collections::BTreeSet;

use deroule_model::{AudienceId, Clock, DayId, Parent, SessionId};

use super::derived_ids::date_fact;
use super::existing::{Existing, days_of};
use super::merger::{Merge, Place, ThreeWay};
use super::pairs::Pairs;
use super::sessions::place_of;
use crate::draft::{DraftAttendance, DraftDay, DraftSession};
use crate::fields::Hours;
use crate::refusal::Refusal;
use crate::sessions::USUAL_START;
use crate::three_way::{Field, value};

impl Merge<'_, '_> {
    /// Merges the days of a session; returns the row of each.
    pub(super) fn merge_days(
        &mut self,
        at: usize,
        session: SessionId,
        incoming: &DraftSession,
        existing: &Existing<'_>,
        pairs: &Pairs,
    ) -> Result<Vec<DayId>, Refusal> {
        let place = place_of(session, incoming, &self.transaction.session(session)?.title);
        let known: BTreeSet<DayId> = pairs
            .session(at, existing)
            .map(|row| row.days.iter().map(|day| day.id).collect())
            .unwrap_or_default();
        let mut days = Vec::new();
        for (number, day) in days_of(incoming).iter().enumerate() {
            let (own, order) = pairs.day(at, number, existing);
            let there = own.map(|own| own.id).filter(|id| {
                let row = self.transaction.state.day(*id);
                row.is_some_and(|row| row.session == session)
            });
            let there = there.or_else(|| self.day_added(session, day, &known, &days));
            let id = match there {
                Some(id) => {
                    let base = own.filter(|_| self.has_base).map(|own| own.draft);
                    self.merge_date(&place, id, day, base)?;
                    id
                }
                None => {
                    let facts = [&*session.to_string(), &*date_fact(day.date)];
                    let id: DayId = self.derive("day", &facts);
                    self.transaction.add_day(id, session, day.date)?;
                    self.transaction.set_day_start(id, implied_start(day))?;
                    id
                }
            };
            let base = own.filter(|_| self.has_base).map(|own| own.draft);
            // Hours may move the start of a day that is not composed yet.
            let start = self.transaction.day(id)?.start;
            self.merge_attendance(&place, id, day, base)?;
            self.merge_start(&place, id, day, base, start)?;
            self.merge_running_order(&place, id, day, order)?;
            days.push(id);
        }
        Ok(days)
    }

    /// A day of the same date that only the plan has, or the one that is still open.
    fn day_added(
        &self,
        session: SessionId,
        incoming: &DraftDay,
        known: &BTreeSet<DayId>,
        used: &[DayId],
    ) -> Option<DayId> {
        let state = &self.transaction.state;
        let is_free = |id: &DayId| !known.contains(id) && !used.contains(id);
        let mut days = state.days(session).filter(|day| is_free(&day.id));
        let found = days.find(|day| day.date == incoming.date);
        found.map(|day| day.id)
    }

    fn merge_date(
        &mut self,
        place: &Place,
        id: DayId,
        incoming: &DraftDay,
        base: Option<&DraftDay>,
    ) -> Result<(), Refusal> {
        let ours = self.transaction.day(id)?.date;
        let place = day_place(place, id);
        let value = ThreeWay {
            field: Field::Date,
            base: base.map(|base| &base.date),
            ours: &ours,
            theirs: &incoming.date,
            is_open: ours.is_none(),
            is_silent: incoming.date.is_none(),
        };
        if self.takes(&place, &value, |date| date.map(value::date)) {
            self.transaction.set_day_date(id, incoming.date)?;
        }
        Ok(())
    }

    fn merge_start(
        &mut self,
        place: &Place,
        id: DayId,
        incoming: &DraftDay,
        base: Option<&DraftDay>,
        ours: Clock,
    ) -> Result<(), Refusal> {
        let Some(theirs) = incoming.start else {
            return Ok(());
        };
        let place = day_place(place, id);
        let is_composed = self
            .transaction
            .state
            .slots(Parent::Day(id))
            .next()
            .is_some();
        let base = base.map(implied_start);
        let value = ThreeWay {
            field: Field::Start,
            base: base.as_ref(),
            ours: &ours,
            theirs: &theirs,
            is_open: !is_composed,
            is_silent: false,
        };
        let takes = self.takes(&place, &value, |start| Some(value::time(*start)));
        self.transaction
            .set_day_start(id, if takes { theirs } else { ours })?;
        Ok(())
    }

    fn merge_attendance(
        &mut self,
        place: &Place,
        day: DayId,
        incoming: &DraftDay,
        base: Option<&DraftDay>,
    ) -> Result<(), Refusal> {
        let mut theirs = Vec::new();
        for row in &incoming.attendance {
            theirs.push((self.audience_named(&row.audience)?, (row.start, row.end)));
        }
        let known = |rows: &[DraftAttendance]| -> Vec<(AudienceId, (Clock, Clock))> {
            let row = |row: &DraftAttendance| {
                Some((self.audience_called(&row.audience)?, (row.start, row.end)))
            };
            rows.iter().filter_map(row).collect()
        };
        let base = base.map(|base| known(&base.attendance));
        let rows = self.transaction.state.attendances(day).into_iter();
        let ours: Vec<_> = rows
            .map(|row| (row.audience, (row.start, row.end)))
            .collect();
        let hours = |rows: &[(AudienceId, (Clock, Clock))], id: AudienceId| {
            rows.iter().find(|row| row.0 == id).map(|row| row.1)
        };
        let mut audiences: Vec<AudienceId> = Vec::new();
        for (id, _) in ours.iter().chain(&theirs) {
            if !audiences.contains(id) {
                audiences.push(*id);
            }
        }
        let mut changed = Vec::new();
        for id in audiences {
            let base = base.as_ref().map(|rows| hours(rows, id));
            let (ours, theirs) = (hours(&ours, id), hours(&theirs, id));
            let mut place = day_place(place, day);
            place.key = format!("{}/{id}", place.key);
            place.of = Some(self.transaction.audience(id)?.name);
            let value = ThreeWay {
                field: Field::Hours,
                base: base.as_ref(),
                ours: &ours,
                theirs: &theirs,
                is_open: ours.is_none(),
                is_silent: theirs.is_none(),
            };
            let message =
                |hours: &Option<(Clock, Clock)>| hours.map(|(start, end)| value::hours(start, end));
            if self.takes(&place, &value, message) {
                changed.push((id, theirs));
            }
        }
        // Who does not come any more goes first, for a day starts with the first who comes.
        changed.sort_by_key(|(_, hours)| hours.is_some());
        for (audience, hours) in changed {
            let hours = hours.map(|(start, end)| Hours { start, end });
            let id = self.derive("attendance", &[&day.to_string(), &audience.to_string()]);
            self.transaction.set_attendance(id, day, audience, hours)?;
        }
        Ok(())
    }
}

/// When a day of a page starts: as it says, else when the first audience comes.
fn implied_start(day: &DraftDay) -> Clock {
    let first = day.attendance.iter().map(|row| row.start).min();
    day.start.or(first).unwrap_or(USUAL_START)
}

/// A day of the session at `place`.
fn day_place(place: &Place, id: DayId) -> Place {
    Place {
        key: format!("day/{id}"),
        line: place.line,
        title: place.title.clone(),
        of: None,
    }
}
