//! The reading itself: tables first, for they announce the sessions that sections then detail.

use std::borrow::Cow;

use deroule_plan::Message;
use deroule_plan::draft::{Draft, DraftDay};

use crate::audiences::Audiences;
use crate::context::{Context, Entry};
use crate::language::is_french;
use crate::ledger::Ledger;
use crate::page::{Block, blocks};
use crate::running_order::{RunningOrder, compose};
use crate::sections::read_sections;
use crate::table::read_table;
use crate::years::Years;
use crate::{Options, Reading};

/// The longest line that is looked into, in bytes.
const LONGEST_LINE: usize = 16 * 1024;

/// Reads a page whose lines end in `\n`.
pub(crate) fn read_page(page: &str, options: &Options) -> Reading {
    let blocks = blocks(&without_endless_lines(page));
    let mut context = Context {
        ledger: Ledger::new(page),
        years: Years::of(&blocks, options),
        audiences: Audiences::default(),
        entries: Vec::new(),
        draft: Draft::default(),
    };
    context.years.compare_with_option(&mut context.ledger);
    if is_french(page) {
        infer_timezone("Europe/Paris", &mut context);
    }
    for block in &blocks {
        if let Block::Table(rows) = block {
            read_table(rows, &mut context);
        }
    }
    read_sections(&blocks, &mut context);
    close(context)
}

/// The page with its endless lines blanked out: no one wrote them by hand, and they stay unread.
pub(crate) fn without_endless_lines(page: &str) -> Cow<'_, str> {
    if page.split('\n').all(|line| line.len() <= LONGEST_LINE) {
        return Cow::Borrowed(page);
    }
    let lines = page.split('\n');
    let lines = lines.map(|line| if line.len() <= LONGEST_LINE { line } else { "" });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn infer_timezone(timezone: &str, context: &mut Context<'_>) {
    context.draft.timezone = Some(timezone.to_owned());
    let message = Message::new("remark-timezone-inferred").text("timezone", timezone);
    context.ledger.remark(1, message);
}

fn close(context: Context<'_>) -> Reading {
    let Context {
        mut ledger,
        audiences,
        entries,
        mut draft,
        ..
    } = context;
    for mut entry in entries {
        compose_days(&mut entry, &mut ledger);
        draft.sessions.push(entry.session);
    }
    draft.audiences = audiences.names;
    let (remarks, unread) = ledger.close();
    Reading {
        draft,
        remarks,
        unread,
    }
}

fn compose_days(entry: &mut Entry, ledger: &mut Ledger<'_>) {
    for (at, timed) in entry.timed.iter().enumerate() {
        if timed.is_empty() {
            continue;
        }
        let mut order = compose(timed);
        for remark in std::mem::take(&mut order.remarks) {
            ledger.remark(remark.line, remark.message);
        }
        if entry.session.days.len() <= at {
            entry.session.days.push(DraftDay {
                date: None,
                start: None,
                attendance: Vec::new(),
                slots: Vec::new(),
            });
        }
        if let Some(day) = entry.session.days.get_mut(at) {
            compare_with_announced(day, &order, ledger);
            day.start = order.start;
            day.slots = order.slots;
        }
    }
}

/// Says where a running order starts or ends otherwise than announced; which one is right is the
/// organiser's to say.
fn compare_with_announced(day: &DraftDay, order: &RunningOrder, ledger: &mut Ledger<'_>) {
    let announced_start = day
        .attendance
        .iter()
        .map(|attendance| attendance.start)
        .min();
    let announced_end = day.attendance.iter().map(|attendance| attendance.end).max();
    let first = order.slots.first().map(|slot| slot.line);
    let last = order.slots.last().map(|slot| slot.line);
    let ends = [
        ("remark-start-differs", first, order.start, announced_start),
        ("remark-end-differs", last, order.end, announced_end),
    ];
    for (code, line, time, announced) in ends {
        if let (Some(line), Some(time), Some(announced)) = (line, time, announced)
            && time != announced
        {
            let message = Message::new(code).time("time", time);
            ledger.remark(line, message.time("announced", announced));
        }
    }
}
