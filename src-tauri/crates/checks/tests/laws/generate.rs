//! Random gestures, made into edits that fit the state they meet.

use chrono::{NaiveDate, TimeDelta};
use deroule_edit::{BoardCell, Edit, Hours, Insertion, SlotField, prepare};
use deroule_model::{
    AudienceId, Clock, DayId, Entity, IdeaId, Kind, Language, Minutes, Parent, ProgrammeId,
    SessionId, Slot, SlotId, SlotSpec, State, TemplateId, Track, TrackId,
};
use proptest::prelude::*;
use uuid::Uuid;

/// What to do, to which of the things there are, how much.
#[derive(Clone, Debug)]
pub struct Gesture {
    verb: u8,
    which: usize,
    other: usize,
    amount: u32,
}

impl Gesture {
    /// The same gesture as a move within one running order.
    pub fn into_move(self) -> Self {
        Self { verb: MOVE, ..self }
    }
}

const MOVE: u8 = 1;

pub fn gestures(most: usize) -> impl Strategy<Value = Vec<Gesture>> {
    let gesture = (0u8..27, any::<usize>(), any::<usize>(), 0u32..240).prop_map(
        |(verb, which, other, amount)| Gesture {
            verb,
            which,
            other,
            amount,
        },
    );
    prop::collection::vec(gesture, 1..most)
}

/// A date within some months, or none.
pub fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    (0u32..240).prop_map(some_date)
}

/// One of some dates; now and then none.
fn some_date(amount: u32) -> Option<NaiveDate> {
    let first = NaiveDate::default() + TimeDelta::days(20_000);
    (!amount.is_multiple_of(4)).then(|| first + TimeDelta::days(i64::from(amount)))
}

/// A programme of two days, and a source of ids that counts.
pub struct World {
    pub state: State,
    pub ids: Box<dyn FnMut() -> Uuid>,
    programme: ProgrammeId,
}

impl World {
    pub fn new() -> Self {
        let mut next = 0u128;
        let mut ids: Box<dyn FnMut() -> Uuid> = Box::new(move || {
            next += 1;
            Uuid::from_u128(next)
        });
        let programme = ProgrammeId(ids());
        let mut world = Self {
            state: State::default(),
            ids,
            programme,
        };
        world.apply(&Edit::AddProgramme {
            id: programme,
            title: "Programme".into(),
            timezone: "Europe/Paris".into(),
            language: Language::Fr,
        });
        for title in ["First", "Second"] {
            let (id, day) = (SessionId((world.ids)()), DayId((world.ids)()));
            let title = title.to_owned();
            world.apply(&Edit::AddSession {
                id,
                day,
                programme,
                title,
                date: None,
            });
        }
        let audience = AudienceId((world.ids)());
        world.apply(&Edit::AddAudience {
            id: audience,
            programme,
            name: "DIG".into(),
        });
        for (at, day) in world.days().into_iter().enumerate() {
            world.apply(&Edit::SetAttendance {
                day,
                audience,
                hours: Some(Hours {
                    start: Clock::at(9, 0),
                    end: Clock::at(12, 0),
                }),
            });
            for minutes in [30, 15, 60] {
                let id = SlotId((world.ids)());
                world.apply(&Edit::AddSlot {
                    id,
                    parent: Parent::Day(day),
                    before: None,
                    title: format!("Slot {at} {minutes}"),
                    kind: Kind::Plenary,
                    minutes: Minutes(minutes),
                    pin: None,
                });
            }
        }
        world
    }

    pub fn days(&self) -> Vec<DayId> {
        let day = |row| {
            if let Entity::Day(day) = row {
                Some(day.id)
            } else {
                None
            }
        };
        self.state.rows().filter_map(day).collect()
    }

    fn apply(&mut self, edit: &Edit) {
        self.state = prepare(&self.state, edit, &mut self.ids).unwrap().after;
    }

    fn slots(&self) -> Vec<Slot> {
        let slot = |row| {
            if let Entity::Slot(slot) = row {
                Some(slot)
            } else {
                None
            }
        };
        self.state.rows().filter_map(slot).collect()
    }

    fn tracks(&self) -> Vec<TrackId> {
        let track = |row| {
            if let Entity::Track(track) = row {
                Some(track.id)
            } else {
                None
            }
        };
        self.state.rows().filter_map(track).collect()
    }

