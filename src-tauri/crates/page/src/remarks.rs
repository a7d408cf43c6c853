//! The remarks on a page, limited in number and length.

use std::collections::BTreeMap;

use deroule_model::Argument;
use deroule_model::Message;

use crate::normalize::truncated;
use crate::parsed_page::Remark;

/// The most remarks of one code that are kept. A remark counts the others.
pub const MAX_REMARKS_PER_CODE: usize = 100;
/// The most remarks that are kept. A remark counts the others.
pub const MAX_REMARKS: usize = 1_000;

/// The longest text that a remark or an unread line quotes, in characters.
pub(crate) const MAX_TEXT_CHARS: usize = 1_000;

/// The remarks made so far.
#[derive(Default)]
pub(crate) struct Remarks {
    kept: Vec<Remark>,
    counts: BTreeMap<String, CodeCount>,
}

/// How many remarks of a code were made, and how many of them are kept.
#[derive(Clone, Copy, Default)]
struct CodeCount {
    made: usize,
    kept: usize,
}

impl Remarks {
    /// Adds a remark on a line, or only counts it when the limits are reached.
    pub(crate) fn add(&mut self, line: u32, mut message: Message) {
        if !self.counts.contains_key(&message.code) {
            self.counts
                .insert(message.code.clone(), CodeCount::default());
        }
        let Some(count) = self.counts.get_mut(&message.code) else {
            return;
        };
        count.made += 1;
        if count.kept == MAX_REMARKS_PER_CODE || self.kept.len() == MAX_REMARKS {
            return;
        }
        count.kept += 1;
        for argument in message.args.values_mut() {
            if let Argument::Text(text) = argument {
                *text = truncated(text, MAX_TEXT_CHARS);
            }
        }
        self.kept.push(Remark { line, message });
    }

    /// The kept remarks in the page's order, with remarks that count the others.
    ///
    /// The count of a code follows the last remark of that code.
    pub(crate) fn into_list(mut self) -> Vec<Remark> {
        self.kept.sort_by_key(|remark| remark.line);
        let counts = self.counts;
        let mut pending: BTreeMap<_, _> = counts
            .iter()
            .map(|(code, count)| (code, count.kept))
            .collect();
        let mut all = Vec::with_capacity(self.kept.len());
        for remark in self.kept {
            let line = remark.line;
            let entry = counts.get_key_value(&remark.message.code);
            all.push(remark);
            let Some((code, count)) = entry else {
                continue;
            };
            let pending = pending.entry(code).or_default();
            *pending = pending.saturating_sub(1);
            if *pending == 0 && count.made > count.kept {
                all.push(counting("remark-more", line, count.made - count.kept));
            }
        }
        let unlisted = counts.values().filter(|count| count.kept == 0);
        let unlisted: usize = unlisted.map(|count| count.made).sum();
        if let (Some(last), true) = (all.last().map(|remark| remark.line), unlisted > 0) {
            all.push(counting("remark-others", last, unlisted));
        }
        all
    }
}

/// A remark that counts others.
pub(crate) fn counting(code: &str, line: u32, count: usize) -> Remark {
    let message = Message::new(code).number("count", count);
    Remark { line, message }
}
