//! The types that cross the boundary to the window, with their TypeScript.

use std::path::PathBuf;

use deroule_checks::Finding;
use deroule_edit::report::RowReport;
use deroule_edit::{Conflict, Resolution};
use deroule_model::{
    Audience, Clock, Message, Programme, ProgrammeId, Room, SessionId, SlotSpec, Subject, Template,
};
use deroule_page::{Remark, UnreadLine};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time_delta::SlotTimes;
use crate::view::{IdeaCard, ProgrammeView, SessionChange, SessionRow, SessionView};

pub use deroule_model::Language;

/// What the window shows, so that an answer brings what it needs and no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// The programme that is open.
    pub programme: Option<ProgrammeId>,
    /// The session whose running order is on the screen.
    pub session: Option<SessionId>,
    /// The revision of the store that it shows; none when there is nothing to keep up to date.
    pub revision: Option<u64>,
}

/// Everything the window needs when it opens, or when another programme is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Counts the commits of the store.
    pub revision: u64,
    /// Where the data lives.
    pub store: PathBuf,
    /// Every programme there is.
    pub programmes: Vec<Programme>,
    /// Every template there is, in order.
    pub templates: Vec<Template>,
    /// The one that is open; none in an empty store.
    pub open: Option<ProgrammeView>,
    /// The session asked for, if it is there.
    pub session: Option<SessionView>,
    /// What is worth a look in it, gravest first.
    pub findings: Vec<Finding>,
    /// What undo and redo would do.
    pub steps: UndoState,
    /// What went wrong without stopping anything, such as a daily copy that could not be made.
    pub warnings: Vec<Message>,
    /// Whether changes can be saved.
    pub health: StoreHealth,
    /// The sound copies of a store that is gone: the one that is open never held anything. Empty otherwise.
    pub copies_of_lost_store: Vec<CopyInfo>,
}

/// Whether changes can be saved in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum StoreHealth {
    /// They can.
    #[default]
    Ok,
    /// Not at the moment: the file is closed while a file dialog is open. Changes wait.
    Paused,
    /// Not here any more: the file is gone, and nothing sound is in its place.
    Lost {
        /// What happened.
        reason: Message,
        /// The file with what the screen shows; `None` where it could not be written.
        rescue: Option<PathBuf>,
    },
    /// They can, but the check found the file damaged.
    Damaged {
        /// What to do about it.
        reason: Message,
    },
}

/// A copy of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyInfo {
    /// The name of its file: what to ask for to restore it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, as an RFC 3339 time in UTC.
    pub at: String,
    /// Whether it was saved in an emergency, next to the store.
    pub is_rescue: bool,
    /// Whether it is whole. Its content is unknown otherwise.
    pub is_sound: bool,
    /// How many times the plan had been written.
    pub revision: u64,
    /// How many programmes it has.
    pub programmes: u64,
    /// How many sessions they have.
    pub sessions: u64,
}

/// What undo and redo would do, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoState {
    /// The edit that undo would take back.
    pub undo: Option<Message>,
    /// The edit that redo would do again.
    pub redo: Option<Message>,
}

/// What came of an edit, an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditResult {
    /// The revision the store is at.
    pub revision: u64,
    /// What was done; none when there was nothing to do.
    pub label: Option<Message>,
    /// How many rows changed.
    pub changed: u32,
    /// What is different now on what the window shows.
    pub update: StateDelta,
    /// What undo and redo would do now.
    pub steps: UndoState,
}

/// What an edit would do to the session on the screen; nothing is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Its running orders, where the edit would touch more of them than `retimed` has.
    pub session: Option<SessionChange>,
    /// Where slots would only change places, and nothing else be different: those, in their new order.
    pub retimed: Vec<SlotTimes>,
    /// What would be a likely mistake in it, or could not happen as planned, gravest first; without fixes.
    pub troubles: Vec<Finding>,
    /// Another process wrote meanwhile: everything is to be asked for anew.
    pub reload: bool,
}

/// The parts of what the window shows that are different now. What is `None` is as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StateDelta {
    /// Every programme, when one of them changed.
    pub programmes: Option<Vec<Programme>>,
    /// Every template, when one of them changed.
    pub templates: Option<Vec<Template>>,
    /// The open programme's audiences.
    pub audiences: Option<Vec<Audience>>,
    /// The open programme's rooms.
    pub rooms: Option<Vec<Room>>,
    /// The open programme's ideas.
    pub ideas: Option<Vec<IdeaCard>>,
    /// The sessions that changed, each whole.
    pub sessions: Vec<SessionRow>,
    /// The sessions that are there, in order, when that changed.
    pub session_order: Option<Vec<SessionId>>,
    /// The running orders of the watched session.
    pub session: Option<SessionChange>,
    /// What is worth a look in the watched session, gravest first.
    pub findings: Option<Vec<Finding>>,
    /// Whether the window needs a new snapshot: another process wrote, or the open
    /// programme came or went.
    pub reload: bool,
}

/// The programme a page goes into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "programme", rename_all = "camelCase")]
pub enum Target {
    /// The one it was read into before or that has its title, else the one whose sessions it has,
    /// else a new one.
    #[default]
    Matching,
    /// This one, whatever the page's title.
    Programme(ProgrammeId),
    /// A new one, whatever there is.
    New,
}

