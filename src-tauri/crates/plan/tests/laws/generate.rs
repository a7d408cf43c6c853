//! Random gestures, made into edits that fit the state they meet.

use deroule_plan::{
    DayId, Edit, IdeaId, Kind, Parent, Plan, ProgrammeId, Slot, SlotField, SlotId, TrackId, plan,
};
use deroule_plan::{Entity, Place, SessionId};
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
    let gesture = (0u8..14, any::<usize>(), any::<usize>(), 0u32..240).prop_map(
        |(verb, which, other, amount)| Gesture {
            verb,
            which,
            other,
            amount,
        },
    );
    prop::collection::vec(gesture, 1..most)
}

/// A programme of two days, and a source of ids that counts.
pub struct World {
    pub plan: Plan,
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
            plan: Plan::default(),
            ids,
            programme,
        };
        world.apply(&Edit::AddProgramme {
            id: programme,
            title: "Programme".into(),
            timezone: "Europe/Paris".into(),
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
        for (at, day) in world.days().into_iter().enumerate() {
            for minutes in [30, 15, 60] {
                let id = SlotId((world.ids)());
                world.apply(&Edit::AddSlot {
                    id,
                    parent: Parent::Day(day),
                    before: None,
                    title: format!("Slot {at} {minutes}"),
                    kind: Kind::Plenary,
                    minutes,
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
        self.plan.rows().filter_map(day).collect()
    }

    fn apply(&mut self, edit: &Edit) {
        self.plan = plan(&self.plan, edit, &mut self.ids).unwrap().after;
    }

    fn slots(&self) -> Vec<Slot> {
        let slot = |row| {
            if let Entity::Slot(slot) = row {
                Some(slot)
            } else {
                None
            }
        };
        self.plan.rows().filter_map(slot).collect()
    }

    fn tracks(&self) -> Vec<TrackId> {
        let track = |row| {
            if let Entity::Track(track) = row {
                Some(track.id)
            } else {
                None
            }
        };
        self.plan.rows().filter_map(track).collect()
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
                .plan
                .slots(parent)
                .map(|slot| slot.id)
                .collect::<Vec<_>>();
            there.retain(|id| Some(*id) != slot.as_ref().map(|slot| slot.id));
            there.get(which % (there.len() + 1)).copied()
        };
        let ideas: Vec<IdeaId> = self
            .plan
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
                minutes: amount,
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
                minutes: amount,
            },
            3 => Edit::PinSlot {
                slot: slot?.id,
                at: Some(480 + amount),
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
                place: Place::Track { track: track? },
                from: None,
            },
            11 => Edit::DeleteIdea {
                idea: *ideas.get(which % ideas.len().max(1))?,
            },
            12 => Edit::SetSlot {
                slot: slot?.id,
                field: SlotField::Least(Some(amount)),
            },
            _ => Edit::SetDayStart {
                day: days[other % days.len()],
                start: amount + 400,
            },
        })
    }
}

/// Whether an edit is about this very slot.
pub fn is_about(edit: &Edit, id: SlotId) -> bool {
    match edit {
        Edit::PinSlot { slot, .. } | Edit::MoveSlot { slot, .. } => *slot == id,
        _ => false,
    }
}
