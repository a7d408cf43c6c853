//! A day like the organiser's, built by edits.

use chrono::NaiveDate;
use deroule_edit::draft::{Draft, DraftAttendance, DraftDay, DraftIdea, DraftSession, DraftSlot};
use deroule_edit::{BoardCell, Edit, IdeaField, SlotField, TrackField, prepare};
use deroule_model::{Clock, Kind, Minutes, ProgrammeId, RoomId, SessionId, SlotId, State, TrackId};
use uuid::Uuid;

pub fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 8, day).unwrap()
}

/// A plan under construction.
pub struct Building {
    pub plan: State,
    next: u128,
}

impl Building {
    /// A programme with one session of one day that has these slots.
    pub fn of(title: &str, slots: &[(&str, Kind, u32, u32)]) -> Self {
        let mut building = Self {
            plan: State::default(),
            next: 0,
        };
        let slot = |(title, kind, minutes, tracks): &(&str, Kind, u32, u32)| DraftSlot {
            title: (*title).to_owned(),
            kind: *kind,
            minutes: Minutes(*minutes),
            pin: None,
            tracks: *tracks,
            line: 1,
        };
        let session = DraftSession {
            announced: true,
            title: title.to_owned(),
            status: None,
            venue: Some("Laptop".to_owned()),
            theme: Some("Rentrée de la promotion".to_owned()),
            objectives: None,
            days: vec![DraftDay {
                date: Some(date(30)),
                start: Some(Clock::at(9, 0)),
                attendance: vec![DraftAttendance {
                    audience: "DIG".into(),
                    start: Clock::at(9, 30),
                    end: Clock::at(18, 30),
                }],
                slots: slots.iter().map(slot).collect(),
            }],
            line: 1,
        };
        let idea = |title: &str| DraftIdea {
            title: title.to_owned(),
            session: None,
            line: 1,
        };
        let draft = Draft {
            title: Some("Programme DIG 2019".into()),
            sessions: vec![session],
            ideas: vec![idea("Clinique stratégique"), idea("Feuille de route")],
            ..Draft::default()
        };
        let programme = ProgrammeId(building.id());
        building.edit(Edit::merge(programme, draft));
        building
    }

    pub fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub fn edit(&mut self, edit: Edit) {
        let mut next = self.next;
        let mut ids = || {
            next += 1;
            Uuid::from_u128(next)
        };
        self.plan = prepare(&self.plan, &edit, &mut ids).unwrap().after;
        self.next = next;
    }

    pub fn programme(&self) -> ProgrammeId {
        self.plan.programmes()[0].id
    }

    pub fn session(&self) -> SessionId {
        self.plan.sessions(self.programme())[0].id
    }

    /// The slots of the first day, in order.
    fn slots(&self) -> Vec<SlotId> {
        let day = self.plan.days(self.session()).next().unwrap().id;
        let slots = self.plan.slots(deroule_model::Parent::Day(day));
        slots.map(|slot| slot.id).collect()
    }
}

/// A whole day, with rooms, facilitators and placed ideas.
pub fn august() -> Building {
    let mut building = Building::of(
        "Session DIG",
        &[
            ("Accueil café", Kind::Welcome, 30, 0),
            ("Brise-glace : qui est qui ?", Kind::Activity, 15, 0),
            ("Standup", Kind::Plenary, 15, 0),
            (
                "Récapitulatif des sessions de juillet",
                Kind::Plenary,
                60,
                0,
            ),
            ("Pause", Kind::Break, 30, 0),
            ("Planification des ateliers", Kind::Plenary, 60, 0),
            ("Présentation du lieu", Kind::Plenary, 10, 0),
            ("Déjeuner libre", Kind::Meal, 80, 0),
            ("Bulloterie", Kind::Activity, 30, 0),
            ("Atelier n° 1", Kind::Workshop, 75, 3),
            ("Pause", Kind::Break, 30, 0),
            ("Atelier n° 2", Kind::Workshop, 75, 3),
            ("Restitution et suite", Kind::WrapUp, 45, 0),
            ("Fin", Kind::WrapUp, 0, 0),
        ],
    );
    let slots = building.slots();
    let programme = building.programme();
    let room = RoomId(building.id());
    building.edit(Edit::AddRoom {
        id: room,
        programme,
        name: "Grand atelier".into(),
    });
    building.edit(Edit::PinSlot {
        slot: slots[8],
        at: Some(Clock::at(14, 0)),
    });
    for field in [
        SlotField::Room(Some(room)),
        SlotField::Facilitators(vec!["Camille".into()]),
        SlotField::Material(Some("feutres, bulles en papier".into())),
    ] {
        building.edit(Edit::SetSlot {
            slot: slots[8],
            field,
        });
    }
    let ideas: Vec<_> = building
        .plan
        .ideas(programme)
        .iter()
        .map(|idea| idea.id)
        .collect();
    building.edit(Edit::SetIdea {
        idea: ideas[0],
        field: IdeaField::Facilitators(vec!["Sacha".into()]),
    });
    let new_track = TrackId(building.id());
    let place = BoardCell::Room {
        round: slots[9],
        room,
        new_track,
    };
    building.edit(Edit::PlaceIdea {
        idea: ideas[0],
        place,
        from: None,
    });
    let second = building.plan.tracks(slots[9]).nth(1).unwrap().id;
    let place = BoardCell::Track { track: second };
    building.edit(Edit::PlaceIdea {
        idea: ideas[1],
        place,
        from: None,
    });
    building
}

/// The same day with set-up and teardown, and a second room.
pub fn crewed() -> Building {
    let mut building = august();
    let slots = building.slots();
    let programme = building.programme();
    let room = RoomId(building.id());
    building.edit(Edit::AddRoom {
        id: room,
        programme,
        name: "Salle bleue".into(),
    });
    let second = building.plan.tracks(slots[9]).nth(1).unwrap().id;
    building.edit(Edit::SetTrack {
        track: second,
        field: TrackField::Room(Some(room)),
    });
    for (slot, field) in [
        (0, SlotField::Setup(Minutes(45))),
        (0, SlotField::Material(Some("gobelets, badges".into()))),
        (8, SlotField::Teardown(Minutes(10))),
        (9, SlotField::Setup(Minutes(25))),
        (9, SlotField::Notes(Some("Tables en îlots de six".into()))),
        (12, SlotField::Teardown(Minutes(40))),
    ] {
        building.edit(Edit::SetSlot {
            slot: slots[slot],
            field,
        });
    }
    building
}
