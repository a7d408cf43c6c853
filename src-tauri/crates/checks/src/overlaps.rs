//! Pairs of activities at the same time that need the same room or facilitator.

use std::collections::BTreeSet;

use deroule_model::Message;

use crate::activity::Activity;
use crate::day::DayContext;

/// How many others are reported for one activity.
const MAX_REPORTED: usize = 8;

/// The pairs of a day's activities with others of the date: the other one, then the day's own.
///
/// `sharing` gives the places of the activities that need the same as one of them, at the same time. Pairs within the
/// day come first.
pub(crate) fn pairs<'a, I: Iterator<Item = usize>>(
    day: &'a DayContext<'_>,
    sharing: impl Fn(&'a Activity<'a>) -> Vec<I>,
) -> Vec<(&'a Activity<'a>, &'a Activity<'a>)> {
    let own = day.availability.own();
    let all = &day.availability.occupancy.activities;
    let mut pairs = BTreeSet::new();
    for at in own.clone() {
        let one = &all[at];
        for others in sharing(one) {
            let others = others.filter(|other| {
                let is_later = own.contains(other) && *other >= at;
                !is_later && !one.is_one_with(&all[*other])
            });
            let pair = |other| (!own.contains(&other), other, at);
            pairs.extend(others.take(MAX_REPORTED).map(pair));
        }
    }
    pairs
        .into_iter()
        .map(|(_, other, one)| (&all[other], &all[one]))
        .collect()
}

/// The message about two activities at the same time.
pub(crate) fn message(code: &str, one: &Activity<'_>, other: &Activity<'_>) -> Message {
    Message::new(code)
        .text("title", one.title)
        .text("other", other.title)
        .time("start", one.start.max(other.start))
}
