//! Rows by their ids, and those that belong to others, in order.

use chrono::NaiveDate;

use super::{Plan, Siblings, Table, undated_last};
use crate::{
    Attendance, Audience, AudienceId, Day, DayId, Idea, IdeaId, Parent, Programme, ProgrammeId,
    Room, RoomId, Session, SessionId, Silence, SilenceId, Slot, SlotId, Source, Template,
    TemplateId, Track, TrackId,
};

impl Plan {
    /// The programme `id`.
    pub fn programme(&self, id: ProgrammeId) -> Option<&Programme> {
        row(&self.programmes, id)
    }

    /// The audience `id`.
    pub fn audience(&self, id: AudienceId) -> Option<&Audience> {
        row(&self.audiences, id)
    }

    /// The room `id`.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        row(&self.rooms, id)
    }

    /// The session `id`.
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        row(&self.sessions, id)
    }

    /// The day `id`.
    pub fn day(&self, id: DayId) -> Option<&Day> {
        row(&self.days, id)
    }

    /// The slot `id`.
    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        row(&self.slots, id)
    }

    /// The track `id`.
    pub fn track(&self, id: TrackId) -> Option<&Track> {
        row(&self.tracks, id)
    }

    /// The idea `id`.
    pub fn idea(&self, id: IdeaId) -> Option<&Idea> {
        row(&self.ideas, id)
    }

    /// The template `id`.
    pub fn template(&self, id: TemplateId) -> Option<&Template> {
        row(&self.templates, id)
    }

    /// The silenced finding `id`.
    pub fn silence(&self, id: SilenceId) -> Option<&Silence> {
        row(&self.silences, id)
    }

    /// The pages a programme was read from, as they were last read: usually one.
    pub fn sources(&self, of: ProgrammeId) -> impl Iterator<Item = &Source> {
        let rows = self.sources.values().map(AsRef::as_ref);
        rows.filter(move |row| row.programme == of)
    }

    /// Every template, in order.
    pub fn templates(&self) -> Vec<&Template> {
        ranked(
            &self.templates,
            |_| true,
            |row| (row.rank.clone(), row.id.0),
        )
    }

    /// What was silenced in a programme, in the order in which it was.
    pub fn silences(&self, of: ProgrammeId) -> impl Iterator<Item = &Silence> {
        let rows = self.silences.values().map(AsRef::as_ref);
        rows.filter(move |row| row.programme == of)
    }

    /// Every programme, in order.
    pub fn programmes(&self) -> Vec<&Programme> {
        ranked(
            &self.programmes,
            |_| true,
            |row| (row.rank.clone(), row.id.0),
        )
    }

    /// The audiences of a programme, in order.
    pub fn audiences(&self, of: ProgrammeId) -> Vec<&Audience> {
        ranked(
            &self.audiences,
            |row| row.programme == of,
            |row| (row.rank.clone(), row.id.0),
        )
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
        let mut hours = self.attendances.values();
        let mut tracks = self.tracks.values();
        hours.any(|row| row.audience == id) || tracks.any(|row| row.audience == Some(id))
    }

    /// The rooms of a programme, in order.
    pub fn rooms(&self, of: ProgrammeId) -> Vec<&Room> {
        ranked(
            &self.rooms,
            |row| row.programme == of,
            |row| (row.rank.clone(), row.id.0),
        )
    }

    /// The ideas of a programme, in order.
    pub fn ideas(&self, of: ProgrammeId) -> Vec<&Idea> {
        ranked(
            &self.ideas,
            |row| row.programme == of,
            |row| (row.rank.clone(), row.id.0),
        )
    }

    /// The sessions of a programme by first date, undated ones last.
    pub fn sessions(&self, of: ProgrammeId) -> Vec<&Session> {
        let mut sessions: Vec<_> = children(&self.sessions_of, of)
            .filter_map(|id| self.session(id))
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
        children(&self.days_of, of).filter_map(|id| self.day(id))
    }

    /// The days of every programme that have this date, in no order that means anything.
    pub fn days_on(&self, date: NaiveDate) -> impl Iterator<Item = &Day> {
        children(&self.days_on, date).filter_map(|id| self.day(id))
    }

    /// The first date of a session, if any of its days has one.
    pub fn first_date(&self, of: SessionId) -> Option<NaiveDate> {
        self.days(of).find_map(|day| day.date)
    }

    /// Who attends a day, in the order of the audiences.
    pub fn attendances(&self, of: DayId) -> Vec<&Attendance> {
        let mut rows: Vec<_> = children(&self.attendances_of, of)
            .filter_map(|id| row(&self.attendances, id))
            .collect();
        rows.sort_by_key(|row| (self.audience(row.audience).map(|a| a.rank.clone()), row.id));
        rows
    }

    /// The slots of a running order, in order.
    pub fn slots(&self, of: Parent) -> impl Iterator<Item = &Slot> {
        children(&self.slots_of, of).filter_map(|id| self.slot(id))
    }

    /// The tracks of a slot, left to right; none unless it is a parallel block.
    pub fn tracks(&self, of: SlotId) -> impl Iterator<Item = &Track> {
        children(&self.tracks_of, of).filter_map(|id| self.track(id))
    }

    /// The tracks an idea is placed in, in no order that means anything.
    pub fn placements(&self, of: IdeaId) -> impl Iterator<Item = &Track> {
        children(&self.tracks_with, of).filter_map(|id| self.track(id))
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

    /// What a track is called: as the idea placed in it, else as it is titled itself.
    pub fn track_title<'a>(&'a self, track: &'a Track) -> Option<&'a str> {
        let idea = track.idea.and_then(|id| self.idea(id));
        idea.map(|idea| idea.title.as_str())
            .or(track.title.as_deref())
    }
}

fn row<I: Ord, R>(table: &Table<I, R>, id: I) -> Option<&R> {
    table.get(&id).map(AsRef::as_ref)
}

fn ranked<I: Ord, R, K: Ord>(
    table: &Table<I, R>,
    keep: impl Fn(&R) -> bool,
    key: impl Fn(&R) -> K,
) -> Vec<&R> {
    let mut rows: Vec<&R> = table
        .values()
        .map(AsRef::as_ref)
        .filter(|row| keep(row))
        .collect();
    rows.sort_by_key(|row| key(row));
    rows
}

fn children<P: Ord, I: Copy>(siblings: &Siblings<P, I>, of: P) -> impl Iterator<Item = I> {
    siblings
        .get(&of)
        .into_iter()
        .flat_map(|list| list.iter().copied())
}
