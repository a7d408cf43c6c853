//! Running-order lines on their own, as pasted from a mail or another page.

use deroule_edit::draft::DraftSlot;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ledger::Ledger;
use crate::limits::readable;
use crate::page::{Block, blocks};
use crate::running_order::compose;
use crate::sections::{timed_item, timed_paragraph};
use crate::{MOST_SLOTS, PageError, Remark, Unread, plain};

/// What was read from pasted lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Lines {
    /// When the first slot starts, in minutes since midnight.
    pub start: Option<u32>,
    /// The slots, in order.
    pub slots: Vec<DraftSlot>,
    /// What is odd or was inferred.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood.
    pub unread: Vec<Unread>,
}

/// Reads lines such as `- 9h30 - 10h : Accueil`, with or without bullets, however indented.
///
/// # Errors
/// Only where the text is too big or not text.
pub fn read_lines(text: &str) -> Result<Lines, PageError> {
    let text = plain(text)?;
    // Pasted text keeps the indentation it had elsewhere, which would make code of it here.
    let lines: Vec<_> = text.split('\n').map(str::trim_start).collect();
    let text = lines.join("\n");
    let mut ledger = Ledger::new(&text);
    let mut timed = Vec::new();
    for block in blocks(&readable(&text)) {
        let found = match block {
            Block::List(items) => items.iter().filter_map(timed_item).collect(),
            Block::Paragraph { text, lines } => timed_paragraph(&text, lines),
            Block::Rule(line) => {
                ledger.take(line);
                Vec::new()
            }
            Block::Heading { .. } | Block::Table(_) => Vec::new(),
        };
        let room = MOST_SLOTS.saturating_sub(timed.len());
        for (line, (from, to)) in found.into_iter().take(room) {
            ledger.take_all(from..=to);
            timed.push(line);
        }
    }
    let order = compose(&timed);
    for remark in order.remarks {
        ledger.remark(remark.line, remark.message);
    }
    let (remarks, unread) = ledger.close();
    Ok(Lines {
        start: order.start,
        slots: order.slots,
        remarks,
        unread,
    })
}
