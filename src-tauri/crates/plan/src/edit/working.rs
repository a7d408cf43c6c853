//! The state an edit is planned on: a copy that records what is written to it.

use std::collections::HashMap;

use uuid::Uuid;

use crate::draft::Kept;
use crate::id::IdSource;
use crate::merge::Conflict;
use crate::{
    Audience, AudienceId, Change, Day, DayId, Edit, Entity, Idea, IdeaId, Message, Plan, Planned,
    Programme, ProgrammeId, Refusal, Room, RoomId, Session, SessionId, Slot, SlotId, Subject,
    Track, TrackId,
};

use super::merge::Incoming;
use super::{LONGEST, LONGEST_TITLE};

/// A copy of the state, and the changes made to it so far.
pub(super) struct Working<'a> {
    pub(super) plan: Plan,
    pub(super) ids: &'a mut dyn IdSource,
    /// What is not on a merged page and stays all the same.
    pub(super) kept: Vec<Kept>,
    /// What a merged page and the state changed in two ways.
    pub(super) conflicts: Vec<Conflict>,
    changes: Vec<Change>,
}

impl<'a> Working<'a> {
    pub(super) fn new(plan: &Plan, ids: &'a mut dyn IdSource) -> Self {
        Self {
            plan: plan.clone(),
            ids,
            kept: Vec::new(),
            conflicts: Vec::new(),
            changes: Vec::new(),
        }
    }

    pub(super) fn create(&mut self, row: impl Into<Entity>) {
        self.write(Change::create(row.into()));
    }

    /// Deletes a row with all that belongs to it. Rows that refer to it lose the reference, or go too
    /// where they can't be without it.
    pub(super) fn delete(&mut self, row: impl Into<Entity>) {
        let row = row.into();
        let id = row.uuid();
        for child in self.plan.children(id) {
            self.delete(child);
        }
        for referrer in self.plan.referrers(id) {
            match referrer.without(id) {
                Some(after) => self.rewrite(referrer, after),
                None => self.delete(referrer),
            }
        }
        self.write(Change::delete(row));
    }

    /// Writes a row unless it is as before.
    pub(super) fn rewrite(&mut self, before: impl Into<Entity>, after: impl Into<Entity>) {
        let (before, after) = (before.into(), after.into());
        if before != after {
            self.write(Change::rewrite(before, after));
        }
    }

    pub(super) fn finish(mut self, label: Message) -> Planned {
        let mut changes = net(std::mem::take(&mut self.changes));
        for change in &mut changes {
            self.separate(change);
        }
        Planned {
            label,
            changes,
            after: self.plan,
            kept: self.kept,
            conflicts: self.conflicts,
        }
    }

    /// Gives a row that came among its siblings a rank that none of them has. Only at the end: two rows that
    /// change places have the same rank for a moment.
    fn separate(&mut self, change: &mut Change) {
        let Some(after) = &change.after else {
            return;
        };
        let stays =
            |before: &Entity| before.rank() == after.rank() && before.parent() == after.parent();
        if change.before.as_ref().is_some_and(stays) {
            return;
        }
        let own = self.plan.with_own_rank(after.clone());
        if own != *after {
            self.plan
                .write(&Change::rewrite(after.clone(), own.clone()));
            change.after = Some(own);
        }
    }

    fn write(&mut self, change: Change) {
        self.plan.write(&change);
        self.changes.push(change);
    }

