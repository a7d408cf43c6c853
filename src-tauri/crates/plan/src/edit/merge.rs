//! Merging what a page says into a programme. The page wins where it speaks; where it is silent,
//! what the plan knows stays. Merging the same page twice changes nothing the second time.

mod ideas;
mod running_order;
mod sessions;
mod spelling;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::draft::{Draft, DraftDay, DraftSession, Kept};
use crate::{AudienceId, Day, DayId, Message, ProgrammeId, Refusal, SessionId};

use super::programmes::same_name;
use super::working::Working;
use super::{Hours, ProgrammeField, SessionField};

/// The zone of a programme whose page names none.
const USUAL_ZONE: &str = "Europe/Paris";

impl Working<'_> {
    pub(super) fn merge(&mut self, id: ProgrammeId, draft: &Draft) -> Result<Message, Refusal> {
        let title = self.merge_programme(id, draft)?;
        for name in &draft.audiences {
            self.audience_named(id, name)?;
        }
        let matches = sessions::matched(&self.plan, id, &draft.sessions);
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
            self.add_programme(id, title, zone.unwrap_or_else(|| USUAL_ZONE.to_owned()))?;
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
        for known in left {
            if let Some(date) = self.plan.first_date(known.id) {
                let message = Message::new("remark-session-kept");
                self.kept.push(Kept {
                    line,
                    message: message.text("title", &known.title).date("date", date),
                });
            }
        }
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
        let matches = self.match_days(id, &told.days);
        for (day, known) in told.days.iter().zip(matches) {
            self.merge_day(programme, id, day, known)?;
        }
        Ok(id)
    }

    /// For each day the page tells the one of the session that it speaks of, if there is one: the day
    /// of the same date, else the first that no other is known to be. Where a whole session moved,
    /// each day is the one in its place.
    fn match_days(&self, session: SessionId, told: &[DraftDay]) -> Vec<Option<DayId>> {
        let mut free: Vec<&Day> = self.plan.days(session).collect();
        if moved_alike(&free, told) {
            return free.into_iter().map(|day| Some(day.id)).collect();
        }
        let mut matches = vec![None; told.len()];
        for (told, found) in told.iter().zip(&mut matches) {
            let same = free.iter().position(|known| known.date == told.date);
            *found = same.map(|at| free.remove(at).id);
        }
        let left = matches.iter_mut().filter(|found| found.is_none());
        for (found, day) in left.zip(free) {
            *found = Some(day.id);
        }
        matches
    }

    fn merge_day(
        &mut self,
        programme: ProgrammeId,
        session: SessionId,
        told: &DraftDay,
        known: Option<DayId>,
    ) -> Result<(), Refusal> {
        let day = match known {
            Some(day) => {
                // A page that tells no date says nothing against the one that was set here.
                if told.date.is_some() {
                    self.set_day_date(day, told.date)?;
                }
                day
            }
            None => {
                let day = DayId::fresh(self.ids);
                self.add_day(day, session, told.date)?;
                day
            }
        };
        self.merge_attendance(programme, day, told)?;
        if let Some(start) = told.start {
            self.set_day_start(day, start)?;
        }
        if told.slots.is_empty() {
            Ok(())
        } else {
            self.merge_running_order(day, &told.slots)
        }
    }

    fn merge_attendance(
        &mut self,
        programme: ProgrammeId,
        day: DayId,
        told: &DraftDay,
    ) -> Result<(), Refusal> {
        if told.attendance.is_empty() {
            return Ok(());
        }
        let mut attending = Vec::new();
        for row in &told.attendance {
            let audience = self.audience_named(programme, &row.audience)?;
            let hours = Hours {
                start: row.start,
                end: row.end,
            };
            self.set_attendance(day, audience, Some(hours))?;
            attending.push(audience);
        }
        let rows = self
            .plan
            .attendances(day)
            .into_iter()
            .map(|row| row.audience);
        for audience in rows
            .filter(|row| !attending.contains(row))
            .collect::<Vec<_>>()
        {
            self.set_attendance(day, audience, None)?;
        }
        Ok(())
    }
}

/// Whether the days told are those known, all as many days sooner or later.
fn moved_alike(known: &[&Day], told: &[DraftDay]) -> bool {
    let by =
        |(known, told): (&&Day, &DraftDay)| Some(told.date?.signed_duration_since(known.date?));
    let moves: Vec<_> = known.iter().zip(told).map(by).collect();
    known.len() == told.len()
        && moves
            .iter()
            .all(|by| by.is_some() && Some(by) == moves.first())
}

fn first_date(told: &DraftSession) -> Option<NaiveDate> {
    told.days.iter().filter_map(|day| day.date).min()
}
