//! Random rows of every table with every kind of value, written and deleted so that references stay valid.

use chrono::{Days, NaiveDate};
use deroule_model::{
    Anchors, Attendance, AttendanceId, Audience, AudienceId, Change, Clock, Colour, Day, DayId,
    Dismissal, DismissalId, Entity, Idea, IdeaId, Kind, Language, Minutes, Parent, Programme,
    ProgrammeId, Rank, Room, RoomId, Session, SessionAnchor, SessionId, Slot, SlotId, SlotSpec,
    Source, SourceId, SourcePage, State, Status, Subject, Tag, TagId, Template, TemplateId, Track,
    TrackId,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{open, temporary_store};

/// A row to write or delete; it becomes a change when applied to a state.
#[derive(Clone, Debug)]
pub struct Step {
    verb: u8,
    which: usize,
    other: usize,
    number: u32,
    text: String,
    note: Option<String>,
    list: Vec<String>,
}

const TABLES: u8 = 13;

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    // Numbers above those of the tables stand for a deletion.
    let verb = 0..TABLES + 4;
    let list = prop::collection::vec(any::<String>(), 0..3);
    let note = prop::option::of(any::<String>());
    // Times within a day; attendance ends up to a minute later.
    let sizes = (any::<usize>(), any::<usize>(), 0u32..2_880);
    let step = (verb, sizes, "\\PC{1,8}", note, list);
    let step = step.prop_map(|(verb, (which, other, number), text, note, list)| Step {
        verb,
        which,
        other,
        number,
        text,
        note,
        list,
    });
    prop::collection::vec(step, 1..6)
}

/// A state and a counter for new ids.
#[derive(Default)]
pub struct World {
    pub state: State,
    next: u128,
}

impl World {
    /// Applies those of `steps` that are possible and returns the changes.
    pub fn play(&mut self, steps: &[Step]) -> Vec<Change> {
        let mut changes = Vec::new();
        for step in steps {
            if let Some(change) = self.change(step) {
                self.state.write(&change);
                changes.push(change);
            }
        }
        changes
    }

    fn change(&mut self, step: &Step) -> Option<Change> {
        if step.verb >= TABLES {
            return Some(Change::delete(pick(&self.unreferred(), step.which)?));
        }
        let ids = self.ids(step.verb);
        let old = pick(&ids, step.which).filter(|_| !step.which.is_multiple_of(3));
        let id = old.unwrap_or_else(|| self.fresh());
        let before = old.and_then(|id| self.state.rows().find(|row| row.uuid() == id));
        let after = Some(self.row(id, step)?);
        Some(Change { before, after })
    }

