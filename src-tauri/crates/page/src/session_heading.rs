//! Headings of sessions: found in the table by date or title, or created.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use deroule_edit::draft::{DraftDay, DraftSession};
use deroule_model::Message;

use crate::attendance::{CellHours, attendance, cell_hours};
use crate::audiences::{Attendee, means_alone};
use crate::context::{Context, SessionEntry};
use crate::dates::{WrittenDates, WrittenDay, find_dates};
use crate::error::PageError;
use crate::hours::find_hours;
use crate::normalize::{is_same_name, words};
use crate::session_index::SessionRef;
use crate::status::StatusSplit;
use crate::unused_words::{is_structure, unused_words};
use crate::years::remark_weekdays;

/// Finds the session of a heading. A date without a session creates one.
///
/// # Errors
/// When the page has too many rows.
pub(crate) fn find_session(
    heading: &StatusSplit,
    line: u32,
    context: &mut Context<'_>,
) -> Result<Option<SessionRef>, PageError> {
    let title = &heading.text;
    let Some(written) = find_dates(title) else {
        let Some(session) = context.index.find_title(title) else {
            return Ok(None);
        };
        merge_status(heading, session, line, context);
        return Ok(Some(SessionRef { session, day: 0 }));
    };
    let Some(wanted) = written.days.first() else {
        return Ok(None);
    };
    let section_year = match wanted.year {
        Some(_) => None,
        None => context.years.section_year(wanted, line),
    };
    let in_section_year = section_year.and_then(|year| {
        let year = Some(year);
        context.index.find_date(&WrittenDay { year, ..*wanted })
    });
    let Some(found) = in_section_year.or_else(|| context.index.find_date(wanted)) else {
        return create_session(heading, Some(written), line, context).map(Some);
    };
    let session = found.session;
    if found.is_ambiguous {
        let message = Message::new("remark-date-ambiguous").text("title", title);
        context.report.remark(line, message);
    }
    if let Some(date) = date_of(session, context) {
        remark_weekdays(&written, &[date], line, &mut context.report);
    }
    merge_status(heading, session.session, line, context);
    merge_title(title, &written, session, line, context);
    Ok(Some(session))
}

/// The date of a session's day.
fn date_of(session: SessionRef, context: &Context<'_>) -> Option<NaiveDate> {
    let entry = context.sessions.get(session.session)?;
    entry.session.days.get(session.day)?.date
}

/// Takes the status from a heading if the table has none. Remarks where the two differ.
fn merge_status(heading: &StatusSplit, session: usize, line: u32, context: &mut Context<'_>) {
    let entry = context.sessions.get_mut(session);
    let Some((phrase, session)) = heading
        .status
        .as_ref()
        .zip(entry.map(|entry| &mut entry.session))
    else {
        return;
    };
    match session.status {
        None => {
            session.status = Some(phrase.status);
            context.report.remark_status(line, phrase);
        }
        Some(status) if status != phrase.status => {
            let message = Message::new("remark-status-disagrees").text("title", &session.title);
            context.report.remark(line, message);
        }
        Some(_) => {}
    }
}

/// Takes from a heading what the table leaves out. Remarks where the two differ.
fn merge_title(
    title: &str,
    written: &WrittenDates,
    session: SessionRef,
    line: u32,
    context: &mut Context<'_>,
) {
    let rest = without_dates(title, written);
    let rest = without_venue(rest, context.sessions.get(session.session));
    let attendees = context.audiences.find_in_title(&rest);
    let rest = merge_hours(rest, &attendees, session, line, context);
    let Some(entry) = context.sessions.get(session.session) else {
        return;
    };
    let row = &entry.session;
    let mut in_heading: Vec<_> = attendees
        .into_iter()
        .map(|attendee| attendee.name)
        .collect();
    let day = row.days.get(session.day).into_iter();
    let mut in_table: Vec<_> = day
        .flat_map(|day| &day.attendance)
        .map(|attendance| attendance.audience.clone())
        .collect();
    in_heading.sort();
    in_table.sort();
    in_table.dedup();
    let used = [Some(&row.title), row.venue.as_ref(), row.theme.as_ref()];
    let used: BTreeSet<_> = used
        .into_iter()
        .flatten()
        .chain(&in_heading)
        .chain(&in_table)
        .flat_map(|text| words(text))
        .collect();
    let unused = unused_words(&rest, |word| {
        is_structure(word) || means_alone(word) || used.contains(word)
    });
    context.report.remark_unused_words(line, unused);
    if !in_heading.is_empty() && !in_table.is_empty() && in_heading != in_table {
        let message = Message::new("remark-attendance-disagrees")
            .text("section", in_heading.join(", "))
            .text("table", in_table.join(", "));
        context.report.remark(line, message);
    }
}

