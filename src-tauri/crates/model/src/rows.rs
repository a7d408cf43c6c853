//! One table in memory: its rows by id, and its indexes.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::id::DayId;
use crate::rank::Rank;
use crate::row::Row;
use crate::session::Day;

/// Ids of rows under the id of a row that they belong to, or refer to.
type Index<I> = Arc<BTreeMap<Uuid, Arc<Vec<I>>>>;

/// The rows of one table. Those of one parent are in order.
#[derive(Clone, Debug)]
pub(crate) struct Rows<R: Row> {
    by_id: Arc<BTreeMap<R::Id, Arc<R>>>,
    by_parent: Index<R::Id>,
    by_reference: Index<R::Id>,
}

/// The days by their dates.
#[derive(Clone, Debug, Default)]
pub(crate) struct DaysByDate(Arc<BTreeMap<NaiveDate, Arc<Vec<DayId>>>>);

/// Rows without a parent are the children of this.
const NO_PARENT: Uuid = Uuid::nil();

impl<R: Row> Default for Rows<R> {
    fn default() -> Self {
        Self {
            by_id: Arc::default(),
            by_parent: Arc::default(),
            by_reference: Arc::default(),
        }
    }
}

impl<R: Row> PartialEq for Rows<R> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.by_id, &other.by_id) || self.by_id == other.by_id
    }
}

impl<R: Row> Rows<R> {
    pub(crate) fn get(&self, id: R::Id) -> Option<&R> {
        self.by_id.get(&id).map(AsRef::as_ref)
    }

    /// Every row, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &R> {
        self.by_id.values().map(AsRef::as_ref)
    }

    /// The rows without a parent, in order.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &R> {
        self.children(NO_PARENT)
    }

    /// The rows that belong to a row, in order.
    pub(crate) fn children(&self, of: impl Into<Uuid>) -> impl Iterator<Item = &R> {
        self.listed(&self.by_parent, of.into())
    }

    /// The rows that refer to a row, by id.
    pub(crate) fn referrers(&self, of: impl Into<Uuid>) -> impl Iterator<Item = &R> {
        self.listed(&self.by_reference, of.into())
    }

    fn listed<'a>(&'a self, index: &'a Index<R::Id>, of: Uuid) -> impl Iterator<Item = &'a R> {
        let ids = index.get(&of).into_iter().flat_map(|ids| ids.iter());
        ids.filter_map(|id| self.get(*id))
    }

    /// The row, with another rank where a sibling has its rank too: equal ranks would leave the order to
    /// chance.
    pub(crate) fn with_own_rank(&self, mut row: R) -> R {
        let (id, of) = (row.id(), row.parent().unwrap_or(NO_PARENT));
        let (Some(rank), Some(ids)) = (row.rank(), self.by_parent.get(&of)) else {
            return row;
        };
        let rank_of = |id: &R::Id| self.get(*id).and_then(R::rank);
        // Where siblings are in the order of their ranks, those before this one need no look.
        let from = match R::IS_BY_RANK {
            true => ids.partition_point(|id| rank_of(id).is_some_and(|other| other < rank)),
            false => 0,
        };
        let others = ids[from..].iter().filter(|other| **other != id);
        let (mut is_taken, mut next) = (false, None);
        for other in others.filter_map(rank_of) {
            is_taken |= other == rank;
            if other > rank && next.is_none_or(|next| other < next) {
                next = Some(other);
            }
            if R::IS_BY_RANK && next.is_some() {
                break;
            }
        }
        if is_taken {
            let own = Rank::between(Some(rank), next);
            if let Some(rank) = row.rank_mut() {
                *rank = own;
            }
        }
        row
    }

    pub(crate) fn insert(&mut self, row: R) {
        let (id, parent, references) = (row.id(), row.parent(), row.references());
        Arc::make_mut(&mut self.by_id).insert(id, Arc::new(row));
        let rows = &self.by_id;
        let order = |one: &R::Id, other: &R::Id| match (rows.get(one), rows.get(other)) {
            (Some(one), Some(other)) => one.compare(other),
            _ => Ordering::Equal,
        };
        place(&mut self.by_parent, parent.unwrap_or(NO_PARENT), id, order);
        for target in references {
            place(&mut self.by_reference, target, id, R::Id::cmp);
        }
    }

    pub(crate) fn remove(&mut self, id: R::Id) {
        let Some(row) = Arc::make_mut(&mut self.by_id).remove(&id) else {
            return;
        };
        unlist(&mut self.by_parent, row.parent().unwrap_or(NO_PARENT), id);
        for target in row.references() {
            unlist(&mut self.by_reference, target, id);
        }
    }
}

impl DaysByDate {
    pub(crate) fn insert(&mut self, day: &Day) {
        if let Some(date) = day.date {
            let days = Arc::make_mut(&mut self.0).entry(date).or_default();
            Arc::make_mut(days).push(day.id);
        }
    }

    pub(crate) fn remove(&mut self, day: &Day) {
        if let Some(date) = day.date {
            unlist(&mut self.0, date, day.id);
        }
    }

    /// The days of a date, in no order that means anything.
    pub(crate) fn days_on(&self, date: NaiveDate) -> impl Iterator<Item = DayId> {
        let days = self.0.get(&date).into_iter();
        days.flat_map(|days| days.iter().copied())
    }
}

/// Puts an id where it belongs in a list. Most come in their order: the end is looked at first.
fn place<I: Copy>(index: &mut Index<I>, of: Uuid, id: I, order: impl Fn(&I, &I) -> Ordering) {
    let list = Arc::make_mut(Arc::make_mut(index).entry(of).or_default());
    let at = match list.last() {
        Some(last) if order(last, &id).is_gt() => {
            list.partition_point(|other| order(other, &id).is_lt())
        }
        _ => list.len(),
    };
    list.insert(at, id);
}

fn unlist<K: Ord + Copy, I: PartialEq + Copy>(
    lists: &mut Arc<BTreeMap<K, Arc<Vec<I>>>>,
    of: K,
    id: I,
) {
    let lists = Arc::make_mut(lists);
    if let Some(list) = lists.get_mut(&of) {
        Arc::make_mut(list).retain(|other| *other != id);
        if list.is_empty() {
            lists.remove(&of);
        }
    }
}
