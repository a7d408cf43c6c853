//! The use cases of Déroulé: open a store, import a page, apply an edit, undo it, read the state, export it.
//! The window and the command line both call them.
//!
//! All changes go through [`App::apply`]: it prepares the edit on the current state, writes rows and log in one
//! transaction, and returns what changed. [`App::preview`] stops before the transaction.

pub mod export;
pub mod log;
pub mod problem;
pub mod sample;
pub mod view;
pub mod wire;

mod app;
mod clipboard;
mod copies;
mod copy_list;
mod copy_preview;
mod copy_title;
mod current;
mod damage;
mod device;
mod exported;
mod files;
mod health;
mod history;
mod import;
mod paths;
mod pause;
mod rescue;
mod set_aside;
mod time_delta;
mod typescript;
mod update;
mod write_error;
mod written;

pub use app::{App, Now};
pub use clipboard::CopiedSlots;
pub use copy_list::copies_of;
pub use copy_preview::{CopyPreview, MovedSession};
pub use deroule_checks as checks;
pub use deroule_edit as edit;
pub use deroule_model as model;
pub use deroule_schedule as schedule;
pub use deroule_store::ignore_failure;
pub use deroule_text::{DateStyle, Messages};
pub use device::device;

pub use import::PreparedImport;
pub use paths::{default_store, system_language};
pub use pause::PausedStore;
pub use set_aside::set_aside;
pub use time_delta::SlotTimes;
pub use typescript::typescript;
pub use wire::{
    CalendarOptions, CalendarPreview, CopyInfo, EditResult, HistoryEntry, ImportCounts,
    ImportPreview, ImportRequest, Language, LogEntry, LogEntryKind, Preview, Problem, ReadLines,
    Scope, SheetForm, SheetOptions, SheetPreview, SheetProgress, Snapshot, StateDelta, StoreHealth,
    Target, UndoState,
};
