//! Merging one day's running order: slots are known by their titles, in order, so that what the
//! organiser added to them (room, leads, notes) stays.

use crate::draft::DraftSlot;
use crate::edit::programmes::same_name;
use crate::edit::slots::NewSlot;
use crate::edit::working::Working;
use crate::{DayId, Parent, Refusal, Slot, SlotId, TrackId, schedule};

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
            for _ in self.plan.tracks(id).count()..slot.tracks as usize {
                let track = TrackId::fresh(self.ids);
                self.add_track(track, id)?;
            }
        }
        Ok(())
    }

    fn update_slot(&mut self, id: SlotId, told: &DraftSlot) -> Result<(), Refusal> {
        let known = self.slot(id)?;
        if schedule::length(&self.plan, &known) != told.minutes {
            self.resize_slot(id, told.minutes)?;
        }
        self.pin_slot(id, told.pin)?;
        Ok(())
    }
}

/// The longest run of slots that stand in the same order in both, as (known slot, place in `told`).
fn common_titles(known: &[Slot], told: &[DraftSlot]) -> Vec<(SlotId, usize)> {
    let same = |(known, told): (&Slot, &DraftSlot)| same_name(&known.title, &told.title);
    // Where little changed, all but the middle stands in the same order anyway.
    let head = known
        .iter()
        .zip(told)
        .take_while(|pair| same(*pair))
        .count();
    let (one, other) = (
        known.get(head..).unwrap_or_default(),
        told.get(head..).unwrap_or_default(),
    );
    let backwards = one.iter().rev().zip(other.iter().rev());
    let tail = backwards.take_while(|pair| same(*pair)).count();
    let (one, _) = one.split_at(one.len() - tail);
    let (other, _) = other.split_at(other.len() - tail);
    let middle = common_between(one, other).into_iter();
    let (known_tail, told_tail) = (known.len() - tail, told.len() - tail);
    (0..head)
        .map(|at| (at, at))
        .chain(middle.map(|(k, t)| (head + k, head + t)))
        .chain((0..tail).map(|at| (known_tail + at, told_tail + at)))
        .filter_map(|(k, t)| Some((known.get(k)?.id, t)))
        .collect()
}

/// The same as places in both, of what has no common head or tail. Takes time and memory for every
/// slot of the one times every slot of the other.
fn common_between(known: &[Slot], told: &[DraftSlot]) -> Vec<(usize, usize)> {
    let same = |k: usize, t: usize| match (known.get(k), told.get(t)) {
        (Some(known), Some(told)) => same_name(&known.title, &told.title),
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