/// Removes the session's venue, which could look like an audience.
fn without_venue(text: String, entry: Option<&SessionEntry>) -> String {
    let Some(venue) = entry.and_then(|entry| entry.session.venue.as_deref()) else {
        return text;
    };
    let parts = text
        .split(',')
        .filter(|part| !is_same_name(part.trim(), venue));
    parts.collect::<Vec<_>>().join(",")
}

/// Takes the hours from a heading if the table has none. Returns the text without them.
fn merge_hours(
    rest: String,
    attendees: &[Attendee],
    session: SessionRef,
    line: u32,
    context: &mut Context<'_>,
) -> String {
    let Some((before, hours, after)) = find_hours(&rest) else {
        return rest;
    };
    let hours = hours.past_midnight();
    let entry = context.sessions.get_mut(session.session);
    let Some((row, end)) = entry.map(|entry| &mut entry.session).zip(hours.end) else {
        return rest;
    };
    let Some(day) = row.days.get_mut(session.day) else {
        return rest;
    };
    let existing = || day.attendance.iter();
    let from = existing().map(|row| row.start).min();
    let to = existing().map(|row| row.end).max();
    let Some((from, to)) = from.zip(to) else {
        let (audiences, report) = (&mut context.audiences, &mut context.report);
        let attendees = if attendees.is_empty() {
            audiences.add_from_title(&row.title)
        } else {
            attendees.to_vec()
        };
        for attendee in &attendees {
            audiences.add(&attendee.name);
        }
        let from = rest.get(before.len()..).unwrap_or_default();
        let hours = cell_hours(from, line, audiences, report);
        day.attendance = attendance(&attendees, &hours, line, audiences, report);
        let before = before.to_owned();
        context.remark_new_audiences(line);
        return before;
    };
    if !existing().any(|row| (row.start, row.end) == (hours.start, end))
        && (from, to) != (hours.start, end)
    {
        let message = Message::new("remark-hours-disagree")
            .time("start", hours.start)
            .time("end", end);
        let message = message.time("from", from).time("to", to);
        context.report.remark(line, message);
    }
    format!("{before} {after}")
}

/// Creates the session of a heading.
///
/// # Errors
/// When the page has too many rows.
pub(crate) fn create_session(
    heading: &StatusSplit,
    written: Option<WrittenDates>,
    line: u32,
    context: &mut Context<'_>,
) -> Result<SessionRef, PageError> {
    let code = match written {
        Some(_) if context.sessions.is_empty() => None,
        Some(_) => Some("remark-session-not-in-table"),
        None => Some("remark-session-without-date"),
    };
    let title = heading.text.clone();
    if let Some(phrase) = &heading.status {
        context.report.remark_status(line, phrase);
    }
    if let Some(code) = code {
        let message = Message::new(code).text("title", &title);
        context.report.remark(line, message);
    }
    let rest = match &written {
        Some(written) => without_dates(&title, written),
        None => title.clone(),
    };
    let attendees = context.audiences.add_from_title(&rest);
    let report = &mut context.report;
    let hours = match find_hours(&rest) {
        Some((before, hours, _)) if hours.end.is_some() => {
            let from = rest.get(before.len()..).unwrap_or_default();
            cell_hours(from, line, &mut context.audiences, report)
        }
        _ => CellHours::default(),
    };
    let attendance = if hours.is_empty() {
        Vec::new()
    } else {
        attendance(&attendees, &hours, line, &mut context.audiences, report)
    };
    let dates = match &written {
        Some(written) => context.years.dates(written, &title, line, report),
        None => Vec::new(),
    };
    let undated = dates.is_empty().then_some(None);
    let days = dates.into_iter().map(Some).chain(undated);
    let days = days
        .map(|date| DraftDay {
            date,
            start: None,
            attendance: attendance.clone(),
            slots: Vec::new(),
        })
        .collect();
    context.remark_new_audiences(line);
    let session = DraftSession {
        announced: false,
        title: context.report.title(line, title),
        status: heading.status.as_ref().map(|phrase| phrase.status),
        venue: None,
        theme: None,
        objectives: None,
        days,
        line,
    };
    let written_days = written.map(|written| written.days).unwrap_or_default();
    let session = context.add_session(SessionEntry::new(session, written_days))?;
    Ok(SessionRef { session, day: 0 })
}

/// Removes the dates from a title.
fn without_dates(title: &str, written: &WrittenDates) -> String {
    let mut rest = title.to_owned();
    if title.get(written.span.clone()).is_some() {
        rest.replace_range(written.span.clone(), " ");
    }
    rest
}
