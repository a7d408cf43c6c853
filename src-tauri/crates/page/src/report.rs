//! What is reported about a page besides its draft: remarks and unread lines.

use std::ops::RangeInclusive;

use deroule_model::Message;

use crate::inline::Inline;
use crate::line_coverage::LineCoverage;
use crate::parsed_page::{Remark, UnreadLine};
use crate::remarks::{Remarks, counting};
use crate::title::{title_cut, truncated_title};

/// Collects the remarks on a page and which of its lines were read.
pub(crate) struct Report<'p> {
    coverage: LineCoverage<'p>,
    remarks: Remarks,
}

impl<'p> Report<'p> {
    /// The report on a page whose lines end in `\n`.
    pub(crate) fn new(page: &'p str) -> Self {
        Self {
            coverage: LineCoverage::new(page),
            remarks: Remarks::default(),
        }
    }

    /// The text of a line.
    pub(crate) fn line(&self, line: u32) -> &'p str {
        self.coverage.line(line)
    }

    /// Records that a line was understood, or is structure without content.
    pub(crate) fn mark_read(&mut self, line: u32) {
        self.coverage.mark_read(line);
    }

    /// Records that several lines were understood.
    pub(crate) fn mark_all_read(&mut self, lines: RangeInclusive<u32>) {
        for line in lines {
            self.coverage.mark_read(line);
        }
    }

    /// Adds a remark on a line.
    pub(crate) fn remark(&mut self, line: u32, message: Message) {
        self.remarks.add(line, message);
    }

    /// Remarks on the addresses that a line links to, since a draft has no field for them.
    pub(crate) fn remark_links(&mut self, line: u32, content: &Inline) {
        for address in &content.links {
            if *address != content.text.trim() {
                let message = Message::new("remark-link").text("address", address);
                self.remark(line, message);
            }
        }
    }

    /// Remarks on the words of a line that were not used.
    pub(crate) fn remark_unused_words(&mut self, line: u32, unused: Option<String>) {
        if let Some(text) = unused {
            self.remark(line, Message::new("remark-words-left").text("text", text));
        }
    }

    /// Truncates a title that is too long, with a remark.
    pub(crate) fn title(&mut self, line: u32, title: String) -> String {
        let (title, is_cut) = truncated_title(title);
        if is_cut {
            self.remark(line, title_cut());
        }
        title
    }

    /// The remarks and the unread lines, in the page's order.
    pub(crate) fn finish(self) -> (Vec<Remark>, Vec<UnreadLine>) {
        let mut remarks = self.remarks.into_list();
        let (unread, unlisted) = self.coverage.unread_lines();
        if let Some(unlisted) = unlisted {
            let at = remarks.partition_point(|remark| remark.line <= unlisted.line);
            let more = counting("remark-unread-more", unlisted.line, unlisted.count);
            remarks.insert(at, more);
        }
        (remarks, unread)
    }
}
