//! What a session can be known by, told by a page or kept in the plan.

use chrono::NaiveDate;

use crate::draft::DraftSession;
use crate::{Parent, Plan, Session, Status};

use crate::spelling::folded;

/// What a session can be known by.
pub(super) struct Face {
    pub(super) title: String,
    /// The dates of its days, in order.
    pub(super) dates: Vec<NaiveDate>,
    /// The titles in its running orders, sorted.
    pub(super) order: Vec<String>,
    /// All that is told of it, sorted.
    pub(super) facts: Vec<Fact>,
}

/// Something told of a session beside its title and dates.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Status(Status),
    /// Venue, theme or objectives.
    Text(usize, String),
    Hours(String, u32, u32),
    Slot(String),
}

impl Face {
    pub(super) fn told(told: &DraftSession) -> Self {
        let dates = told.days.iter().filter_map(|day| day.date);
        let slots = told.days.iter().flat_map(|day| &day.slots);
        let mut facts: Vec<Fact> = told.status.map(Fact::Status).into_iter().collect();
        let texts = [&told.venue, &told.theme, &told.objectives];
        facts.extend(Fact::texts(texts));
        let rows = told.days.iter().flat_map(|day| &day.attendance);
        facts.extend(rows.map(|row| Fact::Hours(folded(row.audience.trim()), row.start, row.end)));
        let order = slots.map(|slot| folded(slot.title.trim())).collect();
        Self::of(&told.title, dates.collect(), order, facts)
    }

    pub(super) fn known(plan: &Plan, known: &Session) -> Self {
        let dates = plan.days(known.id).filter_map(|day| day.date);
        let days = plan.days(known.id);
        let slots = days.flat_map(|day| plan.slots(Parent::Day(day.id)));
        let mut facts = vec![Fact::Status(known.status)];
        let texts = [&known.venue, &known.theme, &known.objectives];
        facts.extend(Fact::texts(texts));
        let rows = plan.days(known.id).flat_map(|day| plan.attendances(day.id));
        facts.extend(rows.filter_map(|row| {
            let audience = plan.audience(row.audience)?;
            Some(Fact::Hours(folded(&audience.name), row.start, row.end))
        }));
        let order = slots.map(|slot| folded(slot.title.trim())).collect();
        Self::of(&known.title, dates.collect(), order, facts)
    }

    pub(super) fn shares_a_day_with(&self, other: &Self) -> bool {
        self.dates.iter().any(|date| other.dates.contains(date))
    }

    fn of(
        title: &str,
        mut dates: Vec<NaiveDate>,
        mut order: Vec<String>,
        mut facts: Vec<Fact>,
    ) -> Self {
        dates.sort_unstable();
        order.sort_unstable();
        facts.extend(order.iter().cloned().map(Fact::Slot));
        facts.sort_unstable();
        Self {
            title: folded(title.trim()),
            dates,
            order,
            facts,
        }
    }
}

impl Fact {
    /// The texts of a session that are there, each in its place.
    fn texts(texts: [&Option<String>; 3]) -> impl Iterator<Item = Self> {
        let texts = texts.into_iter().enumerate();
        texts.filter_map(|(place, text)| Some(Self::Text(place, text.as_ref()?.trim().to_owned())))
    }
}

/// Whether two running orders, sorted, have at least half of the longer one in common.
pub(super) fn alike(one: &[String], other: &[String]) -> bool {
    let common = in_common(one, other);
    common > 0 && 2 * common >= one.len().max(other.len())
}

/// How much two sorted lists have in common.
pub(super) fn in_common<T: Ord>(one: &[T], other: &[T]) -> usize {
    let (mut one, mut other, mut common) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        let ordering = left.cmp(right);
        common += usize::from(ordering.is_eq());
        if ordering.is_le() {
            one.next();
        }
        if ordering.is_ge() {
            other.next();
        }
    }
    common
}
