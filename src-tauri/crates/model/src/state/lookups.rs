//! Rows by their ids, and those that belong to others, in order.

use chrono::NaiveDate;

use crate::dismissal::Dismissal;
use crate::id::{
    AudienceId, DayId, DismissalId, IdeaId, ProgrammeId, RoomId, SessionId, SlotId, TagId,
    TemplateId, TrackId,
};
use crate::idea::Idea;
use crate::programme::{Audience, Programme, Room};
use crate::session::{Attendance, Day, Session};
use crate::slot::{Parent, Slot, Track};
use crate::source::Source;
use crate::tables::{Entity, State};
use crate::tag::Tag;
use crate::template::Template;

impl State {
    /// The programme `id`.
    pub fn programme(&self, id: ProgrammeId) -> Option<&Programme> {
        self.programmes.get(id)
    }

    /// The audience `id`.
    pub fn audience(&self, id: AudienceId) -> Option<&Audience> {
        self.audiences.get(id)
    }

    /// The room `id`.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.rooms.get(id)
    }

    /// The session `id`.
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.get(id)
    }

    /// The day `id`.
    pub fn day(&self, id: DayId) -> Option<&Day> {
        self.days.get(id)
    }

    /// The slot `id`.
    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.get(id)
    }

    /// The track `id`.
    pub fn track(&self, id: TrackId) -> Option<&Track> {
        self.tracks.get(id)
    }

    /// The idea `id`.
    pub fn idea(&self, id: IdeaId) -> Option<&Idea> {
        self.ideas.get(id)
    }

    /// The template `id`.
    pub fn template(&self, id: TemplateId) -> Option<&Template> {
        self.templates.get(id)
    }

    /// The dismissal `id`.
    pub fn dismissal(&self, id: DismissalId) -> Option<&Dismissal> {
        self.dismissals.get(id)
    }

    /// The tag `id`.
    pub fn tag(&self, id: TagId) -> Option<&Tag> {
        self.tags.get(id)
    }

    /// The tags of a programme that have a colour, oldest first.
    pub fn tags(&self, of: ProgrammeId) -> impl Iterator<Item = &Tag> {
        self.tags.children(of)
    }

    /// The pages a programme was read from, as they were last read: usually one.
    pub fn sources(&self, of: ProgrammeId) -> impl Iterator<Item = &Source> {
        self.sources.children(of)
    }

    /// Every template, in order.
    pub fn templates(&self) -> Vec<&Template> {
        self.templates.roots().collect()
    }

    /// The dismissals of a programme, oldest first.
    pub fn dismissals(&self, of: ProgrammeId) -> impl Iterator<Item = &Dismissal> {
        self.dismissals.children(of)
    }

    /// Every programme, in order.
    pub fn programmes(&self) -> Vec<&Programme> {
        self.programmes.roots().collect()
    }

    /// The audiences of a programme, in order.
    pub fn audiences(&self, of: ProgrammeId) -> Vec<&Audience> {
        self.audiences.children(of).collect()
    }

    /// Whether an audience attends a session; where nobody's hours are known, a day is for everyone.
    pub fn attends(&self, audience: AudienceId, session: SessionId) -> bool {
        self.days(session).any(|day| {
            let hours = self.attendances(day.id);
            hours.is_empty() || hours.iter().any(|row| row.audience == audience)
        })
    }

    /// Whether an audience attends a day or has a track of its own.
    pub fn is_audience_used(&self, id: AudienceId) -> bool {
        let hours = self.attendances.referrers(id).next();
        hours.is_some() || self.tracks.referrers(id).next().is_some()
    }

    /// The rooms of a programme, in order.
    pub fn rooms(&self, of: ProgrammeId) -> Vec<&Room> {
        self.rooms.children(of).collect()
    }

    /// The ideas of a programme, in order.
    pub fn ideas(&self, of: ProgrammeId) -> Vec<&Idea> {
        self.ideas.children(of).collect()
    }

    /// The sessions of a programme by first date, undated ones last.
    pub fn sessions(&self, of: ProgrammeId) -> Vec<&Session> {
        let mut sessions: Vec<_> = self
            .sessions
            .children(of)
            .map(|session| {
                (
                    (undated_last(self.first_date(session.id)), &session.rank),
                    session,
                )
            })
            .collect();
        sessions.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.id.cmp(&b.1.id)));
        sessions.into_iter().map(|(_, session)| session).collect()
    }

    /// The days of a session by date, undated ones last.
    pub fn days(&self, of: SessionId) -> impl Iterator<Item = &Day> {
        self.days.children(of)
    }

    /// The days of every programme that have this date, in no order that means anything.
    pub fn days_on(&self, date: NaiveDate) -> impl Iterator<Item = &Day> {
        self.days_by_date
            .days_on(date)
            .filter_map(|id| self.day(id))
    }

    /// The first date of a session, if any of its days has one.
    pub fn first_date(&self, of: SessionId) -> Option<NaiveDate> {
        self.days(of).find_map(|day| day.date)
    }

    /// Who attends a day, in the order of the audiences.
    pub fn attendances(&self, of: DayId) -> Vec<&Attendance> {
        let mut rows: Vec<_> = self.attendances.children(of).collect();
        rows.sort_by_key(|row| (self.audience(row.audience).map(|a| a.rank.clone()), row.id));
        rows
    }

    /// The slots of a running order, in order.
    pub fn slots(&self, of: Parent) -> impl Iterator<Item = &Slot> {
        let of = match of {
            Parent::Day(day) => day.0,
            Parent::Track(track) => track.0,
        };
        self.slots.children(of)
    }

    /// The tracks of a slot, left to right; none unless it is a parallel block.
    pub fn tracks(&self, of: SlotId) -> impl Iterator<Item = &Track> {
        self.tracks.children(of)
    }

    /// The tracks an idea is placed in, in no order that means anything.
    pub fn placements(&self, of: IdeaId) -> impl Iterator<Item = &Track> {
        self.tracks.referrers(of)
    }

    /// The day a slot or a track's slot happens on.
    pub fn day_of(&self, parent: Parent) -> Option<&Day> {
        match parent {
            Parent::Day(day) => self.day(day),
            Parent::Track(track) => {
                let block = self.slot(self.track(track)?.slot)?;
                self.day_of(block.parent)
            }
        }
    }

    /// The session a slot or a track's slot belongs to.
    pub fn session_of(&self, parent: Parent) -> Option<&Session> {
        self.session(self.day_of(parent)?.session)
    }

    /// The session a row is, or belongs to.
    pub fn session_with(&self, row: &Entity) -> Option<SessionId> {
        if let Entity::Session(row) = row {
            return Some(row.id);
        }
        let mut parent = row.parent();
        loop {
            let row = self.find(parent?)?;
            if let Entity::Session(row) = row {
                return Some(row.id);
            }
            parent = row.parent();
        }
    }

    /// Whether anything is planned in a track: an idea, a title or slots.
    pub fn is_planned(&self, track: &Track) -> bool {
        track.idea.is_some()
            || track.title.is_some()
            || self.slots(Parent::Track(track.id)).next().is_some()
    }

    /// What a track is called: as the idea placed in it, else as it is titled itself.
    pub fn track_title<'a>(&'a self, track: &'a Track) -> Option<&'a str> {
        let idea = track.idea.and_then(|id| self.idea(id));
        idea.map(|idea| idea.title.as_str())
            .or(track.title.as_deref())
    }
}

/// A key that sorts dates ascending and puts a missing one last.
fn undated_last(date: Option<NaiveDate>) -> (bool, Option<NaiveDate>) {
    (date.is_none(), date)
}