    pub(super) fn carry_out(&mut self, edit: &Edit) -> Result<Message, Refusal> {
        use Edit as E;
        match edit.clone() {
            E::Several { edits } => self.several(&edits),
            E::AddProgramme {
                id,
                title,
                timezone,
                language,
            } => self.add_programme(id, title, timezone, language),
            E::SetProgramme { programme, field } => self.set_programme(programme, field),
            E::DeleteProgramme { programme } => self.delete_programme(programme),
            E::MergeDraft {
                programme,
                draft,
                base,
                sources,
                page,
                resolution,
                exported,
            } => self.merge(
                programme,
                &Incoming {
                    draft: &draft,
                    base: base.as_deref(),
                    sources: &sources,
                    page: page.as_deref(),
                    resolution: &resolution,
                    exported: &exported,
                },
            ),
            E::AddAudience {
                id,
                programme,
                name,
            } => self.add_audience(id, programme, name),
            E::SetAudience { audience, field } => self.set_audience(audience, field),
            E::DeleteAudience { audience } => self.delete_audience(audience),
            E::AddRoom {
                id,
                programme,
                name,
            } => self.add_room(id, programme, name),
            E::SetRoom { room, field } => self.set_room(room, field),
            E::DeleteRoom { room } => self.delete_room(room),
            E::AddSession {
                id,
                day,
                programme,
                title,
                date,
            } => self.add_session(id, day, programme, title, date),
            E::SetSession { session, field } => self.set_session(session, field),
            E::RescheduleSession { session, date } => self.reschedule(session, date),
            E::DeleteSession { session } => self.delete_session(session),
            E::AddDay { id, session, date } => self.add_day(id, session, date),
            E::SetDayDate { day, date } => self.set_day_date(day, date),
            E::SetDayStart { day, start } => self.set_day_start(day, start),
            E::DeleteDay { day } => self.delete_day(day),
            E::SetAttendance {
                day,
                audience,
                hours,
            } => self.set_attendance(day, audience, hours),
            E::AddSlot {
                id,
                parent,
                before,
                title,
                kind,
                minutes,
                pin,
            } => self.add_slot(
                super::slots::NewSlot {
                    id,
                    title,
                    kind,
                    minutes,
                    pin,
                },
                parent,
                before,
            ),
            E::SetSlot { slot, field } => self.set_slot(slot, field),
            E::ResizeSlot { slot, minutes } => self.resize_slot(slot, minutes),
            E::PinSlot { slot, at } => self.pin_slot(slot, at),
            E::MoveSlot {
                slot,
                parent,
                before,
                pin,
            } => self.move_slot(slot, parent, before, pin),
            E::DeleteSlot { slot } => self.delete_slot(slot),
            E::InsertSlots {
                parent,
                before,
                slots,
            } => self.insert_slots(parent, before, &slots),
            E::DivideSlot { slot, id, minutes } => self.divide_slot(slot, id, minutes),
            E::MergeSlots { slot } => self.merge_slots(slot),
            E::SwapSlots { slot, other } => self.swap_slots(slot, other),
            E::SaveTemplate { id, title, slots } => self.save_template(id, &title, &slots),
            E::RenameTemplate { template, title } => self.rename_template(template, &title),
            E::DeleteTemplate { template } => self.delete_template(template),
            E::ApplyTemplate {
                template,
                parent,
                before,
                slots,
            } => self.apply_template(template, parent, before, &slots),
            E::DuplicateSession { session, id, date } => self.duplicate_session(session, id, date),
            E::CopyProgramme {
                programme,
                id,
                title,
                dates,
            } => self.copy_programme(programme, id, &title, dates),
            E::SilenceFinding {
                id,
                programme,
                code,
                subject,
            } => self.silence(id, programme, code, subject),
            E::HearFinding { silence } => self.hear(silence),
            E::SplitSlot { slot, tracks } => self.split_slot(slot, &tracks),
            E::JoinTracks { slot } => self.join_tracks(slot),
            E::AddTrack { id, slot } => self.add_track(id, slot),
            E::SetTrack { track, field } => self.set_track(track, field),
            E::DeleteTrack { track } => self.delete_track(track),
            E::AddIdea {
                id,
                programme,
                session,
                title,
            } => self.add_idea(id, programme, session, title),
            E::SetIdea { idea, field } => self.set_idea(idea, field),
            E::DeleteIdea { idea } => self.delete_idea(idea),
            E::PlaceIdea { idea, place, from } => self.place_idea(idea, place, from),
            E::UnplaceIdea { track } => self.unplace_idea(track),
        }
    }

