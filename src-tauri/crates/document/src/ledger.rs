//! The account of a page's lines, kept so that none can be dropped in silence: a line nobody has
//! taken is unread, whatever it was.

use deroule_plan::Message;

use crate::inline::Inline;
use crate::{Remark, Unread};

/// A page's lines, which of them were understood, and what there is to say about them.
pub(crate) struct Ledger<'p> {
    lines: Vec<&'p str>,
    taken: Vec<bool>,
    remarks: Vec<Remark>,
}

impl<'p> Ledger<'p> {
    /// Opens the account of a page whose lines end in `\n`.
    pub(crate) fn new(page: &'p str) -> Self {
        let lines: Vec<_> = page.split('\n').collect();
        let taken = vec![false; lines.len()];
        Self {
            lines,
            taken,
            remarks: Vec::new(),
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

    /// Says something about a line.
    pub(crate) fn remark(&mut self, line: u32, message: Message) {
        self.remarks.push(Remark { line, message });
    }

    /// The remarks in the order of the page, and every line that was not taken and says something.
    pub(crate) fn close(mut self) -> (Vec<Remark>, Vec<Unread>) {
        self.remarks.sort_by_key(|remark| remark.line);
        let unread = (1u32..)
            .zip(self.lines.iter().zip(&self.taken))
            .filter(|(_, (text, taken))| !**taken && !is_structure(text))
            .map(|(line, (text, _))| Unread {
                line,
                text: text.trim().to_owned(),
            })
            .collect();
        (self.remarks, unread)
    }
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
