//! Merging what a page says into a programme. The page wins where it speaks; where it is silent,
//! what the plan knows stays. Merging the same page twice changes nothing the second time.

mod days;
mod face;
mod ideas;
mod running_order;
mod sessions;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::draft::{Draft, DraftSession, Kept};
use crate::{AudienceId, DayId, Message, ProgrammeId, Refusal, SessionId, Status};

use super::programmes::same_name;
use super::working::Working;
use super::{ProgrammeField, SessionField};

/// The zone of a programme whose page names none.
const USUAL_ZONE: &str = "Europe/Paris";

impl Working<'_> {
    pub(super) fn merge(&mut self, id: ProgrammeId, draft: &Draft) -> Result<Message, Refusal> {
        let title = self.merge_programme(id, draft)?;
        for name in &draft.audiences {
            self.audience_named(id, name)?;
        }
        let matches = sessions::matched(&self.plan, id, &draft.sessions, |told, known| {
            self.is_as_told(id, told, known)
        });
        self.keep_sessions(id, &draft.sessions, &matches);
        let mut sessions = Vec::with_capacity(draft.sessions.len());
        for (told, known) in draft.sessions.iter().zip(matches) {
            sessions.push(self.merge_session(id, told, known)?);
        }
        self.merge_ideas(id, &draft.ideas, &sessions)?;
        Ok(Message::new("edit-merge").text("title", title))
    }

    fn merge_programme(&mut self, id: ProgrammeId, draft: &Draft) -> Result<String, Refusal> {
        let title = draft.title.clone();
        if self.plan.programme(id).is_none() {
            let title = title.unwrap_or_else(|| "Programme".to_owned());
            // A page writes no time zone: the draft's is a guess, for want of a better one only.
            let zone = draft.timezone.clone();
            let zone = zone.unwrap_or_else(|| USUAL_ZONE.to_owned());
            self.add_programme(id, title, zone, draft.language.unwrap_or_default())?;
        } else if let Some(title) = title {
            self.set_programme(id, ProgrammeField::Title(title))?;
        }
        if let Some(url) = draft.agenda_page_url.clone() {
            self.set_programme(id, ProgrammeField::AgendaPageUrl(Some(url)))?;
        }
        if let Some(url) = draft.agenda_feed_url.clone() {
            self.set_programme(id, ProgrammeField::AgendaFeedUrl(Some(url)))?;
        }
        Ok(self.programme(id)?.title)
    }

    fn audience_named(&mut self, of: ProgrammeId, name: &str) -> Result<AudienceId, Refusal> {
        let known = self
            .plan
            .audiences(of)
            .into_iter()
            .find(|row| same_name(&row.name, name));
        if let Some(row) = known {
            return Ok(row.id);
        }
        let id = AudienceId::fresh(self.ids);
        self.add_audience(id, of, name.to_owned())?;
        Ok(id)
    }

    /// Says which dated sessions are not on the page. One that tells of no session at all says nothing
    /// against any.
    fn keep_sessions(
        &mut self,
        programme: ProgrammeId,
        told: &[DraftSession],
        matches: &[Option<SessionId>],
    ) {
        let Some(line) = told.iter().map(|told| told.line).min() else {
            return;
        };
        let found: BTreeSet<SessionId> = matches.iter().flatten().copied().collect();
        let known = self.plan.sessions(programme).into_iter();
        let left = known.filter(|known| !found.contains(&known.id));
        let messages: Vec<Message> = left
            .filter_map(|known| {
                let date = self.plan.first_date(known.id)?;
                let message = Message::new("remark-session-kept").text("title", &known.title);
                Some(message.date("date", date))
            })
            .collect();
        for message in messages {
            self.keep(line, message);
        }
    }

    /// Notes that the page tells otherwise what stays as it was.
    fn keep(&mut self, line: u32, message: Message) {
        self.kept.push(Kept { line, message });
    }

    /// Whether merging changes nothing of a session.
    fn is_as_told(&self, programme: ProgrammeId, told: &DraftSession, known: SessionId) -> bool {
        let mut unused = Uuid::nil;
        let mut trial = Working::new(&self.plan, &mut unused);
        trial.merge_session(programme, told, Some(known)).is_ok()
            && trial.finish(Message::new("edit-merge")).changes.is_empty()
    }

    fn merge_session(
        &mut self,
        programme: ProgrammeId,
        told: &DraftSession,
        known: Option<SessionId>,
    ) -> Result<SessionId, Refusal> {
        let id = match known {
            Some(id) => {
                self.set_session(id, SessionField::Title(told.title.clone()))?;
                id
            }
            None => {
                let (id, day) = (SessionId::fresh(self.ids), DayId::fresh(self.ids));
                self.add_session(id, day, programme, told.title.clone(), first_date(told))?;
                id
            }
        };
        let says = [
            told.status.map(SessionField::Status),
            told.venue
                .clone()
                .map(|text| SessionField::Venue(Some(text))),
            told.theme
                .clone()
                .map(|text| SessionField::Theme(Some(text))),
            told.objectives
                .clone()
                .map(|text| SessionField::Objectives(Some(text))),
        ];
        for field in says.into_iter().flatten() {
            self.set_session(id, field)?;
        }
        if told.status.is_none() && self.session(id)?.status == Status::Cancelled {
            let message = Message::new("remark-cancelled-kept").text("title", &told.title);
            self.keep(told.line, message);
        }
        self.merge_days(programme, id, told)?;
        Ok(id)
    }
}

fn first_date(told: &DraftSession) -> Option<NaiveDate> {
    told.days.iter().filter_map(|day| day.date).min()
}
