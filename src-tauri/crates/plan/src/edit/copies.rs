//! Putting sketches down: pasting, duplicating, templates, whole sessions and programmes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dates::Shift;
use crate::sketch::{Sketch, TrackSketch};
use crate::{
    Attendance, AttendanceId, Audience, AudienceId, Day, DayId, Entity, Message, Parent, Programme,
    ProgrammeId, Rank, Refusal, Room, RoomId, Session, SessionId, Slot, SlotId, Status, Subject,
    Template, TemplateId, Track, TrackId,
};

use super::working::{Working, in_range, named, tidy, tidy_list};

/// A slot to be put down, under the id it is to have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Insertion {
    /// The id of the new slot.
    pub id: SlotId,
    /// What it is.
    pub sketch: Sketch,
}

impl Working<'_> {
    pub(super) fn insert_slots(
        &mut self,
        parent: Parent,
        before: Option<SlotId>,
        slots: &[Insertion],
    ) -> Result<Message, Refusal> {
        for Insertion { id, sketch } in slots {
            self.put_down(*id, sketch, parent, before)?;
        }
        let label = match slots {
            [one] => Message::new("edit-add-slot").text("title", &one.sketch.title),
            _ => Message::new("edit-insert-slots"),
        };
        Ok(label.number("count", slots.len()))
    }

    /// Puts a sketch down before `before`, or at the end; what it refers to must be of the same
    /// programme, and is left out otherwise.
    pub(super) fn put_down(
        &mut self,
        id: SlotId,
        sketch: &Sketch,
        parent: Parent,
        before: Option<SlotId>,
    ) -> Result<(), Refusal> {
        let subject = Subject::Slot(id);
        if self.plan.slot(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let programme = self.programme_of(parent)?;
        if matches!(parent, Parent::Track(_)) && !sketch.tracks.is_empty() {
            return Err(Refusal::Misplaced(subject));
        }
        let ranged = |minutes: Option<u32>| minutes.map(|m| in_range(m, subject)).transpose();
        // Only a block that has tracks can do without a duration.
        let minutes = sketch.minutes.or(sketch.tracks.is_empty().then_some(0));
        let row = Slot {
            id,
            parent,
            rank: self.rank_before(parent, before, None)?,
            title: named(&sketch.title, subject)?,
            kind: sketch.kind,
            minutes: ranged(minutes)?,
            least: ranged(sketch.least)?,
            most: ranged(sketch.most)?,
            optional: sketch.optional,
            pin: ranged(sketch.pin)?,
            setup: in_range(sketch.setup, subject)?,
            tidy: in_range(sketch.tidy, subject)?,
            room: self.room_in(sketch.room, programme),
            leads: tidy_list(sketch.leads.clone()),
            notes: tidy(sketch.notes.clone()),
            material: tidy(sketch.material.clone()),
        };
        self.create(Entity::Slot(row));
        let ranks = Rank::spread(None, None, sketch.tracks.len());
        for (track, rank) in sketch.tracks.iter().zip(ranks) {
            self.put_down_track(track, id, rank, programme)?;
        }
        Ok(())
    }

    fn put_down_track(
        &mut self,
        sketch: &TrackSketch,
        slot: SlotId,
        rank: Rank,
        programme: ProgrammeId,
    ) -> Result<(), Refusal> {
        let id = TrackId::fresh(self.ids);
        let audience = sketch.audience.filter(|id| {
            let row = self.plan.audience(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        let idea = sketch.idea.filter(|id| {
            let row = self.plan.idea(*id);
            row.is_some_and(|row| row.programme == programme)
        });
        self.create(Entity::Track(Track {
            id,
            slot,
            rank,
            title: tidy(sketch.title.clone()),
            room: self.room_in(sketch.room, programme),
            audience,
            idea,
        }));
        for inner in &sketch.slots {
            let slot = SlotId::fresh(self.ids);
            self.put_down(slot, inner, Parent::Track(id), None)?;
        }
        Ok(())
    }

    fn room_in(&self, room: Option<RoomId>, programme: ProgrammeId) -> Option<RoomId> {
        room.filter(|id| {
            let row = self.plan.room(*id);
            row.is_some_and(|row| row.programme == programme)
        })
    }

    pub(super) fn save_template(
        &mut self,
        id: TemplateId,
        title: &str,
        slots: &[SlotId],
    ) -> Result<Message, Refusal> {
        let subject = Subject::Template(id);
        if self.plan.template(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let title = named(title, subject)?;
        let sketches = slots
            .iter()
            .map(|slot| Ok(Sketch::of(&self.plan, &self.slot(*slot)?).general()))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let start = slots
            .first()
            .and_then(|slot| crate::schedule::slot(&self.plan, *slot))
            .map(|timed| timed.start);
        let label = Message::new("edit-save-template").text("title", &title);
        let templates = self.plan.templates();
        let rank = Rank::after_all(templates.into_iter().map(|row| &row.rank));
        self.create(Entity::Template(Template {
            id,
            title,
            start,
            slots: sketches,
            rank,
        }));
        Ok(label)
    }

    pub(super) fn rename_template(
        &mut self,
        id: TemplateId,
        title: &str,
    ) -> Result<Message, Refusal> {
        let before = self.template(id)?;
        let after = Template {
            title: named(title, Subject::Template(id))?,
            ..before.clone()
        };
        let label = Message::new("edit-rename-template").text("title", &before.title);
        self.rewrite(Entity::Template(before), Entity::Template(after));
        Ok(label)
    }

    pub(super) fn delete_template(&mut self, id: TemplateId) -> Result<Message, Refusal> {
        let row = self.template(id)?;
        let label = Message::new("edit-delete-template").text("title", &row.title);
        self.delete(Entity::Template(row));
        Ok(label)
    }

    /// A template on an empty day starts when it started where it was saved.
    pub(super) fn apply_template(
        &mut self,
        id: TemplateId,
        parent: Parent,
        before: Option<SlotId>,
        slots: &[SlotId],
    ) -> Result<Message, Refusal> {
        let row = self.template(id)?;
        let is_empty = self.plan.slots(parent).next().is_none();
        if let (Parent::Day(day), Some(start), true) = (parent, row.start, is_empty) {
            self.set_day_start(day, start)?;
        }
        for (at, sketch) in row.slots.iter().enumerate() {
            let named = slots.get(at).copied();
            let slot = named.unwrap_or_else(|| SlotId::fresh(self.ids));
            self.put_down(slot, sketch, parent, before)?;
        }
        Ok(Message::new("edit-apply-template").text("title", &row.title))
    }

    /// A copy of a session whose first day is on `date`, with everything in it; it is tentative.
    pub(super) fn duplicate_session(
        &mut self,
        session: SessionId,
        id: SessionId,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let row = self.session(session)?;
        if self.plan.session(id).is_some() {
            return Err(Refusal::Exists(Subject::Session(id)));
        }
        let siblings = self.plan.sessions(row.programme);
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

    /// A copy of a programme under another title: audiences, rooms, and sessions with their running
    /// orders, every date shifted. Ideas are proposed anew each year and stay behind.
    pub(super) fn copy_programme(
        &mut self,
        programme: ProgrammeId,
        id: ProgrammeId,
        title: &str,
        shift: Shift,
    ) -> Result<Message, Refusal> {
        let row = self.programme(programme)?;
        if self.plan.programme(id).is_some() {
            return Err(Refusal::Exists(Subject::Programme(id)));
        }
        let title = named(title, Subject::Programme(id))?;
        let label = Message::new("edit-copy-programme").text("title", &title);
        let rank = Rank::after_all(self.plan.programmes().into_iter().map(|row| &row.rank));
        self.create(Entity::Programme(Programme {
            id,
            title,
            is_sample: false,
            rank,
            ..row
        }));
        let audiences = self.copy_audiences(programme, id);
        self.copy_rooms(programme, id);
        let own = |old: AudienceId| {
            let pair = audiences.iter().find(|(from, _)| *from == old);
            pair.map(|(_, to)| *to)
        };
        let sessions = self.plan.sessions(programme);
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
            let first = self.plan.first_date(session.id);
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
        let rows: Vec<Audience> = self.plan.audiences(from).into_iter().cloned().collect();
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
            .plan
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
        let hours = self.plan.attendances(day.id);
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
        let slots: Vec<Slot> = self.plan.slots(Parent::Day(day.id)).cloned().collect();
        for slot in slots {
            let mut sketch = Sketch::of(&self.plan, &slot);
            self.refer(&mut sketch, target, audience);
            let fresh = SlotId::fresh(self.ids);
            self.put_down(fresh, &sketch, Parent::Day(id), None)?;
        }
        Ok(())
    }

    /// Makes a sketch refer to the rooms and audiences of another programme, by their names.
    fn refer(
        &self,
        sketch: &mut Sketch,
        target: ProgrammeId,
        audience: &dyn Fn(AudienceId) -> Option<AudienceId>,
    ) {
        let room = |old: Option<RoomId>| {
            let name = &self.plan.room(old?)?.name;
            let there = self.plan.rooms(target);
            there
                .into_iter()
                .find(|row| row.name == *name)
                .map(|row| row.id)
        };
        sketch.room = room(sketch.room);
        for track in &mut sketch.tracks {
            track.room = room(track.room);
            track.audience = track.audience.and_then(audience);
            for slot in &mut track.slots {
                slot.room = room(slot.room);
            }
        }
    }

    pub(super) fn template(&self, id: TemplateId) -> Result<Template, Refusal> {
        let row = self.plan.template(id).cloned();
        row.ok_or(Refusal::Missing(Subject::Template(id)))
    }
}
