//! A track is for an audience that does not attend at that time.

use deroule_edit::{Edit, Hours, TrackField};
use deroule_model::{Message, Subject};

use crate::day::DayContext;
use crate::finding::Finding;
use crate::rule::Rule;

pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let (state, rows) = (day.state, &day.attendances);
    for timed in day.timed.slots.iter().flat_map(|slot| &slot.tracks) {
        let Some(track) = state.track(timed.id) else {
            continue;
        };
        let Some(audience) = track.audience.and_then(|id| state.audience(id)) else {
            continue;
        };
        let hours = rows.iter().find(|row| row.audience == audience.id);
        if !hours.is_some_and(|row| row.start <= timed.start && timed.end <= row.end) {
            let message = Message::new("finding-audience-absent")
                .text("audience", &audience.name)
                .time("start", timed.start)
                .time("end", timed.end);
            let finding = Finding::new(Rule::AudienceAbsent, message, Subject::Track(track.id));
            let wanted = Hours {
                start: hours.map_or(timed.start, |row| row.start.min(timed.start)),
                end: hours.map_or(timed.end, |row| row.end.max(timed.end)),
            };
            let announce = Message::new("fix-announce-audience")
                .text("audience", &audience.name)
                .time("start", wanted.start)
                .time("end", wanted.end);
            let attend = Edit::SetAttendance {
                day: day.day.id,
                audience: audience.id,
                hours: Some(wanted),
            };
            let open = Edit::SetTrack {
                track: track.id,
                field: TrackField::Audience(None),
            };
            findings.push(
                finding
                    .or(announce, attend)
                    .or(Message::new("fix-for-everyone"), open),
            );
        }
    }
}