/// A page to be read and merged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRequest {
    /// Its text.
    pub page: String,
    /// The file it was read from; none for a page that was pasted.
    pub path: Option<PathBuf>,
    /// The year of dates that name none.
    pub year: Option<i32>,
    /// The programme it goes into.
    pub target: Target,
    /// Whose value stands in each conflict.
    pub resolution: Resolution,
}

/// A page read, and what merging it would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// The programme it goes into.
    pub programme: ProgrammeId,
    /// Its title once merged.
    pub title: String,
    /// Whether the programme would be new.
    pub is_new: bool,
    /// The programme's present title, where the page was taken to be its page though it has another
    /// title: the organiser may say otherwise.
    pub recognised: Option<String>,
    /// Whether merging would write anything, the page itself included.
    pub is_change: bool,
    /// What would be created, changed and removed.
    pub counts: ImportCounts,
    /// Every row that would be different.
    pub rows: Vec<RowReport>,
    /// How much was left out, so that a window can show the rest.
    pub more: More,
    /// What the page and the programme changed in two ways.
    pub conflicts: Vec<Conflict>,
    /// The programme as it would be.
    pub after: ProgrammeView,
    /// What looked odd, and what was inferred, line by line.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood.
    pub unread: Vec<UnreadLine>,
}

/// How many things of a kind a window shows of an import.
const MOST_SHOWN: usize = 2_000;

/// How many things a preview leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct More {
    /// Of the rows that would be different.
    pub rows: u32,
    /// Of the programme's sessions.
    pub sessions: u32,
    /// Of its ideas.
    pub ideas: u32,
}

impl ImportPreview {
    /// Limits the preview to as much as a window can show.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        fn shorten<T>(list: &mut Vec<T>) -> u32 {
            let more = list.len().saturating_sub(MOST_SHOWN);
            list.truncate(MOST_SHOWN);
            u32::try_from(more).unwrap_or(u32::MAX)
        }
        self.more = More {
            rows: shorten(&mut self.rows),
            sessions: shorten(&mut self.after.sessions),
            ideas: shorten(&mut self.after.ideas),
        };
        self
    }
}

/// How many rows an import touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCounts {
    /// Sessions on the page.
    pub sessions: u32,
    /// Slots on the page, milestones included, tracks' slots not.
    pub slots: u32,
    /// Ideas on the page.
    pub ideas: u32,
    /// Rows that would come into being.
    pub created: u32,
    /// Rows that would be rewritten.
    pub changed: u32,
    /// Rows that would be deleted.
    pub deleted: u32,
}

/// Something that went wrong: what, about what, in words chosen by who shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The problem's name, such as `problem-missing`.
    pub code: String,
    /// What to say, in the language asked for.
    pub message: Message,
    /// What it is about, when it is about something in the plan.
    pub subject: Option<Subject>,
}

/// Whom a day sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SheetForm {
    /// Everyone: the day as it is announced.
    Everyone,
    /// The crew: the day by the clock, with the time to set up and to tidy up.
    Crew,
}

/// What is to be on day sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetOptions {
    /// Whom they are for.
    pub form: SheetForm,
    /// Whether everyone's sheet has notes and material, which are the organiser's. The crew's has
    /// them always.
    pub notes: bool,
    /// Their language; the programme's own without it.
    pub language: Option<Language>,
}

/// The pages of day sheets, to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetPreview {
    /// One SVG a page.
    pub pages: Vec<String>,
    /// The characters that can't be printed, for want of a font.
    pub remarks: Vec<Message>,
}

/// How many sheets of a PDF are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetProgress {
    /// How many are set.
    pub done: u32,
    /// How many there are.
    pub total: u32,
}

/// What a calendar file is to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CalendarOptions {
    /// One event per slot, besides the one per session and day.
    pub slots: bool,
    /// Only what this audience attends.
    pub audience: Option<deroule_model::AudienceId>,
    /// Only this session.
    pub session: Option<SessionId>,
    /// The language of the descriptions; the programme's own without it.
    pub language: Option<Language>,
}

/// A calendar file, before it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarPreview {
    /// The iCalendar text.
    pub text: String,
    /// How many events it holds.
    pub events: u32,
    /// What could not be said, or only in another way.
    pub warnings: Vec<Message>,
}

/// Lines of a running order, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadLines {
    /// The slots that were read, in order.
    pub slots: Vec<SlotSpec>,
    /// When the first one starts.
    pub start: Option<Clock>,
    /// What looked odd, line by line.
    pub remarks: Vec<Remark>,
    /// The lines that were not understood.
    pub unread: Vec<UnreadLine>,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Its number in the log.
    pub sequence: i64,
    /// What was done.
    pub label: Message,
    /// When, as an RFC 3339 time in UTC.
    pub at: String,
    /// Whether it has been undone and can be redone.
    pub undone: bool,
}

/// What an entry of the log did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LogEntryKind {
    /// An edit.
    Edit,
    /// Took an edit back.
    Undo,
    /// Did an undone edit again.
    Redo,
}

/// An entry of the operation log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogEntry {
    /// Its number, counted from 1.
    pub number: i64,
    /// When it was made, as an RFC 3339 time in UTC.
    pub at: String,
    /// What it did.
    pub kind: LogEntryKind,
    /// The edit that was made, undone or redone.
    pub label: Message,
}
