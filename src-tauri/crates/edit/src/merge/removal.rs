//! What is no longer on the page: removed where the plan has it as the page had it, a conflict where
//! it was worked on here. Without a base, it stays and is reported.

use deroule_model::normalize::name_key;
use deroule_model::{DayId, Entity, Message, Minutes, Parent, Session, Slot, SlotId, Status};
use deroule_schedule as schedule;

use super::existing::{Existing, ExistingDay, ExistingSession, hours_of};
use super::merger::{Merge, Place};
use super::pairs::Pairs;
use super::running_order::slot_place;
use crate::draft::{Draft, DraftSession, DraftSlot};
use crate::fields::SessionField;
use crate::refusal::Refusal;
use crate::three_way::{Field, value};
use crate::validate::trimmed;

impl Merge<'_, '_> {
    pub(super) fn remove_what_is_gone(
        &mut self,
        draft: &Draft,
        existing: &Existing<'_>,
        pairs: &Pairs,
    ) -> Result<(), Refusal> {
        let found = pairs.found_sessions();
        // A page that speaks of no session at all says nothing against any.
        let first = draft.sessions.iter().map(|session| session.line).min();
        for (place, session) in existing.sessions.iter().enumerate() {
            let Ok(row) = self.transaction.session(session.id) else {
                continue;
            };
            if !found.contains_key(&place) && self.elsewhere.contains(&row.id.0) {
                continue;
            }
            match found.get(&place) {
                Some(at) => {
                    let line = draft.sessions.get(*at).map_or(1, |session| session.line);
                    self.remove_days(*at, line, &row, session, pairs)?;
                }
                None if self.has_base => self.remove_session(&row, session, existing)?,
                None => {
                    if let Some(line) = first {
                        self.keep_session(line, &row);
                    }
                }
            }
        }
        Ok(())
    }

    /// Removes the days and slots of a session that the page has no longer.
    fn remove_days(
        &mut self,
        at: usize,
        line: u32,
        row: &Session,
        session: &ExistingSession<'_>,
        pairs: &Pairs,
    ) -> Result<(), Refusal> {
        let on_page = pairs.found_days(at);
        let place = Place {
            key: format!("session/{}", row.id),
            line: Some(line),
            title: row.title.clone(),
            of: None,
        };
        for (number, day) in session.days.iter().enumerate() {
            let is_there = self
                .transaction
                .state
                .day(day.id)
                .is_some_and(|own| own.session == row.id);
            if !is_there {
                continue;
            }
            if on_page.contains(&number) {
                self.remove_slots(&place, line, day)?;
            } else {
                self.remove_day(line, row, day)?;
            }
        }
        Ok(())
    }

    fn remove_slots(
        &mut self,
        place: &Place,
        line: u32,
        day: &ExistingDay<'_>,
    ) -> Result<(), Refusal> {
        for (id, base) in &day.slots {
            let Some(slot) = self.transaction.state.slot(*id).cloned() else {
                continue;
            };
            if self.claimed.contains(id) || self.elsewhere.contains(&id.0) {
                continue;
            }
            if !self.has_base {
                let message = Message::new("remark-slot-kept").text("title", &slot.title);
                self.keep(line, message.text("session", &place.title));
                continue;
            }
            let gone = slot_place(place, *id, &slot.title, None);
            if self.is_as_base(&slot, base, day.id) || self.is_let_go(&gone, &slot.title) {
                self.transaction.delete_slot(*id)?;
            }
        }
        Ok(())
    }

    fn remove_day(
        &mut self,
        line: u32,
        row: &Session,
        day: &ExistingDay<'_>,
    ) -> Result<(), Refusal> {
        let date = self.transaction.day(day.id)?.date;
        let named = |message: Message| {
            let message = message.text("title", &row.title);
            match date {
                Some(date) => message.date("date", date),
                None => message,
            }
        };
        let is_only = self.transaction.state.days(row.id).count() == 1;
        if !self.has_base || is_only {
            if date.is_some() {
                self.keep(line, named(Message::new("remark-day-kept")));
            }
            return Ok(());
        }
        let gone = Place {
            key: format!("day/{}", day.id),
            line: None,
            title: row.title.clone(),
            of: None,
        };
        let ours = date.map(value::date).unwrap_or_else(value::present);
        let is_let_go = self.is_day_as_base(day)
            || self.conflict(
                &gone,
                Field::Presence,
                [Some(ours.clone()), Some(ours), None],
            );
        if is_let_go {
            self.transaction.delete_day(day.id)?;
        }
        Ok(())
    }

    fn remove_session(
        &mut self,
        row: &Session,
        session: &ExistingSession<'_>,
        existing: &Existing<'_>,
    ) -> Result<(), Refusal> {
        let gone = Place {
            key: format!("session/{}", row.id),
            line: None,
            title: row.title.clone(),
            of: None,
        };
        let is_unchanged = self.is_session_as_base(row, session, existing);
        if !is_unchanged && !self.is_let_go(&gone, &row.title) {
            return Ok(());
        }
        if self.exported.contains(&row.id) {
            self.cancelled.insert(row.id);
            let field = SessionField::Status(Status::Cancelled);
            self.transaction.set_session(row.id, field)?;
        } else {
            self.transaction.delete_session(row.id)?;
        }
        Ok(())
    }

