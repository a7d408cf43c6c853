//! Headings that name a session: by a date the table announces, by its title, or on their own.

use deroule_plan::Message;
use deroule_plan::draft::{DraftDay, DraftSession};

use crate::attendance::{CellHours, attendance, cell_hours};
use crate::audiences::{Attendee, says_who_alone};
use crate::context::{Context, Entry};
use crate::dates::{WrittenDates, WrittenDay, find_dates};
use crate::hours::find_hours;
use crate::leftover::{is_structure, left_over};
use crate::standing::status_in;
use crate::words::{folded, words};

/// A session, and the day of it that is meant, by their places.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) entry: usize,
    pub(crate) day: usize,
}

/// Finds the session a heading names; one that is dated but announced nowhere is created.
pub(crate) fn find(title: &str, line: u32, context: &mut Context<'_>) -> Option<Place> {
    let Some(written) = find_dates(title) else {
        let wanted = folded(title);
        let by_title = |entry: &Entry| folded(&entry.session.title) == wanted;
        let entry = context.entries.iter().position(by_title)?;
        return Some(Place { entry, day: 0 });
    };
    let wanted = written.days.first()?;
    let places = places_of(wanted, &context.entries);
    let above = match wanted.year {
        Some(_) => None,
        None => context.years.of_section(wanted, line),
    };
    let of_year = above.map(|year| {
        let year = Some(year);
        places_of(&WrittenDay { year, ..*wanted }, &context.entries)
    });
    let of_year = of_year.filter(|places| !places.is_empty());
    let places = of_year.unwrap_or(places);
    let Some(place) = places.first().copied() else {
        return Some(created(title.to_owned(), Some(written), line, context));
    };
    if places.len() > 1 {
        let message = Message::new("remark-date-ambiguous").text("title", title);
        context.ledger.remark(line, message);
    }
    compare(title, &written, place, line, context);
    Some(place)
}

/// The sessions and days of them that a written day may be.
fn places_of(wanted: &WrittenDay, entries: &[Entry]) -> Vec<Place> {
    let place = |(entry, known): (usize, &Entry)| {
        let day = day_of(known, wanted)?;
        Some(Place { entry, day })
    };
    entries.iter().enumerate().filter_map(place).collect()
}

/// Which of a session's days a written day is.
fn day_of(entry: &Entry, wanted: &WrittenDay) -> Option<usize> {
    use chrono::Datelike;
    let dated = entry.session.days.iter().position(|day| {
        day.date.is_some_and(|date| {
            (date.day(), date.month()) == (wanted.day, wanted.month)
                && wanted.year.is_none_or(|year| year == date.year())
        })
    });
    dated.or_else(|| {
        let undated = entry.session.days.iter().all(|day| day.date.is_none());
        let same = |day: &WrittenDay| (day.day, day.month) == (wanted.day, wanted.month);
        (undated && entry.written.iter().any(same)).then_some(0)
    })
}

/// Takes what a heading adds to the table, and says where the two disagree.
fn compare(
    title: &str,
    written: &WrittenDates,
    place: Place,
    line: u32,
    context: &mut Context<'_>,
) {
    let (status, _) = status_in(title);
    let (_, rest) = status_in(&without_dates(title, written));
    let rest = without_venue(rest, context.entries.get(place.entry));
    let here = context.audiences.clone().in_title(&rest);
    let rest = compare_hours(rest, &here, place, line, context);
    let Some(entry) = context.entries.get_mut(place.entry) else {
        return;
    };
    let session = &mut entry.session;
    if status.is_some() && session.status.is_some() && status != session.status {
        let message = Message::new("remark-status-disagrees").text("title", &session.title);
        context.ledger.remark(line, message);
    }
    session.status = session.status.or(status);
    let mut here: Vec<_> = here.into_iter().map(|attendee| attendee.name).collect();
    let days = session.days.iter();
    let mut there: Vec<_> = days
        .flat_map(|day| {
            day.attendance
                .iter()
                .map(|attendance| attendance.audience.clone())
        })
        .collect();
    here.sort();
    there.sort();
    there.dedup();
    let known = [
        Some(&session.title),
        session.venue.as_ref(),
        session.theme.as_ref(),
    ];
    let known: Vec<_> = known
        .into_iter()
        .flatten()
        .chain(&here)
        .chain(&there)
        .flat_map(|text| words(text))
        .collect();
    let left = left_over(&rest, |word| {
        is_structure(word) || says_who_alone(word) || known.iter().any(|known| known == word)
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
pub(crate) fn created(
    title: String,
    written: Option<WrittenDates>,
    line: u32,
    context: &mut Context<'_>,
) -> Place {
    let code = match written {
        Some(_) if context.entries.is_empty() => None,
        Some(_) => Some("remark-session-not-in-table"),
        None => Some("remark-session-without-date"),
    };
    let (status, title) = status_in(&title);
    if let Some(code) = code {
        let message = Message::new(code).text("title", &title);
        context.ledger.remark(line, message);
    }
    let bare = match &written {
        Some(_) => {
            find_dates(&title).map_or_else(|| title.clone(), |at| without_dates(&title, &at))
        }
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
        title,
        status,
        venue: None,
        theme: None,
        objectives: None,
        days,
        line,
    };
    let written = written.map(|written| written.days).unwrap_or_default();
    context.entries.push(Entry::announced(session, written));
    Place {
        entry: context.entries.len() - 1,
        day: 0,
    }
}

fn without_dates(title: &str, written: &WrittenDates) -> String {
    let mut rest = title.to_owned();
    if title.get(written.span.clone()).is_some() {
        rest.replace_range(written.span.clone(), " ");
    }
    rest
}
