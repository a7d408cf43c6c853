//! The workshop board: ideas in rounds and rooms.

use deroule_model::{Entity, IdeaId, Message, RoomId, SlotId, Subject, TrackId};

use crate::edit::BoardCell;
use crate::fields::TrackField;
use crate::refusal::Refusal;
use crate::transaction::Transaction;

impl Transaction<'_> {
    pub(crate) fn place_idea(
        &mut self,
        idea: IdeaId,
        place: BoardCell,
        from: Option<TrackId>,
    ) -> Result<Message, Refusal> {
        let row = self.idea(idea)?;
        let to = match place {
            BoardCell::Track { track } => track,
            BoardCell::Room {
                round,
                room,
                new_track,
            } => self.track_in(round, room, new_track)?,
        };
        let target = self.track(to)?;
        let round = self.slot(target.slot)?;
        if self.programme_of(round.parent)? != row.programme {
            return Err(Refusal::ForeignProgramme(Subject::Idea(idea)));
        }
        if from != Some(to) {
            if let Some(from) = from {
                if self.track(from)?.idea != Some(idea) {
                    return Err(Refusal::Misplaced(Subject::Idea(idea)));
                }
                self.set_track_idea(from, target.idea.filter(|other| *other != idea))?;
            }
            self.set_track_idea(to, Some(idea))?;
        }
        let label = Message::new("edit-place-idea").text("title", &row.title);
        Ok(label.text("round", &round.title))
    }

    pub(crate) fn unplace_idea(&mut self, track: TrackId) -> Result<Message, Refusal> {
        let idea = self
            .track(track)?
            .idea
            .ok_or(Refusal::Misplaced(Subject::Track(track)))?;
        let title = self.idea(idea)?.title;
        self.set_track_idea(track, None)?;
        Ok(Message::new("edit-unplace-idea").text("title", title))
    }

    pub(crate) fn set_track_idea(
        &mut self,
        track: TrackId,
        idea: Option<IdeaId>,
    ) -> Result<(), Refusal> {
        let before = self.track(track)?;
        let mut after = before.clone();
        after.idea = idea;
        self.rewrite(Entity::Track(before), Entity::Track(after));
        Ok(())
    }

    fn track_in(
        &mut self,
        round: SlotId,
        room: RoomId,
        new_track: TrackId,
    ) -> Result<TrackId, Refusal> {
        self.slot(round)?;
        let tracks: Vec<_> = self.state.tracks(round).collect();
        if let Some(track) = tracks.iter().find(|track| track.room == Some(room)) {
            return Ok(track.id);
        }
        let vacant = |track: &&&deroule_model::Track| {
            track.room.is_none() && track.idea.is_none() && track.title.is_none()
        };
        let vacant = tracks.iter().find(vacant).map(|track| track.id);
        let track = match vacant {
            Some(track) => track,
            None => {
                self.add_track(new_track, round)?;
                new_track
            }
        };
        self.set_track(track, TrackField::Room(Some(room)))?;
        Ok(track)
    }
}
