//! Copies of whole sessions and programmes.

use chrono::NaiveDate;
use deroule_model::normalize::is_same_name;
use deroule_model::{
    Attendance, AttendanceId, Audience, AudienceId, Day, DayId, Entity, Message, Parent, Programme,
    ProgrammeId, Rank, Room, RoomId, Session, SessionId, Slot, SlotId, SlotSpec, Status, Subject,
    Tag, TagId,
};

use crate::date_shift::Shift;
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::require_name;

impl Transaction<'_> {
    /// A copy of a session whose first day is on `date`, with everything in it; it is tentative.
    pub(crate) fn duplicate_session(
        &mut self,
        session: SessionId,
        id: SessionId,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let row = self.session(session)?;
        if self.state.session(id).is_some() {
            return Err(Refusal::Exists(Subject::Session(id)));
        }
        let siblings = self.state.sessions(row.programme);
        let rank = Rank::after_all(siblings.into_iter().map(|row| &row.rank));
        let label = Message::new("edit-duplicate-session").text("title", &row.title);
        let copy = Session {
            id,
            status: Status::Tentative,
            rank,
            ..row
        };
        self.create(Entity::Session(copy));
        for (day, date) in self.days_moved(session, date) {
            self.copy_day(&day, id, date, &|audience| Some(audience))?;
        }
        Ok(label)
    }

    /// A copy of a programme under another title: audiences, rooms, tags with their colours, and sessions with their
    /// running orders, every date shifted. Ideas are proposed anew each year and are not copied.
    pub(crate) fn copy_programme(
        &mut self,
        programme: ProgrammeId,
        id: ProgrammeId,
        title: &str,
        shift: Shift,
    ) -> Result<Message, Refusal> {
        let row = self.programme(programme)?;
        if self.state.programme(id).is_some() {
            return Err(Refusal::Exists(Subject::Programme(id)));
        }
        let title = require_name(title, Subject::Programme(id))?;
        let label = Message::new("edit-copy-programme").text("title", &title);
        let rank = Rank::after_all(self.state.programmes().into_iter().map(|row| &row.rank));
        self.create(Entity::Programme(Programme {
            id,
            title,
            is_sample: false,
            rank,
            ..row
        }));
        let audiences = self.copy_audiences(programme, id);
        self.copy_rooms(programme, id);
        self.copy_tags(programme, id);
        let own = |old: AudienceId| {
            let pair = audiences.iter().find(|(from, _)| *from == old);
            pair.map(|(_, to)| *to)
        };
        let sessions = self.state.sessions(programme);
        for session in sessions.into_iter().cloned().collect::<Vec<_>>() {
            let copy = Session {
                id: SessionId::fresh(self.ids),
                programme: id,
                status: Status::Tentative,
                ..session.clone()
            };
            let into = copy.id;
            self.create(Entity::Session(copy));
            // The first day moves as asked, and the others with it.
            let first = self.state.first_date(session.id);
            let to = first.and_then(|first| shift.of(first));
            for (day, date) in self.days_moved(session.id, to) {
                self.copy_day(&day, into, date, &own)?;
            }
        }
        Ok(label)
    }

    fn copy_audiences(
        &mut self,
        from: ProgrammeId,
        to: ProgrammeId,
    ) -> Vec<(AudienceId, AudienceId)> {
        let rows: Vec<Audience> = self.state.audiences(from).into_iter().cloned().collect();
        rows.into_iter()
            .map(|row| {
                let id = AudienceId::fresh(self.ids);
                let old = row.id;
                self.create(Entity::Audience(Audience {
                    id,
                    programme: to,
                    ..row
                }));
                (old, id)
            })
            .collect()
    }

    fn copy_rooms(&mut self, from: ProgrammeId, to: ProgrammeId) {
        for row in self
            .state
            .rooms(from)
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
        {
            let id = RoomId::fresh(self.ids);
            self.create(Entity::Room(Room {
                id,
                programme: to,
                ..row
            }));
        }
    }

    fn copy_tags(&mut self, from: ProgrammeId, to: ProgrammeId) {
        let rows: Vec<Tag> = self.state.tags(from).cloned().collect();
        for row in rows {
            let id = TagId::fresh(self.ids);
            self.create(Entity::Tag(Tag {
                id,
                programme: to,
                ..row
            }));
        }
    }

    fn copy_day(
        &mut self,
        day: &Day,
        session: SessionId,
        date: Option<NaiveDate>,
        audience: &dyn Fn(AudienceId) -> Option<AudienceId>,
    ) -> Result<(), Refusal> {
        let id = DayId::fresh(self.ids);
        self.create(Entity::Day(Day {
            id,
            session,
            date,
            ..day.clone()
        }));
        let hours = self.state.attendances(day.id);
        for row in hours.into_iter().cloned().collect::<Vec<_>>() {
            if let Some(audience) = audience(row.audience) {
                let fresh = AttendanceId::fresh(self.ids);
                self.create(Entity::Attendance(Attendance {
                    id: fresh,
                    day: id,
                    audience,
                    ..row
                }));
            }
        }
        let target = self.session(session)?.programme;
        let slots: Vec<Slot> = self.state.slots(Parent::Day(day.id)).cloned().collect();
        for slot in slots {
            let mut spec = self.state.spec(&slot);
            self.refer(&mut spec, target, audience);
            let fresh = SlotId::fresh(self.ids);
            self.insert_spec(fresh, &spec, Parent::Day(id), None)?;
        }
        Ok(())
    }

    /// Makes a sketch refer to the rooms and audiences of another programme, by their names.
    fn refer(
        &self,
        spec: &mut SlotSpec,
        target: ProgrammeId,
        audience: &dyn Fn(AudienceId) -> Option<AudienceId>,
    ) {
        let room = |old: Option<RoomId>| {
            let name = &self.state.room(old?)?.name;
            let there = self.state.rooms(target);
            there
                .into_iter()
                .find(|row| is_same_name(&row.name, name))
                .map(|row| row.id)
        };
        spec.room = room(spec.room);
        for track in &mut spec.tracks {
            track.room = room(track.room);
            track.audience = track.audience.and_then(audience);
            for slot in &mut track.slots {
                slot.room = room(slot.room);
            }
        }
    }
}
