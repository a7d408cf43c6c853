//! Which lines of a page were read, so that no line is dropped in silence.

use crate::normalize::truncated;
use crate::parsed_page::UnreadLine;
use crate::remarks::MAX_TEXT_CHARS;

/// The most unread lines that are listed. A remark counts the others.
pub const MAX_UNREAD_LINES: usize = 500;

/// The lines of a page, and which of them were read.
pub(crate) struct LineCoverage<'p> {
    lines: Vec<&'p str>,
    is_read: Vec<bool>,
}

/// The unread lines beyond [`MAX_UNREAD_LINES`].
pub(crate) struct UnlistedLines {
    /// The first of them.
    pub(crate) line: u32,
    pub(crate) count: usize,
}

impl<'p> LineCoverage<'p> {
    /// The lines of a page whose lines end in `\n`, all unread.
    pub(crate) fn new(page: &'p str) -> Self {
        let lines: Vec<_> = page.split('\n').collect();
        let is_read = vec![false; lines.len()];
        Self { lines, is_read }
    }

    /// The text of a line.
    pub(crate) fn line(&self, line: u32) -> &'p str {
        index(line)
            .and_then(|at| self.lines.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Records that a line was understood, or is structure without content.
    pub(crate) fn mark_read(&mut self, line: u32) {
        if let Some(is_read) = index(line).and_then(|at| self.is_read.get_mut(at)) {
            *is_read = true;
        }
    }

    /// The first unread lines that have content, and how many more there are.
    pub(crate) fn unread_lines(&self) -> (Vec<UnreadLine>, Option<UnlistedLines>) {
        let lines = (1u32..).zip(self.lines.iter().zip(&self.is_read));
        let mut unread = lines.filter(|(_, (text, is_read))| !**is_read && !is_structure(text));
        let listed = unread.by_ref().take(MAX_UNREAD_LINES);
        let listed = listed.map(|(line, (text, _))| UnreadLine {
            line,
            text: truncated(text.trim(), MAX_TEXT_CHARS),
        });
        let listed = listed.collect();
        let unlisted = unread.next().map(|(line, _)| UnlistedLines {
            line,
            count: 1 + unread.count(),
        });
        (listed, unlisted)
    }
}

fn index(line: u32) -> Option<usize> {
    usize::try_from(line).ok()?.checked_sub(1)
}

/// Whether a line is blank or made only of the marks of rules, fences and table borders.
fn is_structure(line: &str) -> bool {
    line.chars()
        .all(|letter| letter.is_whitespace() || "-=*_|:`~>#+".contains(letter))
}
