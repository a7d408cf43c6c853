//! The reading itself: tables first, for they announce the sessions that sections then detail.

use deroule_edit::draft::{Draft, DraftDay};
use deroule_model::{Language, Message};

use crate::audiences::Audiences;
use crate::context::{Context, Entry};
use crate::index::Index;
use crate::language::language;
use crate::ledger::Ledger;
use crate::limits::{check, readable};
use crate::page::{Block, blocks};
use crate::running_order::{RunningOrder, compose};
use crate::sections::read_sections;
use crate::table::SessionTable;
use crate::years::Years;
use crate::{Counted, Options, PageError, Reading};

/// Reads a page whose lines end in `\n`.
///
/// # Errors
/// Where the page has more of something than is read.
pub(crate) fn read_page(page: &str, options: &Options) -> Result<Reading, PageError> {
    let readable = readable(page);
    let blocks = blocks(&readable);
    let ledger = Ledger::new(page);
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(rows) => SessionTable::of(rows, &ledger),
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    let mut context = Context {
        years: Years::of(&readable, &blocks, &tables, options)?,
        ledger,
        audiences: Audiences::default(),
        entries: Vec::new(),
        index: Index::default(),
        days: 0,
        attendances: 0,
        timed: 0,
        draft: Draft::default(),
    };
    context.years.compare_with_option(&mut context.ledger);
    context.draft.language = language(&readable, &blocks, &mut context.ledger);
    if context.draft.language == Some(Language::Fr) {
        infer_timezone("Europe/Paris", &mut context);
    }
    for table in &tables {
        table.read(&mut context)?;
    }
    read_sections(&blocks, &mut context)?;
    check(Counted::Audiences, context.audiences.names.len())?;
    let (sessions, ideas) = (context.entries.len(), context.draft.ideas.len());
    let rows = sessions + context.days + context.attendances + context.timed + ideas;
    check(Counted::Rows, rows)?;
    Ok(close(context))
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
