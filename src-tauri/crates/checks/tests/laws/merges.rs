//! Merging pages three ways: what the page changed is there, what was done here stays.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use deroule_edit::draft::{Draft, DraftAttendance, DraftDay, DraftIdea, DraftSession, DraftSlot};
use deroule_edit::{
    Base, Edit, IdeaField, PreparedEdit, Resolution, SessionField, SlotField, prepare,
};
use deroule_model::{
    Change, DayId, Entity, IdeaId, Kind, Parent, ProgrammeId, SessionId, SlotId, SourcePage, State,
    Status,
};
use deroule_schedule as schedule;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

/// A plan with one programme, and the page that was read into it last.
struct Desk {
    state: State,
    page: Option<Draft>,
    next: u128,
}

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

impl Desk {
    fn new() -> Self {
        Self {
            state: State::default(),
            page: None,
            next: 1,
        }
    }

    /// Reads a page; the plan's values stand in conflicts.
    fn merge(&mut self, draft: &Draft) -> PreparedEdit {
        self.merge_with(draft, &Resolution::Ours)
    }

    fn merge_with(&mut self, draft: &Draft, resolution: &Resolution) -> PreparedEdit {
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
    fn said(&self) -> BTreeSet<String> {
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
                        "{} {:?} {minutes} {:?} {tracks}",
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

    /// Every row but the page itself.
    fn rows(&self) -> Vec<Entity> {
        let rows = self.state.rows();
        rows.filter(|row| !matches!(row, Entity::Source(_)))
            .collect()
    }
}

/// The changes of rows; the page itself is none.
fn of_rows(planned: &PreparedEdit) -> Vec<&Change> {
    let is_row = |change: &&Change| !matches!(change.row(), Some(Entity::Source(_)));
    planned.changes.iter().filter(is_row).collect()
}

/// Gives each part of a page a line of its own, as a page has.
fn number(draft: &mut Draft) {
    let mut line = 0;
    let mut next = || {
        line += 1;
        line
    };
    for session in &mut draft.sessions {
        session.line = next();
        let slots = session.days.iter_mut().flat_map(|day| &mut day.slots);
        slots.for_each(|slot| slot.line = next());
    }
    draft.ideas.iter_mut().for_each(|idea| idea.line = next());
}

/// One of few dates, so that pages often tell of the same.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0i64..8).prop_map(|day| NaiveDate::default() + TimeDelta::days(20_000 + day))
}

fn slot() -> impl Strategy<Value = DraftSlot> {
    let title = select(vec!["Accueil", "accueil", "Pause", "Débat", "Atelier"]);
    let pin = prop::option::weighted(0.2, 500u32..900);
    (title, 0u32..90, pin, 0u32..4).prop_map(|(title, minutes, pin, tracks)| DraftSlot {
        title: title.to_owned(),
        kind: Kind::Plenary,
        minutes,
        pin,
        tracks,
        line: 3,
    })
}

fn attendance() -> impl Strategy<Value = Vec<DraftAttendance>> {
    let row = (select(vec!["DIG", "Mentors"]), 480u32..600, 700u32..900);
    let row = row.prop_map(|(audience, start, end)| DraftAttendance {
        audience: audience.to_owned(),
        start,
        end,
    });
    prop::collection::vec(row, 0..2)
}

fn draft_day(date: impl Strategy<Value = Option<NaiveDate>>) -> impl Strategy<Value = DraftDay> {
    let start = prop::option::of(480u32..600);
    let slots = prop::collection::vec(slot(), 0..5);
    (date, start, attendance(), slots).prop_map(|(date, start, attendance, slots)| DraftDay {
        date,
        start,
        attendance,
        slots,
    })
}

fn session(days: impl Strategy<Value = Vec<DraftDay>>) -> impl Strategy<Value = DraftSession> {
    let title = select(vec!["DIG", "dig", "Mentors", "Bilan"]);
    let theme = prop::option::of(select(vec!["comptes", "suites"]));
    let status = prop::option::weighted(0.3, select(vec![Status::Confirmed, Status::Cancelled]));
    (title, status, theme, days).prop_map(|(title, status, theme, days)| DraftSession {
        announced: true,
        title: title.to_owned(),
        status,
        venue: None,
        theme: theme.map(str::to_owned),
        objectives: None,
        days,
        line: 2,
    })
}

fn draft(sessions: impl Strategy<Value = DraftSession>) -> impl Strategy<Value = Draft> {
    let title = select(vec!["Clinique", "clinique", "Feuille de route"]);
    let idea = (title, prop::option::of(0u32..6)).prop_map(|(title, session)| DraftIdea {
        title: title.to_owned(),
        session,
        line: 4,
    });
    let sessions = prop::collection::vec(sessions, 0..6);
    (sessions, prop::collection::vec(idea, 0..4)).prop_map(|(sessions, ideas)| Draft {
        title: Some("Rencontres".to_owned()),
        sessions,
        ideas,
        ..Draft::default()
    })
}

/// Any page: sessions of several days and of none, dated and not, two alike. Days are in order, each
/// date once, as a page is read.
fn any_draft() -> impl Strategy<Value = Draft> {
    let day = draft_day(prop::option::weighted(0.7, day()));
    let days = prop::collection::vec(day, 0..4).prop_map(|mut days| {
        days.sort_by_key(|day| (day.date.is_none(), day.date));
        days.dedup_by(|one, other| one.date.is_some() && one.date == other.date);
        days
    });
    draft(session(days))
}

/// Something done here, on whatever is there.
#[derive(Clone, Debug)]
struct Deed {
    verb: u8,
    which: Index,
    other: Index,
    minutes: u32,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0u8..12, any::<Index>(), any::<Index>(), 1u32..90);
    let deed = deed.prop_map(|(verb, which, other, minutes)| Deed {
        verb,
        which,
        other,
        minutes,
    });
    prop::collection::vec(deed, 1..6)
}

