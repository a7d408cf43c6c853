//! Merging one day's running order: slots are known by their titles, in order, so that what the
//! organiser added to them (room, leads, notes) stays.

use crate::draft::DraftSlot;
use crate::edit::SlotField;
use crate::edit::slots::NewSlot;
use crate::edit::working::Working;
use crate::{DayId, Message, Parent, Refusal, Slot, SlotId, Track, TrackId, schedule};

use crate::spelling::folded;

impl Working<'_> {
    pub(super) fn merge_running_order(
        &mut self,
        day: DayId,
        told: &[DraftSlot],
    ) -> Result<(), Refusal> {
        let parent = Parent::Day(day);
        let known: Vec<Slot> = self.plan.slots(parent).cloned().collect();
        let pairs = common_titles(&known, told);
        for slot in &known {
            if !pairs.iter().any(|(id, _)| *id == slot.id) {
                self.remove_slot(slot.id)?;
            }
        }
        for (at, slot) in told.iter().enumerate() {
            let found = pairs.iter().find(|(_, place)| *place == at);
            let id = match found {
                Some((id, _)) => {
                    self.update_slot(*id, slot)?;
                    *id
                }
                None => {
                    let next = pairs
                        .iter()
                        .find(|(_, place)| *place > at)
                        .map(|(id, _)| *id);
                    let id = SlotId::fresh(self.ids);
                    let new = NewSlot {
                        id,
                        title: slot.title.clone(),
                        kind: slot.kind,
                        minutes: slot.minutes,
                        pin: slot.pin,
                    };
                    self.add_slot(new, parent, next)?;
                    id
                }
            };
            self.merge_tracks(id, slot)?;
        }
        Ok(())
    }

    /// Where the page counts fewer tracks than there are, empty ones go; one that does not count them
    /// says nothing against any.
    fn merge_tracks(&mut self, block: SlotId, told: &DraftSlot) -> Result<(), Refusal> {
        let counted = told.tracks as usize;
        let tracks: Vec<Track> = self.plan.tracks(block).cloned().collect();
        for _ in tracks.len()..counted {
            let track = TrackId::fresh(self.ids);
            self.add_track(track, block)?;
        }
        if counted == 0 || tracks.len() <= counted {
            return Ok(());
        }
        let is_empty = |track: &&Track| {
            let Track {
                id,
                title: None,
                room: None,
                audience: None,
                idea: None,
                ..
            } = track
            else {
                return false;
            };
            self.plan.slots(Parent::Track(*id)).next().is_none()
        };
        let empty = tracks.iter().rev().filter(is_empty).map(|track| track.id);
        let surplus: Vec<TrackId> = empty.take(tracks.len() - counted).collect();
        for track in &surplus {
            self.delete_track(*track)?;
        }
        let count = tracks.len() - surplus.len();
        if count > counted {
            let message = Message::new("remark-tracks-kept").text("title", &told.title);
            let message = message.number("told", counted).number("count", count);
            self.keep(told.line, message);
        }
        Ok(())
    }

    fn update_slot(&mut self, id: SlotId, told: &DraftSlot) -> Result<(), Refusal> {
        let known = self.slot(id)?;
        if schedule::length(&self.plan, &known) != told.minutes {
            self.resize_slot(id, told.minutes)?;
        }
        self.pin_slot(id, told.pin)?;
        self.set_slot(id, SlotField::Title(told.title.clone()))?;
        Ok(())
    }
}

/// The longest run of slots that stand in the same order in both, as (known slot, place in `told`).
fn common_titles(known: &[Slot], told: &[DraftSlot]) -> Vec<(SlotId, usize)> {
    let ids = known.iter().map(|slot| slot.id).collect::<Vec<_>>();
    let known: Vec<String> = known.iter().map(|slot| folded(slot.title.trim())).collect();
    let told: Vec<String> = told.iter().map(|slot| folded(slot.title.trim())).collect();
    let same = |(known, told): &(&String, &String)| known == told;
    // Where little changed, all but the middle stands in the same order anyway.
    let head = known.iter().zip(&told).take_while(same).count();
    let (one, other) = (
        known.get(head..).unwrap_or_default(),
        told.get(head..).unwrap_or_default(),
    );
    let backwards = one.iter().rev().zip(other.iter().rev());
    let tail = backwards.take_while(same).count();
    let (one, _) = one.split_at(one.len() - tail);
    let (other, _) = other.split_at(other.len() - tail);
    let middle = common_between(one, other).into_iter();
    let (known_tail, told_tail) = (known.len() - tail, told.len() - tail);
    (0..head)
        .map(|at| (at, at))
        .chain(middle.map(|(k, t)| (head + k, head + t)))
        .chain((0..tail).map(|at| (known_tail + at, told_tail + at)))
        .filter_map(|(k, t)| Some((*ids.get(k)?, t)))
        .collect()
}

/// The same as places in both, of what has no common head or tail. Takes time and memory for every
/// slot of the one times every slot of the other.
fn common_between(known: &[String], told: &[String]) -> Vec<(usize, usize)> {
    let same = |k: usize, t: usize| match (known.get(k), told.get(t)) {
        (Some(known), Some(told)) => known == told,
        _ => false,
    };
    let width = told.len() + 1;
    let mut longest = vec![0u32; (known.len() + 1) * width];
    let at = |k: usize, t: usize| k * width + t;
    for k in (0..known.len()).rev() {
        for t in (0..told.len()).rev() {
            let value = if same(k, t) {
                longest[at(k + 1, t + 1)] + 1
            } else {
                longest[at(k + 1, t)].max(longest[at(k, t + 1)])
            };
            longest[at(k, t)] = value;
        }
    }
    let (mut k, mut t, mut pairs) = (0, 0, Vec::new());
    while k < known.len() && t < told.len() {
        if same(k, t) {
            pairs.push((k, t));
            (k, t) = (k + 1, t + 1);
        } else if longest[at(k + 1, t)] >= longest[at(k, t + 1)] {
            k += 1;
        } else {
            t += 1;
        }
    }
    pairs
}
