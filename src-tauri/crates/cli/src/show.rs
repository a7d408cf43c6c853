//! Prints sessions and findings.

use deroule_app::model::{Message, ProgrammeId, Session, State, Status};
use deroule_app::schedule::TimedSlot;
use deroule_app::{App, DateStyle, Problem, schedule};

use crate::output::Output;
use crate::resolve;

/// Prints the sessions, one per line.
pub fn sessions(
    app: &App,
    programme: ProgrammeId,
    json: bool,
    output: &Output,
) -> Result<(), Problem> {
    if json {
        let document = app.export_json(programme, None, Some(output.language))?;
        return output.json(&document.sessions);
    }
    app.read(|plan, _, _| {
        plan.sessions(programme).into_iter().try_for_each(|row| {
            let date = plan
                .first_date(row.id)
                .map_or("—".to_owned(), |date| date.to_string());
            output.line(&format!("{date:<10}  {}", heading(plan, row, output)))
        })
    })
}

/// Prints one session with its running orders.
pub fn session(
    app: &App,
    programme: ProgrammeId,
    name: &str,
    json: bool,
    output: &Output,
) -> Result<(), Problem> {
    let id = app.read(|plan, _, _| resolve::session(plan, programme, name))?;
    if json {
        let document = app.export_json(programme, Some(&[id]), Some(output.language))?;
        return output.json(&document.sessions.first());
    }
    app.read(|plan, _, _| {
        if let Some(row) = plan.session(id) {
            output.line(&heading(plan, row, output))?;
        }
        for day in plan.days(id) {
            let date = day.date.map_or("—".to_owned(), |date| {
                output.messages.date(date, DateStyle::Date)
            });
            output.line("")?;
            output.line(&date)?;
            let timed = schedule::day(plan, day.id);
            for slot in timed.iter().flat_map(|timed| &timed.slots) {
                slot_lines(plan, slot, 0, output)?;
            }
        }
        Ok(())
    })
}

/// Prints the findings.
pub fn findings(
    app: &App,
    programme: ProgrammeId,
    json: bool,
    output: &Output,
) -> Result<(), Problem> {
    let document = app.export_json(programme, None, Some(output.language))?;
    if json {
        return output.json(&document.findings);
    }
    let mut findings = document.findings.iter();
    findings.try_for_each(|finding| output.line(&finding.message))
}

fn heading(plan: &State, row: &Session, output: &Output) -> String {
    let venue: String = row
        .venue
        .as_deref()
        .map(|venue| format!(" · {venue}"))
        .unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    for hours in plan.days(row.id).flat_map(|day| plan.attendances(day.id)) {
        let audience = plan.audience(hours.audience);
        let name = audience.map(|audience| audience.name.as_str());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let audiences = if names.is_empty() {
        String::new()
    } else {
        format!(" · {}", names.join(" + "))
    };
    let status = match row.status {
        Status::Tentative => "status-tentative",
        Status::Confirmed => "status-confirmed",
        Status::Cancelled => "status-cancelled",
    };
    let status = output.messages.format(&Message::new(status));
    format!("{}{venue}{audiences} · {status}", row.title)
}

fn slot_lines(
    plan: &State,
    timed: &TimedSlot,
    depth: usize,
    output: &Output,
) -> Result<(), Problem> {
    let Some(slot) = plan.slot(timed.id) else {
        return Ok(());
    };
    let (start, end) = (
        output.messages.time(timed.start),
        output.messages.time(timed.end),
    );
    let pin = if slot.pin.is_some() { "◆" } else { " " };
    let indent = "    ".repeat(depth);
    output.line(&format!(
        "{indent}{pin} {start:>5} – {end:<5}  {}",
        slot.title
    ))?;
    for track in &timed.tracks {
        let row = plan.track(track.id);
        let idea = row
            .and_then(|row| plan.idea(row.idea?))
            .map(|idea| idea.title.as_str());
        let title = idea.or_else(|| row?.title.as_deref()).unwrap_or("—");
        let room = row
            .and_then(|row| plan.room(row.room?))
            .map(|room| room.name.as_str());
        let room = room.map(|room| format!(" ({room})")).unwrap_or_default();
        output.line(&format!("{indent}                    │ {title}{room}"))?;
        track
            .slots
            .iter()
            .try_for_each(|slot| slot_lines(plan, slot, depth + 1, output))?;
    }
    Ok(())
}
