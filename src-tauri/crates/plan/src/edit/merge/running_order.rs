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
    let same = |k: usize, t: usize| match (known.get(k), told.get(t)) {
        (Some(known), Some(told)) => same_name(&known.title, &told.title),
        _ => false,
    };
    let width = told.len() + 1;
    let mut longest = vec![0usize; (known.len() + 1) * width];
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
    while let Some(slot) = known.get(k).filter(|_| t < told.len()) {
        if same(k, t) {
            pairs.push((slot.id, t));
            (k, t) = (k + 1, t + 1);
        } else if longest[at(k + 1, t)] >= longest[at(k, t + 1)] {
            k += 1;
        } else {
            t += 1;
        }
    }
    pairs
}
