//! Merging the ideas of a page: one is known by its title and the session it is proposed for, so that
//! two sessions can each have one of the same title.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::draft::DraftIdea;
use crate::edit::IdeaField;
use crate::edit::working::Working;
use crate::{Idea, IdeaId, Message, ProgrammeId, Refusal, SessionId};

use crate::spelling::folded;

impl Working<'_> {
    pub(super) fn merge_ideas(
        &mut self,
        programme: ProgrammeId,
        told: &[DraftIdea],
        sessions: &[SessionId],
    ) -> Result<(), Refusal> {
        let proposed: Vec<Option<SessionId>> = told
            .iter()
            .map(|told| sessions.get(told.session? as usize).copied())
            .collect();
        let known: Vec<Idea> = self.plan.ideas(programme).into_iter().cloned().collect();
        let matches = matched(told, &proposed, &known);
        for ((told, session), known) in told.iter().zip(proposed).zip(matches) {
            match known {
                Some(known) => self.merge_idea(known, told, session)?,
                None => {
                    let id = IdeaId::fresh(self.ids);
                    self.add_idea(id, programme, session, told.title.clone())?;
                }
            }
        }
        Ok(())
    }

    /// An idea that was put to another session, on the page or here, stays where it is: it may have a
    /// place there.
    fn merge_idea(
        &mut self,
        id: IdeaId,
        told: &DraftIdea,
        session: Option<SessionId>,
    ) -> Result<(), Refusal> {
        let known = self.idea(id)?;
        self.set_idea(id, IdeaField::Title(told.title.clone()))?;
        let Some(session) = session else {
            return Ok(());
        };
        match known.session {
            None => {
                self.set_idea(id, IdeaField::Session(Some(session)))?;
            }
            Some(other) if other != session => {
                let message = Message::new("remark-idea-kept")
                    .text("title", &told.title)
                    .text("session", self.session(other)?.title);
                self.keep(told.line, message);
            }
            Some(_) => {}
        }
        Ok(())
    }
}

/// What an idea may be known by: its title, and the session it is for where that matters.
type Key = (String, Option<Option<SessionId>>);

/// What an idea of this title and session is known by, if by anything.
type Keyed<'a> = &'a dyn Fn(&str, Option<SessionId>) -> Option<Key>;

/// For each idea of the page the one of the plan that it speaks of, if there is one: that of the same
/// title and session, else what is left over of its title, in order. The same spelling comes first, so
/// that of two the page spells in two ways each stays as it is.
fn matched(
    told: &[DraftIdea],
    proposed: &[Option<SessionId>],
    known: &[Idea],
) -> Vec<Option<IdeaId>> {
    let spelled = |title: &str| title.trim().to_owned();
    let keys: [Keyed<'_>; 4] = [
        &|title, session| Some((spelled(title), Some(session))),
        &|title, session| session.map(|_| (folded(title.trim()), Some(session))),
        &|title, _| Some((spelled(title), None)),
        &|title, _| Some((folded(title.trim()), None)),
    ];
    let mut matches = vec![None; told.len()];
    let mut free: Vec<&Idea> = known.iter().collect();
    for key in keys {
        let mut same: BTreeMap<Key, VecDeque<IdeaId>> = BTreeMap::new();
        for idea in &free {
            if let Some(key) = key(&idea.title, idea.session) {
                same.entry(key).or_default().push_back(idea.id);
            }
        }
        let mut taken = BTreeSet::new();
        for ((told, session), found) in told.iter().zip(proposed).zip(&mut matches) {
            if found.is_none()
                && let Some(key) = key(&told.title, *session)
            {
                *found = same.get_mut(&key).and_then(VecDeque::pop_front);
                taken.extend(*found);
            }
        }
        free.retain(|idea| !taken.contains(&idea.id));
    }
    matches
}
