//! A programme that pages are imported into, and that is worked on between two imports.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use deroule_edit::draft::Draft;
use deroule_edit::{
    Base, Edit, IdeaField, PreparedEdit, Resolution, SessionField, SlotField, prepare,
};
use deroule_model::{
    Change, DayId, Entity, IdeaId, Kind, Minutes, Parent, ProgrammeId, SessionId, SlotId,
    SourcePage, State,
};
use deroule_schedule as schedule;
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

use crate::pages::number;

/// A plan with one programme, and the page that was read into it last.
#[derive(Clone)]
pub struct ImportedProgramme {
    pub state: State,
    pub page: Option<Draft>,
    pub next: u128,
}

pub const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

impl ImportedProgramme {
    pub fn new() -> Self {
        Self {
            state: State::default(),
            page: None,
            next: 1,
        }
    }

    /// Reads a page; the plan's values stand in conflicts.
    pub fn merge(&mut self, draft: &Draft) -> PreparedEdit {
        self.merge_with(draft, &Resolution::Ours)
    }

    pub fn merge_with(&mut self, draft: &Draft, resolution: &Resolution) -> PreparedEdit {
        let mut draft = draft.clone();
        number(&mut draft);
        let sources: Vec<_> = self
            .state
            .sources(PROGRAMME)
            .map(|source| source.id)
            .collect();
        let edit = Edit::ImportDraft {
            programme: PROGRAMME,
            draft: Box::new(draft.clone()),
            base: self.page.clone().map(|draft| {
                Box::new(Base {
                    source: sources.first().copied(),
                    draft,
                })
            }),
            sources,
            page: Some(Box::new(SourcePage {
                path: None,
                text: format!("{draft:?}"),
                year: None,
                read_on: NaiveDate::default(),
                dates: vec![],
            })),
            resolution: resolution.clone(),
            exported: vec![],
        };
        let planned = self.commit(&edit).unwrap();
        self.page = Some(draft);
        planned
    }

    /// Moves a slot to the end of a day.
    pub fn move_slot(&mut self, slot: SlotId, day: DayId) {
        let parent = Parent::Day(day);
        let edit = Edit::MoveSlot {
            slot,
            parent,
            before: None,
            pin: None,
        };
        self.commit(&edit).unwrap();
    }

    /// Applies an edit, unless it is refused.
    fn commit(&mut self, edit: &Edit) -> Option<PreparedEdit> {
        let next = &mut self.next;
        let mut ids = || {
            *next += 1;
            Uuid::from_u128(*next)
        };
        let planned = prepare(&self.state, edit, &mut ids).ok()?;
        self.state = planned.after.clone();
        Some(planned)
    }

    /// All that a page could say, in no order; each session with its days, each idea with the title of
    /// its session. When a day starts, a page need not say.
    pub fn page_facts(&self) -> BTreeSet<String> {
        let mut said = Vec::new();
        for session in self.state.sessions(PROGRAMME) {
            let days = self.state.days(session.id).map(|day| {
                let hours = self.state.attendances(day.id).into_iter().map(|row| {
                    let name = self.state.audience(row.audience).unwrap().name.clone();
                    (name, row.start, row.end)
                });
                let hours: BTreeSet<_> = hours.collect();
                let slots = self.state.slots(Parent::Day(day.id)).map(|slot| {
                    let minutes = schedule::length(&self.state, slot);
                    let tracks = self.state.tracks(slot.id).count();
                    format!(
                        "{} {:?} {minutes:?} {:?} {tracks}",
                        slot.title, slot.kind, slot.pin
                    )
                });
                let slots: Vec<_> = slots.collect();
                format!("{:?} {hours:?} {slots:?}", day.date)
            });
            let days: BTreeSet<_> = days.collect();
            said.push(format!(
                "{} {:?} {:?} {days:?}",
                session.title, session.status, session.theme
            ));
        }
        for idea in self.state.ideas(PROGRAMME) {
            let session = idea.session.and_then(|id| self.state.session(id));
            said.push(format!(
                "{} {:?}",
                idea.title,
                session.map(|row| &row.title)
            ));
        }
        said.sort();
        let numbered = said.iter().enumerate().map(|(at, one)| {
            let before = said[..at].iter().filter(|other| *other == one).count();
            format!("{one} #{before}")
        });
        numbered.collect()
    }

    /// The id of every row.
    pub fn ids(&self) -> BTreeSet<Uuid> {
        self.state.rows().map(|row| row.uuid()).collect()
    }

