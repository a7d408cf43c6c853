//! What a rule looks at: one day, with all that was gathered about it.

use deroule_model::{Attendance, Clock, Day, Slot, State};
use deroule_schedule::{TimedDay, TimedSlot};

use crate::availability::Availability;
use crate::dry_run::DryRun;

/// A day as rules see it.
pub(crate) struct DayContext<'a> {
    pub(crate) state: &'a State,
    pub(crate) day: &'a Day,
    pub(crate) timed: &'a TimedDay,
    /// Who attends, from when to when.
    pub(crate) attendances: Vec<&'a Attendance>,
    /// Which rooms and facilitators are free on its date.
    pub(crate) availability: Availability<'a, 'a>,
    /// The day to try edits on.
    pub(crate) dry_run: DryRun<'a>,
}

impl<'a> DayContext<'a> {
    /// The slots of the plenary with their times.
    pub(crate) fn slots(&self) -> impl Iterator<Item = (&'a Slot, &'a TimedSlot)> {
        let rows = self.timed.slots.iter();
        rows.filter_map(|timed| Some((self.state.slot(timed.id)?, timed)))
    }

    /// The announced end.
    pub(crate) fn announced_end(&self) -> Option<Clock> {
        self.attendances.iter().map(|row| row.end).max()
    }
}
