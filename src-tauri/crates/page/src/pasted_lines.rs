//! Reads the lines of a running order that were pasted on their own.

use deroule_edit::draft::DraftSlot;
use deroule_model::Clock;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::blocks::{Block, blocks};
use crate::error::PageError;
use crate::limits::{MAX_SLOTS, blank_extreme_lines};
use crate::parsed_page::{Remark, UnreadLine};
use crate::report::Report;
use crate::running_order::RunningOrder;
use crate::source::normalized_source;
use crate::timed_line::{timed_item, timed_paragraph};

/// What was read from pasted lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ParsedLines {
    /// The start of the first slot.
    pub start: Option<Clock>,
    /// The slots, in order.
    pub slots: Vec<DraftSlot>,
    /// What is odd or was inferred.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood.
    pub unread: Vec<UnreadLine>,
}

/// Reads lines such as `- 9h30 - 10h : Accueil`, with or without bullets, at any indentation.
///
/// # Errors
/// When the text is too big or not text.
pub fn parse_lines(text: &str) -> Result<ParsedLines, PageError> {
    let text = normalized_source(text)?;
    // The indentation comes from elsewhere. Here it would turn lines into code blocks.
    let lines: Vec<_> = text.split('\n').map(str::trim_start).collect();
    let text = lines.join("\n");
    let mut report = Report::new(&text);
    let mut timed = Vec::new();
    for block in blocks(&blank_extreme_lines(&text)) {
        let found = match block {
            Block::List(items) => items.iter().filter_map(timed_item).collect(),
            Block::Paragraph { text, lines } => timed_paragraph(&text, lines),
            Block::Rule(line) => {
                report.mark_read(line);
                Vec::new()
            }
            Block::Heading { .. } | Block::Table(_) => Vec::new(),
        };
        let room = MAX_SLOTS.saturating_sub(timed.len());
        for (line, (first, last)) in found.into_iter().take(room) {
            report.mark_all_read(first..=last);
            timed.push(line);
        }
    }
    let order = RunningOrder::from_lines(&timed);
    for remark in order.remarks {
        report.remark(remark.line, remark.message);
    }
    let (remarks, unread) = report.finish();
    Ok(ParsedLines {
        start: order.start,
        slots: order.slots,
        remarks,
        unread,
    })
}
