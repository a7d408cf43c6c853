//! Merging sessions.

use deroule_model::normalize::name_key;
use deroule_model::{Rank, Session, SessionAnchor, SessionId, Status, Subject};

use super::derived_ids::date_fact;
use super::existing::{Existing, ExistingSession, days_of};
use super::merger::{Merge, Place, ThreeWay};
use super::pairs::{Pair, Pairs};
use crate::draft::{Draft, DraftSession};
use crate::fields::SessionField;
use crate::refusal::Refusal;
use crate::three_way::{Field, value};
use crate::validate::{require_name, trimmed};

impl Merge<'_, '_> {
    /// Merges every session of the page; returns the row of each, where it has one.
    pub(super) fn merge_sessions(
        &mut self,
        draft: &Draft,
        existing: &Existing<'_>,
        pairs: &Pairs,
    ) -> Result<Vec<Option<SessionId>>, Refusal> {
        let state = &self.transaction.state;
        let last = state
            .sessions(self.programme)
            .into_iter()
            .map(|row| &row.rank)
            .max();
        let mut ranks = Rank::spread(last, None, draft.sessions.len()).into_iter();
        let mut sessions = Vec::with_capacity(draft.sessions.len());
        for (at, session) in draft.sessions.iter().enumerate() {
            let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
            sessions.push(self.merge_session(at, session, rank, existing, pairs)?);
        }
        Ok(sessions)
    }

    fn merge_session(
        &mut self,
        at: usize,
        incoming: &DraftSession,
        rank: Rank,
        existing: &Existing<'_>,
        pairs: &Pairs,
    ) -> Result<Option<SessionId>, Refusal> {
        let known = pairs.session(at, existing);
        if let Some(known) = known
            && self.transaction.state.session(known.id).is_none()
        {
            let is_back = !same_session(incoming, known.draft)
                && self.conflict(
                    &place_of(known.id, incoming, &known.draft.title),
                    Field::Presence,
                    [
                        Some(value::present()),
                        None,
                        Some(value::text(&incoming.title)),
                    ],
                );
            if !is_back {
                self.anchor_deleted(at, incoming, known, existing, pairs);
                return Ok(None);
            }
        }
        let there = match pairs.sessions.get(at) {
            Some(Pair::Added(id)) => Some(*id),
            _ => known.map(|known| known.id),
        };
        let there = there.filter(|id| self.transaction.state.session(*id).is_some());
        let id = match there {
            Some(id) => {
                let base = known.filter(|_| self.has_base).map(|known| known.draft);
                self.merge_fields(id, incoming, base)?;
                id
            }
            None => self.create_session(incoming, rank)?,
        };
        let days = self.merge_days(at, id, incoming, existing, pairs)?;
        self.anchors.sessions.push(SessionAnchor {
            line: incoming.line,
            id,
            days,
        });
        Ok(Some(id))
    }

    fn create_session(
        &mut self,
        incoming: &DraftSession,
        rank: Rank,
    ) -> Result<SessionId, Refusal> {
        let id = self.derive_session_id(incoming);
        let title = require_name(&incoming.title, Subject::Session(id))?;
        self.transaction.create(Session {
            status: incoming.status.unwrap_or(Status::Tentative),
            venue: trimmed(incoming.venue.clone()),
            theme: trimmed(incoming.theme.clone()),
            objectives: trimmed(incoming.objectives.clone()),
            ..Session::new(id, self.programme, title, rank)
        });
        Ok(id)
    }

    fn derive_session_id(&self, incoming: &DraftSession) -> SessionId {
        let first = incoming.days.iter().filter_map(|day| day.date).min();
        self.derive("session", &[&name_key(&incoming.title), &date_fact(first)])
    }

    fn merge_fields(
        &mut self,
        id: SessionId,
        incoming: &DraftSession,
        base: Option<&DraftSession>,
    ) -> Result<(), Refusal> {
        let row = self.transaction.session(id)?;
        let place = place_of(id, incoming, &row.title);
        let base_title = base.map(|base| base.title.as_str());
        if self.takes_title(&place, base_title, &row.title, &incoming.title) {
            let title = incoming.title.trim().to_owned();
            self.transaction
                .set_session(id, SessionField::Title(title))?;
        }
        // One that was cancelled because it had left the page is on it again.
        let is_back = self.cancelled.remove(&id) && row.status == Status::Cancelled;
        let base_status = base.map(|base| base.status.unwrap_or(Status::Tentative));
        let status = incoming.status.unwrap_or(Status::Tentative);
        let value = ThreeWay {
            field: Field::Status,
            base: base_status.as_ref(),
            ours: &row.status,
            theirs: &status,
            is_open: row.status == Status::Tentative || is_back,
            is_silent: incoming.status.is_none() && !is_back,
        };
        if self.takes(&place, &value, |status| Some(value::status(*status))) {
            self.transaction
                .set_session(id, SessionField::Status(status))?;
        }
        type Text = fn(Option<String>) -> SessionField;
        type Read = fn(&DraftSession) -> Option<String>;
        let texts: [(Field, Option<String>, Read, Text); 3] = [
            (
                Field::Venue,
                row.venue,
                |of| of.venue.clone(),
                SessionField::Venue,
            ),
            (
                Field::Theme,
                row.theme,
                |of| of.theme.clone(),
                SessionField::Theme,
            ),
            (
                Field::Objectives,
                row.objectives,
                |of| of.objectives.clone(),
                SessionField::Objectives,
            ),
        ];
        for (field, ours, read, set) in texts {
            let theirs = read(incoming);
            if self.takes_text(&place, field, base.map(read), &ours, &theirs) {
                self.transaction.set_session(id, set(theirs))?;
            }
        }
        Ok(())
    }

    /// Keeps in mind which session was deleted here, so that an unchanged page does not bring it back.
    fn anchor_deleted(
        &mut self,
        at: usize,
        incoming: &DraftSession,
        known: &ExistingSession<'_>,
        existing: &Existing<'_>,
        pairs: &Pairs,
    ) {
        let days = days_of(incoming).iter().enumerate();
        let days = days.filter_map(|(day, _)| pairs.day(at, day, existing).0.map(|row| row.id));
        self.anchors.sessions.push(SessionAnchor {
            line: incoming.line,
            id: known.id,
            days: days.collect(),
        });
        for (day, known) in days_of(incoming).iter().zip(&known.days) {
            for (slot, (id, _)) in day.slots.iter().zip(&known.slots) {
                self.anchors.slots.push((slot.line, *id));
            }
        }
        let slots = known.days.iter().flat_map(|day| &day.slots);
        self.claimed.extend(slots.map(|(id, _)| *id));
    }
}

pub(super) fn place_of(id: SessionId, incoming: &DraftSession, title: &str) -> Place {
    Place {
        key: format!("session/{id}"),
        line: Some(incoming.line),
        title: title.to_owned(),
        of: None,
    }
}

/// Whether two sessions say the same, wherever they stand on the page.
fn same_session(one: &DraftSession, other: &DraftSession) -> bool {
    let plain = |session: &DraftSession| {
        let mut session = session.clone();
        session.line = 0;
        let slots = session.days.iter_mut().flat_map(|day| &mut day.slots);
        slots.for_each(|slot| slot.line = 0);
        session
    };
    plain(one) == plain(other)
}