    fn fresh(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    /// The ids of a table's rows.
    fn ids(&self, number: u8) -> Vec<Uuid> {
        let is_in_table = |row: &Entity| table(row) == number;
        self.state
            .rows()
            .filter(is_in_table)
            .map(|row| row.uuid())
            .collect()
    }

    /// The rows that no other row refers to, which can be deleted alone.
    fn unreferred(&self) -> Vec<Entity> {
        let rows: Vec<Entity> = self.state.rows().collect();
        let texts: Vec<String> = rows
            .iter()
            .map(|row| serde_json::to_string(row).unwrap())
            .collect();
        let free = |row: &&Entity| {
            let id = row.uuid().to_string();
            let namers = texts.iter().filter(|text| text.contains(&id)).count();
            namers == 1
        };
        rows.iter().filter(free).cloned().collect()
    }

    /// A row for the table of `step`; `None` if there is no row that it could belong to.
    fn row(&self, id: Uuid, step: &Step) -> Option<Entity> {
        let one = |table| pick(&self.ids(table), step.other);
        let maybe = |table| one(table).filter(|_| step.number.is_multiple_of(2));
        let rank = Rank::from_stored(&format!("{}V", step.number));
        let title = step.text.clone();
        let (note, list) = (step.note.clone(), step.list.clone());
        let count = (!step.number.is_multiple_of(3)).then_some(step.number);
        Some(match step.verb {
            0 => Entity::Programme(Programme {
                id: ProgrammeId(id),
                title,
                timezone: "Europe/Paris".into(),
                language: pick(&[Language::Fr, Language::En], step.other)?,
                agenda_page_url: note.clone(),
                agenda_feed_url: note,
                is_sample: step.number.is_multiple_of(2),
                rank,
            }),
            1 => Entity::Audience(Audience {
                id: AudienceId(id),
                programme: ProgrammeId(one(0)?),
                name: title,
                colour: pick(&Colour::ALL, step.other)?,
                rank,
            }),
            2 => Entity::Room(Room {
                id: RoomId(id),
                programme: ProgrammeId(one(0)?),
                name: title,
                capacity: count,
                features: note,
                rank,
            }),
            3 => Entity::Session(Session {
                id: SessionId(id),
                programme: ProgrammeId(one(0)?),
                title,
                status: pick(
                    &[Status::Tentative, Status::Confirmed, Status::Cancelled],
                    step.other,
                )?,
                venue: note.clone(),
                address: None,
                map_url: list.first().cloned(),
                theme: None,
                objectives: note.clone(),
                links: list,
                notes: note,
                rank,
            }),
            4 => Entity::Day(Day {
                id: DayId(id),
                session: SessionId(one(3)?),
                date: count.map(|days| NaiveDate::default() + Days::new(days.into())),
                start: Clock(step.number),
                rank,
            }),
            5 => Entity::Attendance(Attendance {
                id: AttendanceId(id),
                day: DayId(one(4)?),
                audience: AudienceId(one(1)?),
                start: Clock(step.number),
                end: Clock(step.number + 1),
            }),
            6 => Entity::Idea(Idea {
                id: IdeaId(id),
                programme: ProgrammeId(one(0)?),
                session: maybe(3).map(SessionId),
                title,
                description: note,
                tags: list.clone(),
                facilitators: list,
                capacity: count,
                rank,
            }),
            7 => Entity::Slot(Slot {
                id: SlotId(id),
                parent: match maybe(8) {
                    Some(track) => Parent::Track(TrackId(track)),
                    None => Parent::Day(DayId(one(4)?)),
                },
                rank,
                title,
                kind: pick(&[Kind::FreeTime, Kind::WrapUp, Kind::Meal], step.other)?,
                minutes: count.map(Minutes),
                min_minutes: count.map(Minutes),
                max_minutes: count.map(Minutes),
                optional: step.number.is_multiple_of(2),
                pin: count.map(Clock),
                room: maybe(2).map(RoomId),
                facilitators: list,
                notes: note.clone(),
                material: note,
                setup: Minutes(step.number),
                teardown: Minutes(step.number / 2),
            }),
            9 => Entity::Template(Template {
                id: TemplateId(id),
                title,
                start: count.map(Clock),
                slots: vec![SlotSpec::plain(
                    step.text.clone(),
                    Kind::Meal,
                    Minutes(step.number),
                )],
                rank,
            }),
            10 => Entity::Dismissal(Dismissal {
                id: DismissalId(id),
                programme: ProgrammeId(one(0)?),
                code: title,
                subject: Subject::Programme(ProgrammeId(one(0)?)),
            }),
            11 => Entity::Source(Source {
                id: SourceId(id),
                programme: ProgrammeId(one(0)?),
                page: SourcePage {
                    path: note,
                    text: step.text.clone(),
                    year: step.other.is_multiple_of(2).then_some(2026),
                    read_on: NaiveDate::default(),
                    dates: vec![NaiveDate::default()],
                },
                anchors: Anchors {
                    audiences: vec![(step.text.clone(), AudienceId(id))],
                    sessions: vec![SessionAnchor {
                        line: step.number,
                        id: SessionId(id),
                        days: vec![DayId(id)],
                    }],
                    slots: vec![(step.number, SlotId(id))],
                    ideas: vec![(step.number, IdeaId(id))],
                    cancelled: vec![SessionId(id)],
                },
            }),
            12 => Entity::Tag(Tag {
                id: TagId(id),
                programme: ProgrammeId(one(0)?),
                name: title,
                colour: pick(&[Colour::Teal, Colour::Slate], step.other)?,
            }),
            _ => Entity::Track(Track {
                id: TrackId(id),
                slot: SlotId(one(7)?),
                rank,
                title: note,
                room: maybe(2).map(RoomId),
                audience: maybe(1).map(AudienceId),
                idea: maybe(6).map(IdeaId),
            }),
        })
    }
}

fn pick<T: Clone>(all: &[T], which: usize) -> Option<T> {
    all.get(which.checked_rem(all.len())?).cloned()
}

fn table(row: &Entity) -> u8 {
    match row {
        Entity::Programme(_) => 0,
        Entity::Audience(_) => 1,
        Entity::Room(_) => 2,
        Entity::Session(_) => 3,
        Entity::Day(_) => 4,
        Entity::Attendance(_) => 5,
        Entity::Idea(_) => 6,
        Entity::Slot(_) => 7,
        Entity::Track(_) => 8,
        Entity::Template(_) => 9,
        Entity::Dismissal(_) => 10,
        Entity::Source(_) => 11,
        Entity::Tag(_) => 12,
    }
}

#[test]
fn out_of_range_minutes_and_starts_are_refused_by_table_constraints() {
    let (_folder, path) = temporary_store();
    drop(open(&path));
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    let slot = |column: &str, value: i64| {
        let minutes = if column == "minutes" { "" } else { ", minutes" };
        let minutes_value = if column == "minutes" { "" } else { ", 5" };
        let fixed = [("optional", "0"), ("setup", "0"), ("teardown", "0")];
        let fixed: Vec<_> = fixed.iter().filter(|(name, _)| *name != column).collect();
        let names: String = fixed.iter().map(|(name, _)| format!(", {name}")).collect();
        let values: String = fixed
            .iter()
            .map(|(_, value)| format!(", {value}"))
            .collect();
        format!(
            "INSERT INTO slot (id, day, rank, title, kind, facilitators, {column}{minutes}{names})
             VALUES ('{column} {value}', 'day', 'V', 'title', 'break', '[]', {value}{minutes_value}{values})"
        )
    };
    let run = |sql: &str| connection.execute(sql, []);
    for column in [
        "minutes",
        "min_minutes",
        "max_minutes",
        "pin",
        "setup",
        "teardown",
    ] {
        run(&slot(column, 2_880)).unwrap();
        for wrong in [-1, 2_881] {
            run(&slot(column, wrong)).unwrap_err();
        }
    }
    for (start, end, is_right) in [(0, 2_880, true), (2_880, 2_881, false), (10, 10, false)] {
        let sql =
            format!("INSERT INTO attendance VALUES ('{start}', 'day', 'audience', {start}, {end})");
        assert_eq!(run(&sql).is_ok(), is_right, "{sql}");
    }
    for (start, is_right) in [(2_880, true), (2_881, false), (-1, false)] {
        let day = format!("INSERT INTO day VALUES ('{start}', 'session', NULL, {start}, 'V')");
        let template =
            format!("INSERT INTO template VALUES ('{start}', 'title', {start}, '[]', 'V')");
        for sql in [day, template] {
            assert_eq!(run(&sql).is_ok(), is_right, "{sql}");
        }
    }
}
