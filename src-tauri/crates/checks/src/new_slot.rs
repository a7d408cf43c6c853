//! The slots that fixes insert.

use deroule_edit::Edit;
use deroule_model::{Clock, Kind, Message, Minutes, Parent, Slot, SlotId, State, derive_id};
use deroule_text::Messages;

use crate::day::DayContext;
use crate::finding::Fix;

/// A slot in which people rest, with the title and the duration of the block in the window's palette.
/// The window's `blocks.test.ts` compares kinds and durations.
#[derive(Clone, Copy)]
pub(crate) enum Rest {
    Break,
    Meal,
}

impl Rest {
    /// Inserts it before a slot of the plenary, in the programme's language. None where that would make the day overrun a
    /// pin, or overrun it by more.
    ///
    /// Its id derives from that of the other slot, so that a finding stays the same as long as its day does.
    pub(crate) fn before(self, day: &DayContext<'_>, before: &Slot, start: Clock) -> Option<Fix> {
        let (kind, block, label, minutes) = match self {
            Self::Break => (Kind::Break, "block-break", "fix-insert-break", 15),
            Self::Meal => (Kind::Meal, "block-meal", "fix-insert-meal", 75),
        };
        let session = day.state.session(day.day.session)?;
        let programme = day.state.programme(session.programme)?;
        let edit = Edit::AddSlot {
            id: free_id(day.state, before.id, block),
            parent: Parent::Day(day.day.id),
            before: Some(before.id),
            title: Messages::of(programme.language).text(block),
            kind,
            minutes: Minutes(minutes),
            pin: None,
        };
        let after = day.dry_run.after(&edit)?;
        (after.overrun() <= day.timed.overrun()).then(|| Fix {
            label: Message::new(label).time("time", start),
            edit,
            end: None,
        })
    }
}

fn free_id(state: &State, before: SlotId, title: &str) -> SlotId {
    let name = |nth| format!("{title}/{nth}");
    SlotId(derive_id(before.0, name, |id| state.find(id).is_none()))
}