    /// Several edits bear the first one's label when there is but one, else their number, and what
    /// they are when they are all the same.
    fn several(&mut self, edits: &[Edit]) -> Result<Message, Refusal> {
        let mut labels = edits
            .iter()
            .map(|edit| self.carry_out(edit))
            .collect::<Result<Vec<_>, _>>()?;
        if labels.len() == 1 {
            return Ok(labels.remove(0));
        }
        let first = labels.first().map_or("", |label| alike(&label.code));
        let same = labels.iter().all(|label| alike(&label.code) == first);
        let code = if same { first } else { SEVERAL };
        Ok(Message::new(code).number("count", labels.len()))
    }
}

/// What several edits are called when they have nothing in common.
const SEVERAL: &str = "edit-several";

/// What several edits of one label are called together.
fn alike(code: &str) -> &'static str {
    match code {
        "edit-move-slot-after" | "edit-move-slot-first" => "edit-move-slots",
        "edit-delete-slot" => "edit-delete-slots",
        "edit-pin-slot" => "edit-pin-slots",
        "edit-unpin-slot" => "edit-unpin-slots",
        "edit-resize-slot" => "edit-resize-slots",
        "edit-set-slot" => "edit-set-slots",
        _ => SEVERAL,
    }
}

/// Finding what an edit names.
impl Working<'_> {
    pub(super) fn programme(&self, id: ProgrammeId) -> Result<Programme, Refusal> {
        self.plan
            .programme(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Programme(id)))
    }

    pub(super) fn audience(&self, id: AudienceId) -> Result<Audience, Refusal> {
        self.plan
            .audience(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Audience(id)))
    }

    pub(super) fn room(&self, id: RoomId) -> Result<Room, Refusal> {
        self.plan
            .room(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Room(id)))
    }

    pub(super) fn session(&self, id: SessionId) -> Result<Session, Refusal> {
        self.plan
            .session(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Session(id)))
    }

    pub(super) fn day(&self, id: DayId) -> Result<Day, Refusal> {
        self.plan
            .day(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Day(id)))
    }

    pub(super) fn slot(&self, id: SlotId) -> Result<Slot, Refusal> {
        self.plan
            .slot(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Slot(id)))
    }

    pub(super) fn track(&self, id: TrackId) -> Result<Track, Refusal> {
        self.plan
            .track(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Track(id)))
    }

    pub(super) fn idea(&self, id: IdeaId) -> Result<Idea, Refusal> {
        self.plan
            .idea(id)
            .cloned()
            .ok_or(Refusal::Missing(Subject::Idea(id)))
    }
}

/// The changes with each row once: what it was at first, what it is in the end.
fn net(changes: Vec<Change>) -> Vec<Change> {
    let mut rows: Vec<Change> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    for change in changes {
        let Some(id) = change.row().map(Entity::uuid) else {
            continue;
        };
        match places.get(&id).and_then(|place| rows.get_mut(*place)) {
            Some(row) => row.after = change.after,
            None => {
                places.insert(id, rows.len());
                rows.push(change);
            }
        }
    }
    rows.retain(|row| row.before != row.after);
    rows
}

/// A title or name without surrounding blanks, refused when nothing is left or it is too long.
pub(super) fn named(text: &str, subject: Subject) -> Result<String, Refusal> {
    title(Some(text.to_owned()), subject)?.ok_or(Refusal::Nameless(subject))
}

/// The same for a title that may be left out.
pub(super) fn title(text: Option<String>, subject: Subject) -> Result<Option<String>, Refusal> {
    let text = tidy(text);
    let is_too_long = |text: &String| text.chars().nth(LONGEST_TITLE).is_some();
    if text.as_ref().is_some_and(is_too_long) {
        return Err(Refusal::TooLong(subject));
    }
    Ok(text)
}

/// A text without surrounding blanks; none when nothing is left.
pub(super) fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Texts without surrounding blanks, empty ones and repetitions left out.
pub(super) fn tidy_list(texts: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts.into_iter().filter_map(|text| tidy(Some(text))) {
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}

/// A time or duration a day can hold.
pub(super) fn in_range(minutes: u32, subject: Subject) -> Result<u32, Refusal> {
    if minutes <= LONGEST {
        Ok(minutes)
    } else {
        Err(Refusal::OutOfRange { subject, minutes })
    }
}
