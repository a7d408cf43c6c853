//! Merging ideas: one is recognised by its title and the session it is proposed for, so that two sessions
//! can each have one of the same title.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use deroule_model::normalize::{fold, name_key};
use deroule_model::{Entity, Idea, IdeaId, Message, Rank, SessionId, Subject};

use super::existing::{Existing, ExistingIdea};
use super::merger::{Merge, Place, ThreeWay};
use crate::draft::DraftIdea;
use crate::fields::IdeaField;
use crate::refusal::Refusal;
use crate::three_way::{Field, value};
use crate::validate::require_name;

/// An idea's title and the session it is proposed for.
type Known = (String, Option<SessionId>);

impl Merge<'_, '_> {
    pub(super) fn merge_ideas(
        &mut self,
        incoming: &[DraftIdea],
        existing: &Existing<'_>,
        sessions: &[Option<SessionId>],
    ) -> Result<(), Refusal> {
        let theirs: Vec<Known> = incoming
            .iter()
            .map(|idea| {
                let session = idea.session.and_then(|at| *sessions.get(at as usize)?);
                (idea.title.trim().to_owned(), session)
            })
            .collect();
        let known: Vec<Known> = existing
            .ideas
            .iter()
            .map(|idea| (idea.draft.title.trim().to_owned(), idea.session))
            .collect();
        let mut found = match_ideas(&theirs, &known);
        match_retitled(&theirs, &known, &mut found);
        let mut added = self.ideas_added(existing);
        let last = self
            .transaction
            .state
            .ideas(self.programme)
            .into_iter()
            .map(|row| &row.rank)
            .max();
        let mut ranks = Rank::spread(last, None, incoming.len()).into_iter();
        for (at, idea) in incoming.iter().enumerate() {
            let rank = ranks.next().unwrap_or_else(|| Rank::between(None, None));
            let Some(theirs) = theirs.get(at) else {
                continue;
            };
            let known = found
                .get(at)
                .copied()
                .flatten()
                .and_then(|at| existing.ideas.get(at));
            let id = match known {
                Some(known) => {
                    self.merge_known_idea(idea, theirs, known, rank)?;
                    known.id
                }
                None => match added.get_mut(&key(theirs)).and_then(VecDeque::pop_front) {
                    Some(id) => id,
                    None => self.create_idea(theirs, rank)?,
                },
            };
            self.anchors.ideas.push((idea.line, id));
        }
        let taken: BTreeSet<usize> = found.into_iter().flatten().collect();
        for (at, idea) in existing.ideas.iter().enumerate() {
            if !taken.contains(&at) {
                self.remove_idea(idea, incoming)?;
            }
        }
        Ok(())
    }

    /// The ideas that only the plan has.
    fn ideas_added(&self, existing: &Existing<'_>) -> BTreeMap<Known, VecDeque<IdeaId>> {
        let known: BTreeSet<IdeaId> = existing.ideas.iter().map(|idea| idea.id).collect();
        let mut added: BTreeMap<Known, VecDeque<IdeaId>> = BTreeMap::new();
        for idea in self.transaction.state.ideas(self.programme) {
            if !known.contains(&idea.id) {
                let key = key(&(idea.title.clone(), idea.session));
                added.entry(key).or_default().push_back(idea.id);
            }
        }
        added
    }

    fn merge_known_idea(
        &mut self,
        incoming: &DraftIdea,
        theirs: &Known,
        known: &ExistingIdea<'_>,
        rank: Rank,
    ) -> Result<(), Refusal> {
        let base = (known.draft.title.trim().to_owned(), known.session);
        let place = |title: &str| Place {
            key: format!("idea/{}", known.id),
            line: Some(incoming.line),
            title: title.to_owned(),
            of: None,
        };
        let Ok(row) = self.transaction.idea(known.id) else {
            let there = Some(value::text(&theirs.0));
            let values = [Some(value::present()), None, there];
            if base.0 != theirs.0 && self.conflict(&place(&base.0), Field::Presence, values) {
                self.create_idea(theirs, rank)?;
            }
            return Ok(());
        };
        let place = place(&row.title);
        let base_title = self.has_base.then_some(base.0.as_str());
        if self.takes_title(&place, base_title, &row.title, &theirs.0) {
            self.transaction
                .set_idea(known.id, IdeaField::Title(theirs.0.clone()))?;
        }
        let value = ThreeWay {
            field: Field::Session,
            base: self.has_base.then_some(&base.1),
            ours: &row.session,
            theirs: &theirs.1,
            is_open: row.session.is_none(),
            is_silent: theirs.1.is_none(),
        };
        let state = self.transaction.state.clone();
        let title = |id: &Option<SessionId>| {
            let session = state.session((*id)?)?;
            Some(value::text(&session.title))
        };
        if self.takes(&place, &value, title) {
            self.transaction
                .set_idea(known.id, IdeaField::Session(theirs.1))?;
        }
        Ok(())
    }

