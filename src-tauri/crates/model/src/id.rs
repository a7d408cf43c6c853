//! Typed identifiers: a slot's id can't be passed where a session's is wanted.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::column::{Cell, CellError, Column, ReadCells};
use crate::row::Refers;

/// Where new ids come from; the caller decides (random, time-ordered, or counted in tests).
pub trait IdSource {
    /// A UUID never handed out before.
    fn next(&mut self) -> Uuid;
}

impl<F: FnMut() -> Uuid> IdSource for F {
    fn next(&mut self) -> Uuid {
        self()
    }
}

/// Derives an id from a namespace and a name (UUID v5, RFC 9562 section 5.5). `name` gives the name for each ordinal from 0;
/// the first id that is free counts.
pub fn derive_id(
    namespace: Uuid,
    name: impl Fn(u64) -> String,
    is_free: impl Fn(Uuid) -> bool,
) -> Uuid {
    let mut ids = (0u64..).map(|nth| Uuid::new_v5(&namespace, name(nth).as_bytes()));
    ids.find(|id| is_free(*id)).unwrap_or_default()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id from `ids`.
            pub fn fresh(ids: &mut dyn IdSource) -> Self {
                Self(ids.next())
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl Refers for $name {
            fn target(&self) -> Option<Uuid> {
                Some(self.0)
            }

            fn clear(&mut self) -> bool {
                false
            }
        }

        impl Column for $name {
            fn write<'a>(&'a self, cells: &mut Vec<Cell<'a>>) {
                cells.push(Cell::Text(Cow::Owned(self.0.to_string())));
            }

            fn read(cells: &mut impl ReadCells) -> Result<Self, CellError> {
                let id = cells.text(|text| Uuid::try_parse(text).map_err(|error| error.to_string()))?;
                Ok(Self(id))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Names a programme.
    ProgrammeId,
    /// Names an audience.
    AudienceId,
    /// Names a room.
    RoomId,
    /// Names a session.
    SessionId,
    /// Names a day of a session.
    DayId,
    /// Names the hours of one audience on one day.
    AttendanceId,
    /// Names a slot.
    SlotId,
    /// Names a track of a parallel block.
    TrackId,
    /// Names a workshop idea.
    IdeaId,
    /// Names a tag of ideas.
    TagId,
    /// Names a template.
    TemplateId,
    /// Names a dismissal.
    DismissalId,
    /// Names one reading of a source page.
    SourceId,
}
