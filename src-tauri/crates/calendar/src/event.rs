//! The events of a programme: one for each day of a session, and on request one for each slot and each track
//! without slots.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use deroule_model::{
    Attendance, AudienceId, Clock, Day, Message, ProgrammeId, RoomId, Session, State, Status, Track,
};
use deroule_schedule as schedule;
use deroule_schedule::night::{Instants, Irregularity, Night, Reading, YEARS};
use deroule_schedule::{TimedSlot, TimedTrack};
use uuid::Uuid;

use crate::description::non_empty;
use crate::moment::When;
use crate::options::Options;
use crate::{description, moment};

/// One event, before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// The id of the day, the slot or the track. It stays when title, time or place change.
    pub(crate) id: Uuid,
    pub(crate) summary: String,
    pub(crate) location: Option<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) description: String,
    pub(crate) when: When,
    pub(crate) status: Status,
    /// The first web address among them becomes the URL of the event.
    pub(crate) links: Vec<String>,
    /// Whether it blocks the subscriber's time.
    pub(crate) busy: bool,
}

/// The events of a programme in the order of its sessions, and the warnings about them.
pub(crate) fn events(
    state: &State,
    programme: ProgrammeId,
    zone: Tz,
    options: &Options,
) -> (Vec<Event>, Vec<Message>) {
    let mut collector = Collector {
        state,
        zone,
        options,
        events: Vec::new(),
        warnings: Vec::new(),
    };
    let wanted = |session: &&Session| {
        let only = options.sessions.as_ref();
        only.is_none_or(|ids| ids.contains(&session.id))
    };
    for session in state.sessions(programme).into_iter().filter(wanted) {
        collector.session(session);
    }
    (collector.events, collector.warnings)
}

struct Collector<'a> {
    state: &'a State,
    zone: Tz,
    options: &'a Options,
    events: Vec<Event>,
    warnings: Vec<Message>,
}

/// The context of a slot: its session, day and track.
struct SlotContext<'a> {
    session: &'a Session,
    date: NaiveDate,
    /// The clock change during its slots.
    night: Option<&'a Night>,
    /// The announced hours of the chosen audience; none where there are none.
    present: Option<(Clock, Clock)>,
    /// The room of the track.
    room: Option<RoomId>,
    /// The audiences of the day or the track.
    audiences: Vec<AudienceId>,
}

/// A slot, or a track without slots.
struct Activity<'a> {
    id: Uuid,
    title: &'a str,
    room: Option<RoomId>,
    start: Clock,
    end: Clock,
    description: String,
}