    /// The edit a gesture means here; none when there is nothing it could be done to.
    pub fn edit(&mut self, gesture: &Gesture) -> Option<Edit> {
        let Gesture {
            verb,
            which,
            other,
            amount,
        } = *gesture;
        let slots = self.slots();
        let tracks = self.tracks();
        let slot = slots
            .get(which.checked_rem(slots.len()).unwrap_or(0))
            .cloned();
        let track = tracks
            .get(other.checked_rem(tracks.len()).unwrap_or(0))
            .copied();
        let days = self.days();
        let parent = match track {
            Some(track) if other % 2 == 0 => Parent::Track(track),
            _ => Parent::Day(days[other % days.len()]),
        };
        let before = {
            let mut there = self
                .state
                .slots(parent)
                .map(|slot| slot.id)
                .collect::<Vec<_>>();
            there.retain(|id| Some(*id) != slot.as_ref().map(|slot| slot.id));
            there.get(which % (there.len() + 1)).copied()
        };
        let ideas: Vec<IdeaId> = self
            .state
            .ideas(self.programme)
            .iter()
            .map(|idea| idea.id)
            .collect();
        Some(match verb {
            0 => Edit::AddSlot {
                id: SlotId((self.ids)()),
                parent,
                before,
                title: format!("Slot {which}"),
                kind: Kind::Activity,
                minutes: Minutes(amount),
                pin: None,
            },
            MOVE => Edit::MoveSlot {
                slot: slot?.id,
                parent,
                before,
                pin: None,
            },
            2 => Edit::ResizeSlot {
                slot: slot?.id,
                minutes: Minutes(amount),
            },
            3 => Edit::PinSlot {
                slot: slot?.id,
                at: Some(Clock(480 + amount)),
            },
            4 => Edit::PinSlot {
                slot: slot?.id,
                at: None,
            },
            5 => Edit::DeleteSlot { slot: slot?.id },
            6 => {
                let tracks = (0..amount % 4).map(|_| TrackId((self.ids)())).collect();
                Edit::SplitSlot {
                    slot: slot?.id,
                    tracks,
                }
            }
            7 => Edit::JoinTracks { slot: slot?.id },
            8 => Edit::DeleteTrack { track: track? },
            9 => Edit::AddIdea {
                id: IdeaId((self.ids)()),
                programme: self.programme,
                session: None,
                title: format!("Idea {which}"),
            },
            10 => Edit::PlaceIdea {
                idea: *ideas.get(which % ideas.len().max(1))?,
                place: BoardCell::Track { track: track? },
                from: None,
            },
            11 => Edit::DeleteIdea {
                idea: *ideas.get(which % ideas.len().max(1))?,
            },
            12 => Edit::SetSlot {
                slot: slot?.id,
                field: SlotField::MinMinutes(Some(Minutes(amount))),
            },
            13 => Edit::SetSlot {
                slot: slot?.id,
                field: SlotField::MaxMinutes(Some(Minutes(amount))),
            },
            14 => Edit::SetSlot {
                slot: slot?.id,
                field: SlotField::Optional(amount % 2 == 0),
            },
            15 => Edit::SetSlot {
                slot: slot?.id,
                field: SlotField::Kind([Kind::Break, Kind::FreeTime, Kind::Meal][other % 3]),
            },
            16 => Edit::InsertSlots {
                parent,
                before,
                slots: (0..amount % 3)
                    .map(|_| Insertion {
                        id: SlotId((self.ids)()),
                        spec: SlotSpec::plain("Pasted", Kind::Break, Minutes(amount)),
                    })
                    .collect(),
            },
            17 => Edit::DivideSlot {
                slot: slot?.id,
                id: SlotId((self.ids)()),
                minutes: Minutes(amount),
            },
            18 => Edit::MergeSlots { slot: slot?.id },
            19 => Edit::SwapSlots {
                slot: slot?.id,
                other: slots.get(other % slots.len().max(1))?.id,
            },
            20 => Edit::SaveTemplate {
                id: TemplateId((self.ids)()),
                title: format!("Template {which}"),
                slots: slots.iter().take(other % 4).map(|slot| slot.id).collect(),
            },
            21 => {
                let templates = self.state.templates();
                Edit::ApplyTemplate {
                    template: templates.get(which % templates.len().max(1))?.id,
                    parent,
                    before,
                    slots: Vec::new(),
                }
            }
            22 => {
                let sessions = self.state.sessions(self.programme);
                Edit::DuplicateSession {
                    session: sessions.get(which % sessions.len().max(1))?.id,
                    id: SessionId((self.ids)()),
                    date: some_date(amount),
                }
            }
            23 => {
                let sessions = self.state.sessions(self.programme);
                Edit::RescheduleSession {
                    session: sessions.get(which % sessions.len().max(1))?.id,
                    date: some_date(amount),
                }
            }
            24 => {
                let sessions = self.state.sessions(self.programme);
                Edit::AddDay {
                    id: DayId((self.ids)()),
                    session: sessions.get(which % sessions.len().max(1))?.id,
                    date: some_date(amount),
                }
            }
            25 => Edit::SetDayDate {
                day: days[other % days.len()],
                date: some_date(amount),
            },
            _ => Edit::SetDayStart {
                day: days[other % days.len()],
                start: Clock(amount + 400),
            },
        })
    }
}

/// Whether an edit is about this very slot. Joining tracks is about those that come behind what stood
/// in the first: hours fixed beside another track mean nothing there.
pub fn is_about(state: &State, edit: &Edit, id: SlotId) -> bool {
    match edit {
        Edit::PinSlot { slot, .. } | Edit::MoveSlot { slot, .. } => *slot == id,
        Edit::JoinTracks { slot: block } => {
            let standing = |track: &Track| {
                let slots = state.slots(Parent::Track(track.id));
                slots.map(|slot| slot.id).collect::<Vec<_>>()
            };
            let tracks = state.tracks(*block).map(standing);
            let mut behind = tracks.filter(|slots| !slots.is_empty()).skip(1);
            behind.any(|slots| slots.contains(&id))
        }
        _ => false,
    }
}
