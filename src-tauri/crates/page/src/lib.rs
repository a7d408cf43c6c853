//! Reads the Markdown page an organiser keeps a programme in: what it says becomes a
//! [`Draft`], what is odd or inferred a [`Remark`], and what was not understood an [`Unread`].
//!
//! Pure: the page's text comes in, nothing is looked up. Lines are counted from 1; times are minutes
//! since midnight, local to the programme; durations are minutes.

mod agenda;
mod attendance;
mod audiences;
mod columns;
mod context;
pub mod dates;
pub mod hours;
mod ideas;
mod index;
mod inline;
pub mod kinds;
mod language;
mod ledger;
mod leftover;
mod limits;
mod lines;
mod page;
mod parallel;
mod reader;
mod running_order;
mod sections;
mod session_heading;
mod standing;
mod table;
mod words;
mod years;

use chrono::NaiveDate;
use deroule_edit::draft::Draft;
use deroule_model::Message;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use lines::{Lines, read_lines};

/// The largest page that is read, in bytes.
pub const LARGEST_PAGE: usize = 5 * 1024 * 1024;

/// The most slots that are read of one running order: one every three minutes, day and night. Lines
/// beyond them are left unread.
pub const MOST_SLOTS: usize = 480;

/// The most remarks of one kind that are kept, and of all kinds together; how many more there are is
/// said.
pub const MOST_ALIKE: usize = 100;
/// See [`MOST_ALIKE`].
pub const MOST_REMARKS: usize = 1_000;

/// The most unread lines that are told; how many more there are is said.
pub const MOST_UNREAD: usize = 500;

/// What was read from a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What the page says of the programme.
    pub draft: Draft,
    /// What is odd or was inferred, in the page's order.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood, in the page's order.
    pub unread: Vec<Unread>,
}

impl Reading {
    /// Whether nothing was found that a programme is made of.
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
    /// What there is to say, such as `remark-start-differs`.
    pub message: Message,
}

/// A line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Unread {
    /// The line, counted from 1.
    pub line: u32,
    /// Its text, trimmed.
    pub text: String,
}

/// What the caller knows that a page may leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The year of dates for which the page gives none.
    pub year: Option<i32>,
    /// Today, to take dates without any year for the next time they come; where it is `None` too,
    /// they stay undated.
    pub today: Option<NaiveDate>,
    /// The dates that the page's programme has already: a date without any year that is among them
    /// stays what it is, however much time has passed.
    pub known: Vec<NaiveDate>,
}

/// What a page may have too many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Sessions, headings with a date among them.
    Sessions,
    /// Days of sessions.
    Days,
    /// Hours of an audience on a day.
    Attendances,
    /// Slots.
    Slots,
    /// Workshop ideas.
    Ideas,
    /// Sessions, days, hours of audiences, lines of running orders and ideas together.
    Rows,
    /// Audiences.
    Audiences,
    /// Lines.
    Lines,
    /// Marks of Markdown.
    Marks,
}

/// Why a page can't be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// It is larger than [`LARGEST_PAGE`].
    #[error("the page has {bytes} bytes; at most {limit} are read")]
    TooBig {
        /// Its size in bytes.
        bytes: usize,
        /// The largest size in bytes.
        limit: usize,
    },
    /// It has more of something than any programme's page.
    #[error("the page has too many {what:?}; at most {limit} are read")]
    TooMany {
        /// Of what.
        what: Counted,
        /// The most that is read.
        limit: usize,
    },
    /// It holds a NUL, which no text does.
    #[error("the page is not text")]
    NotText,
}

/// Reads a page. A byte order mark and any kind of line end are accepted.
///
/// ```
/// use deroule_page::{Options, read};
///
/// let page = "# Mentors\n\n| Session | Date |\n| --- | --- |\n| Kick-off | 2026-10-03 |\n";
/// let reading = read(page, &Options::default())?;
/// assert_eq!(reading.draft.title.as_deref(), Some("Mentors"));
/// assert_eq!(reading.draft.sessions.len(), 1);
/// assert!(reading.unread.is_empty());
/// # Ok::<(), deroule_page::PageError>(())
/// ```
///
/// # Errors
/// Only where the page is too big or not text; what can't be understood is listed as unread.
pub fn read(page: &str, options: &Options) -> Result<Reading, PageError> {
    reader::read_page(&plain(page)?, options)
}

/// The page without its byte order mark, its lines ending in `\n`.
fn plain(page: &str) -> Result<String, PageError> {
    let bytes = page.len();
    if bytes > LARGEST_PAGE {
        let limit = LARGEST_PAGE;
        return Err(PageError::TooBig { bytes, limit });
    }
    if page.contains('\0') {
        return Err(PageError::NotText);
    }
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    let page = page.replace("\r\n", "\n").replace('\r', "\n");
    limits::check(Counted::Lines, limits::lines(&page))?;
    limits::check(Counted::Marks, limits::marks(&page))?;
    Ok(page)
}