fn pick<T: Clone>(all: &[T], index: Index) -> Option<T> {
    (!all.is_empty()).then(|| index.get(all).clone())
}

impl Desk {
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

    /// The edit of a deed: of those that add something and change nothing the page says where
    /// `adds_only`.
    fn edit(&mut self, deed: &Deed, adds_only: bool) -> Option<Edit> {
        let slot = pick(&self.slots(), deed.which);
        let sessions: Vec<SessionId> = self
            .state
            .sessions(PROGRAMME)
            .into_iter()
            .map(|row| row.id)
            .collect();
        let session = pick(&sessions, deed.which);
        let idea = self
            .state
            .ideas(PROGRAMME)
            .into_iter()
            .map(|row| row.id)
            .collect::<Vec<_>>();
        let idea: Option<IdeaId> = pick(&idea, deed.which);
        self.next += 1;
        let fresh = Uuid::from_u128(1 << 100 | self.next);
        let note = Some(format!("noted {}", deed.minutes));
        Some(match deed.verb {
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
                let day = pick(&self.days(), deed.which)?;
                let own: Vec<SlotId> = self
                    .state
                    .slots(Parent::Day(day))
                    .map(|slot| slot.id)
                    .collect();
                Edit::AddSlot {
                    id: SlotId(fresh),
                    parent: Parent::Day(day),
                    before: pick(&own, deed.other),
                    title: format!("Added {}", deed.minutes),
                    kind: Kind::Activity,
                    minutes: deed.minutes,
                    pin: None,
                }
            }
            _ if adds_only => return None,
            5 => Edit::SetSlot {
                slot: slot?,
                field: SlotField::Title(format!("Renamed {}", deed.minutes)),
            },
            6 => Edit::ResizeSlot {
                slot: slot?,
                minutes: deed.minutes,
            },
            7 => Edit::DeleteSlot { slot: slot? },
            8 => Edit::MoveSlot {
                slot: slot?,
                parent: Parent::Day(pick(&self.days(), deed.other)?),
                before: None,
                pin: None,
            },
            9 => Edit::SetSession {
                session: session?,
                field: SessionField::Title(format!("Renamed {}", deed.minutes)),
            },
            10 => Edit::DeleteSession { session: session? },
            _ => Edit::DeleteIdea { idea: idea? },
        })
    }

    fn apply(&mut self, deeds: &[Deed], adds_only: bool) -> usize {
        let mut done = 0;
        for deed in deeds {
            let edit = self.edit(deed, adds_only);
            let planned = edit.and_then(|edit| self.commit(&edit));
            done += usize::from(planned.is_some_and(|planned| !planned.changes.is_empty()));
        }
        done
    }
}