    fn create_idea(&mut self, theirs: &Known, rank: Rank) -> Result<IdeaId, Refusal> {
        let id = self.derive("idea", &[&name_key(&theirs.0)]);
        self.transaction.create(Entity::Idea(Idea {
            id,
            programme: self.programme,
            session: theirs.1,
            title: require_name(&theirs.0, Subject::Idea(id))?,
            description: None,
            tags: Vec::new(),
            facilitators: Vec::new(),
            capacity: None,
            rank,
        }));
        Ok(id)
    }

    fn remove_idea(
        &mut self,
        idea: &ExistingIdea<'_>,
        incoming: &[DraftIdea],
    ) -> Result<(), Refusal> {
        let Ok(row) = self.transaction.idea(idea.id) else {
            return Ok(());
        };
        if self.elsewhere.contains(&idea.id.0) {
            return Ok(());
        }
        if !self.has_base {
            // A page without ideas says nothing against any.
            if let Some(first) = incoming.first() {
                let message = Message::new("remark-idea-kept").text("title", &row.title);
                self.keep(first.line, message);
            }
            return Ok(());
        }
        let is_unchanged = row.title == idea.draft.title.trim()
            && row.session == idea.session
            && row.description.is_none()
            && row.tags.is_empty()
            && row.facilitators.is_empty()
            && row.capacity.is_none()
            && self.transaction.state.placements(idea.id).next().is_none();
        let place = Place {
            key: format!("idea/{}", idea.id),
            line: None,
            title: row.title.clone(),
            of: None,
        };
        let there = Some(value::text(&row.title));
        let values = [Some(value::present()), there, None];
        if is_unchanged || self.conflict(&place, Field::Presence, values) {
            self.transaction.delete_idea(idea.id)?;
        }
        Ok(())
    }
}

fn key(idea: &Known) -> Known {
    (name_key(&idea.0), idea.1)
}

/// What an idea may be recognised by: its title, and the session it is for where that matters.
type Key = (String, Option<Option<SessionId>>);

/// What an idea of this title and session is recognised by, if by anything.
type Keyed<'a> = &'a dyn Fn(&Known) -> Option<Key>;

/// For each idea of the page the place of the existing one that it is: that of the same title and
/// session, else what is left over of its title, in order. The same spelling comes first, so that of
/// two that the page spells in two ways each stays as it is.
fn match_ideas(incoming: &[Known], existing: &[Known]) -> Vec<Option<usize>> {
    let keys: [Keyed<'_>; 4] = [
        &|(title, session)| Some((title.clone(), Some(*session))),
        &|(title, session)| session.map(|_| (name_key(title), Some(*session))),
        &|(title, _)| Some((title.clone(), None)),
        &|(title, _)| Some((name_key(title), None)),
    ];
    let mut found = vec![None; incoming.len()];
    let mut free: Vec<usize> = (0..existing.len()).collect();
    for key in keys {
        let mut same: BTreeMap<Key, VecDeque<usize>> = BTreeMap::new();
        for at in &free {
            if let Some(key) = existing.get(*at).and_then(key) {
                same.entry(key).or_default().push_back(*at);
            }
        }
        let mut taken = BTreeSet::new();
        for (idea, found) in incoming.iter().zip(&mut found) {
            if found.is_none()
                && let Some(key) = key(idea)
            {
                *found = same.get_mut(&key).and_then(VecDeque::pop_front);
                taken.extend(*found);
            }
        }
        free.retain(|at| !taken.contains(at));
    }
    found
}

/// Ideas of one session that got another title: as many words in common as not.
fn match_retitled(incoming: &[Known], existing: &[Known], found: &mut [Option<usize>]) {
    let taken: BTreeSet<usize> = found.iter().flatten().copied().collect();
    let mut free: BTreeMap<Option<SessionId>, Vec<(usize, BTreeSet<String>)>> = BTreeMap::new();
    for (at, idea) in existing.iter().enumerate() {
        if !taken.contains(&at) {
            free.entry(idea.1).or_default().push((at, words(&idea.0)));
        }
    }
    for (idea, found) in incoming.iter().zip(found.iter_mut()) {
        let Some(others) = free.get_mut(&idea.1).filter(|_| found.is_none()) else {
            continue;
        };
        // A list nearly all of which is new is not compared word by word.
        if others.len() > MOST_RETITLED {
            continue;
        }
        let own = words(&idea.0);
        let shared = |other: &BTreeSet<String>| own.intersection(other).count();
        let likest = others
            .iter()
            .enumerate()
            .filter(|(_, (_, other))| 2 * shared(other) >= own.len().max(other.len()))
            .max_by_key(|(_, (_, other))| shared(other));
        if let Some((place, _)) = likest {
            *found = Some(others.remove(place).0);
        }
    }
}

/// How many ideas that left a session are compared with those that came.
const MOST_RETITLED: usize = 200;

fn words(title: &str) -> BTreeSet<String> {
    let letters = |c: char| !c.is_alphanumeric();
    let folded = fold(title);
    folded
        .split(letters)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
