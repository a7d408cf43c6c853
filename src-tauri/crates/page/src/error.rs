//! Why a page is refused as a whole.

/// What a page can have too many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Sessions, including headings that contain a date.
    Sessions,
    /// Days of sessions.
    Days,
    /// Hours of an audience on a day.
    Attendances,
    /// Slots.
    Slots,
    /// Workshop ideas.
    Ideas,
    /// Sessions, days, attendances, slots and ideas together.
    Rows,
    /// Audiences.
    Audiences,
    /// Lines.
    Lines,
    /// Characters that Markdown gives a meaning to.
    Marks,
}

/// Why a page can't be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The page is larger than [`MAX_PAGE_BYTES`](crate::MAX_PAGE_BYTES).
    #[error("the page has {bytes} bytes; at most {limit} are read")]
    TooBig {
        /// The size of the page in bytes.
        bytes: usize,
        /// The largest size in bytes.
        limit: usize,
    },
    /// The page has more of something than any programme has.
    #[error("the page has too many {what:?}; at most {limit} are read")]
    TooMany {
        /// What there is too much of.
        what: Counted,
        /// The largest count.
        limit: usize,
    },
    /// The page contains a NUL character.
    #[error("the page is not text")]
    NotText,
}
