//! The result of reading a page.

use deroule_edit::draft::Draft;
use deroule_model::Message;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was read from a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ParsedPage {
    /// The programme as the page describes it.
    pub draft: Draft,
    /// What is odd or was inferred, in the page's order.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood, in the page's order.
    pub unread: Vec<UnreadLine>,
}

impl ParsedPage {
    /// Whether the page contains no part of a programme.
    pub fn is_empty(&self) -> bool {
        let Draft {
            title,
            timezone: _,
            language: _,
            agenda_page_url,
            agenda_feed_url,
            audiences,
            sessions,
            ideas,
        } = &self.draft;
        title.is_none()
            && agenda_page_url.is_none()
            && agenda_feed_url.is_none()
            && audiences.is_empty()
            && sessions.is_empty()
            && ideas.is_empty()
    }
}

/// Something about a line that the organiser should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// The line, counted from 1.
    pub line: u32,
    /// The message, such as `remark-start-differs`.
    pub message: Message,
}

/// A line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadLine {
    /// The line, counted from 1.
    pub line: u32,
    /// The text of the line, trimmed.
    pub text: String,
}
