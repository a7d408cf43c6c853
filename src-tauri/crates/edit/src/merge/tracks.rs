//! Merging how many tracks a parallel block has. A page counts them; what is in them is the plan's.

use deroule_model::{Parent, SlotId, Track, TrackId};

use super::existing::count;
use super::merger::{Merge, Place, ThreeWay};
use crate::draft::DraftSlot;
use crate::refusal::Refusal;
use crate::three_way::{Field, value};

impl Merge<'_, '_> {
    pub(super) fn merge_tracks(
        &mut self,
        place: &Place,
        block: SlotId,
        incoming: &DraftSlot,
        base: Option<&DraftSlot>,
    ) -> Result<(), Refusal> {
        let tracks: Vec<Track> = self.transaction.state.tracks(block).cloned().collect();
        let ours = count(tracks.len());
        let value = ThreeWay {
            field: Field::Tracks,
            base: base.map(|base| &base.tracks),
            ours: &ours,
            theirs: &incoming.tracks,
            is_open: ours == 0,
            is_silent: incoming.tracks == 0,
        };
        let message = |count: &u32| (*count > 0).then(|| value::number(*count as usize));
        if !self.takes(place, &value, message) {
            return Ok(());
        }
        if incoming.tracks >= ours {
            return self.add_tracks(block, incoming.tracks - ours);
        }
        let surplus = (ours - incoming.tracks) as usize;
        let mut going: Vec<&Track> = tracks
            .iter()
            .rev()
            .filter(|row| self.is_empty(row))
            .collect();
        going.truncate(surplus);
        // The page can't know what was put into a track here.
        if going.len() < surplus {
            let key = format!("{}/{}", place.key, Field::Tracks.name());
            let values = [message(&ours), message(&ours), message(&incoming.tracks)];
            let is_noted = self.transaction.conflicts.iter().any(|one| one.key == key);
            if !is_noted && !self.conflict(place, Field::Tracks, values) {
                return Ok(());
            }
            let rest = tracks.iter().rev().filter(|row| !self.is_empty(row));
            going.extend(rest.take(surplus - going.len()));
        }
        for track in going.into_iter().map(|row| row.id).collect::<Vec<_>>() {
            self.transaction.delete_track(track)?;
        }
        Ok(())
    }

    pub(super) fn add_tracks(&mut self, block: SlotId, number: u32) -> Result<(), Refusal> {
        for _ in 0..number {
            let track: TrackId = self.derive("track", &[&block.to_string()]);
            self.transaction.add_track(track, block)?;
        }
        Ok(())
    }

    /// Whether nothing was put into a track.
    pub(super) fn is_empty(&self, track: &Track) -> bool {
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
        self.transaction
            .state
            .slots(Parent::Track(*id))
            .next()
            .is_none()
    }
}
