//! The account of a page's lines, kept so that none can be dropped in silence: a line nobody has
//! taken is unread, whatever it was.

use std::collections::BTreeMap;

use deroule_model::{Argument, Message};

use crate::inline::Inline;
use crate::words::{short_title, shortened, title_cut};
use crate::{MOST_ALIKE, MOST_REMARKS, MOST_UNREAD, Remark, Unread};

/// A page's lines, which of them were understood, and what there is to say about them.
pub(crate) struct Ledger<'p> {
    lines: Vec<&'p str>,
    taken: Vec<bool>,
    remarks: Vec<Remark>,
    /// How often each kind of remark was made, and how many of them are kept.
    kinds: BTreeMap<String, Kind>,
}

#[derive(Clone, Copy, Default)]
struct Kind {
    made: usize,
    kept: usize,
}

/// The longest text of a line that is told, in characters.
const LONGEST_TEXT: usize = 1_000;

impl<'p> Ledger<'p> {
    /// Opens the account of a page whose lines end in `\n`.
    pub(crate) fn new(page: &'p str) -> Self {
        let lines: Vec<_> = page.split('\n').collect();
        let taken = vec![false; lines.len()];
        Self {
            lines,
            taken,
            remarks: Vec::new(),
            kinds: BTreeMap::new(),
        }
    }

    /// The text of a line, counted from 1.
    pub(crate) fn line(&self, line: u32) -> &'p str {
        index(line)
            .and_then(|at| self.lines.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Notes that a line was understood, or is structure that says nothing by itself.
    pub(crate) fn take(&mut self, line: u32) {
        if let Some(taken) = index(line).and_then(|at| self.taken.get_mut(at)) {
            *taken = true;
        }
    }

    /// Notes that several lines were understood.
    pub(crate) fn take_all(&mut self, lines: std::ops::RangeInclusive<u32>) {
        for line in lines {
            self.take(line);
        }
    }

    /// Says which addresses of a line's links the plan has no place for.
    pub(crate) fn remark_on_links(&mut self, line: u32, words: &Inline) {
        for address in &words.links {
            if *address != words.text.trim() {
                let message = Message::new("remark-link").text("address", address);
                self.remark(line, message);
            }
        }
    }

    /// Says something about a line. Of what is said over and over only the first times are kept.
    pub(crate) fn remark(&mut self, line: u32, mut message: Message) {
        let is_known = self.kinds.contains_key(&message.code);
        if !is_known {
            self.kinds.insert(message.code.clone(), Kind::default());
        }
        let Some(kind) = self.kinds.get_mut(&message.code) else {
            return;
        };
        kind.made += 1;
        if kind.kept == MOST_ALIKE || self.remarks.len() == MOST_REMARKS {
            return;
        }
        kind.kept += 1;
        for argument in message.args.values_mut() {
            if let Argument::Text(text) = argument {
                *text = shortened(text, LONGEST_TEXT);
            }
        }
        self.remarks.push(Remark { line, message });
    }

    /// A title read from a line, cut where it is longer than any may be, which is said.
    pub(crate) fn title(&mut self, line: u32, title: String) -> String {
        let (title, is_cut) = short_title(title);
        if is_cut {
            self.remark(line, title_cut());
        }
        title
    }

    /// The remarks in the order of the page, and the lines that were not taken and say something; of
    /// both how many more there are.
    pub(crate) fn close(mut self) -> (Vec<Remark>, Vec<Unread>) {
        self.remarks.sort_by_key(|remark| remark.line);
        let lines = (1u32..).zip(self.lines.iter().zip(&self.taken));
        let mut unread = lines.filter(|(_, (text, taken))| !**taken && !is_structure(text));
        let told = unread
            .by_ref()
            .take(MOST_UNREAD)
            .map(|(line, (text, _))| Unread {
                line,
                text: shortened(text.trim(), LONGEST_TEXT),
            });
        let told: Vec<_> = told.collect();
        let more = unread.next().map(|(line, _)| (line, 1 + unread.count()));
        let mut remarks = with_more(self.remarks, self.kinds);
        if let Some((line, count)) = more {
            let message = Message::new("remark-unread-more").number("count", count);
            let at = remarks.partition_point(|remark| remark.line <= line);
            remarks.insert(at, Remark { line, message });
        }
        (remarks, told)
    }
}

/// The remarks, and after the last one kept of each kind how many more like it there are.
fn with_more(remarks: Vec<Remark>, kinds: BTreeMap<String, Kind>) -> Vec<Remark> {
    let mut left: BTreeMap<_, _> = kinds.iter().map(|(code, kind)| (code, kind.kept)).collect();
    let mut all = Vec::with_capacity(remarks.len());
    let more = |line, count| Remark {
        line,
        message: Message::new("remark-more").number("count", count),
    };
    for remark in remarks {
        let line = remark.line;
        let kind = kinds.get_key_value(&remark.message.code);
        all.push(remark);
        let Some((code, kind)) = kind else {
            continue;
        };
        let left = left.entry(code).or_default();
        *left = left.saturating_sub(1);
        if *left == 0 && kind.made > kind.kept {
            all.push(more(line, kind.made - kind.kept));
        }
    }
    let others = kinds.values().filter(|kind| kind.kept == 0);
    let others: usize = others.map(|kind| kind.made).sum();
    if let (Some(last), true) = (all.last().map(|remark| remark.line), others > 0) {
        let message = Message::new("remark-others").number("count", others);
        all.push(Remark {
            line: last,
            message,
        });
    }
    all
}

fn index(line: u32) -> Option<usize> {
    usize::try_from(line).ok()?.checked_sub(1)
}

/// Whether a line is blank or made only of the marks that rules, fences and table lines are drawn
/// with.
fn is_structure(line: &str) -> bool {
    line.chars()
        .all(|letter| letter.is_whitespace() || "-=*_|:`~>#+".contains(letter))
}
