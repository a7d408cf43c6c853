//! Merging one day's running order.

use std::collections::{BTreeMap, BTreeSet};

use deroule_model::normalize::name_key;
use deroule_model::{DayId, Entity, Minutes, Parent, Rank, Slot, SlotId, Subject};
use deroule_schedule as schedule;

use super::existing::ExistingDay;
use super::match_slots::match_slots;
use super::merger::{Merge, Place, ThreeWay};
use crate::draft::{DraftDay, DraftSlot};
use crate::fields::SlotField;
use crate::refusal::Refusal;
use crate::three_way::{Field, value};
use crate::validate::{duration_in_range, require_name, time_in_range};

impl Merge<'_, '_> {
    /// Merges the slots of a day. `existing` is the day on which they stood before.
    pub(super) fn merge_running_order(
        &mut self,
        session: &Place,
        day: DayId,
        incoming: &DraftDay,
        existing: Option<&ExistingDay<'_>>,
    ) -> Result<(), Refusal> {
        if incoming.slots.is_empty() {
            return Ok(());
        }
        let known = existing.map_or(&[][..], |day| day.slots.as_slice());
        let drafts: Vec<&DraftSlot> = known.iter().map(|(_, slot)| *slot).collect();
        let start = existing.and_then(|day| day.draft.start);
        let found = match_slots(start, &drafts, incoming);
        // Later parts of the page may not take what an earlier one has.
        let mut added = self.slots_added(day);
        let mut sequence = Vec::with_capacity(incoming.slots.len());
        for (slot, found) in incoming.slots.iter().zip(&found) {
            let known = found.and_then(|at| known.get(at)).copied();
            let id = match known {
                Some((id, base)) => {
                    self.merge_known(session, day, slot, id, base, existing.map(|day| day.id))?
                }
                None => {
                    let title = name_key(&slot.title);
                    let same = added.iter().position(|(_, other)| *other == title);
                    match same.map(|at| added.remove(at).0) {
                        Some(id) => {
                            self.merge_slot(session, id, slot, None)?;
                            Some(id)
                        }
                        None => Some(self.create_slot(day, slot)?),
                    }
                }
            };
            if let Some(id) = id {
                sequence.push((id, known.is_some()));
            }
            let anchor = id.or(known.map(|(id, _)| id));
            if let Some(id) = anchor {
                self.claimed.insert(id);
                self.anchors.slots.push((slot.line, id));
            }
        }
        let base: Vec<SlotId> = known.iter().map(|(id, _)| *id).collect();
        self.merge_order(session, day, &base, &sequence)
    }

    /// The slots of a day that only the plan has, by their titles.
    fn slots_added(&self, day: DayId) -> Vec<(SlotId, String)> {
        let slots = self.transaction.state.slots(Parent::Day(day));
        slots
            .filter(|slot| !self.of_base.contains(&slot.id) && !self.claimed.contains(&slot.id))
            .map(|slot| (slot.id, name_key(&slot.title)))
            .collect()
    }

    /// Merges a slot that existed; `None` where it was deleted here and stays so.
    fn merge_known(
        &mut self,
        session: &Place,
        day: DayId,
        incoming: &DraftSlot,
        id: SlotId,
        base: &DraftSlot,
        stood: Option<DayId>,
    ) -> Result<Option<SlotId>, Refusal> {
        let Ok(row) = self.transaction.slot(id) else {
            let is_same = DraftSlot {
                line: 0,
                ..incoming.clone()
            } == DraftSlot {
                line: 0,
                ..base.clone()
            };
            let is_back = !is_same
                && self.conflict(
                    &slot_place(session, id, &base.title, Some(incoming.line)),
                    Field::Presence,
                    [
                        Some(value::present()),
                        None,
                        Some(value::text(&incoming.title)),
                    ],
                );
            return match is_back {
                true => self.create_slot(day, incoming).map(Some),
                false => Ok(None),
            };
        };
        self.merge_slot(session, id, incoming, self.has_base.then_some(base))?;
        let stood = stood.map_or(Parent::Day(day), Parent::Day);
        let value = ThreeWay {
            field: Field::Place,
            base: Some(&stood),
            ours: &row.parent,
            theirs: &Parent::Day(day),
            is_open: false,
            is_silent: false,
        };
        let place = slot_place(session, id, &row.title, Some(incoming.line));
        let state = self.transaction.state.clone();
        let where_it_is = |parent: &Parent| {
            let session = state.session_of(*parent)?;
            Some(value::text(&session.title))
        };
        if self.takes(&place, &value, where_it_is) {
            let after = Slot {
                parent: Parent::Day(day),
                rank: self.transaction.rank_before(Parent::Day(day), None, None)?,
                ..self.transaction.slot(id)?
            };
            let before = self.transaction.slot(id)?;
            self.transaction
                .rewrite(Entity::Slot(before), Entity::Slot(after));
        }
        Ok(Some(id))
    }