/// A page that says other things of the same parts: no part comes, goes or moves.
fn reworded(page: &Draft, words: &[(Index, u32)]) -> Draft {
    let mut page = page.clone();
    for (which, minutes) in words {
        if page.sessions.is_empty() {
            break;
        }
        let session = which.get(&page.sessions).clone();
        let at = page
            .sessions
            .iter()
            .position(|other| *other == session)
            .unwrap();
        let session = &mut page.sessions[at];
        match minutes % 3 {
            0 => session.theme = Some(format!("theme {minutes}")),
            1 => session.venue = Some(format!("venue {minutes}")),
            _ => {
                let slots = session.days.iter_mut().flat_map(|day| &mut day.slots);
                slots.for_each(|slot| slot.minutes = *minutes);
            }
        }
    }
    page
}

fn runner() -> TestRunner {
    TestRunner::new(Config::with_cases(400))
}

#[test]
fn a_page_read_a_second_time_changes_nothing() {
    let strategy = (any_draft(), any_draft());
    let run = runner().run(&strategy, |(before, page)| {
        let mut desk = Desk::new();
        desk.merge(&before);
        let first = desk.merge(&page);
        prop_assert!(first.conflicts.is_empty() && first.kept.is_empty());
        let again = desk.merge(&page);
        prop_assert_eq!(again.changes, vec![]);
        prop_assert!(again.conflicts.is_empty() && again.kept.is_empty());
        Ok(())
    });
    run.unwrap();
}

#[test]
fn where_nothing_was_done_here_the_programme_says_what_the_last_page_says() {
    let differ = Cell::new(0);
    let strategy = (any_draft(), any_draft());
    let run = runner().run(&strategy, |(before, page)| {
        let mut desk = Desk::new();
        desk.merge(&before);
        let mut alone = Desk::new();
        alone.merge(&page);
        differ.set(differ.get() + usize::from(desk.said() != alone.said()));
        desk.merge(&page);
        prop_assert_eq!(desk.said(), alone.said());
        Ok(())
    });
    run.unwrap();
    assert!(differ.get() > 200, "{} pages differed", differ.get());
}

#[test]
fn an_unchanged_page_leaves_alone_what_was_done_here() {
    let done = Cell::new(0);
    let run = runner().run(&(any_draft(), deeds()), |(page, deeds)| {
        let mut desk = Desk::new();
        desk.merge(&page);
        done.set(done.get() + desk.apply(&deeds, false));
        let again = desk.merge(&page);
        prop_assert_eq!(of_rows(&again), Vec::<&Change>::new());
        prop_assert!(again.conflicts.is_empty() && again.kept.is_empty());
        Ok(())
    });
    run.unwrap();
    assert!(done.get() > 500, "{} deeds", done.get());
}