    /// Every row but the page itself.
    pub fn rows(&self) -> Vec<Entity> {
        let rows = self.state.rows();
        rows.filter(|row| !matches!(row, Entity::Source(_)))
            .collect()
    }
}

/// The changes of rows; the page itself is none.
pub fn of_rows(planned: &PreparedEdit) -> Vec<&Change> {
    let is_row = |change: &&Change| !matches!(change.row(), Some(Entity::Source(_)));
    planned.changes.iter().filter(is_row).collect()
}

/// Something done here, on whatever is there.
#[derive(Clone, Debug)]
pub struct LocalEdit {
    verb: u8,
    which: Index,
    other: Index,
    minutes: u32,
}

pub fn local_edits() -> impl Strategy<Value = Vec<LocalEdit>> {
    let local = (0u8..12, any::<Index>(), any::<Index>(), 1u32..90);
    let local = local.prop_map(|(verb, which, other, minutes)| LocalEdit {
        verb,
        which,
        other,
        minutes,
    });
    prop::collection::vec(local, 1..6)
}

fn pick<T: Clone>(all: &[T], index: Index) -> Option<T> {
    (!all.is_empty()).then(|| index.get(all).clone())
}

impl ImportedProgramme {
    fn slots(&self) -> Vec<SlotId> {
        let rows = self.state.rows().filter_map(|row| match row {
            Entity::Slot(slot) => Some(slot.id),
            _ => None,
        });
        rows.collect()
    }

    fn days(&self) -> Vec<DayId> {
        let rows = self.state.rows().filter_map(|row| match row {
            Entity::Day(day) => Some(day.id),
            _ => None,
        });
        rows.collect()
    }

    /// The edit of a local: of those that add something and change nothing the page says where
    /// `adds_only`.
    fn edit(&mut self, local: &LocalEdit, adds_only: bool) -> Option<Edit> {
        let slot = pick(&self.slots(), local.which);
        let sessions: Vec<SessionId> = self
            .state
            .sessions(PROGRAMME)
            .into_iter()
            .map(|row| row.id)
            .collect();
        let session = pick(&sessions, local.which);
        let idea = self
            .state
            .ideas(PROGRAMME)
            .into_iter()
            .map(|row| row.id)
            .collect::<Vec<_>>();
        let idea: Option<IdeaId> = pick(&idea, local.which);
        self.next += 1;
        let fresh = Uuid::from_u128(1 << 100 | self.next);
        let note = Some(format!("noted {}", local.minutes));
        Some(match local.verb {
            0 => Edit::SetSlot {
                slot: slot?,
                field: SlotField::Notes(note),
            },
            1 => Edit::SetSlot {
                slot: slot?,
                field: SlotField::Facilitators(vec!["Ana".to_owned()]),
            },
            2 => Edit::SetSession {
                session: session?,
                field: SessionField::Notes(note),
            },
            3 => Edit::SetIdea {
                idea: idea?,
                field: IdeaField::Description(note),
            },
            4 => {
                let day = pick(&self.days(), local.which)?;
                let own: Vec<SlotId> = self
                    .state
                    .slots(Parent::Day(day))
                    .map(|slot| slot.id)
                    .collect();
                Edit::AddSlot {
                    id: SlotId(fresh),
                    parent: Parent::Day(day),
                    before: pick(&own, local.other),
                    title: format!("Added {}", local.minutes),
                    kind: Kind::Activity,
                    minutes: Minutes(local.minutes),
                    pin: None,
                }
            }
            _ if adds_only => return None,
            5 => Edit::SetSlot {
                slot: slot?,
                field: SlotField::Title(format!("Renamed {}", local.minutes)),
            },
            6 => Edit::ResizeSlot {
                slot: slot?,
                minutes: Minutes(local.minutes),
            },
            7 => Edit::DeleteSlot { slot: slot? },
            8 => Edit::MoveSlot {
                slot: slot?,
                parent: Parent::Day(pick(&self.days(), local.other)?),
                before: None,
                pin: None,
            },
            9 => Edit::SetSession {
                session: session?,
                field: SessionField::Title(format!("Renamed {}", local.minutes)),
            },
            10 => Edit::DeleteSession { session: session? },
            _ => Edit::DeleteIdea { idea: idea? },
        })
    }

    pub fn apply(&mut self, local_edits: &[LocalEdit], adds_only: bool) -> usize {
        let mut done = 0;
        for local in local_edits {
            let edit = self.edit(local, adds_only);
            let planned = edit.and_then(|edit| self.commit(&edit));
            done += usize::from(planned.is_some_and(|planned| !planned.changes.is_empty()));
        }
        done
    }
}
