//! Merging the ideas of a page: one is known by its title and the session it is proposed for, so that
//! two sessions can each have one of the same title.

use std::collections::BTreeMap;

use crate::draft::DraftIdea;
use crate::edit::IdeaField;
use crate::edit::working::Working;
use crate::{Idea, IdeaId, Message, ProgrammeId, Refusal, SessionId};

use super::spelling::folded;

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

/// For each idea of the page the one of the plan that it speaks of, if there is one: that of the same
/// title and session, else what is left over of its title, in order.
fn matched(
    told: &[DraftIdea],
    proposed: &[Option<SessionId>],
    known: &[Idea],
) -> Vec<Option<IdeaId>> {
    let mut exact: BTreeMap<_, Vec<&Idea>> = BTreeMap::new();
    for idea in known.iter().rev() {
        let key = (folded(&idea.title), idea.session);
        exact.entry(key).or_default().push(idea);
    }
    let mut matches: Vec<Option<IdeaId>> = told
        .iter()
        .zip(proposed)
        .map(|(told, session)| {
            let same = exact.get_mut(&(folded(&told.title), *session))?;
            same.pop().map(|idea| idea.id)
        })
        .collect();
    let mut left: Vec<&Idea> = exact.into_values().flatten().collect();
    left.sort_by(|one, other| (&other.rank, other.id).cmp(&(&one.rank, one.id)));
    let mut by_title: BTreeMap<String, Vec<&Idea>> = BTreeMap::new();
    for idea in left {
        by_title.entry(folded(&idea.title)).or_default().push(idea);
    }
    let missed = told
        .iter()
        .zip(&mut matches)
        .filter(|(_, found)| found.is_none());
    for (told, found) in missed {
        let same = by_title.get_mut(&folded(&told.title)).and_then(Vec::pop);
        *found = same.map(|idea| idea.id);
    }
    matches
}
