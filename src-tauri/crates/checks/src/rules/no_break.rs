//! People sit for more than two hours without a break.

use deroule_model::{Clock, Kind, Message, Minutes, Slot, State, Subject};
use deroule_schedule::TimedSlot;

use crate::day::DayContext;
use crate::finding::Finding;
use crate::new_slot::Rest;
use crate::rule::Rule;

/// How long people sit without a break before it is worth a word.
const WITHOUT_BREAK: Minutes = Minutes::hours(2);

/// The finding is about the slot in which the two hours are over. The fix is a break before that slot.
pub(super) fn check(day: &DayContext<'_>, findings: &mut Vec<Finding>) {
    let mut since: Option<Clock> = None;
    let mut is_reported = false;
    let mut end = Clock::MIDNIGHT;
    for (slot, timed) in day.slots() {
        if lets_people_rest(day.state, slot, timed) || timed.start > end {
            (since, is_reported) = (None, false);
        }
        end = end.max(timed.end);
        if lets_people_rest(day.state, slot, timed) {
            continue;
        }
        let from = *since.get_or_insert(timed.start);
        if !is_reported && timed.end > from + WITHOUT_BREAK {
            is_reported = true;
            let message = Message::new("finding-no-break")
                .time("from", from)
                .time("end", timed.end);
            let mut finding = Finding::new(Rule::NoBreak, message, Subject::Slot(slot.id));
            // A break can't help where one slot alone is too long.
            if timed.start > from && timed.minutes() <= WITHOUT_BREAK {
                finding
                    .fixes
                    .extend(Rest::Break.before(day, slot, timed.start));
            }
            findings.push(finding);
        }
    }
}

/// Whether people can leave their seats.
fn lets_people_rest(state: &State, slot: &Slot, timed: &TimedSlot) -> bool {
    let own = matches!(
        slot.kind,
        Kind::Break | Kind::Meal | Kind::FreeTime | Kind::Travel
    );
    // Tracks that have breaks of their own see to it themselves.
    let inside = timed.tracks.iter().flat_map(|track| &track.slots);
    own && !timed.minutes().is_zero()
        || inside
            .filter_map(|timed| state.slot(timed.id))
            .any(|slot| matches!(slot.kind, Kind::Break | Kind::Meal | Kind::FreeTime))
}
