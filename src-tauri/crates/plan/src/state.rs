//! The whole of a store in memory: every row, and the order of siblings.
//!
//! A clone costs a few reference counts and shares everything; writing copies only the table that
//! is written. So an edit is planned on a clone, and dropping the clone is all a dry run has to do.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    Attendance, AttendanceId, Audience, AudienceId, Change, Day, DayId, Entity, Idea, IdeaId,
    Parent, Programme, ProgrammeId, Room, RoomId, Session, SessionId, Silence, SilenceId, Slot,
    SlotId, Template, TemplateId, Track, TrackId,
};

type Table<I, R> = Arc<BTreeMap<I, Arc<R>>>;
type Siblings<P, I> = Arc<BTreeMap<P, Arc<Vec<I>>>>;

/// Every row there is, with siblings in order.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    programmes: Table<ProgrammeId, Programme>,
    audiences: Table<AudienceId, Audience>,
    rooms: Table<RoomId, Room>,
    sessions: Table<SessionId, Session>,
    days: Table<DayId, Day>,
    attendances: Table<AttendanceId, Attendance>,
    slots: Table<SlotId, Slot>,
    tracks: Table<TrackId, Track>,
    ideas: Table<IdeaId, Idea>,
    templates: Table<TemplateId, Template>,
    silences: Table<SilenceId, Silence>,
    sessions_of: Siblings<ProgrammeId, SessionId>,
    days_of: Siblings<SessionId, DayId>,
    days_on: Siblings<NaiveDate, DayId>,
    attendances_of: Siblings<DayId, AttendanceId>,
    slots_of: Siblings<Parent, SlotId>,
    tracks_of: Siblings<SlotId, TrackId>,
}

/// Two plans are equal when their rows are; the order of siblings follows from the rows.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

impl Plan {
    /// A plan of `rows`, in any order.
    pub fn of(rows: impl IntoIterator<Item = Entity>) -> Self {
        let mut plan = Self::default();
        for row in rows {
            plan.insert(row);
        }
        plan
    }

    /// Carries out one change. The row named by `before` is replaced whatever it holds by now.
    pub fn write(&mut self, change: &Change) {
        if let Some(before) = &change.before {
            self.remove(before);
        }
        if let Some(after) = &change.after {
            self.insert(after.clone());
        }
    }

