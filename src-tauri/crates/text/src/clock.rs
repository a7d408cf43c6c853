//! Clock times and durations.

use deroule_model::{Clock, Language, Minutes};

use crate::typography::NO_BREAK_SPACE;

/// The length of a day.
const DAY: Minutes = Minutes::hours(24);

/// How many midnights a clock time has passed: 0 on its day, 1 on the next.
///
/// ```
/// use deroule_model::Clock;
///
/// assert_eq!(deroule_text::midnights(Clock::at(26, 30)), 1);
/// ```
pub fn midnights(time: Clock) -> u32 {
    days(time.since_midnight())
}

/// How many whole days a duration has.
fn days(minutes: Minutes) -> u32 {
    minutes.0 / DAY.0
}

/// What the clock shows on any day: `9h30`, `09:30`.
pub(crate) fn clock(language: Language, time: Clock) -> String {
    let (hour, minute) = (time.0 % DAY.0 / 60, time.0 % 60);
    match (language, minute) {
        (Language::Fr, 0) => format!("{hour}h"),
        (Language::Fr, _) => format!("{hour}h{minute:02}"),
        (Language::En, _) => format!("{hour:02}:{minute:02}"),
    }
}

/// A clock time with the days after the first: `9h30`, `2h30 (+1 j)`, `02:30 (+1 d)`.
pub(crate) fn time(language: Language, time: Clock) -> String {
    let shown = clock(language, time);
    match midnights(time) {
        0 => shown,
        days => format!("{shown}{NO_BREAK_SPACE}({})", days_later(language, days)),
    }
}

/// A number of days after another day: `+1 j`, `+1 d`.
pub(crate) fn days_later(language: Language, days: u32) -> String {
    let unit = match language {
        Language::Fr => 'j',
        Language::En => 'd',
    };
    format!("+{days}{NO_BREAK_SPACE}{unit}")
}

/// From start to end: `9h30 – 18h30`, `09:30–18:30`. A milestone has one time.
pub(crate) fn hours(language: Language, start: Clock, end: Clock) -> String {
    let from = time(language, start);
    if start >= end {
        return from;
    }
    let to = time(language, end);
    match language {
        Language::Fr => format!("{from}{NO_BREAK_SPACE}– {to}"),
        Language::En => format!("{from}–{to}"),
    }
}

/// An end next to its start. Names the day only where it is 24 hours later or more.
pub(crate) fn end(language: Language, start: Clock, end: Clock) -> String {
    let shown = clock(language, end);
    match days(end - start) {
        0 => shown,
        days => format!("{shown}{NO_BREAK_SPACE}{}", days_later(language, days)),
    }
}

/// A duration: `45 min`, `1 h`, `1 h 15`.
pub(crate) fn duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, rest) => format!("{rest}{NO_BREAK_SPACE}min"),
        (hours, 0) => format!("{hours}{NO_BREAK_SPACE}h"),
        (hours, rest) => format!("{hours}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{rest:02}"),
    }
}
