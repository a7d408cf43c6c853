//! Edits of sessions, their days, and who attends them.

use chrono::NaiveDate;
use deroule_model::{
    Attendance, AttendanceId, AudienceId, Clock, Day, DayId, Entity, Message, Parent, ProgrammeId,
    Rank, Session, SessionId, Status, Subject,
};

use crate::fields::{Hours, SessionField};
use crate::refusal::Refusal;
use crate::transaction::Transaction;
use crate::validate::{require_name, time_in_range, trimmed, trimmed_list};

/// When a day's running order starts until someone says otherwise.
pub(crate) const USUAL_START: Clock = Clock::at(9, 0);

impl Transaction<'_> {
    pub(crate) fn add_session(
        &mut self,
        id: SessionId,
        day: DayId,
        programme: ProgrammeId,
        title: String,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let subject = Subject::Session(id);
        self.programme(programme)?;
        if self.state.session(id).is_some() {
            return Err(Refusal::Exists(subject));
        }
        let title = require_name(&title, subject)?;
        let label = Message::new("edit-add-session").text("title", &title);
        let rank = Rank::after_all(
            self.state
                .sessions(programme)
                .into_iter()
                .map(|row| &row.rank),
        );
        self.create(Session::new(id, programme, title, rank));
        self.add_day(day, id, date)?;
        Ok(label)
    }

    pub(crate) fn set_session(
        &mut self,
        id: SessionId,
        field: SessionField,
    ) -> Result<Message, Refusal> {
        let before = self.session(id)?;
        let mut after = before.clone();
        let mut code = "edit-set-session";
        match field {
            SessionField::Title(title) => {
                after.title = require_name(&title, Subject::Session(id))?;
                code = "edit-rename-session";
            }
            SessionField::Status(status) => {
                after.status = status;
                code = match status {
                    Status::Tentative => "edit-session-tentative",
                    Status::Confirmed => "edit-session-confirmed",
                    Status::Cancelled => "edit-session-cancelled",
                };
            }
            SessionField::Venue(venue) => after.venue = trimmed(venue),
            SessionField::Address(address) => after.address = trimmed(address),
            SessionField::MapUrl(url) => after.map_url = trimmed(url),
            SessionField::Theme(theme) => after.theme = trimmed(theme),
            SessionField::Objectives(objectives) => after.objectives = trimmed(objectives),
            SessionField::Links(links) => after.links = trimmed_list(links),
            SessionField::Notes(notes) => after.notes = trimmed(notes),
        }
        let label = Message::new(code).text("title", &before.title);
        self.rewrite(Entity::Session(before), Entity::Session(after));
        Ok(label)
    }

    pub(crate) fn reschedule(
        &mut self,
        id: SessionId,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let session = self.session(id)?;
        for (before, date) in self.days_moved(id, date) {
            let mut after = before.clone();
            after.date = date;
            self.rewrite(Entity::Day(before), Entity::Day(after));
        }
        let label = Message::new(match date {
            Some(_) => "edit-reschedule-session",
            None => "edit-undate-session",
        })
        .text("title", &session.title);
        Ok(match date {
            Some(date) => label.date("date", date),
            None => label,
        })
    }

    /// The days of a session, each with its date once the first is on `to`: dated days keep their
    /// distance from the first. Where none has a date yet, one follows the other. Without `to`, all
    /// are to be confirmed.
    pub(crate) fn days_moved(
        &self,
        id: SessionId,
        to: Option<NaiveDate>,
    ) -> Vec<(Day, Option<NaiveDate>)> {
        let first = self.state.first_date(id);
        let moved = |(place, day): (usize, &Day)| {
            let date = match (to, first, day.date) {
                (Some(to), Some(first), Some(own)) => to.checked_add_signed(own - first),
                (Some(to), None, _) => to.checked_add_days(chrono::Days::new(place as u64)),
                (Some(_), Some(_), None) | (None, _, _) => None,
            };
            (day.clone(), date)
        };
        self.state.days(id).enumerate().map(moved).collect()
    }

    pub(crate) fn delete_session(&mut self, id: SessionId) -> Result<Message, Refusal> {
        let session = self.session(id)?;
        let label = Message::new("edit-delete-session").text("title", &session.title);
        self.delete(session);
        Ok(label)
    }

    pub(crate) fn add_day(
        &mut self,
        id: DayId,
        session: SessionId,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let row = self.session(session)?;
        if self.state.day(id).is_some() {
            return Err(Refusal::Exists(Subject::Day(id)));
        }
        let days: Vec<&Day> = self.state.days(session).collect();
        let rank = Rank::after_all(days.iter().map(|day| &day.rank));
        let start = days.last().map_or(USUAL_START, |day| day.start);
        self.create(Entity::Day(Day {
            id,
            session,
            date,
            start,
            rank,
        }));
        Ok(Message::new("edit-add-day").text("title", &row.title))
    }

    pub(crate) fn set_day_date(
        &mut self,
        id: DayId,
        date: Option<NaiveDate>,
    ) -> Result<Message, Refusal> {
        let before = self.day(id)?;
        let title = self.session(before.session)?.title;
        let mut after = before.clone();
        after.date = date;
        self.rewrite(Entity::Day(before), Entity::Day(after));
        Ok(Message::new("edit-set-day-date").text("title", title))
    }

    pub(crate) fn set_day_start(&mut self, id: DayId, start: Clock) -> Result<Message, Refusal> {
        let before = self.day(id)?;
        let mut after = before.clone();
        after.start = time_in_range(start, Subject::Day(id))?;
        self.rewrite(Entity::Day(before), Entity::Day(after));
        Ok(Message::new("edit-set-day-start").time("time", start))
    }

    pub(crate) fn delete_day(&mut self, id: DayId) -> Result<Message, Refusal> {
        let day = self.day(id)?;
        let session = self.session(day.session)?;
        if self.state.days(session.id).count() == 1 {
            return Err(Refusal::OnlyDay(Subject::Day(id)));
        }
        self.delete(day);
        Ok(Message::new("edit-delete-day").text("title", &session.title))
    }

    /// Sets the hours of an audience on a day; `id` is for a new row.
    pub(crate) fn set_attendance(
        &mut self,
        id: AttendanceId,
        day: DayId,
        audience: AudienceId,
        hours: Option<Hours>,
    ) -> Result<Message, Refusal> {
        let row = self.day(day)?;
        let session = self.session(row.session)?;
        let who = self.audience(audience)?;
        if who.programme != session.programme {
            return Err(Refusal::ForeignProgramme(Subject::Audience(audience)));
        }
        let before = self
            .state
            .attendances(day)
            .into_iter()
            .find(|row| row.audience == audience)
            .cloned();
        let Some(Hours { start, end }) = hours else {
            if let Some(before) = before {
                self.delete(Entity::Attendance(before));
            }
            let label = Message::new("edit-no-attendance");
            return Ok(label
                .text("audience", &who.name)
                .text("title", &session.title));
        };
        time_in_range(end, Subject::Day(day))?;
        if end <= start {
            return Err(Refusal::Backwards(Subject::Day(day)));
        }
        match before {
            Some(before) => {
                let after = Attendance {
                    start,
                    end,
                    ..before.clone()
                };
                self.rewrite(Entity::Attendance(before), Entity::Attendance(after));
            }
            None => {
                self.create(Entity::Attendance(Attendance {
                    id,
                    day,
                    audience,
                    start,
                    end,
                }));
            }
        }
        self.start_with_the_first(day)?;
        let label = Message::new("edit-set-attendance").text("audience", &who.name);
        Ok(label
            .text("title", &session.title)
            .time("start", start)
            .time("end", end))
    }

    /// A day not composed yet starts when its first audience comes.
    fn start_with_the_first(&mut self, day: DayId) -> Result<(), Refusal> {
        let first = self
            .state
            .attendances(day)
            .into_iter()
            .map(|row| row.start)
            .min();
        if let Some(first) = first
            && self.state.slots(Parent::Day(day)).next().is_none()
        {
            self.set_day_start(day, first)?;
        }
        Ok(())
    }
}
