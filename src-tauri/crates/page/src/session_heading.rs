//! Headings that name a session: by a date the table announces, by its title, or on their own.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use deroule_edit::draft::{DraftDay, DraftSession};
use deroule_model::Message;

use crate::PageError;
use crate::attendance::{CellHours, attendance, cell_hours};
use crate::audiences::{Attendee, says_who_alone};
use crate::context::{Context, Entry};
use crate::dates::{WrittenDates, WrittenDay, find_dates};
use crate::hours::find_hours;
use crate::index::Place;
use crate::leftover::{is_structure, left_over};
use crate::standing::Named;
use crate::words::{folded, words};
use crate::years::remark_on_weekdays;

/// Finds the session a heading names; one that is dated but announced nowhere is created.
///
/// # Errors
/// Where the page has more of something than is read.
pub(crate) fn find(
    heading: &Named,
    line: u32,
    context: &mut Context<'_>,
) -> Result<Option<Place>, PageError> {
    let title = &heading.text;
    let Some(written) = find_dates(title) else {
        let Some(entry) = context.index.titled(title) else {
            return Ok(None);
        };
        take_status(heading, entry, line, context);
        return Ok(Some(Place { entry, day: 0 }));
    };
    let Some(wanted) = written.days.first() else {
        return Ok(None);
    };
    let above = match wanted.year {
        Some(_) => None,
        None => context.years.of_section(wanted, line),
    };
    let of_year = above.and_then(|year| {
        let year = Some(year);
        context.index.dated(&WrittenDay { year, ..*wanted })
    });
    let Some(found) = of_year.or_else(|| context.index.dated(wanted)) else {
        return created(heading, Some(written), line, context).map(Some);
    };
    let place = found.place;
    if found.has_others {
        let message = Message::new("remark-date-ambiguous").text("title", title);
        context.ledger.remark(line, message);
    }
    if let Some(date) = date_of(place, context) {
        remark_on_weekdays(&written, &[date], line, &mut context.ledger);
    }
    take_status(heading, place.entry, line, context);
    compare(title, &written, place, line, context);
    Ok(Some(place))
}

/// The date of a session's day.
fn date_of(place: Place, context: &Context<'_>) -> Option<NaiveDate> {
    let entry = context.entries.get(place.entry)?;
    entry.session.days.get(place.day)?.date
}

/// Takes the status a heading tells where the table tells none, and says where the two disagree.
fn take_status(heading: &Named, entry: usize, line: u32, context: &mut Context<'_>) {
    let entry = context.entries.get_mut(entry);
    let Some((told, session)) = heading
        .status
        .as_ref()
        .zip(entry.map(|entry| &mut entry.session))
    else {
        return;
    };
    match session.status {
        None => {
            session.status = Some(told.status);
            context.ledger.remark_on_status(line, told);
        }
        Some(status) if status != told.status => {
            let message = Message::new("remark-status-disagrees").text("title", &session.title);
            context.ledger.remark(line, message);
        }
        Some(_) => {}
    }
}

/// Takes what a heading adds to the table, and says where the two disagree.
fn compare(
    title: &str,
    written: &WrittenDates,
    place: Place,
    line: u32,
    context: &mut Context<'_>,
) {
    let rest = without_dates(title, written);
    let rest = without_venue(rest, context.entries.get(place.entry));
    let here = context.audiences.seen_in_title(&rest);
    let rest = compare_hours(rest, &here, place, line, context);
    let Some(entry) = context.entries.get(place.entry) else {
        return;
    };
    let session = &entry.session;
    let mut here: Vec<_> = here.into_iter().map(|attendee| attendee.name).collect();
    let day = session.days.get(place.day).into_iter();
    let mut there: Vec<_> = day
        .flat_map(|day| &day.attendance)
        .map(|attendance| attendance.audience.clone())
        .collect();
    here.sort();
    there.sort();
    there.dedup();
    let known = [
        Some(&session.title),
        session.venue.as_ref(),
        session.theme.as_ref(),
    ];
    let known: BTreeSet<_> = known
        .into_iter()
        .flatten()
        .chain(&here)
        .chain(&there)
        .flat_map(|text| words(text))
        .collect();
    let left = left_over(&rest, |word| {
        is_structure(word) || says_who_alone(word) || known.contains(word)
    });
    context.ledger.remark_on_words(line, left);
    if !here.is_empty() && !there.is_empty() && here != there {
        let message = Message::new("remark-attendance-disagrees")
            .text("section", here.join(", "))
            .text("table", there.join(", "));
        context.ledger.remark(line, message);
    }
}