    /// A conflict: the page no longer has it, and it was worked on here. Says whether it goes.
    fn is_let_go(&mut self, place: &Place, title: &str) -> bool {
        let there = Some(value::text(title));
        self.conflict(
            place,
            Field::Presence,
            [Some(value::present()), there, None],
        )
    }

    fn keep_session(&mut self, line: u32, row: &Session) {
        let message = Message::new("remark-session-kept").text("title", &row.title);
        let message = match self.transaction.state.first_date(row.id) {
            Some(date) => message.date("date", date),
            None => Message {
                code: "remark-undated-session-kept".to_owned(),
                ..message
            },
        };
        self.keep(line, message);
    }

    /// Whether nobody changed a session, or put something into it, since the page was read.
    fn is_session_as_base(
        &self,
        row: &Session,
        session: &ExistingSession<'_>,
        existing: &Existing<'_>,
    ) -> bool {
        let base: &DraftSession = session.draft;
        let state = &self.transaction.state;
        let is_same = row.title == base.title.trim()
            && row.status == base.status.unwrap_or(Status::Tentative)
            && row.venue == trimmed(base.venue.clone())
            && row.theme == trimmed(base.theme.clone())
            && row.objectives == trimmed(base.objectives.clone())
            && row.links.is_empty()
            && row.notes.is_none();
        let known = |id: DayId| session.days.iter().any(|day| day.id == id);
        let ideas = state.ideas(self.programme).into_iter();
        let mut ideas = ideas.filter(|idea| idea.session == Some(row.id));
        let is_listed = |id| existing.ideas.iter().any(|idea| idea.id == id);
        is_same
            && state.days(row.id).all(|day| known(day.id))
            && session.days.iter().all(|day| self.is_day_as_base(day))
            && ideas.all(|idea| is_listed(idea.id))
    }

    fn is_day_as_base(&self, day: &ExistingDay<'_>) -> bool {
        let state = &self.transaction.state;
        let Some(row) = state.day(day.id) else {
            return false;
        };
        let mut ours: Vec<_> = hours_of(state, day.id);
        let mut base = day.draft.attendance.clone();
        for rows in [&mut ours, &mut base] {
            for row in rows.iter_mut() {
                let id = self.audience_called(&row.audience);
                row.audience = id.map_or_else(|| name_key(&row.audience), |id| id.to_string());
            }
            rows.sort_by(|one, other| {
                (&one.audience, one.start, one.end).cmp(&(&other.audience, other.start, other.end))
            });
        }
        let base_of = |id: SlotId| day.slots.iter().find(|(known, _)| *known == id);
        let mut slots = state.slots(Parent::Day(day.id));
        row.date == day.draft.date
            && day.draft.start.is_none_or(|start| start == row.start)
            && ours == base
            && slots.all(|slot| {
                base_of(slot.id).is_some_and(|(_, base)| self.is_as_base(slot, base, day.id))
            })
    }

    /// Whether nobody changed a slot, or put something into it, since the page was read.
    fn is_as_base(&self, slot: &Slot, base: &DraftSlot, day: DayId) -> bool {
        let state = &self.transaction.state;
        let Slot {
            min_minutes: None,
            max_minutes: None,
            optional: false,
            room: None,
            notes: None,
            material: None,
            setup: Minutes::ZERO,
            teardown: Minutes::ZERO,
            ..
        } = slot
        else {
            return false;
        };
        slot.parent == Parent::Day(day)
            && slot.title == base.title.trim()
            && slot.kind == base.kind
            && slot.facilitators.is_empty()
            && slot.pin == base.pin
            && schedule::length(state, slot) == base.minutes
            && state.tracks(slot.id).count() == base.tracks as usize
            && state.tracks(slot.id).all(|track| self.is_empty(track))
    }

    /// Removes the audiences that the page named and names no longer, where nothing uses them.
    pub(super) fn remove_audiences(
        &mut self,
        draft: &Draft,
        existing: &Existing<'_>,
    ) -> Result<(), Refusal> {
        if !self.has_base {
            return Ok(());
        }
        let days = draft.sessions.iter().flat_map(|session| &session.days);
        let rows = days
            .flat_map(|day| &day.attendance)
            .map(|row| &row.audience);
        let named: Vec<String> = draft
            .audiences
            .iter()
            .chain(rows)
            .map(|name| name_key(name))
            .collect();
        for (name, id) in &existing.audiences {
            let Some(row) = self.transaction.state.audience(*id).cloned() else {
                continue;
            };
            let is_free = !named.contains(name)
                && name_key(&row.name) == *name
                && !self.elsewhere.contains(&id.0)
                && !self.transaction.state.is_audience_used(*id);
            if is_free {
                self.transaction.delete(Entity::Audience(row));
            }
        }
        Ok(())
    }
}
