//! Combines the hours of a cell with the audiences of a session.

mod labels;

use deroule_edit::draft::DraftAttendance;
use deroule_model::{Clock, Message};

use labels::labelled_hours;

use crate::audiences::{Attendee, Audiences, DayPart};
use crate::normalize::{is_same_name, single_line};
use crate::report::Report;

/// The start of an afternoon for which the page gives no time.
const AFTERNOON_START: Clock = Clock::at(14, 0);
/// The end of a morning for which the page gives no time.
const MORNING_END: Clock = Clock::at(12, 0);
/// The audience of a page that names none. The word is the same in French and English.
const EVERYONE: &str = "Participants";

/// The hours of a cell.
#[derive(Default)]
pub(crate) struct CellHours {
    /// The hours without a name, from the first start to the last end.
    everyone: Option<(Clock, Clock)>,
    /// The hours of an audience: its name, the start and the end.
    named: Vec<(String, Clock, Clock)>,
    /// A start without an end.
    pub(crate) start_only: Option<Clock>,
}

/// Reads a cell such as `9h30-18h30 pour les DIG, 14h-18h30 pour les mentors`.
pub(crate) fn cell_hours(
    cell: &str,
    line: u32,
    audiences: &mut Audiences,
    report: &mut Report<'_>,
) -> CellHours {
    let mut cell_hours = CellHours::default();
    let labelled = labelled_hours(cell);
    let mut unread = Vec::new();
    for label in &labelled {
        let hours = label.hours.past_midnight();
        let texts = [&label.before, &label.after];
        let Some(end) = hours.end else {
            cell_hours.start_only = Some(hours.start);
            let message = Message::new("remark-hours-without-end").time("start", hours.start);
            report.remark(line, message);
            unread.extend(texts);
            continue;
        };
        if end <= hours.start {
            let message = Message::new("remark-end-before-start").time("start", hours.start);
            report.remark(line, message.time("end", end));
            unread.extend(texts);
            continue;
        }
        // The name is before the hours in `DIG : 9h-18h` and after them in `9h-18h pour les DIG`.
        let named = texts.iter().enumerate().find_map(|(at, text)| {
            let names = names_in_label(text, audiences);
            (!names.is_empty()).then_some((at, names))
        });
        match named {
            Some((at, names)) => {
                unread.extend(texts.into_iter().skip(1 - at).take(1));
                for name in names {
                    cell_hours.named.push((name, hours.start, end));
                }
                if label.is_ambiguous && at == 1 {
                    let message = Message::new("remark-hours-whose").text("text", &label.after);
                    report.remark(line, message.time("start", hours.start).time("end", end));
                }
            }
            None => {
                unread.extend(texts);
                cell_hours.widen(hours.start, end, line, report);
            }
        }
    }
    let whole = single_line(cell);
    if labelled.is_empty() {
        unread.push(&whole);
    }
    for text in unread.into_iter().filter(|text| !text.is_empty()) {
        report.remark(line, Message::new("remark-hours-unread").text("text", text));
    }
    cell_hours
}

impl CellHours {
    /// Whether the cell has no range of hours.
    pub(crate) fn is_empty(&self) -> bool {
        self.everyone.is_none() && self.named.is_empty()
    }

    /// Extends the hours without a name.
    fn widen(&mut self, start: Clock, end: Clock, line: u32, report: &mut Report<'_>) {
        let widened = self
            .everyone
            .map(|(from, to)| (from.min(start), to.max(end)));
        if let Some((from, to)) = widened {
            let message = Message::new("remark-hours-joined").time("start", from);
            report.remark(line, message.time("end", to));
        }
        self.everyone = Some(widened.unwrap_or((start, end)));
    }
}

/// The hours of each audience on a day.
pub(crate) fn attendance(
    attendees: &[Attendee],
    hours: &CellHours,
    line: u32,
    audiences: &mut Audiences,
    report: &mut Report<'_>,
) -> Vec<DraftAttendance> {
    let mut rows: Vec<DraftAttendance> = Vec::new();
    for Attendee { name, part } in attendees {
        let named = hours.named.iter().find(|(named, ..)| named == name);
        match (named, hours.everyone) {
            (Some((_, start, end)), _) => rows.push(draft_attendance(name, *start, *end)),
            (None, Some((start, end))) => {
                let (start, end) = part_of_day(name, *part, start, end, line, report);
                rows.push(draft_attendance(name, start, end));
            }
            (None, None) => {
                let message = Message::new("remark-hours-missing").text("audience", name);
                report.remark(line, message);
            }
        }
    }
    for (name, start, end) in &hours.named {
        if !attendees
            .iter()
            .any(|attendee| is_same_name(&attendee.name, name))
        {
            rows.push(draft_attendance(name, *start, *end));
        }
    }
    if let (true, Some((start, end))) = (rows.is_empty(), hours.everyone) {
        if audiences.names.is_empty() {
            audiences.add(EVERYONE);
        }
        let names = audiences.names.join(", ");
        let message = Message::new("remark-audience-missing").text("audiences", names);
        report.remark(line, message);
        for name in &audiences.names {
            rows.push(draft_attendance(name, start, end));
        }
    }
    rows
}

fn draft_attendance(audience: &str, start: Clock, end: Clock) -> DraftAttendance {
    DraftAttendance {
        audience: audience.to_owned(),
        start,
        end,
    }
}

/// The hours of an audience that attends part of a day, with a remark if they are inferred.
fn part_of_day(
    audience: &str,
    part: DayPart,
    start: Clock,
    end: Clock,
    line: u32,
    report: &mut Report<'_>,
) -> (Clock, Clock) {
    let (from, to) = match part {
        DayPart::Whole => return (start, end),
        DayPart::Afternoon => (start.max(AFTERNOON_START), end),
        DayPart::Morning => (start, end.min(MORNING_END)),
    };
    if from >= to {
        return (start, end);
    }
    let message = Message::new("remark-part-of-day-inferred").text("audience", audience);
    report.remark(line, message.time("start", from).time("end", to));
    (from, to)
}

/// Adds the audiences in a label next to hours. Returns their names.
fn names_in_label(label: &str, audiences: &mut Audiences) -> Vec<String> {
    let is_name = label.split_whitespace().count() == 1
        && (label.starts_with(char::is_uppercase) || label.ends_with('s'));
    let attendees = if is_name {
        audiences.add_from_cell(label)
    } else {
        audiences.add_from_title(&format!("session {label}"))
    };
    attendees
        .into_iter()
        .map(|attendee| attendee.name)
        .collect()
}
