//! Why an edit can't be made.

use deroule_model::{Minutes, Subject};
use thiserror::Error;

/// Why an edit can't be carried out. The state is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Something the edit names is not there (any more).
    #[error("{0:?} does not exist")]
    Missing(Subject),
    /// Something the edit would create is already there.
    #[error("{0:?} exists already")]
    Exists(Subject),
    /// A title or a name would be empty.
    #[error("{0:?} needs a name")]
    Nameless(Subject),
    /// A title or a name would be longer than [`LONGEST_TITLE`].
    #[error("{0:?}: the name is too long")]
    TooLong(Subject),
    /// Another sibling has that name.
    #[error("{subject:?}: the name {name} is taken")]
    NameTaken {
        /// What was to be named.
        subject: Subject,
        /// The name.
        name: String,
    },
    /// A time or a duration lies outside what a day can hold (0 to 48 hours).
    #[error("{subject:?}: {} minutes is out of range", .minutes.0)]
    OutOfRange {
        /// Whose time.
        subject: Subject,
        /// The duration, or how long after midnight the time is.
        minutes: Minutes,
    },
    /// Hours that end before they start.
    #[error("{0:?}: the hours end before they start")]
    Backwards(Subject),
    /// A slot moved into itself, a parallel block put into a track, tracks on a plain slot, …
    #[error("{0:?} can't go there")]
    Misplaced(Subject),
    /// The two ends of the edit belong to different programmes.
    #[error("{0:?} belongs to another programme")]
    ForeignProgramme(Subject),
    /// The page was read again since this merge of it was prepared.
    #[error("{0:?}: the page was read again meanwhile")]
    ReadMeanwhile(Subject),
    /// A session needs at least one day.
    #[error("{0:?} is the session's only day")]
    OnlyDay(Subject),
}
