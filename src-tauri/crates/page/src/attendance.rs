//! From when to when each audience attends, put together from the hours of a cell and from who is
//! named.

mod labels;

use deroule_edit::draft::DraftAttendance;
use deroule_model::Message;
use labels::labelled;

use crate::audiences::{Attendee, Audiences, Part};
use crate::ledger::Ledger;
use crate::words::on_one_line;

/// When an afternoon begins, where a page only says "afternoon".
const AFTERNOON: u32 = 14 * 60;
/// When a morning ends, where a page only says "morning".
const NOON: u32 = 12 * 60;
/// Who attends where the page names no one; the word is the same in French and English.
const EVERYONE: &str = "Participants";

/// The hours of a cell.
#[derive(Default)]
pub(crate) struct CellHours {
    /// Those given without a name, from the first start to the last end.
    everyone: Option<(u32, u32)>,
    /// Those given to an audience by name.
    named: Vec<(String, u32, u32)>,
    /// A start whose end is not told.
    pub(crate) start_only: Option<u32>,
}

/// Reads `9h30-18h30 pour les DIG, 14h-18h30 pour les mentors`.
pub(crate) fn cell_hours(
    cell: &str,
    line: u32,
    audiences: &mut Audiences,
    ledger: &mut Ledger<'_>,
) -> CellHours {
    let mut read = CellHours::default();
    let labelled = labelled(cell);
    let mut unused = Vec::new();
    for label in &labelled {
        let hours = label.hours.past_midnight();
        let words = [&label.before, &label.after];
        let Some(end) = hours.end else {
            read.start_only = Some(hours.start);
            let message = Message::new("remark-hours-without-end").time("start", hours.start);
            ledger.remark(line, message);
            unused.extend(words);
            continue;
        };
        if end <= hours.start {
            let message = Message::new("remark-end-before-start").time("start", hours.start);
            ledger.remark(line, message.time("end", end));
            unused.extend(words);
            continue;
        }
        // `DIG : 9h-18h` puts the name first, `9h-18h pour les DIG` last.
        let named = words.iter().enumerate().find_map(|(at, words)| {
            let attendees = audiences.in_cell_of_hours(words);
            (!attendees.is_empty()).then_some((at, attendees))
        });
        match named {
            Some((at, attendees)) => {
                unused.extend(words.into_iter().skip(1 - at).take(1));
                for name in attendees {
                    read.named.push((name, hours.start, end));
                }
                if label.unsure && at == 1 {
                    let message = Message::new("remark-hours-whose").text("text", &label.after);
                    ledger.remark(line, message.time("start", hours.start).time("end", end));
                }
            }
            None => {
                unused.extend(words);
                read.widen(hours.start, end, line, ledger);
            }
        }
    }
    let whole = on_one_line(cell);
    if labelled.is_empty() {
        unused.push(&whole);
    }
    for text in unused.into_iter().filter(|text| !text.is_empty()) {
        ledger.remark(line, Message::new("remark-hours-unread").text("text", text));
    }
    read
}

impl CellHours {
    /// Whether no stretch of time was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.everyone.is_none() && self.named.is_empty()
    }

    fn widen(&mut self, start: u32, end: u32, line: u32, ledger: &mut Ledger<'_>) {
        let widened = self
            .everyone
            .map(|(from, to)| (from.min(start), to.max(end)));
        if let Some((from, to)) = widened {
            let message = Message::new("remark-hours-joined").time("start", from);
            ledger.remark(line, message.time("end", to));
        }
        self.everyone = Some(widened.unwrap_or((start, end)));
    }
}

/// Gives each audience its hours.
pub(crate) fn attendance(
    attendees: &[Attendee],
    hours: &CellHours,
    line: u32,
    audiences: &mut Audiences,
    ledger: &mut Ledger<'_>,
) -> Vec<DraftAttendance> {
    let mut given: Vec<DraftAttendance> = Vec::new();
    for Attendee { name, part } in attendees {
        let named = hours.named.iter().find(|(named, ..)| named == name);
        match (named, hours.everyone) {
            (Some((_, start, end)), _) => given.push(present(name, *start, *end)),
            (None, Some((start, end))) => {
                let (start, end) = part_of_day(name, *part, start, end, line, ledger);
                given.push(present(name, start, end));
            }
            (None, None) => {
                let message = Message::new("remark-hours-missing").text("audience", name);
                ledger.remark(line, message);
            }
        }
    }
    for (name, start, end) in &hours.named {
        if !attendees.iter().any(|attendee| attendee.name == *name) {
            given.push(present(name, *start, *end));
        }
    }
    if let (true, Some((start, end))) = (given.is_empty(), hours.everyone) {
        if audiences.names.is_empty() {
            audiences.name(EVERYONE);
        }
        let names = audiences.names.join(", ");
        let message = Message::new("remark-audience-missing").text("audiences", names);
        ledger.remark(line, message);
        for name in &audiences.names {
            given.push(present(name, start, end));
        }
    }
    given
}

fn present(audience: &str, start: u32, end: u32) -> DraftAttendance {
    DraftAttendance {
        audience: audience.to_owned(),
        start,
        end,
    }
}

fn part_of_day(
    audience: &str,
    part: Part,
    start: u32,
    end: u32,
    line: u32,
    ledger: &mut Ledger<'_>,
) -> (u32, u32) {
    let (from, to) = match part {
        Part::Whole => return (start, end),
        Part::Afternoon => (start.max(AFTERNOON), end),
        Part::Morning => (start, end.min(NOON)),
    };
    if from >= to {
        return (start, end);
    }
    let message = Message::new("remark-part-of-day-inferred").text("audience", audience);
    ledger.remark(line, message.time("start", from).time("end", to));
    (from, to)
}

impl Audiences {
    /// The audiences a label beside hours names: known ones, or what looks like a name.
    fn in_cell_of_hours(&mut self, label: &str) -> Vec<String> {
        let sure = label.split_whitespace().count() == 1
            && (label.starts_with(char::is_uppercase) || label.ends_with('s'));
        let attendees = if sure {
            self.in_cell(label)
        } else {
            self.in_title(&format!("session {label}"))
        };
        attendees
            .into_iter()
            .map(|attendee| attendee.name)
            .collect()
    }
}
