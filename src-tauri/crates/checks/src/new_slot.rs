//! The slots that fixes insert.

use deroule_edit::Edit;
use deroule_model::{Kind, Minutes, Parent, Slot, SlotId, State};
use deroule_text::Messages;
use uuid::Uuid;

/// A slot in which people rest, with the title and the duration of the block in the window's palette.
#[derive(Clone, Copy)]
pub(crate) enum Rest {
    Break,
    Meal,
}

impl Rest {
    /// Inserts it before a slot, in the programme's language.
    ///
    /// Its id derives from that of the other slot, so that a finding stays the same as long as its day does.
    pub(crate) fn before(self, state: &State, parent: Parent, before: &Slot) -> Edit {
        let programme = state.session_of(parent).map(|session| session.programme);
        let programme = programme.and_then(|id| state.programme(id));
        let language = programme.map(|row| row.language).unwrap_or_default();
        let (kind, title, minutes) = match self {
            Self::Break => (Kind::Break, "block-break", Minutes(15)),
            Self::Meal => (Kind::Meal, "block-meal", Minutes(75)),
        };
        Edit::AddSlot {
            id: free_id(state, before.id, title),
            parent,
            before: Some(before.id),
            title: Messages::of(language).text(title),
            kind,
            minutes,
            pin: None,
        }
    }
}

fn free_id(state: &State, before: SlotId, title: &str) -> SlotId {
    let mut nth = 0;
    loop {
        let id = SlotId(Uuid::new_v5(&before.0, format!("{title}/{nth}").as_bytes()));
        if state.slot(id).is_none() {
            return id;
        }
        nth += 1;
    }
}
