//! The plan as JSON for other programs: stable names, computed times included, absent values null.

use deroule_checks::Pass;
use deroule_model::{Plan, ProgrammeId, Session, SessionId};
use deroule_schedule as schedule;
use deroule_schedule::TimedSlot;
use deroule_text::Messages;
use serde_json::{Value, json};

use super::language_of;
use crate::running::App;
use crate::wire::{Language, Problem};

/// The version of the format that `docs/export-json.md` describes. It rises when a field leaves or
/// changes its meaning, not when one is added.
const VERSION: u32 = 1;

impl App {
    /// A programme as JSON; with `only`, none but these of its sessions. Findings are worded in
    /// `language`, else in the programme's own.
    ///
    /// # Errors
    /// A [`Problem`] when there is no such programme.
    pub fn export_json(
        &self,
        programme: ProgrammeId,
        only: Option<&[SessionId]>,
        language: Option<Language>,
    ) -> Result<Value, Problem> {
        self.look(|plan, _, _| {
            let messages = Messages::of(language_of(plan, Some(programme), language));
            told(plan, programme, only, messages)
        })
    }
}

fn told(
    plan: &Plan,
    id: ProgrammeId,
    only: Option<&[SessionId]>,
    messages: &Messages,
) -> Result<Value, Problem> {
    let programme = plan
        .programme(id)
        .ok_or_else(|| Problem::new(deroule_model::Message::new("problem-missing")))?;
    let sessions = plan
        .sessions(id)
        .into_iter()
        .filter(|row| only.is_none_or(|ids| ids.contains(&row.id)));
    let sessions: Vec<&Session> = sessions.collect();
    let mut pass = Pass::new(plan);
    let findings = sessions.iter().flat_map(|row| pass.of_session(row.id));
    let findings = findings.map(|finding| {
        json!({
            "code": finding.message.code,
            "message": messages.format(&finding.message),
            "severity": finding.severity,
            "subject": finding.subject,
            "line": null,
        })
    });
    let ideas = plan.ideas(id).into_iter().map(|idea| {
        let session = idea.session.and_then(|id| plan.session(id));
        json!({
            "id": idea.id,
            "title": idea.title,
            "session": session.map(|row| row.id),
            "description": idea.description,
            "leads": idea.leads,
            "capacity": idea.capacity,
            "placed": plan.placements(idea.id).map(|track| track.id).collect::<Vec<_>>(),
        })
    });
    Ok(json!({
        "version": VERSION,
        "programme": {
            "id": programme.id,
            "title": programme.title,
            "timezone": programme.timezone,
            "language": programme.language,
        },
        "audiences": plan.audiences(id).into_iter()
            .map(|row| json!({ "id": row.id, "name": row.name, "colour": row.colour }))
            .collect::<Vec<_>>(),
        "rooms": plan.rooms(id).into_iter()
            .map(|row| json!({ "id": row.id, "name": row.name, "capacity": row.capacity }))
            .collect::<Vec<_>>(),
        "agenda": {
            "page_url": programme.agenda_page_url,
            "feed_url": programme.agenda_feed_url,
        },
        "sessions": sessions.iter().map(|row| session_json(plan, row)).collect::<Vec<_>>(),
        "ideas": ideas.collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    }))
}

/// One session, as `show --json` and the export tell it.
pub(crate) fn session_json(plan: &Plan, row: &Session) -> Value {
    let attendance = plan.days(row.id).flat_map(|day| {
        plan.attendances(day.id).into_iter().map(|hours| {
            json!({
                "audience": plan.audience(hours.audience).map(|row| &row.name),
                "date": day.date,
                "start": clock(hours.start),
                "end": clock(hours.end),
            })
        })
    });
    let days = plan.days(row.id).map(|day| {
        let timed = schedule::day(plan, day.id);
        let slots = timed.as_ref().map_or(&[][..], |timed| &timed.slots);
        json!({
            "id": day.id,
            "date": day.date,
            "start": timed.as_ref().map(|timed| clock(timed.start)),
            "end": timed.as_ref().map(|timed| clock(timed.end)),
            "slots": slots.iter().map(|slot| slot_json(plan, slot)).collect::<Vec<_>>(),
        })
    });
    json!({
        "id": row.id,
        "title": row.title,
        "status": row.status,
        "venue": row.venue,
        "theme": row.theme,
        "objectives": row.objectives,
        "links": row.links,
        "notes": row.notes,
        "attendance": attendance.collect::<Vec<_>>(),
        "days": days.collect::<Vec<_>>(),
    })
}

fn slot_json(plan: &Plan, timed: &TimedSlot) -> Value {
    let Some(slot) = plan.slot(timed.id) else {
        return Value::Null;
    };
    let tracks = timed.tracks.iter().filter_map(|track| {
        let row = plan.track(track.id)?;
        let title = plan.track_title(row);
        let own: Vec<Value> = track
            .slots
            .iter()
            .map(|slot| slot_json(plan, slot))
            .collect();
        // A track without slots of its own is one activity as long as its block.
        let whole = json!({
            "id": row.id,
            "title": title.unwrap_or(&slot.title),
            "kind": slot.kind,
            "start": clock(track.start),
            "end": clock(track.end),
            "minutes": track.end.saturating_sub(track.start),
            "pinned": false,
            "tracks": [],
        });
        Some(json!({
            "id": row.id,
            "title": title,
            "idea": row.idea,
            "room": row.room.and_then(|id| plan.room(id)).map(|room| &room.name),
            "audience": row.audience.and_then(|id| plan.audience(id)).map(|row| &row.name),
            "slots": if own.is_empty() { vec![whole] } else { own },
        }))
    });
    json!({
        "id": slot.id,
        "title": slot.title,
        "kind": slot.kind,
        "start": clock(timed.start),
        "end": clock(timed.end),
        "minutes": timed.minutes(),
        "pinned": slot.pin.is_some(),
        "least": slot.least,
        "room": slot.room.and_then(|id| plan.room(id)).map(|room| &room.name),
        "leads": slot.leads,
        "setup": slot.setup,
        "tidy": slot.tidy,
        "notes": slot.notes,
        "material": slot.material,
        "tracks": tracks.collect::<Vec<_>>(),
    })
}

/// A time as `09:30`; past midnight it counts on, `25:15`.
fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