#[test]
fn what_the_page_never_had_is_never_removed() {
    let kept = Cell::new(0);
    let conflicts = Cell::new(0);
    let strategy = (any_draft(), deeds(), any_draft());
    let run = runner().run(&strategy, |(before, deeds, page)| {
        let mut desk = Desk::new();
        desk.merge(&before);
        let bare = desk.rows();
        desk.apply(&deeds, true);
        let added: Vec<Entity> = desk
            .rows()
            .into_iter()
            .filter(|row| !bare.contains(row))
            .collect();
        let merged = desk.merge(&page);
        conflicts.set(conflicts.get() + merged.conflicts.len());
        for row in added {
            kept.set(kept.get() + 1);
            let is_there = match &row {
                Entity::Slot(own) => desk.state.slot(own.id).is_some_and(|row| {
                    row.notes == own.notes && row.facilitators == own.facilitators
                }),
                Entity::Session(own) => desk
                    .state
                    .session(own.id)
                    .is_some_and(|row| row.notes == own.notes),
                Entity::Idea(own) => desk
                    .state
                    .idea(own.id)
                    .is_some_and(|row| row.description == own.description),
                _ => true,
            };
            prop_assert!(is_there, "{:?}", row);
        }
        Ok(())
    });
    run.unwrap();
    assert!(kept.get() > 300, "{} rows added", kept.get());
    assert!(conflicts.get() > 100, "{} conflicts", conflicts.get());
}

#[test]
fn changes_of_the_page_and_changes_here_commute() {
    let both = Cell::new(0);
    let words = prop::collection::vec((any::<Index>(), 1u32..90), 1..4);
    let run = runner().run(&(any_draft(), deeds(), words), |(before, deeds, words)| {
        let page = reworded(&before, &words);
        let mut page_first = Desk::new();
        page_first.merge(&before);
        let mut deeds_first = Desk::new();
        deeds_first.merge(&before);
        // Ids that edits bring have to be the same in both.
        (page_first.next, deeds_first.next) = (1 << 64, 1 << 64);
        let changed = page_first.merge(&page);
        page_first.next = 1 << 64;
        let done = page_first.apply(&deeds, true);
        deeds_first.apply(&deeds, true);
        let merged = deeds_first.merge(&page);
        prop_assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
        both.set(both.get() + usize::from(done > 0 && !of_rows(&changed).is_empty()));
        prop_assert_eq!(page_first.rows(), deeds_first.rows());
        Ok(())
    });
    run.unwrap();
    assert!(both.get() > 100, "{} times both", both.get());
}

#[test]
fn the_pages_values_stand_where_they_are_asked_for() {
    let resolved = Cell::new(0);
    let strategy = (any_draft(), deeds(), any_draft());
    let run = runner().run(&strategy, |(before, deeds, page)| {
        let mut desk = Desk::new();
        desk.merge(&before);
        desk.apply(&deeds, false);
        let mut alike = Desk::new();
        (alike.state, alike.page, alike.next) = (desk.state.clone(), desk.page.clone(), desk.next);
        let conflicts = alike.merge(&page).conflicts;
        let keys = conflicts
            .iter()
            .map(|conflict| conflict.key.clone())
            .collect();
        let all = desk.merge_with(&page, &Resolution::TheirsIn(keys));
        for conflict in &conflicts {
            resolved.set(resolved.get() + 1);
            let same = all.conflicts.iter().find(|one| one.key == conflict.key);
            if let Some(same) = same {
                prop_assert!(same.is_theirs, "{:?}", conflict);
            } else {
                // It went along with what it had been moved into, or the page speaks of it after all:
                // its running order went to a session that is back.
                let id = conflict.key.split('/').nth(1).unwrap();
                let is_id = |other: Uuid| other.to_string() == id;
                let mut rows = desk.state.rows();
                let is_gone = rows.all(|row| !is_id(row.uuid()));
                let mut sources = desk.state.sources(PROGRAMME);
                let is_on_page = sources.any(|row| row.anchors.ids().any(is_id));
                prop_assert!(conflict.theirs.is_none(), "{:?}", conflict);
                prop_assert!(is_gone || is_on_page, "{:?}", conflict);
            }
        }
        Ok(())
    });
    run.unwrap();
    assert!(resolved.get() > 100, "{} conflicts", resolved.get());
}
