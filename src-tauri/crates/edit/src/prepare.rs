//! From an edit to the changes it makes. Writes nothing.

use deroule_model::{AttendanceId, Change, IdSource, Message, State};

use crate::draft::Divergence;
use crate::edit::Edit;
use crate::merge::Incoming;
use crate::refusal::Refusal;
use crate::slots::NewSlot;
use crate::three_way::Conflict;
use crate::transaction::Transaction;

/// What an edit would change.
#[derive(Clone, Debug)]
pub struct PreparedEdit {
    /// What to call it in the history: "Move 'Pause' after 'Standup'".
    pub label: Message,
    /// The rows it changes, in an order in which they can be written one by one. Empty when the
    /// edit asks for what is already so.
    pub changes: Vec<Change>,
    /// The state once they are written.
    pub after: State,
    /// What is not on a merged page and stays, since its base is unknown.
    pub kept: Vec<Divergence>,
    /// What a merged page and the state changed in two ways.
    pub conflicts: Vec<Conflict>,
}

/// Prepares `edit` on `state`: what would change, and the state after it.
///
/// # Errors
/// A [`Refusal`] when the edit can't be carried out; nothing has changed then.
pub fn prepare(
    state: &State,
    edit: &Edit,
    ids: &mut dyn IdSource,
) -> Result<PreparedEdit, Refusal> {
    let mut transaction = Transaction::new(state, ids);
    let label = transaction.apply(edit)?;
    Ok(PreparedEdit {
        label,
        changes: transaction.net(),
        after: transaction.state,
        kept: transaction.kept,
        conflicts: transaction.conflicts,
    })
}

impl Transaction<'_> {
    pub(crate) fn apply(&mut self, edit: &Edit) -> Result<Message, Refusal> {
        use Edit as E;
        match edit.clone() {
            E::Batch { edits } => self.several(&edits),
            E::AddProgramme {
                id,
                title,
                timezone,
                language,
            } => self.add_programme(id, title, timezone, language),
            E::SetProgramme { programme, field } => self.set_programme(programme, field),
            E::DeleteProgramme { programme } => self.delete_programme(programme),
            E::ImportDraft {
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
            E::SetTagColour {
                id,
                programme,
                name,
                colour,
            } => self.set_tag_colour(id, programme, &name, colour),
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
            } => {
                let id = AttendanceId::fresh(self.ids);
                self.set_attendance(id, day, audience, hours)
            }
            E::AddSlot {
                id,
                parent,
                before,
                title,
                kind,
                minutes,
                pin,
            } => self.add_slot(
                NewSlot {
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
            E::DismissFinding {
                id,
                programme,
                code,
                subject,
            } => self.dismiss_finding(id, programme, code, subject),
            E::RestoreFinding { dismissal } => self.restore_finding(dismissal),
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

    /// Label of a batch: the single edit's label; the shared plural if all are alike; otherwise "N changes".
    fn several(&mut self, edits: &[Edit]) -> Result<Message, Refusal> {
        let mut labels = edits
            .iter()
            .map(|edit| self.apply(edit))
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