impl Collector<'_> {
    fn session(&mut self, session: &Session) {
        if self.state.days(session.id).next().is_none() {
            self.undated(session);
        }
        for day in self.state.days(session.id) {
            let all = self.state.attendances(day.id);
            let chosen: Vec<_> = all
                .iter()
                .copied()
                .filter(|row| self.options.audience.is_none_or(|id| id == row.audience))
                .collect();
            // A day without attendances is for everyone.
            if chosen.is_empty() && !all.is_empty() {
                continue;
            }
            match day.date {
                None => self.undated(session),
                // Its zone would need the clock changes of centuries, with offsets in seconds.
                Some(date) if !YEARS.contains(&date.year()) => self.warn(
                    Message::new("calendar-far-date")
                        .text("title", &session.title)
                        .date("date", date),
                ),
                Some(date) => self.day(session, day, date, &all, &chosen),
            }
        }
    }

    fn undated(&mut self, session: &Session) {
        self.warn(Message::new("calendar-undated").text("title", &session.title));
    }

    fn day(
        &mut self,
        session: &Session,
        day: &Day,
        date: NaiveDate,
        all: &[&Attendance],
        chosen: &[&Attendance],
    ) {
        let timed = schedule::day(self.state, day.id);
        let present = envelope(chosen.iter().map(|row| (row.start, row.end)));
        let order = timed.as_ref().map_or(&[][..], |timed| &timed.slots);
        let hours = present.or_else(|| envelope(order.iter().map(|slot| (slot.start, slot.end))));
        let audiences: Vec<_> = all.iter().map(|row| row.audience).collect();
        let night = timed
            .as_ref()
            .and_then(|timed| Night::of(self.state, timed));
        // Announced hours are clock times. The hours of a running order follow from the lengths of its slots.
        let instants = night
            .as_ref()
            .filter(|_| present.is_none())
            .and_then(|night| {
                let spans = order.iter().filter_map(|slot| night.instants(slot.id.0));
                envelope(spans)
            });
        let when = hours.map_or_else(
            || moment::all_day(date),
            |hours| self.when(session, date, hours, instants),
        );
        self.events.push(Event {
            id: day.id.0,
            summary: session.title.clone(),
            location: non_empty(session.venue.as_deref()).map(str::to_owned),
            categories: self.categories(&audiences),
            description: description::day(
                self.state,
                session,
                timed.as_ref(),
                chosen,
                self.options,
            ),
            when,
            status: session.status,
            links: session.links.clone(),
            busy: true,
        });
        if self.options.slots {
            let context = SlotContext {
                session,
                date,
                night: night.as_ref(),
                present,
                room: None,
                audiences,
            };
            self.slots(order, &context);
        }
    }

    fn slots(&mut self, slots: &[TimedSlot], context: &SlotContext<'_>) {
        for timed in slots {
            if !description::is_for_audience(self.state, timed, self.options)
                || self.absent(timed, context)
            {
                continue;
            }
            self.slot(timed, context);
            for (_, timed, track) in description::tracks(self.state, timed, self.options) {
                let inside = SlotContext {
                    room: track.room.or(context.room),
                    audiences: track
                        .audience
                        .map_or_else(|| context.audiences.clone(), |id| vec![id]),
                    ..*context
                };
                if timed.slots.is_empty() {
                    self.track(timed, track, &inside);
                }
                self.slots(&timed.slots, &inside);
            }
        }
    }

    /// Whether a slot ends before the chosen audience comes, or starts after it leaves.
    fn absent(&self, timed: &TimedSlot, context: &SlotContext<'_>) -> bool {
        let Some((from, to)) = context.present.filter(|_| self.options.audience.is_some()) else {
            return false;
        };
        if timed.start == timed.end {
            timed.end < from || timed.start > to
        } else {
            timed.end <= from || timed.start >= to
        }
    }

    fn slot(&mut self, timed: &TimedSlot, context: &SlotContext<'_>) {
        let Some(slot) = self.state.slot(timed.id) else {
            return;
        };
        self.activity(
            Activity {
                id: slot.id.0,
                title: &slot.title,
                room: slot.room.or(context.room),
                start: timed.start,
                end: timed.end,
                description: description::slot(self.state, context.session, timed, self.options),
            },
            context,
        );
    }

    /// A track without slots is one activity as long as its block. Without an idea or a title it has no event:
    /// the event of its block is enough.
    fn track(&mut self, timed: &TimedTrack, track: &Track, context: &SlotContext<'_>) {
        let Some(title) = description::track_title(self.state, track) else {
            return;
        };
        self.activity(
            Activity {
                id: track.id.0,
                title,
                room: context.room,
                start: timed.start,
                end: timed.end,
                description: description::track(self.state, context.session, track, self.options),
            },
            context,
        );
    }

    fn activity(&mut self, one: Activity<'_>, context: &SlotContext<'_>) {
        let session = context.session;
        let room = description::room(self.state, one.room);
        let place: Vec<_> = room
            .into_iter()
            .chain(non_empty(session.venue.as_deref()))
            .collect();
        let instants = context.night.and_then(|night| night.instants(one.id));
        let when = self.when(session, context.date, (one.start, one.end), instants);
        self.events.push(Event {
            id: one.id,
            summary: one.title.to_owned(),
            location: (!place.is_empty()).then(|| place.join(", ")),
            categories: self.categories(&context.audiences),
            description: one.description,
            when,
            status: session.status,
            links: Vec::new(),
            busy: false,
        });
    }

    fn when(
        &mut self,
        session: &Session,
        date: NaiveDate,
        hours: (Clock, Clock),
        instants: Option<Instants>,
    ) -> When {
        let (when, odd) = moment::hours(self.zone, date, hours, instants);
        let read = |time: Clock| Reading::of(self.zone, date, time).instant;
        let is_shifted =
            instants.is_some_and(|(from, to)| (from, to) != (read(hours.0), read(hours.1)));
        if is_shifted && odd.is_empty() {
            let message = Message::new("calendar-clock-change").text("title", &session.title);
            self.warn(message.date("date", date));
        }
        for (time, irregularity) in odd {
            let code = match irregularity {
                Irregularity::Skipped => "calendar-skipped-hour",
                Irregularity::Doubled => "calendar-doubled-hour",
            };
            self.warn(
                Message::new(code)
                    .text("title", &session.title)
                    .date("date", date)
                    .time("time", time),
            );
        }
        when
    }

    /// Adds a warning once, even if several events cause it.
    fn warn(&mut self, warning: Message) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn categories(&self, audiences: &[AudienceId]) -> Vec<String> {
        audiences
            .iter()
            .filter_map(|id| non_empty(Some(&self.state.audience(*id)?.name)).map(str::to_owned))
            .collect()
    }
}

/// The span from the earliest start to the latest end.
fn envelope<T: Ord>(hours: impl Iterator<Item = (T, T)>) -> Option<(T, T)> {
    hours.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}
