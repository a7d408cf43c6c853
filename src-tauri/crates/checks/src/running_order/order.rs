//! A running order to be fixed.

use deroule_model::{Clock, Parent, Slot, State};
use deroule_schedule::{TimedDay, TimedSlot};

use crate::dry_run::DryRun;
use crate::finding::{Finding, Fix};

/// The slots of one running order with their times.
pub(crate) struct RunningOrder<'a> {
    pub(super) state: &'a State,
    dry_run: &'a DryRun<'a>,
    pub(super) parent: Parent,
    pub(super) slots: Vec<(&'a Slot, &'a TimedSlot)>,
    /// Until when the running order may go on without being late.
    pub(super) latest: Option<Clock>,
}

impl<'a> RunningOrder<'a> {
    pub(crate) fn new(
        dry_run: &'a DryRun<'a>,
        parent: Parent,
        timed: &'a [TimedSlot],
        latest: Option<Clock>,
    ) -> Self {
        let state = dry_run.state;
        let slots = timed
            .iter()
            .filter_map(|timed| Some((state.slot(timed.id)?, timed)))
            .collect();
        Self {
            state,
            dry_run,
            parent,
            slots,
            latest,
        }
    }

    /// Until when it may go on without being late.
    pub(crate) fn latest(&self) -> Option<Clock> {
        self.latest
    }

    /// The day it belongs to, as it is.
    pub(crate) fn day(&self) -> &TimedDay {
        self.dry_run.day
    }

    /// The finding, each of its fixes with the end of the day that it leads to.
    pub(crate) fn with_ends(&self, finding: Finding) -> Finding {
        self.dry_run.with_ends(finding)
    }

    /// Whether the fix leaves the day as wanted, with no more overrun than before.
    pub(crate) fn resolves(&self, fix: &Fix, wanted: impl FnOnce(&TimedDay) -> bool) -> bool {
        self.dry_run
            .after(&fix.edit)
            .is_some_and(|after| after.overrun() <= self.dry_run.day.overrun() && wanted(&after))
    }
}