    /// Every row, tables in the order in which rows may refer to each other.
    pub fn rows(&self) -> impl Iterator<Item = Entity> + '_ {
        fn each<'a, I, R: Clone>(
            table: &'a Table<I, R>,
            wrap: fn(R) -> Entity,
        ) -> impl Iterator<Item = Entity> + 'a {
            table.values().map(move |row| wrap(R::clone(row)))
        }
        each(&self.programmes, Entity::Programme)
            .chain(each(&self.audiences, Entity::Audience))
            .chain(each(&self.rooms, Entity::Room))
            .chain(each(&self.sessions, Entity::Session))
            .chain(each(&self.days, Entity::Day))
            .chain(each(&self.attendances, Entity::Attendance))
            .chain(each(&self.ideas, Entity::Idea))
            .chain(each(&self.slots, Entity::Slot))
            .chain(each(&self.tracks, Entity::Track))
            .chain(each(&self.templates, Entity::Template))
            .chain(each(&self.silences, Entity::Silence))
    }

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
        self.tracks
            .values()
            .map(AsRef::as_ref)
            .filter(move |track| track.idea == Some(of))
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

    fn insert(&mut self, entity: Entity) {
        match entity {
            Entity::Programme(row) => put(&mut self.programmes, row.id, row),
            Entity::Audience(row) => put(&mut self.audiences, row.id, row),
            Entity::Room(row) => put(&mut self.rooms, row.id, row),
            Entity::Idea(row) => put(&mut self.ideas, row.id, row),
            Entity::Template(row) => put(&mut self.templates, row.id, row),
            Entity::Silence(row) => put(&mut self.silences, row.id, row),
            Entity::Session(row) => {
                list(&mut self.sessions_of, row.programme).push(row.id);
                put(&mut self.sessions, row.id, row);
            }
            Entity::Day(row) => {
                let (id, session) = (row.id, row.session);
                if let Some(date) = row.date {
                    list(&mut self.days_on, date).push(id);
                }
                put(&mut self.days, id, row);
                let days = Arc::clone(&self.days);
                let list = list(&mut self.days_of, session);
                list.push(id);
                list.sort_by_key(|id| {
                    days.get(id)
                        .map(|day| (undated_last(day.date), day.rank.clone(), *id))
                });
            }
            Entity::Attendance(row) => {
                list(&mut self.attendances_of, row.day).push(row.id);
                put(&mut self.attendances, row.id, row);
            }
            Entity::Slot(row) => {
                let (id, parent) = (row.id, row.parent);
                put(&mut self.slots, id, row);
                let slots = &self.slots;
                let list = list(&mut self.slots_of, parent);
                let key = |id: &SlotId| slots.get(id).map(|slot| (&slot.rank, slot.id));
                let at = list.partition_point(|other| key(other) < key(&id));
                list.insert(at, id);
            }
            Entity::Track(row) => {
                let (id, slot) = (row.id, row.slot);
                put(&mut self.tracks, id, row);
                let tracks = &self.tracks;
                let list = list(&mut self.tracks_of, slot);
                let key = |id: &TrackId| tracks.get(id).map(|track| (&track.rank, track.id));
                let at = list.partition_point(|other| key(other) < key(&id));
                list.insert(at, id);
            }
        }
    }

    fn remove(&mut self, entity: &Entity) {
        match entity {
            Entity::Programme(row) => drop(Arc::make_mut(&mut self.programmes).remove(&row.id)),
            Entity::Audience(row) => drop(Arc::make_mut(&mut self.audiences).remove(&row.id)),
            Entity::Room(row) => drop(Arc::make_mut(&mut self.rooms).remove(&row.id)),
            Entity::Idea(row) => drop(Arc::make_mut(&mut self.ideas).remove(&row.id)),
            Entity::Template(row) => drop(Arc::make_mut(&mut self.templates).remove(&row.id)),
            Entity::Silence(row) => drop(Arc::make_mut(&mut self.silences).remove(&row.id)),
            Entity::Session(row) => {
                if let Some(old) = Arc::make_mut(&mut self.sessions).remove(&row.id) {
                    unlist(&mut self.sessions_of, old.programme, row.id);
                }
            }
            Entity::Day(row) => {
                if let Some(old) = Arc::make_mut(&mut self.days).remove(&row.id) {
                    unlist(&mut self.days_of, old.session, row.id);
                    if let Some(date) = old.date {
                        unlist(&mut self.days_on, date, row.id);
                    }
                }
            }
            Entity::Attendance(row) => {
                if let Some(old) = Arc::make_mut(&mut self.attendances).remove(&row.id) {
                    unlist(&mut self.attendances_of, old.day, row.id);
                }
            }
            Entity::Slot(row) => {
                if let Some(old) = Arc::make_mut(&mut self.slots).remove(&row.id) {
                    unlist(&mut self.slots_of, old.parent, row.id);
                }
            }
            Entity::Track(row) => {
                if let Some(old) = Arc::make_mut(&mut self.tracks).remove(&row.id) {
                    unlist(&mut self.tracks_of, old.slot, row.id);
                }
            }
        }
    }
}

/// A key that sorts dates ascending and puts a missing one last.
fn undated_last(date: Option<NaiveDate>) -> (bool, Option<NaiveDate>) {
    (date.is_none(), date)
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

fn put<I: Ord + Clone, R: Clone>(table: &mut Table<I, R>, id: I, row: R) {
    Arc::make_mut(table).insert(id, Arc::new(row));
}

fn list<P: Ord + Clone, I: Clone>(siblings: &mut Siblings<P, I>, of: P) -> &mut Vec<I> {
    Arc::make_mut(Arc::make_mut(siblings).entry(of).or_default())
}

fn unlist<P: Ord + Copy, I: PartialEq + Clone>(siblings: &mut Siblings<P, I>, of: P, id: I) {
    let lists = Arc::make_mut(siblings);
    if let Some(list) = lists.get_mut(&of) {
        Arc::make_mut(list).retain(|other| *other != id);
        if list.is_empty() {
            lists.remove(&of);
        }
    }
}
