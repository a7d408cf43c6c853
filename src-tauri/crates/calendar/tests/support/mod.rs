//! Builds small plans for the tests, one row a line.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its own part of this, and a failed step fails its test"
)]

use chrono::{DateTime, NaiveDate, Utc};
use deroule_calendar::{Export, Language, Options, export};
use deroule_model::{
    Attendance, AttendanceId, Audience, AudienceId, Clock, Colour, Day, DayId, Entity, Idea,
    IdeaId, Kind, Minutes, Parent, Programme, ProgrammeId, Rank, Room, RoomId, Session, SessionId,
    Slot, SlotId, State, Status, Track, TrackId,
};
use uuid::Uuid;

/// A programme in the making; ids are counted from 1.
pub struct Builder {
    pub rows: Vec<Entity>,
    pub programme: ProgrammeId,
    next: u128,
    rank: Rank,
}

impl Builder {
    pub fn new(timezone: &str) -> Self {
        let programme = ProgrammeId(Uuid::from_u128(1));
        let rank = Rank::between(None, None);
        let row = Programme {
            id: programme,
            title: "Parcours d’essai".into(),
            timezone: timezone.into(),
            language: Language::Fr,
            agenda_page_url: Some("https://agenda.example/p/a,b;c".into()),
            agenda_feed_url: Some("webcal://agenda.example/feed?export".into()),
            is_sample: false,
            rank: rank.clone(),
        };
        Self {
            rows: vec![Entity::Programme(row)],
            programme,
            next: 1,
            rank,
        }
    }

    pub fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub fn rank(&mut self) -> Rank {
        self.rank = Rank::between(Some(&self.rank), None);
        self.rank.clone()
    }

    pub fn audience(&mut self, name: &str) -> AudienceId {
        let id = AudienceId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Audience(Audience {
            id,
            programme: self.programme,
            name: name.into(),
            colour: Colour::Teal,
            rank,
        }));
        id
    }

    pub fn session(&mut self, title: &str) -> SessionId {
        self.session_with(title, |_| ())
    }

    pub fn session_with(&mut self, title: &str, change: impl FnOnce(&mut Session)) -> SessionId {
        let id = SessionId(self.id());
        let rank = self.rank();
        let mut row = Session {
            status: Status::Confirmed,
            notes: Some("pour nous seuls".into()),
            ..Session::new(id, self.programme, title.into(), rank)
        };
        change(&mut row);
        self.rows.push(Entity::Session(row));
        id
    }

    /// A day on `date` (ISO), or undated for an empty text.
    pub fn day(&mut self, session: SessionId, date: &str, start: u32) -> DayId {
        let id = DayId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Day(Day {
            id,
            session,
            date: date.parse::<NaiveDate>().ok(),
            start: Clock(start),
            rank,
        }));
        id
    }

    pub fn attends(&mut self, day: DayId, audience: AudienceId, start: u32, end: u32) {
        let id = AttendanceId(self.id());
        self.rows.push(Entity::Attendance(Attendance {
            id,
            day,
            audience,
            start: Clock(start),
            end: Clock(end),
        }));
    }

    pub fn slot(&mut self, parent: Parent, title: &str, minutes: impl Into<Option<u32>>) -> SlotId {
        let id = SlotId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Slot(Slot {
            id,
            parent,
            rank,
            title: title.into(),
            kind: Kind::Plenary,
            minutes: minutes.into().map(Minutes),
            min_minutes: None,
            max_minutes: None,
            optional: false,
            pin: None,
            room: None,
            facilitators: Vec::new(),
            notes: Some("pour nous seuls".into()),
            material: None,
            setup: Minutes::ZERO,
            teardown: Minutes::ZERO,
        }));
        id
    }

    pub fn room(&mut self, name: &str) -> RoomId {
        let id = RoomId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Room(Room {
            id,
            programme: self.programme,
            name: name.into(),
            capacity: None,
            features: None,
            rank,
        }));
        id
    }

    pub fn idea(&mut self, title: &str) -> IdeaId {
        let id = IdeaId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Idea(Idea {
            id,
            programme: self.programme,
            session: None,
            title: title.into(),
            description: None,
            tags: Vec::new(),
            facilitators: Vec::new(),
            capacity: None,
            rank,
        }));
        id
    }

    /// Places `idea` in `track`, in `room`.
    pub fn place(&mut self, idea: IdeaId, track: TrackId, room: RoomId) {
        for row in &mut self.rows {
            if let Entity::Track(row) = row
                && row.id == track
            {
                row.idea = Some(idea);
                row.room = Some(room);
            }
        }
    }

    pub fn track(
        &mut self,
        slot: SlotId,
        title: Option<&str>,
        audience: Option<AudienceId>,
    ) -> TrackId {
        let id = TrackId(self.id());
        let rank = self.rank();
        self.rows.push(Entity::Track(Track {
            id,
            slot,
            rank,
            title: title.map(str::to_owned),
            room: None,
            audience,
            idea: None,
        }));
        id
    }

    pub fn plan(&self) -> State {
        State::of(self.rows.clone())
    }

    pub fn export(&self, options: &Options) -> Export {
        export(&self.plan(), self.programme, options).unwrap()
    }
}

/// Options of an export of everything, in French.
pub fn options() -> Options {
    Options {
        slots: false,
        audience: None,
        sessions: None,
        language: Language::Fr,
        stamp: "2019-08-01T10:20:30Z".parse::<DateTime<Utc>>().unwrap(),
        sequence: 7,
    }
}

/// The file's logical lines, unfolded.
pub fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "")
        .split_terminator("\r\n")
        .map(str::to_owned)
        .collect()
}

/// The properties called `name` in the file, whatever their parameters.
pub fn values(text: &str, name: &str) -> Vec<String> {
    let events = text
        .split_once("BEGIN:VEVENT")
        .map_or("", |(_, events)| events);
    unfolded(events)
        .into_iter()
        .filter(|line| line.split([':', ';']).next() == Some(name))
        .collect()
}
