//! What happens on a day, where, and who leads it.

use deroule_model::{Clock, Day, RoomId, State, Subject, TrackId};
use deroule_schedule as schedule;
use deroule_schedule::TimedSlot;

/// One thing that happens somewhere, led by someone.
pub(crate) struct Activity<'a> {
    pub(crate) subject: Subject,
    /// The track it is a part of, for a slot of a track.
    pub(crate) track: Option<TrackId>,
    pub(crate) title: &'a str,
    pub(crate) start: Clock,
    pub(crate) end: Clock,
    pub(crate) room: Option<RoomId>,
    pub(crate) facilitators: Vec<&'a str>,
}

impl Activity<'_> {
    /// Whether any of it happens between two times.
    pub(crate) fn meets(&self, start: Clock, end: Clock) -> bool {
        self.start < end && start < self.end
    }

    /// Whether one of the two is a part of the other: they are the same people in the same place.
    pub(crate) fn is_one_with(&self, other: &Self) -> bool {
        let within =
            |part: &Self, whole: &Self| part.track.map(Subject::Track) == Some(whole.subject);
        within(self, other) || within(other, self)
    }
}

/// What happens on a day, side by side: plain slots, tracks, and the slots of tracks. A parallel
/// block itself is nowhere: its tracks are.
pub(crate) fn on_day<'a>(state: &'a State, day: &Day) -> Vec<Activity<'a>> {
    let mut found = Vec::new();
    let Some(timed) = schedule::day(state, day.id) else {
        return found;
    };
    for slot in &timed.slots {
        if slot.tracks.is_empty() {
            found.extend(activity(state, slot, None));
        }
        for track in &slot.tracks {
            let inner = track.slots.iter();
            found.extend(inner.filter_map(|slot| activity(state, slot, Some(track.id))));
            let Some(row) = state.track(track.id) else {
                continue;
            };
            let idea = row.idea.and_then(|id| state.idea(id));
            let round = state.slot(slot.id).map_or("", |slot| slot.title.as_str());
            found.push(Activity {
                subject: Subject::Track(row.id),
                track: None,
                title: state.track_title(row).unwrap_or(round),
                start: track.start,
                end: track.end,
                room: row.room,
                facilitators: idea
                    .into_iter()
                    .flat_map(|idea| &idea.facilitators)
                    .map(String::as_str)
                    .collect(),
            });
        }
    }
    found
}

fn activity<'a>(
    state: &'a State,
    timed: &TimedSlot,
    track: Option<TrackId>,
) -> Option<Activity<'a>> {
    let slot = state.slot(timed.id)?;
    Some(Activity {
        subject: Subject::Slot(slot.id),
        track,
        title: &slot.title,
        start: timed.start,
        end: timed.end,
        room: slot.room,
        facilitators: slot.facilitators.iter().map(String::as_str).collect(),
    })
}
