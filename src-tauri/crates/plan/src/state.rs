//! The whole of a store in memory: every row, and the order of siblings.
//!
//! A clone costs a few reference counts and shares everything; writing copies only the table that
//! is written. So an edit is planned on a clone, and dropping the clone is all a dry run has to do.

mod lookups;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    Attendance, AttendanceId, Audience, AudienceId, Change, Day, DayId, Entity, Idea, IdeaId,
    Parent, Programme, ProgrammeId, Room, RoomId, Session, SessionId, Silence, SilenceId, Slot,
    SlotId, Source, SourceId, Template, TemplateId, Track, TrackId,
};

type Table<I, R> = Arc<BTreeMap<I, Arc<R>>>;
type Siblings<P, I> = Arc<BTreeMap<P, Arc<Vec<I>>>>;

/// Every row there is, with siblings in order.
///
/// An edit is prepared on it and gives the state after, so that the state before stays as it is:
///
/// ```
/// use deroule_plan::{Edit, Language, Plan, ProgrammeId, plan};
/// use uuid::Uuid;
///
/// let before = Plan::default();
/// let id = ProgrammeId(Uuid::now_v7());
/// let edit = Edit::AddProgramme {
///     id,
///     title: "Mentors".into(),
///     timezone: "Europe/Paris".into(),
///     language: Language::En,
/// };
/// let planned = plan(&before, &edit, &mut Uuid::now_v7)?;
/// assert_eq!(planned.changes.len(), 1);
/// assert!(planned.after.programme(id).is_some());
/// assert!(before.programme(id).is_none());
/// # Ok::<(), deroule_plan::Refusal>(())
/// ```
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
    sources: Table<SourceId, Source>,
    sessions_of: Siblings<ProgrammeId, SessionId>,
    days_of: Siblings<SessionId, DayId>,
    days_on: Siblings<NaiveDate, DayId>,
    attendances_of: Siblings<DayId, AttendanceId>,
    slots_of: Siblings<Parent, SlotId>,
    tracks_of: Siblings<SlotId, TrackId>,
    tracks_with: Siblings<IdeaId, TrackId>,
}

/// Two plans are equal when their rows are; the order of siblings follows from the rows.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

impl Extend<Entity> for Plan {
    fn extend<T: IntoIterator<Item = Entity>>(&mut self, rows: T) {
        rows.into_iter().for_each(|row| self.insert(row));
    }
}

impl Plan {
    /// A plan of `rows`, in any order.
    pub fn of(rows: impl IntoIterator<Item = Entity>) -> Self {
        let mut plan = Self::default();
        plan.extend(rows);
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
            .chain(each(&self.sources, Entity::Source))
    }

    fn insert(&mut self, entity: Entity) {
        match entity {
            Entity::Programme(row) => put(&mut self.programmes, row.id, row),
            Entity::Audience(row) => put(&mut self.audiences, row.id, row),
            Entity::Room(row) => put(&mut self.rooms, row.id, row),
            Entity::Idea(row) => put(&mut self.ideas, row.id, row),
            Entity::Template(row) => put(&mut self.templates, row.id, row),
            Entity::Silence(row) => put(&mut self.silences, row.id, row),
            Entity::Source(row) => put(&mut self.sources, row.id, row),
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
                let days = &self.days;
                place(list(&mut self.days_of, session), id, |id| {
                    let day = days.get(id);
                    day.map(|day| (undated_last(day.date), &day.rank, day.id))
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
                place(list(&mut self.slots_of, parent), id, |id| {
                    slots.get(id).map(|slot| (&slot.rank, slot.id))
                });
            }
            Entity::Track(row) => {
                let (id, slot) = (row.id, row.slot);
                if let Some(idea) = row.idea {
                    place(list(&mut self.tracks_with, idea), id, |id| *id);
                }
                put(&mut self.tracks, id, row);
                let tracks = &self.tracks;
                place(list(&mut self.tracks_of, slot), id, |id| {
                    tracks.get(id).map(|track| (&track.rank, track.id))
                });
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
            Entity::Source(row) => drop(Arc::make_mut(&mut self.sources).remove(&row.id)),
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
                    if let Some(idea) = old.idea {
                        unlist(&mut self.tracks_with, idea, row.id);
                    }
                }
            }
        }
    }
}

/// A key that sorts dates ascending and puts a missing one last.
fn undated_last(date: Option<NaiveDate>) -> (bool, Option<NaiveDate>) {
    (date.is_none(), date)
}

fn put<I: Ord + Clone, R: Clone>(table: &mut Table<I, R>, id: I, row: R) {
    Arc::make_mut(table).insert(id, Arc::new(row));
}

fn list<P: Ord + Clone, I: Clone>(siblings: &mut Siblings<P, I>, of: P) -> &mut Vec<I> {
    Arc::make_mut(Arc::make_mut(siblings).entry(of).or_default())
}

/// Puts a sibling where its key belongs. Most come in their order: the end is looked at first.
fn place<I: Copy, K: Ord>(list: &mut Vec<I>, id: I, key: impl Fn(&I) -> K) {
    let own = key(&id);
    let at = match list.last() {
        Some(last) if key(last) > own => list.partition_point(|other| key(other) < own),
        _ => list.len(),
    };
    list.insert(at, id);
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