    fn merge_slot(
        &mut self,
        session: &Place,
        id: SlotId,
        incoming: &DraftSlot,
        base: Option<&DraftSlot>,
    ) -> Result<(), Refusal> {
        let row = self.transaction.slot(id)?;
        let place = slot_place(session, id, &row.title, Some(incoming.line));
        let base_title = base.map(|base| base.title.as_str());
        if self.takes_title(&place, base_title, &row.title, &incoming.title) {
            let title = incoming.title.trim().to_owned();
            self.transaction.set_slot(id, SlotField::Title(title))?;
        }
        let value = ThreeWay {
            field: Field::Kind,
            base: base.map(|base| &base.kind),
            ours: &row.kind,
            theirs: &incoming.kind,
            is_open: false,
            // What a slot is, a page only hints at.
            is_silent: true,
        };
        if self.takes(&place, &value, |kind| Some(value::kind(*kind))) {
            self.transaction
                .set_slot(id, SlotField::Kind(incoming.kind))?;
        }
        let length = schedule::length(&self.transaction.state, &row);
        let value = ThreeWay {
            field: Field::Duration,
            base: base.map(|base| &base.minutes),
            ours: &length,
            theirs: &incoming.minutes,
            is_open: false,
            is_silent: false,
        };
        if self.takes(&place, &value, |minutes| Some(value::minutes(*minutes))) {
            self.transaction.resize_slot(id, incoming.minutes)?;
        }
        let value = ThreeWay {
            field: Field::Pin,
            base: base.map(|base| &base.pin),
            ours: &row.pin,
            theirs: &incoming.pin,
            is_open: row.pin.is_none(),
            is_silent: incoming.pin.is_none(),
        };
        if self.takes(&place, &value, |pin| pin.map(value::time)) {
            self.transaction.pin_slot(id, incoming.pin)?;
        }
        self.merge_tracks(&place, id, incoming, base)
    }

    fn create_slot(&mut self, day: DayId, incoming: &DraftSlot) -> Result<SlotId, Refusal> {
        let facts = [day.to_string(), name_key(&incoming.title)];
        let id: SlotId = self.derive("slot", &facts.each_ref().map(String::as_str));
        let (subject, parent) = (Subject::Slot(id), Parent::Day(day));
        let last = self
            .transaction
            .state
            .slots(parent)
            .last()
            .map(|slot| &slot.rank);
        self.transaction.create(Entity::Slot(Slot {
            id,
            parent,
            rank: Rank::between(last, None),
            title: require_name(&incoming.title, subject)?,
            kind: incoming.kind,
            minutes: Some(duration_in_range(incoming.minutes, subject)?),
            min_minutes: None,
            max_minutes: None,
            optional: false,
            pin: incoming
                .pin
                .map(|pin| time_in_range(pin, subject))
                .transpose()?,
            room: None,
            facilitators: Vec::new(),
            notes: None,
            material: None,
            setup: Minutes::ZERO,
            teardown: Minutes::ZERO,
        }));
        self.add_tracks(id, incoming.tracks)?;
        Ok(id)
    }