/// The words without the session's venue, which is no audience's name.
fn without_venue(words: String, entry: Option<&Entry>) -> String {
    let Some(venue) = entry.and_then(|entry| entry.session.venue.as_deref()) else {
        return words;
    };
    let venue = folded(venue);
    let parts = words.split(',').filter(|part| folded(part.trim()) != venue);
    parts.collect::<Vec<_>>().join(",")
}

/// Takes the hours a heading gives where the table has none; the words without them.
fn compare_hours(
    rest: String,
    here: &[Attendee],
    place: Place,
    line: u32,
    context: &mut Context<'_>,
) -> String {
    let Some((before, hours, after)) = find_hours(&rest) else {
        return rest;
    };
    let hours = hours.past_midnight();
    let entry = context.entries.get_mut(place.entry);
    let Some((session, end)) = entry.map(|entry| &mut entry.session).zip(hours.end) else {
        return rest;
    };
    let Some(day) = session.days.get_mut(place.day) else {
        return rest;
    };
    let told = || day.attendance.iter();
    let from = told().map(|row| row.start).min();
    let to = told().map(|row| row.end).max();
    let Some((from, to)) = from.zip(to) else {
        let (audiences, ledger) = (&mut context.audiences, &mut context.ledger);
        let attendees = if here.is_empty() {
            audiences.in_title(&session.title)
        } else {
            here.to_vec()
        };
        for attendee in &attendees {
            audiences.name(&attendee.name);
        }
        let from = rest.get(before.len()..).unwrap_or_default();
        let hours = cell_hours(from, line, audiences, ledger);
        day.attendance = attendance(&attendees, &hours, line, audiences, ledger);
        let before = before.to_owned();
        context.tell_new_audiences(line);
        return before;
    };
    if !told().any(|row| (row.start, row.end) == (hours.start, end))
        && (from, to) != (hours.start, end)
    {
        let message = Message::new("remark-hours-disagree")
            .time("start", hours.start)
            .time("end", end);
        let message = message.time("from", from).time("to", to);
        context.ledger.remark(line, message);
    }
    format!("{before} {after}")
}

/// Makes a session of a heading.
///
/// # Errors
/// Where the page has more of something than is read.
pub(crate) fn created(
    heading: &Named,
    written: Option<WrittenDates>,
    line: u32,
    context: &mut Context<'_>,
) -> Result<Place, PageError> {
    let code = match written {
        Some(_) if context.entries.is_empty() => None,
        Some(_) => Some("remark-session-not-in-table"),
        None => Some("remark-session-without-date"),
    };
    let title = heading.text.clone();
    if let Some(told) = &heading.status {
        context.ledger.remark_on_status(line, told);
    }
    if let Some(code) = code {
        let message = Message::new(code).text("title", &title);
        context.ledger.remark(line, message);
    }
    let bare = match &written {
        Some(written) => without_dates(&title, written),
        None => title.clone(),
    };
    let attendees = context.audiences.in_title(&bare);
    let ledger = &mut context.ledger;
    let hours = match find_hours(&bare) {
        Some((before, hours, _)) if hours.end.is_some() => {
            let from = bare.get(before.len()..).unwrap_or_default();
            cell_hours(from, line, &mut context.audiences, ledger)
        }
        _ => CellHours::default(),
    };
    let attendance = if hours.is_empty() {
        Vec::new()
    } else {
        attendance(&attendees, &hours, line, &mut context.audiences, ledger)
    };
    let dates = match &written {
        Some(written) => context.years.dates(written, &title, line, ledger),
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
    context.tell_new_audiences(line);
    let session = DraftSession {
        announced: false,
        title: context.ledger.title(line, title),
        status: heading.status.as_ref().map(|told| told.status),
        venue: None,
        theme: None,
        objectives: None,
        days,
        line,
    };
    let written = written.map(|written| written.days).unwrap_or_default();
    let entry = context.announce(Entry::announced(session, written))?;
    Ok(Place { entry, day: 0 })
}

fn without_dates(title: &str, written: &WrittenDates) -> String {
    let mut rest = title.to_owned();
    if title.get(written.span.clone()).is_some() {
        rest.replace_range(written.span.clone(), " ");
    }
    rest
}
