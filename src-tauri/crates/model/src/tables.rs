//! Every table, named once: from this list follow the kinds of rows, the tables of [`State`] and how a
//! row of any kind is reached.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::column::{Cell, CellError, ReadCells};
use crate::dismissal::Dismissal;
use crate::idea::Idea;
use crate::programme::{Audience, Programme, Room};
use crate::rank::Rank;
use crate::row::Row;
use crate::rows::{DaysByDate, Rows};
use crate::session::{Attendance, Day, Session};
use crate::slot::{Slot, Track};
use crate::source::Source;
use crate::tag::Tag;
use crate::template::Template;

macro_rules! tables {
    ($($(#[$doc:meta])* $row:ident in $rows:ident),* $(,)?) => {
        /// A table. Rows refer only to rows of tables before theirs, but for slots and tracks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table {
            $($(#[$doc])* $row),*
        }

        impl Table {
            /// Every table.
            pub const ALL: &[Self] = &[$(Self::$row),*];

            /// Its name in the store.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$row => <$row as Row>::NAME),*
                }
            }

            /// Its columns, in the order of the cells of a row.
            pub fn columns(self) -> &'static [&'static str] {
                match self {
                    $(Self::$row => <$row as Row>::COLUMNS),*
                }
            }

            /// Reads a row of it.
            ///
            /// # Errors
            /// When a cell has not the type of its column.
            pub fn read(self, cells: &mut impl ReadCells) -> Result<Entity, CellError> {
                match self {
                    $(Self::$row => <$row as Row>::read(cells).map(Entity::$row)),*
                }
            }
        }

        /// A row of any table.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(tag = "table", content = "row", rename_all = "camelCase")]
        pub enum Entity {
            $($(#[$doc])* $row($row)),*
        }

        impl Entity {
            /// Its table.
            pub fn table(&self) -> Table {
                match self {
                    $(Self::$row(_) => Table::$row),*
                }
            }

            /// Its id, whatever its table.
            pub fn uuid(&self) -> Uuid {
                match self {
                    $(Self::$row(row) => row.id().into()),*
                }
            }

            /// The row it belongs to.
            pub fn parent(&self) -> Option<Uuid> {
                match self {
                    $(Self::$row(row) => row.parent()),*
                }
            }

            /// The rows it names besides its parent.
            pub fn references(&self) -> Vec<Uuid> {
                match self {
                    $(Self::$row(row) => row.references()),*
                }
            }

            /// Its rank, for rows that have one.
            pub fn rank(&self) -> Option<&Rank> {
                match self {
                    $(Self::$row(row) => row.rank()),*
                }
            }

            /// The row when `gone` is deleted; `None` when it can't be without it.
            #[must_use]
            pub fn without(&self, gone: Uuid) -> Option<Self> {
                match self {
                    $(Self::$row(row) => row.without(gone).map(Self::$row)),*
                }
            }

            /// Its cells, in the order of its table's columns.
            pub fn cells(&self) -> Vec<Cell<'_>> {
                let mut cells = Vec::new();
                match self {
                    $(Self::$row(row) => row.write(&mut cells)),*
                }
                cells
            }
        }

        $(impl From<$row> for Entity {
            fn from(row: $row) -> Self {
                Self::$row(row)
            }
        })*

        /// Every row there is, with siblings in order.
        ///
        /// ```
        /// use deroule_model::{Change, Language, Programme, ProgrammeId, Rank, State};
        /// use uuid::Uuid;
        ///
        /// let mut state = State::default();
        /// let before = state.clone();
        /// let id = ProgrammeId(Uuid::now_v7());
        /// let row = Programme {
        ///     id,
        ///     title: "Mentors".into(),
        ///     timezone: "Europe/Paris".into(),
        ///     language: Language::En,
        ///     agenda_page_url: None,
        ///     agenda_feed_url: None,
        ///     is_sample: false,
        ///     rank: Rank::between(None, None),
        /// };
        /// state.write(&Change::create(row.into()));
        /// assert!(state.programme(id).is_some());
        /// assert!(before.programme(id).is_none());
        /// ```
        #[derive(Clone, Debug, Default)]
        pub struct State {
            $(pub(crate) $rows: Rows<$row>,)*
            pub(crate) days_by_date: DaysByDate,
        }

        /// Two plans are equal when their rows are; the order of siblings follows from the rows.
        impl PartialEq for State {
            fn eq(&self, other: &Self) -> bool {
                $(self.$rows == other.$rows)&&*
            }
        }

        impl State {
            /// Every row, table by table.
            pub fn rows(&self) -> impl Iterator<Item = Entity> + '_ {
                std::iter::empty()$(.chain(self.$rows.all().cloned().map(Entity::$row)))*
            }

            /// The row of that id, whatever its table.
            pub fn row(&self, table: Table, id: Uuid) -> Option<Entity> {
                match table {
                    $(Table::$row => self.$rows.get(id.into()).cloned().map(Entity::$row)),*
                }
            }

            /// The row of that id, in whichever table it is.
            pub fn find(&self, id: Uuid) -> Option<Entity> {
                None$(.or_else(|| self.row(Table::$row, id)))*
            }

            /// The rows that belong to a row, in order.
            pub fn children(&self, of: Uuid) -> Vec<Entity> {
                let mut found = Vec::new();
                $(found.extend(self.$rows.children(of).cloned().map(Entity::$row));)*
                found
            }

            /// The rows that name a row without belonging to it.
            pub fn referrers(&self, of: Uuid) -> Vec<Entity> {
                let mut found = Vec::new();
                $(found.extend(self.$rows.referrers(of).cloned().map(Entity::$row));)*
                found
            }

            /// The row, with another rank where a sibling has its rank already.
            pub fn with_own_rank(&self, row: Entity) -> Entity {
                match row {
                    $(Entity::$row(row) => Entity::$row(self.$rows.with_own_rank(row))),*
                }
            }

            pub(crate) fn insert(&mut self, row: Entity) {
                if let Entity::Day(day) = &row {
                    self.days_by_date.insert(day);
                }
                match row {
                    $(Entity::$row(row) => self.$rows.insert(row)),*
                }
            }

            pub(crate) fn remove(&mut self, row: &Entity) {
                if let Entity::Day(day) = row
                    && let Some(day) = self.days.get(day.id)
                {
                    self.days_by_date.remove(day);
                }
                match row {
                    $(Entity::$row(row) => self.$rows.remove(row.id())),*
                }
            }
        }
    };
}

tables! {
    /// Programmes.
    Programme in programmes,
    /// Audiences.
    Audience in audiences,
    /// Rooms.
    Room in rooms,
    /// Sessions.
    Session in sessions,
    /// Days of sessions.
    Day in days,
    /// Hours of audiences.
    Attendance in attendances,
    /// Workshop ideas.
    Idea in ideas,
    /// Slots.
    Slot in slots,
    /// Tracks.
    Track in tracks,
    /// Templates.
    Template in templates,
    /// Dismissed findings.
    Dismissal in dismissals,
    /// Source pages.
    Source in sources,
    /// Tags of ideas.
    Tag in tags,
}