    /// Puts the slots of a day in order. The page's order stands where only the page changed it; what
    /// is new follows the slot it follows on the page.
    fn merge_order(
        &mut self,
        session: &Place,
        day: DayId,
        base: &[SlotId],
        sequence: &[(SlotId, bool)],
    ) -> Result<(), Refusal> {
        let parent = Parent::Day(day);
        let new: BTreeSet<SlotId> = sequence
            .iter()
            .filter(|(_, is_known)| !is_known)
            .map(|(id, _)| *id)
            .collect();
        let ours: Vec<SlotId> = self
            .transaction
            .state
            .slots(parent)
            .map(|slot| slot.id)
            .collect();
        let here: BTreeSet<SlotId> = ours.iter().copied().collect();
        let theirs: Vec<SlotId> = sequence
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| here.contains(id))
            .collect();
        // Where nothing was known, all that is there stands in the page's order already.
        let common: BTreeSet<SlotId> = base
            .iter()
            .copied()
            .filter(|id| theirs.contains(id) && !new.contains(id))
            .collect();
        let among = |ids: &[SlotId]| -> Vec<SlotId> {
            ids.iter()
                .copied()
                .filter(|id| common.contains(id))
                .collect()
        };
        let (base_order, our_order, their_order) = (among(base), among(&ours), among(&theirs));
        let value = ThreeWay {
            field: Field::Order,
            base: self.has_base.then_some(&base_order),
            ours: &our_order,
            theirs: &their_order,
            is_open: false,
            is_silent: false,
        };
        let place = Place {
            key: format!("day/{day}"),
            line: session.line,
            title: session.title.clone(),
            of: None,
        };
        let takes = self.takes(&place, &value, |_| Some(value::order()));
        let order = if takes {
            arranged(&theirs, &ours, &new)
        } else {
            inserted(&theirs, &ours, &new)
        };
        self.arrange(parent, &order)
    }

    /// Gives the slots of a running order ranks that stand in this order; as few as possible get
    /// another one.
    fn arrange(&mut self, parent: Parent, order: &[SlotId]) -> Result<(), Refusal> {
        let ranks: BTreeMap<SlotId, Rank> = self
            .transaction
            .state
            .slots(parent)
            .map(|slot| (slot.id, slot.rank.clone()))
            .collect();
        let current: Vec<Option<&Rank>> = order.iter().map(|id| ranks.get(id)).collect();
        let stays = longest_ascending(&current);
        let mut at = 0;
        while at < order.len() {
            if stays.contains(&at) {
                at += 1;
                continue;
            }
            let end = (at..order.len())
                .find(|place| stays.contains(place))
                .unwrap_or(order.len());
            let left = at.checked_sub(1).and_then(|place| order.get(place));
            let left = match left {
                Some(id) => Some(self.transaction.slot(*id)?.rank),
                None => None,
            };
            let right = current.get(end).copied().flatten();
            let spread = Rank::spread(left.as_ref(), right, end - at);
            for (id, rank) in order.get(at..end).unwrap_or_default().iter().zip(spread) {
                let before = self.transaction.slot(*id)?;
                let after = Slot {
                    rank,
                    ..before.clone()
                };
                self.transaction
                    .rewrite(Entity::Slot(before), Entity::Slot(after));
            }
            at = end;
        }
        Ok(())
    }
}

/// A slot of the session at `place`.
pub(super) fn slot_place(session: &Place, id: SlotId, title: &str, line: Option<u32>) -> Place {
    Place {
        key: format!("slot/{id}"),
        line,
        title: title.to_owned(),
        of: Some(session.title.clone()),
    }
}

/// The page's order; what only the plan has keeps following the slot it follows.
fn arranged(theirs: &[SlotId], ours: &[SlotId], new: &BTreeSet<SlotId>) -> Vec<SlotId> {
    let on_page: BTreeSet<SlotId> = theirs.iter().copied().collect();
    let mut following: BTreeMap<Option<SlotId>, Vec<SlotId>> = BTreeMap::new();
    let mut previous = None;
    for id in ours.iter().filter(|id| !new.contains(id)) {
        if on_page.contains(id) {
            previous = Some(*id);
        } else {
            following.entry(previous).or_default().push(*id);
        }
    }
    let mut order = following.remove(&None).unwrap_or_default();
    for id in theirs {
        order.push(*id);
        order.extend(following.remove(&Some(*id)).unwrap_or_default());
    }
    order
}

/// The plan's order, with what is new after the slot that it follows on the page.
fn inserted(theirs: &[SlotId], ours: &[SlotId], new: &BTreeSet<SlotId>) -> Vec<SlotId> {
    let mut following: BTreeMap<Option<SlotId>, Vec<SlotId>> = BTreeMap::new();
    let mut previous = None;
    for id in theirs {
        if new.contains(id) {
            following.entry(previous).or_default().push(*id);
        } else {
            previous = Some(*id);
        }
    }
    let mut order = following.remove(&None).unwrap_or_default();
    for id in ours.iter().filter(|id| !new.contains(id)) {
        order.push(*id);
        order.extend(following.remove(&Some(*id)).unwrap_or_default());
    }
    order
}

/// The places of a longest strictly ascending subsequence (patience sorting, after Schensted 1961).
fn longest_ascending(ranks: &[Option<&Rank>]) -> BTreeSet<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; ranks.len()];
    for (at, rank) in ranks.iter().enumerate() {
        if rank.is_none() {
            continue;
        }
        let place = ends.partition_point(|end| ranks[*end] < *rank);
        before[at] = place.checked_sub(1).map(|place| ends[place]);
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        stays.insert(place);
        at = before[place];
    }
    stays
}
