//! Reads a page: first its tables, which announce sessions, then the sections with the details.

use deroule_edit::draft::Draft;
use deroule_edit::draft::DraftDay;
use deroule_model::Language;
use deroule_model::Message;

use crate::audiences::Audiences;
use crate::blocks::{Block, blocks};
use crate::context::{Context, RowCounts, SessionEntry};
use crate::error::{Counted, PageError};
use crate::language::detect_language;
use crate::limits::{blank_extreme_lines, check_count};
use crate::options::Options;
use crate::parsed_page::ParsedPage;
use crate::report::Report;
use crate::running_order::RunningOrder;
use crate::sections::read_sections;
use crate::session_index::SessionIndex;
use crate::source::normalized_source;
use crate::table::{SessionTable, read_table};
use crate::years::{PageYears, TableDates};

/// Reads a page. A byte order mark and any kind of line end are accepted.
///
/// ```
/// use deroule_page::{Options, parse};
///
/// let text = "# Mentors\n\n| Session | Date |\n| --- | --- |\n| Kick-off | 2026-10-03 |\n";
/// let page = parse(text, &Options::default())?;
/// assert_eq!(page.draft.title.as_deref(), Some("Mentors"));
/// assert_eq!(page.draft.sessions.len(), 1);
/// assert!(page.unread.is_empty());
/// # Ok::<(), deroule_page::PageError>(())
/// ```
///
/// # Errors
/// When the page is too big or not text. Lines that are not understood are no error.
pub fn parse(page: &str, options: &Options) -> Result<ParsedPage, PageError> {
    let source = normalized_source(page)?;
    let parsable = blank_extreme_lines(&source);
    let blocks = blocks(&parsable);
    let report = Report::new(&source);
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(rows) => SessionTable::from_rows(rows, &report),
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    let rows = tables.iter().map(SessionTable::len).sum();
    check_count(Counted::Sessions, rows)?;
    let table_dates: Vec<_> = tables
        .iter()
        .map(|table| TableDates {
            line: table.line(),
            rows: table.dates().collect(),
        })
        .collect();
    let mut context = Context {
        years: PageYears::of_page(&parsable, &blocks, &table_dates, options)?,
        report,
        audiences: Audiences::default(),
        sessions: Vec::new(),
        index: SessionIndex::default(),
        counts: RowCounts::default(),
        draft: Draft::default(),
    };
    context.years.remark_option(&mut context.report);
    context.draft.language = detect_language(&parsable, &blocks, &mut context.report);
    if context.draft.language == Some(Language::Fr) {
        infer_timezone("Europe/Paris", &mut context);
    }
    for table in &tables {
        read_table(table, &mut context)?;
    }
    read_sections(&blocks, &mut context)?;
    context.check_counts()?;
    Ok(finish(context))
}

fn infer_timezone(timezone: &str, context: &mut Context<'_>) {
    context.draft.timezone = Some(timezone.to_owned());
    let message = Message::new("remark-timezone-inferred").text("timezone", timezone);
    context.report.remark(1, message);
}

fn finish(context: Context<'_>) -> ParsedPage {
    let Context {
        mut report,
        audiences,
        sessions,
        mut draft,
        ..
    } = context;
    for mut entry in sessions {
        add_running_orders(&mut entry, &mut report);
        draft.sessions.push(entry.session);
    }
    draft.audiences = audiences.names;
    let (remarks, unread) = report.finish();
    ParsedPage {
        draft,
        remarks,
        unread,
    }
}

fn add_running_orders(entry: &mut SessionEntry, report: &mut Report<'_>) {
    for (at, lines) in entry.timed_lines.iter().enumerate() {
        if lines.is_empty() {
            continue;
        }
        let mut order = RunningOrder::from_lines(lines);
        for remark in std::mem::take(&mut order.remarks) {
            report.remark(remark.line, remark.message);
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
            compare_with_attendance(day, &order, report);
            day.start = order.start;
            day.slots = order.slots;
        }
    }
}

/// Remarks where a running order starts or ends at another time than the attendance.
fn compare_with_attendance(day: &DraftDay, order: &RunningOrder, report: &mut Report<'_>) {
    let announced_start = day
        .attendance
        .iter()
        .map(|attendance| attendance.start)
        .min();
    let announced_end = day.attendance.iter().map(|attendance| attendance.end).max();
    let first = order.slots.first().map(|slot| slot.line);
    let last = order.slots.last().map(|slot| slot.line);
    let comparisons = [
        ("remark-start-differs", first, order.start, announced_start),
        ("remark-end-differs", last, order.end, announced_end),
    ];
    for (code, line, time, announced) in comparisons {
        if let (Some(line), Some(time), Some(announced)) = (line, time, announced)
            && time != announced
        {
            let message = Message::new(code).time("time", time);
            report.remark(line, message.time("announced", announced));
        }
    }
}
